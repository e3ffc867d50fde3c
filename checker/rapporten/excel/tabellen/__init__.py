"""Tabellen: per sheet its columns and how a resultaat fills its rows."""
