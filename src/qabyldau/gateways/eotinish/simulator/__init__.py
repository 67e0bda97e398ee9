"""A register of our own that behaves like e-Otinish, and misbehaves as told."""
