"""Exchange with the state's register e-Otinish: what is owed to it, what it answered, what does not agree."""
