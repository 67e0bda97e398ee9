"""SQLite for one office on one machine: a recent library, and one fair line of writers."""
