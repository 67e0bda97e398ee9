"""What the product itself lays down of a room."""

from datetime import timedelta

# A room opens so long before the hour that was told, and closes with the day.
OPENS_BEFORE = timedelta(minutes=15)
