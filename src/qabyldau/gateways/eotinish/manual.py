"""No line to e-Otinish: a clerk enters the appeal there, and types here the number that it got."""

from qabyldau.ports.eotinish import Answer, Case, Declined, Pending, Registered


class ManualEOtinish:
    """Sends nothing and never has an answer: the duty stays open until a person meets it."""

    is_automatic = False

    def register(self, _case: Case, *, key: str) -> Answer:
        return Pending(message_id=f"manual:{key}")

    def collect(self) -> tuple[Registered | Declined, ...]:
        return ()
