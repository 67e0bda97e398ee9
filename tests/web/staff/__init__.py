"""The workplace: its pages as staff of each role meet them."""
