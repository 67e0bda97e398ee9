"""The consideration on screen: the note with its versions and agreement, the hearing, the pack of a day."""
