"""The pages of control."""
