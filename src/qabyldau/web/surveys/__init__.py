"""Surveys: questions, rounds with their figures, calls of operators, and the page behind a one-time link."""
