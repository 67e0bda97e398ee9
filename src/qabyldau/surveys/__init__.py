"""Опросы: whether those were content who were consulted and declined to book (п. 36)."""
