SHELL := /bin/bash
.DEFAULT_GOAL := help
.PHONY: help setup demo up down test lint bench accuracy docs clean

UV_VERSION := 0.13.9
PYTHON ?= python3
BIN := .venv/bin
READY := .venv/.ready
# Airflow and everything else start seconds sooner from compiled bytecode.
unexport PYTHONDONTWRITEBYTECODE
export PYTHONPATH := plugins:.

help:  ## this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "  make %-9s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

setup: $(READY)  ## the environment in .venv: uv, and what uv.lock says

$(READY): pyproject.toml uv.lock
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "make: $(PYTHON) is older than 3.11; choose another with PYTHON=…"; exit 1; }
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv || { echo "make: $(PYTHON) has no venv; on Debian and Ubuntu: apt install python3-venv"; exit 1; }
	@$(BIN)/uv --version 2>/dev/null | grep -qF ' $(UV_VERSION)' || $(BIN)/python -m pip install --quiet --disable-pip-version-check uv==$(UV_VERSION)
	$(BIN)/uv sync --frozen --inexact --compile-bytecode --quiet
	@touch $(READY)

demo: $(READY)  ## the whole system on a newsroom of our own; DEMO_ONCE=1 stops when it has come through
	$(BIN)/python -m syria_airflow.launcher demo

up: $(READY)  ## the whole system on the real feeds, until Ctrl-C
	$(BIN)/python -m syria_airflow.launcher up

down: $(READY)  ## stop what `make demo` or `make up` runs
	$(BIN)/python -m syria_airflow.launcher down

test: $(READY)  ## all tests: unit, integration, dags, e2e
	$(BIN)/python -m pytest

lint: $(READY)  ## ruff and mypy
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

bench: $(READY)  ## figures of speed, each beside a peer or a limit
	@for part in benchmarks/feeds.py benchmarks/articles.py benchmarks/linking.py; do \
		echo "== $$part"; $(BIN)/python -m benchmarks.$$(basename $$part .py) || exit 1; done

accuracy: $(READY)  ## figures of coding on gold and contrast sets
	$(BIN)/python -m benchmarks.accuracy

docs: $(READY)  ## the generated parts of README
	$(BIN)/python -m syria_airflow.documentation

clean: $(READY)  ## remove the demo's state (var/demo); that of `make up` stays
	rm -rf var/demo
