"""The API for other systems: the same acts as the pages, for programs that carry a bearer token."""
