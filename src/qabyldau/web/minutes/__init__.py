"""The minutes of a day: written while people are received, signed, corrected beside their text."""
