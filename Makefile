# casereflect: set up, try, test, check.
PYTHON ?= python3
VENV := .venv
RUN := $(VENV)/bin
ROUNDS ?= 7

.PHONY: help setup demo test walks check faults pictures docs bench clean
help: ## show these commands
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t 10

$(VENV)/.ready: pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(RUN)/python -m pip install --quiet --disable-pip-version-check --upgrade "pip>=25.1"
	$(RUN)/python -m pip install --quiet --disable-pip-version-check --editable .
	touch $@

$(VENV)/.ready-dev: $(VENV)/.ready
	$(RUN)/python -m pip install --quiet --disable-pip-version-check --group dev
	touch $@

setup: $(VENV)/.ready-dev ## make .venv with the app and the tools to work on it

demo: $(VENV)/.ready ## open the app on a fictional caseload
	@$(RUN)/casereflect demo

test: $(VENV)/.ready-dev ## run the tests
	$(RUN)/python -m pytest -q -n 3 --dist loadfile -m "not walk"

walks: $(VENV)/.ready-dev ## run the tests that walk every form, key, kind of record and page, one by one
	$(RUN)/python -m pytest -q -n 3 --dist load -m walk

check: $(VENV)/.ready-dev ## ruff, mypy --strict, import-linter
	$(RUN)/ruff check .
	$(RUN)/ruff format --check .
	$(RUN)/mypy
	$(RUN)/lint-imports

faults: $(VENV)/.ready-dev ## make every fault for real, 200 kills among them, and print what was lost
	$(RUN)/python tools/faults.py

pictures: $(VENV)/.ready ## draw docs/pictures from the app
	$(RUN)/python tools/pictures.py

docs: $(VENV)/.ready ## write docs/keys.md and docs/commands.md from the tables of the app
	$(RUN)/python tools/reference.py

bench: $(VENV)/.ready-dev ## measure speed and bytes beside a bare app; keeps the table in docs/performance.md
	BENCH_TOOLS=$${BENCH_TOOLS:-../shared/tools} $(RUN)/python -m benchmarks --rounds $(ROUNDS) --keep docs/performance.md

clean: ## remove what setup made
	rm -rf $(VENV) .pytest_cache .mypy_cache .ruff_cache .hypothesis dist
