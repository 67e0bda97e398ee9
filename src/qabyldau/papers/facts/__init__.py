"""What papers are written from: what all of them share, and a file for each concern."""

from qabyldau.papers.facts.base import NOTHING, Addressee, Facts, Signature, Table, Told

__all__ = ["NOTHING", "Addressee", "Facts", "Signature", "Table", "Told"]
