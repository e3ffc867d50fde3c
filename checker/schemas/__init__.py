"""JSON Schemas of every file that a person writes."""
