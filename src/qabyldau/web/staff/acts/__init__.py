"""One page an act: its form, what it does, and what the law answers."""
