"""What an office chooses where the law leaves it the choice: the administrator's page of settings."""
