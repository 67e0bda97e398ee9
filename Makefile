# Qabyldau: the tasks of this repository. `make help` lists them.
.DEFAULT_GOAL := help
.PHONY: help run test law check bench stress day clause clauses lifecycle messages migrations format lock clean
PY := sh tools/python
QABYLDAU := .venv/bin/qabyldau

help:  ## List the tasks.
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-11s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

run:  ## Start the whole product on 127.0.0.1:8000 (HOST=, PORT=), installing what is missing.
	@exec $(PY) -m tools.prepare run qabyldau run

test:  ## Run every test: law, flows on SQLite and PostgreSQL, browser (ONLY="law browser" for some stages).
	@$(PY) -m tools.suite $(ONLY)

law:  ## Run the tests of the law alone: no database, seconds.
	@$(PY) -m tools.prepare dev pytest tests/law

check:  ## Lint, types, import contracts, migrations, translations, generated pages, house rules.
	@$(PY) -m tools.check

bench:  ## Measure on both databases, beside a bare insert (GROWTH=1: up to 1 000 000 appeals; BOARDS=1: 200 boards).
	@GROWTH="$(GROWTH)" BOARDS="$(BOARDS)" $(PY) -m tools.prepare dev python -m tools.bench

stress:  ## Prove that no message is lost: 10 000 of them, a provider out of its mind, couriers killed -9.
	@$(PY) -m tools.prepare dev python -m tools.postgres $(CURDIR)/.venv/bin/python -m tools.stress.outbox

day:  ## Live through a day of reception: 12 officials, 300 people, servers killed, the network cut.
	@$(PY) -m tools.prepare dev python -m tools.postgres $(CURDIR)/.venv/bin/python -m tools.stress.day

clause:  ## Show all that answers for a paragraph: make clause P=29.
	@$(PY) -m tools.prepare run qabyldau clause $(P)

clauses:  ## Write docs/clauses.md anew: every paragraph, its norm, its tests.
	@$(PY) -m tools.prepare dev python -m tools.pages clauses proofs

lifecycle:  ## Write docs/lifecycle.md anew: states and moves.
	@$(PY) -m tools.prepare dev python -m tools.pages lifecycle

messages:  ## Collect texts for translation into the .po files of both languages (AREA=web/staff for one).
	@$(PY) -m tools.prepare dev python -m tools.translations write $(AREA)

migrations:  ## Make the migrations that the models ask for, and note the last of each app (APP=registry for one).
	@$(PY) -m tools.prepare dev python -m tools.migrations write $(APP)

format:  ## Put Python into the house's shape.
	@$(PY) -m tools.prepare dev python -m tools.check format

lock:  ## Resolve the packages anew and lock them by hash (UPGRADE=--upgrade takes newer ones).
	@$(PY) -m tools.lock $(UPGRADE)

clean:  ## Remove the environment and what was built; the data in var/ stays.
	rm -rf .venv var/static var/built var/mypy var/pytest var/test-results .ruff_cache .import_linter_cache
	find src -name '*.mo' -delete
