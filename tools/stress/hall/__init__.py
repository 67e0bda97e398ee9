"""A whole day of reception against the running product: clerks and televisions over HTTP, servers killed."""
