"""The only way to be heard upstairs: a lower room announces a fact, the house decides who reacts.

Handlers run in the announcer's transaction and may only write rows. Who reacts to what is one dict in
`config.reactions`, put in place when the program starts.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

Handler = Callable[[Any], None]

_handlers: dict[type, tuple[Handler, ...]] = {}


def listen(table: Mapping[type, Sequence[Handler]]) -> None:
    """Put the house's table in place; called once, at start."""
    _handlers.clear()
    _handlers.update({event: tuple(handlers) for event, handlers in table.items()})


def announce(event: object) -> None:
    """Tell whoever the table names, in its order."""
    for handler in _handlers.get(type(event), ()):
        handler(event)
