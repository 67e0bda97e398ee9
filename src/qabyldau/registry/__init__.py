"""Обращения: intake by five channels, registration, talon, terms, and every lawful move."""
