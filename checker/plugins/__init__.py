"""Plugins: packages beside the checker that bring kaders, readers, signalen, report writers and commands."""
