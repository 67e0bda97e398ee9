"""What the law does not permit: a code for the edges to put into words, the clause, and the facts."""

from datetime import date

from qabyldau.regulation.edition import Citation

Fact = str | int | date


class UnlawfulError(Exception):
    """The law does not permit this act. One `code` per message; see `CODES`."""

    def __init__(self, code: str, citation: Citation | None = None, **facts: Fact) -> None:
        where = f" ({citation.edition}, {citation.short.ru})" if citation else ""
        super().__init__(f"{code}{where}")
        self.code = code
        self.citation = citation
        self.facts: dict[str, Fact] = facts


class UnlawfulMoveError(UnlawfulError):
    """No row of the table of moves permits this action from this state."""


CODES = frozenset(
    {
        "act_not_now",
        "already_over",
        "not_in_this_edition",
        "extension_too_long",
        "extension_not_later",
        "extension_by_whom",
        "extension_without_reason",
        "ground_not_found",
        "refusal_without_motive",
        "matter_is_stated",
        "not_assessed",
        "video_without_consent",
        "video_by_whom",
        "only_video_now",
        "off_schedule_by_whom",
        "off_schedule_without_instruction",
        "no_authority",
        "identity_not_shown",
        "authority_not_shown",
        "authority_expired",
        "regime_not_approved",
        "same_hand",
        "answer_not_final",
        "instruction_without_executor",
        "instruction_without_date",
        "same_day_by_whom",
        "same_day_without_consent",
        "not_decided",
        "volunteer_without_reception",
        "language_not_offered",
    }
)
