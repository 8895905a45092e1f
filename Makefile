# Every chore there is. Windows has no make: README says the same in plain pip lines.
SHELL := /bin/bash
VENV ?= .venv
BIN := $(VENV)/bin
# The first Python that is new enough.
PYTHON ?= $(shell for python in python3 python3.14 python3.13 python3.12 python3.11 python; do \
	$$python -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$python && break; done)

.PHONY: run test slow lint check docs bench clean

run: $(VENV)/.installed  ## build the graph of seeds/ into output/ and say what is in it
	$(BIN)/kg build seeds/ -o output/

test: $(VENV)/.installed-dev  ## the test suite, without the slow checks, on up to four cores
	$(BIN)/python -m pytest -m "not slow" --numprocesses auto --maxprocesses 4 --dist loadfile $(PYTEST)

slow: $(VENV)/.installed-dev  ## the slow checks, those that look at the clock by themselves
	$(BIN)/python -m pytest -m "slow and not timed" --numprocesses auto --maxprocesses 4 --dist loadfile $(PYTEST)
	$(BIN)/python -m pytest -m "slow and timed" $(PYTEST)

lint: $(VENV)/.installed-dev  ## ruff and mypy
	$(BIN)/ruff check .
	$(BIN)/python -m mypy

check: $(VENV)/.installed  ## prove the rules and the data
	$(BIN)/kg check

docs: run  ## the page of the ontology, from its files and the graph of seeds/
	$(BIN)/kg ontology output/ -o docs/ontology.html

bench: $(VENV)/.installed-dev  ## characters a second, beside jieba.posseg on the same text
	$(BIN)/python -m tests.bench

clean:  ## whatever the chores made
	find output -mindepth 1 ! -name .gitkeep -delete
	rm -rf $(VENV) dist build .pytest_cache .mypy_cache .ruff_cache .hypothesis

$(VENV)/bin/python:
	@test -n "$(PYTHON)" || { echo "make: Python 3.11 or newer is needed; say which with make PYTHON=/path/to/python" >&2; exit 2; }
	$(PYTHON) -m venv $(VENV)

$(VENV)/.installed: pyproject.toml | $(VENV)/bin/python
	$(BIN)/python -m pip install --quiet --editable .
	@touch $@

$(VENV)/.installed-dev: pyproject.toml | $(VENV)/bin/python
	$(BIN)/python -m pip install --quiet --editable ".[dev]"
	@touch $@ $(VENV)/.installed
