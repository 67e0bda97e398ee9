"""The administrator's pages: calendar, people and roles, hours, the journal."""
