"""What was done, by whom and under which clause: one hash chain per office, written once."""
