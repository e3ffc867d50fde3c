"""Registers: tables that keep staff, complaints, incidents and the like, read with typed cells."""
