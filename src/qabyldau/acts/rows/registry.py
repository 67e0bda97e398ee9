"""Acts on an appeal that need no decision: withdrawal, the outside number, the whole ИИН."""

from qabyldau.acts.act import Act, plain
from qabyldau.acts.inputs import ExternalNumberInput, Nothing, RevealInput
from qabyldau.people.roles import Right
from qabyldau.registry import actions as registry
from qabyldau.regulation.lifecycle import Action

ROWS = (
    Act("withdraw", Right.WITHDRAW, Action.WITHDRAW, Nothing, plain(registry.withdraw)),
    Act(
        "note_external_number",
        Right.NOTE_EXTERNAL_NUMBER,
        None,
        ExternalNumberInput,
        plain(registry.note_external_number),
    ),
    Act("reveal", Right.REVEAL_IDENTITY, None, RevealInput, plain(registry.reveal)),
)
