"""How pages of the staff grow with the number of appeals, from ten thousand to a million, on both databases.

`make bench GROWTH=1`, or the sizes themselves: `GROWTH="10000 100000"`. It takes minutes for a million rows.
"""

import json
import os
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import django
from django.utils import timezone

from tools.bench.place import empty, environment, run
from tools.places import program

if TYPE_CHECKING:
    from django.test import Client

SIZES = (10_000, 100_000, 1_000_000)
ROUNDS, SHARE = 20, 0.95
WISHED_MILLISECONDS, WISHED_GROWTH = 200, 2.0
HOST, BACKEND = "127.0.0.1", "allauth.account.auth_backends.AuthenticationBackend"
SOUGHT = {"a rare word": "Переметное каналы", "a common word": "су", "a number": "000777"}


@dataclass(frozen=True)
class Page:
    """What is measured: who asks for which address; `sought` is typed into the search first."""

    name: str
    who: str
    address: str
    sought: str = ""


PAGES = (
    Page("worklist of the department", "department", "/ru/staff/?scope=open"),
    Page("all appeals", "department", "/ru/staff/?scope=all"),
    Page("a card", "department", "/ru/staff/appeals/{appeal}/"),
    Page("control board", "department", "/ru/staff/control/"),
    Page("the akim's page", "akim", "/ru/staff/control/overview/"),
    Page("days of reception", "clerk", "/ru/staff/days/"),
    *(Page(f"search: {name}", "clerk", "/ru/staff/search/", words) for name, words in SOUGHT.items()),
)


def _slowest(page: Page, browser: "Client", appeal: int) -> tuple[float, int]:
    """Milliseconds within which nearly all answers came, and the statements of one."""
    from django.db import connection  # noqa: PLC0415 - models exist only after setup()
    from django.test.utils import CaptureQueriesContext  # noqa: PLC0415

    address = page.address.format(appeal=appeal)
    if page.sought:
        browser.post(address, {"q": page.sought})
    times = []
    for _ in range(ROUNDS):
        began = time.perf_counter()
        answer = browser.get(address)
        times.append(1000 * (time.perf_counter() - began))
        if answer.status_code != 200:  # noqa: PLR2004 - a page that is not there is not measured
            sys.exit(f"{address} answered {answer.status_code}, so nothing is measured")
    with CaptureQueriesContext(connection) as seen:
        browser.get(address)
    return sorted(times)[int(ROUNDS * SHARE) - 1], len(seen)


def _seen(count: int) -> dict[str, object]:
    """Fill this process's own database, and ask for every page."""
    from django.core.management import call_command  # noqa: PLC0415 - models exist only after setup()
    from django.test import Client  # noqa: PLC0415

    from qabyldau.people.models import User  # noqa: PLC0415

    call_command("migrate", verbosity=0, interactive=False)
    call_command("build_assets", stdout=sys.stderr)
    call_command("collectstatic", interactive=False, verbosity=0)
    began = time.perf_counter()
    with Path(os.devnull).open("w", encoding="utf-8") as nowhere:
        call_command("generate", appeals=count, stdout=nowhere)
    filled = time.perf_counter() - began
    pages = {}
    for page in PAGES:
        browser = Client(headers={"host": HOST})
        browser.force_login(User.objects.get(username=page.who), BACKEND)
        pages[page.name] = _slowest(page, browser, count // 2)
    return {"filled": filled, "pages": pages, "on": timezone.localdate().isoformat()}


def measured(database: str, count: int) -> dict[str, object]:
    """In a process and an empty database of its own."""
    with empty(database) as url, tempfile.TemporaryDirectory(prefix="qabyldau-growth-") as name:
        surroundings = environment(Path(name), url, 0) | {
            "DJANGO_SETTINGS_MODULE": "qabyldau.config.settings"
        }
        found: dict[str, object] = json.loads(
            run(surroundings, program("python"), "-m", "tools.bench.growth", str(count)).splitlines()[-1]
        )
        return found


def table(database: str, sizes: tuple[int, ...], rounds: list[dict[str, object]]) -> None:
    """A line for a page: milliseconds at every size, how they grew, statements at the largest."""
    print(
        f"\n{database:<30}" + "".join(f"{size:>12,}" for size in sizes) + f"{'growth':>9}{'statements':>12}"
    )
    filled = "".join(f"{one['filled']:>11.0f}s" for one in rounds)
    print(f"{'filled by rows':<30}{filled}")
    for page in PAGES:
        seen = [one["pages"][page.name] for one in rounds]  # type: ignore[index]  # our own JSON
        grown = seen[-1][0] / seen[0][0]
        verdict = "ok" if seen[-1][0] <= WISHED_MILLISECONDS else "MISSED"
        times = "".join(f"{milliseconds:>9.0f} ms" for milliseconds, _ in seen)
        print(f"{page.name:<30}{times}{grown:>8.1f}x{seen[-1][1]:>12}  {verdict}", flush=True)


def main() -> None:
    asked = os.environ.get("GROWTH", "")
    sizes = SIZES if asked in {"", "1"} else tuple(int(word) for word in asked.split())
    for database in ("sqlite", "postgresql"):
        table(database, sizes, [measured(database, size) for size in sizes])


if __name__ == "__main__":
    if len(sys.argv) > 1:
        django.setup()
        print(json.dumps(_seen(int(sys.argv[1]))))
    else:
        main()
