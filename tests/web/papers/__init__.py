"""Papers on the pages."""
