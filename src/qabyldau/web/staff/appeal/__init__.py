"""The page of an appeal: facts, course, deadline, lawful acts, letters and files."""
