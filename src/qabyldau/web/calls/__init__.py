"""The operator's page that works without us, printed forms, emergencies of the office (п. 37)."""
