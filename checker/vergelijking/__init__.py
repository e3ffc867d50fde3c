"""Vergelijking: several aanbieders against the same demands, for the committee that scores them."""
