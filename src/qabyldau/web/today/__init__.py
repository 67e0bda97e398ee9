"""Receptions on the day of the request: the official's own yes or no."""
