"""The moment at which the stress begins: an ordinary working morning."""

from datetime import UTC, datetime

START = datetime(2026, 3, 2, 6, 0, tzinfo=UTC)
