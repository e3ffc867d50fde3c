"""Bevindingen: from bewijs to a strict documentary verdict per norm."""
