"""Sign-in of staff: password, second factor, the office they act in."""
