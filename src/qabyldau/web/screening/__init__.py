"""Screening and what goes with it: completion, redirection, doubles, co-applicants, tries."""
