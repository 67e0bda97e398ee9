"""The voice of the board: what is to be recorded, by whom it is said now, recordings taken and taken away."""
