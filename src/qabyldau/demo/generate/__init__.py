"""A multitude of appeals to be measured: rows written in bulk, not acts (docs/decisions, 20).

What is lawful in them: numbers without gaps, terms counted by the edition and the calendar of their day,
moves that the table of moves permits, a journal whose chain holds. What is left out: letters, papers,
screenings and notes, the line of the day; nobody is told anything.
"""

from qabyldau.demo.generate.years import SEED, Multitude, NotEmptyError, generate

__all__ = ["SEED", "Multitude", "NotEmptyError", "generate"]
