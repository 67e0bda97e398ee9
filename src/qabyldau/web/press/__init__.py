"""What is told to the press about a day of reception, and its pages on the public site."""
