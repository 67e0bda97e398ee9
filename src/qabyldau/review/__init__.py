"""Рассмотрение: screening, note, decision, extension, the list of a day, and the hour that is told."""
