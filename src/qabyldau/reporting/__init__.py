"""Отчеты: the quarter in figures, the office beside each paragraph, other editions (п. 37, 38)."""
