"""Rapporten: the same numbers in Word, Excel, HTML and JSON."""
