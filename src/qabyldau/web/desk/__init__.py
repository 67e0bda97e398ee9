"""The desk on the day of reception: who came, who is next and why, who is inside."""
