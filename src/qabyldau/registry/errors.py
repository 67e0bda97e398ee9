"""What an act on an appeal may answer instead of doing it."""


class StaleError(Exception):
    """The appeal has changed since the page was opened; nothing was done."""


class AskedDifferentlyError(Exception):
    """The same idempotency key came with another request."""


class FileRefusedError(Exception):
    """A file that is not taken: `code` is too_large, too_many, empty or kind."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code
