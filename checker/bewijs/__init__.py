"""Bewijs: finding the sentences that show an onderdeel, and what they are worth."""
