"""Beside the findings: what is missing, what is passed on, what is joined, who could not be reached."""
