"""One courier of the stress: carries and asks by a clock that runs faster than ours, until it is killed."""

import sys
import time
from datetime import datetime, timedelta

import django

django.setup()

from django.conf import settings  # noqa: E402  models need the settings first
from django.db import DatabaseError  # noqa: E402

from qabyldau.gateways.calling import Patience  # noqa: E402
from qabyldau.gateways.console import ConsoleMailer  # noqa: E402
from qabyldau.gateways.smsc import Account, SmscGateway  # noqa: E402
from qabyldau.outbox import reports  # noqa: E402
from qabyldau.outbox.carrying import Carriers, carry_one  # noqa: E402
from tools.stress.clock import START  # noqa: E402
from tools.stress.provider import SECRET  # noqa: E402

IDLE = 0.1
HASTY = Patience(connect=1.0, answer=2.0)


def main(url: str, speed: float, began: float) -> None:
    sms = SmscGateway(Account(api_key="k", secret=SECRET, url=url), HASTY)
    carriers = Carriers(mailer=ConsoleMailer(settings.VAR), sms=sms)

    def now() -> datetime:
        return START + timedelta(seconds=(time.time() - began) * speed)

    while True:
        try:
            if not carry_one(carriers, at=now()) and not reports.ask_one(sms, at=now()):
                time.sleep(IDLE)
        except DatabaseError:
            time.sleep(IDLE)


if __name__ == "__main__":
    main(sys.argv[1], float(sys.argv[2]), float(sys.argv[3]))
