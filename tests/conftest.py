"""What holds for every test: none may be skipped or expected to fail, whichever database is asked."""

from collections.abc import Generator, Iterator
from pathlib import Path

import pytest
from django.db import connection
from pytest_django.plugin import DjangoDbBlocker

from tests.emptying import past_the_guards


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """A test that did not run has proved nothing, so it counts as failed."""
    report = yield
    if report.outcome == "skipped" or hasattr(report, "wasxfail"):
        report.outcome = "failed"
        report.longrepr = f"Skipped or expected to fail, which is not allowed here: {report.longrepr}"
    return report


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report() -> Generator[None, pytest.CollectReport, pytest.CollectReport]:
    """The same for a whole file that skips itself while it is read."""
    report = yield
    if report.outcome == "skipped":
        report.outcome = "failed"
        report.longrepr = f"A skipped file is not allowed here: {report.longrepr}"
    return report


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None) -> Iterator[None]:  # noqa: ARG001  pytest-django's own comes first
    """The journal may be emptied between tests, and an answer closed by hand ends no test's transaction."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(connection.ops, "execute_sql_flush", past_the_guards(connection.ops.execute_sql_flush))
        patch.setattr(connection, "close_if_unusable_or_obsolete", lambda: None)
        yield


@pytest.fixture(scope="session")
def empty_tables(
    django_db_setup: None,  # noqa: ARG001  the tables are made by it
    django_db_blocker: DjangoDbBlocker,
    tmp_path_factory: pytest.TempPathFactory,
) -> Path:
    """The tables of SQLite in a file, for an installation of its own: made anew they take half a minute.

    Whoever uses it has the mark `django_db`, or there are none.
    """
    kept = tmp_path_factory.mktemp("tables") / "empty.sqlite3"
    with django_db_blocker.unblock(), connection.cursor() as cursor:
        cursor.execute("VACUUM INTO %s", [str(kept)])
    return kept
