"""Measurements: quality on labelled dossiers, speed and memory. Never part of the tests."""
