"""График: days on which officials receive, and the slots of a day."""
