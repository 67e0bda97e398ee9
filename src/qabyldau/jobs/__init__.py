"""Work without a person in front of it: thin commands over the acts."""
