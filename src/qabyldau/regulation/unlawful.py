"""What the law does not permit: a code for the edges to put into words, the clause, and the facts."""

from datetime import date

from qabyldau.regulation.edition import Citation

Fact = str | int | date


class UnlawfulError(Exception):
    """The law does not permit this act. One `code` per message."""

    def __init__(self, code: str, citation: Citation | None = None, **facts: Fact) -> None:
        where = f" ({citation.edition}, {citation.short.ru})" if citation else ""
        super().__init__(f"{code}{where}")
        self.code = code
        self.citation = citation
        self.facts: dict[str, Fact] = facts


class UnlawfulMoveError(UnlawfulError):
    """No row of the table of moves permits this action from this state."""
