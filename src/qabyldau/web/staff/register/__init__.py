"""Registration: one short page a channel, and the talon."""
