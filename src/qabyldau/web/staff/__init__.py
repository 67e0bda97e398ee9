"""The workplace: what must be done and by when, the appeal's page, one page an act, days of reception."""
