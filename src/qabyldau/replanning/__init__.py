"""Перенос: what becomes of people's hours when life interferes. Offers, absences, restrictions, days off."""
