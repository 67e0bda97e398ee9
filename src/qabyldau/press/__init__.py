"""What is told to the press about a day of reception: announcement and report, figures only (п. 24)."""
