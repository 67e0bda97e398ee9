"""Clerks at the desk, over HTTP and as a browser would: the page is read, a button is pressed.

A request that failed is looked at again on the page before anything is pressed twice.
"""

from __future__ import annotations

import random
import re
import threading
import time
import uuid
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import datetime, timedelta

import httpx

from tools.stress.hall.installation import PASSWORD
from tools.stress.hall.plan import Clock, Morning
from tools.stress.hall.televisions import Hall

AGAIN_SECONDS, HEARD_SECONDS, LOOK_SECONDS = 0.5, 30.0, 0.25
STAYS, NO_SHOW, DEAF, TIRED = timedelta(minutes=9), 0.08, 0.04, 0.02
BUTTON = r"/desk/{day}/visits/(\d+)/{act}/"
TICKET = re.compile(r"№ ?(\d+)")
LOGIN = "/ru/account/login/"
REFUSED = re.compile(r'<li><a href="#id_[a-z_]*">([^<]*)|<p class="against">([^<]*)')
HIDDEN = re.compile(r"<input type=\"hidden\" name=\"([a-z_]+)\" value=\"([^\"]*)\"")


class Cut:
    """The network of the clerks: away between two moments."""

    def __init__(self) -> None:
        self.away = threading.Event()

    def check(self) -> None:
        if self.away.is_set():
            raise httpx.ConnectError("the network is away")


@dataclass(slots=True)
class Visitor:
    """Somebody with an hour: when they come, and the key under which they are checked in."""

    appeal: int
    comes: datetime
    deaf: bool = False
    tired: bool = False
    once: str = field(default_factory=lambda: str(uuid.uuid4()))


def visitors(people: Iterable[tuple[int, datetime]], chance: random.Random) -> list[Visitor]:
    """In order of arrival; those who never come are not among them."""
    found = []
    for appeal, hour in people:
        early = timedelta(minutes=chance.randint(-8, 35))
        row = Visitor(appeal, hour - early, chance.random() < DEAF, chance.random() < TIRED)
        if chance.random() >= NO_SHOW:
            found.append(row)
    return sorted(found, key=lambda one: one.comes)


