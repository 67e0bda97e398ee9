"""What an office cannot do with a day or an hour, for every room above."""

from qabyldau.regulation.edition import Citation


class DayError(Exception):
    """A day that cannot be planned so: `code` names why, the clause stands beside it where there is one."""

    def __init__(self, code: str, citation: Citation | None = None) -> None:
        super().__init__(code)
        self.code = code
        self.citation = citation
