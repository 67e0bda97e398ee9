"""Приём в день обращения: an official is asked, and agrees to receive today or declines."""
