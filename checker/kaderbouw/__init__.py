"""Kaderbouw: making a kader from a programme of requirements, or an empty one to fill."""
