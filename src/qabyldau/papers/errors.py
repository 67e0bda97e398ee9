"""What stands against a paper, a rule of numbers or a wording; `code` is its name for the pages."""


class PapersError(Exception):
    """The request is understood and cannot be done."""

    code = ""


class PaperReplacedError(PapersError):
    """The paper was replaced before: the newer one is replaced, not this one."""

    code = "paper_replaced"


class WordingStaleError(PapersError):
    """Somebody wrote a newer version, or this one is approved already."""

    code = "wording_stale"


class WordingTooEarlyError(PapersError):
    """A wording comes into force today or later, never for a day that has passed."""

    code = "wording_too_early"


class OwnWordingError(PapersError):
    """Whoever wrote a wording does not approve it."""

    code = "wording_own"


class NumberFormError(PapersError):
    """The form of a number lacks its index or its counter, or names a field that does not exist."""

    code = "number_form"


class NotEditedError(PapersError):
    """Papers of this kind are not edited: there is no DOCX of them."""

    code = "paper_not_edited"