@dataclass(slots=True)
class Desk:
    """One clerk at the door of one official."""

    address: str
    morning: Morning
    coming: list[Visitor]
    clock: Clock
    hall: Hall
    cut: Cut
    away_at: datetime | None = None
    line: httpx.Client = field(default_factory=lambda: httpx.Client(timeout=20, follow_redirects=True))
    page: str = ""
    unheard: list[int] = field(default_factory=list)
    retries: int = 0
    deaf: set[int] = field(default_factory=set)

    # --- what a browser does ---------------------------------------------------------------------

    def _ask(self, method: str, path: str, form: dict[str, str] | None = None) -> httpx.Response:
        """Until an answer comes; a form is not sent again blindly: its page is read first."""
        while True:
            answer = self._once(method, path, form)
            if answer is not None and answer.status_code < httpx.codes.INTERNAL_SERVER_ERROR:
                return answer
            self.retries += 1
            time.sleep(AGAIN_SECONDS)
            if method == "POST":
                return self._ask("GET", self._home)

    def _once(self, method: str, path: str, form: dict[str, str] | None) -> httpx.Response | None:
        """None: the line was cut, or nobody answered."""
        try:
            self.cut.check()
            return self.line.request(method, f"{self.address}{path}", data=self._whole(form))
        except httpx.TransportError:
            return None

    def _whole(self, form: dict[str, str] | None) -> dict[str, str] | None:
        token = self.line.cookies.get("csrftoken") or ""
        return None if form is None else {**form, "csrfmiddlewaretoken": token}

    @property
    def _home(self) -> str:
        return f"/ru/staff/desk/{self.morning.day}/"

    def sign_in(self) -> None:
        """Until the desk is seen: whatever happens to the server meanwhile."""
        self.page = ""
        while self._home not in self.page or 'name="password"' in self.page:
            self._ask("GET", LOGIN)
            self._ask("POST", LOGIN, {"login": "clerk", "password": PASSWORD})
            self.page = self._ask("GET", self._home).text

    def _press(self, path: str, form: dict[str, str] | None = None) -> None:
        """A button, with whatever its form carries along; afterwards the day is before us again."""
        carried = self.page.partition(f'action="{path}"')[2].partition("</form>")[0]
        answer = self._ask("POST", path, {**dict(HIDDEN.findall(carried)), **(form or {})})
        if answer.is_client_error:
            raise RuntimeError(f"{answer.status_code} to {path}: {REFUSED.findall(answer.text)}")
        self.page = answer.text

    def _button(self, act: str) -> str:
        """The first of these buttons on the page; empty: there is none."""
        found = re.search(BUTTON.format(day=self.morning.day, act=act), self.page)
        return f"/ru/staff{found.group(0)}" if found else ""

    # --- what a clerk does -----------------------------------------------------------------------

    def work(self) -> None:
        """From the first arrival until nobody waits and nobody is to come."""
        self.sign_in()
        until = self.clock.now()
        while not self._over():
            if self.away_at and self.clock.now() >= self.away_at and not self._button("finish"):
                self._send_home()
                return
            self._receive_who_came()
            if self._button("finish"):
                self._served(until)
            elif self._button("start"):
                until = self._bring_in()
            elif self._button("leave_desk"):
                self.call()
            else:
                time.sleep(LOOK_SECONDS)

    def _over(self) -> bool:
        nobody = not any(map(self._button, ("finish", "start", "leave_desk")))
        return nobody and not self.coming

    def check_in(self, one: Visitor) -> bool:
        """Whether the person is not expected any more."""
        path = f"/desk/{self.morning.day}/arrive/{one.appeal}/"
        if path in self.page:
            form = {"document": "identity_card", "document_end": "1234", "once": one.once}
            self._press(f"/ru/staff{path}", form)
        return path not in self.page

    def call(self) -> None:
        self._press(f"{self._home}call/")

    def press(self, act: str) -> None:
        """The first such button, if there is one."""
        if button := self._button(act):
            self._press(button)

    def _receive_who_came(self) -> None:
        while self.coming and self.coming[0].comes <= self.clock.now():
            if self.check_in(self.coming[0]):
                self._came(self.coming.pop(0))

    def _came(self, one: Visitor) -> None:
        """Some go home, tired of waiting; some will not hear their number."""
        if one.tired:
            self.press("leave_desk")
        elif one.deaf:
            self.deaf.add(one.appeal)

    def _bring_in(self) -> datetime:
        """The person hears the number and goes in; who does not come is called again, then is absent."""
        ticket = self.ticket()
        self._heard(ticket, 1)
        if self.deaf:
            self.deaf.pop()
            self.press("call_again")
            self._heard(ticket, 2)
            self.press("absent")
        else:
            self.press("start")
        return self.clock.now() + STAYS

    def _heard(self, ticket: int, times: int) -> None:
        if not self.hall.wait_for(f"{ticket}-{times}-", HEARD_SECONDS):
            self.unheard.append(ticket)

    def ticket(self) -> int:
        """Of the person called: the number that the button names."""
        found = TICKET.search(self.page, self.page.find(self._button("start")))
        if found is None:
            raise RuntimeError("the button names no number")
        return int(found.group(1))

    def _served(self, until: datetime) -> None:
        if self.clock.now() >= until:
            self.press("finish")
        else:
            time.sleep(LOOK_SECONDS)

    def _send_home(self) -> None:
        """The official was called away: it is recorded, who waits may have another hour."""
        self.press("recall")
        while self._button("leave_desk"):
            self.press("leave_desk")
        told = self.clock.now()
        form = {
            "official_id": str(self.morning.official),
            "since": f"{told:%Y-%m-%d}",
            "until": f"{told:%Y-%m-%d}",
            "cause": "other",
            "told_by": "клерк",
            "told_at": f"{told:%Y-%m-%dT%H:%M}",
        }
        self._ask("POST", "/ru/staff/replanning/absence/", form)


def at_work(desks: list[Desk], failed: Callable[[BaseException], None]) -> list[threading.Thread]:
    """Each clerk in a thread; what goes wrong is told, not swallowed."""

    def run(desk: Desk) -> None:
        try:
            desk.work()
        except Exception as fault:
            failed(fault)
        finally:
            desk.line.close()

    threads = [threading.Thread(target=run, args=(one,)) for one in desks]
    for one in threads:
        one.start()
    return threads
