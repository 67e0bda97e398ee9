"""The board of the hall: numbers and rooms, in both languages at once, and never a name."""
