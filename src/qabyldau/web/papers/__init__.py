"""Papers in the workplace: their files, the office's own texts of them, and how they are numbered."""
