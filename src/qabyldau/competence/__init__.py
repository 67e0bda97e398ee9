"""Whose matter is it: subjects in three levels, who is competent for each, and a suggestion from the text."""

from qabyldau.competence.subjects import Body, Level, Subject, bodies, every_subject, subject_of, subjects
from qabyldau.competence.suggest import Suggestion, suggest

__all__ = [
    "Body",
    "Level",
    "Subject",
    "Suggestion",
    "bodies",
    "every_subject",
    "subject_of",
    "subjects",
    "suggest",
]
