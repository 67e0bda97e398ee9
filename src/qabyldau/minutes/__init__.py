"""Протокол приема: what was answered and ordered, signed by who received, corrected by addenda (п. 23)."""
