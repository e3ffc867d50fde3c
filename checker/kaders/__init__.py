"""Kaders: quality frameworks as data, loaded, checked and listed."""
