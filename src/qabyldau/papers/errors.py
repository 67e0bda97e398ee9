"""What stands against a paper, a rule of numbers or a wording."""


class PaperReplacedError(Exception):
    """The paper was replaced before: the newer one is replaced, not this one."""


class WrongFactsError(TypeError):
    """A kind of paper was given facts that its template cannot be written from."""
