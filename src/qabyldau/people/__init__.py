"""Who is who: offices, the people who work there, those who receive, and those who come."""
