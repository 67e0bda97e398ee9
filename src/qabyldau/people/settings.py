"""Settings of an office: `of(office_id)` reads them, `acts.keeping.change_settings` changes them.

A new setting is a column with a default in `people.models.OfficeSettings`, a migration, and a field of the
same name in `web/settings/form.py`: no more need change. An office that changed nothing has the defaults.
"""

from __future__ import annotations

from collections.abc import Mapping

from qabyldau.people.models import OfficeSettings

OFFICE = "office"


def of(office_id: int) -> OfficeSettings:
    """As the office has chosen; the defaults where it has chosen nothing."""
    return OfficeSettings.objects.filter(pk=office_id).first() or OfficeSettings(office_id=office_id)


def names() -> frozenset[str]:
    return frozenset(one.name for one in OfficeSettings._meta.get_fields()) - {OFFICE}


def changes(office_id: int, chosen: Mapping[str, object]) -> dict[str, tuple[object, object]]:
    """What differs from the settings of now: name, before, after."""
    before = of(office_id)
    known = ((name, getattr(before, name), value) for name, value in chosen.items() if name in names())
    return {name: (old, new) for name, old, new in known if old != new}


def put(office_id: int, chosen: Mapping[str, object]) -> OfficeSettings:
    """Write these settings; the others stay as they are."""
    row, _ = OfficeSettings.objects.update_or_create(office_id=office_id, defaults=dict(chosen))
    return row
