"""Taal: Dutch words, compounds, sentences and cues."""
