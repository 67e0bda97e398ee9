"""The calendars we ship: one file per country."""
