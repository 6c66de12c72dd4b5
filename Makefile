# Syria Events on one machine. `make` shows what there is to do; README.md says more.

PYTHON ?= python3
UV_VERSION := 0.13.9

BIN := .venv/bin
BI := .venv-bi
READY := .venv/.ready
ARGS ?=
# Two at a time, file by file (tests/conftest.py), in the order of collection: the long end-to-end tests begin first.
SIDE_BY_SIDE := --numprocesses 2 --dist loadfile --no-loadscope-reorder
BENCHMARKS ?= $(patsubst benchmarks/%.py,%,$(wildcard $(addprefix benchmarks/,feeds.py articles.py linking.py warehouse.py)))

# The environment is ours alone: no Python from the network, no settings of another project's.
export UV_PROJECT_ENVIRONMENT := .venv
export UV_PYTHON := $(BIN)/python
export UV_PYTHON_DOWNLOADS := never
unexport VIRTUAL_ENV PYTHONHOME PYTHONPATH PYTHONDONTWRITEBYTECODE

.DEFAULT_GOAL := help
.PHONY: help setup demo up bi bi-check down status test lint bench accuracy docs clean-state

help: ## Show this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-11s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

setup: $(READY) ## Make the project's own environment in .venv (the other targets do so when it is due)

demo: $(READY) ## Show everything on a newsroom of its own; DEMO_ONCE=1 stops after one round and judges it
	@$(BIN)/python -m syria_airflow.launcher demo

up: $(READY) ## Run on the real feeds until stopped, with a login
	@$(BIN)/python -m syria_airflow.launcher up

bi: $(BI)/.ready ## Show the dashboards, in Superset, beside a running `make demo` or `make up`
	@$(BIN)/python -m syria_airflow.launcher bi

bi-check: $(READY) ## Open every dashboard of a running `make bi` in Chromium, keep pictures, judge
	@$(BIN)/python -m bi.browse $(ARGS)

down: $(READY) ## Stop what `make demo`, `make up` or `make bi` started here
	@$(BIN)/python -m syria_airflow.launcher down

status: $(READY) ## Say what runs here, and where
	@$(BIN)/python -m syria_airflow.launcher status

test: $(READY) ## Run all tests; ARGS="tests/unit -k linking" runs some
	@mkdir -p var/tmp
	@TMPDIR="$(CURDIR)/var/tmp" $(BIN)/python -m pytest $(or $(ARGS),$(SIDE_BY_SIDE))

lint: $(READY) ## Check style and formatting
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .

bench: $(READY) ## Measure speed and memory; BENCHMARKS="linking" runs some
	@for name in $(BENCHMARKS); do $(BIN)/python -m benchmarks.$$name || exit 1; done

accuracy: $(READY) ## Measure extraction, coding and relevance on gold, where it is, and on the project's own sets
	@$(BIN)/python -m benchmarks.accuracy
	@$(BIN)/python -m benchmarks.relevance
	@$(BIN)/python -m benchmarks.articles --only ours,trafilatura --skip-hostile

docs: $(READY) ## Write what is generated anew: parts of README, the data dictionary, the dashboards
	@$(BIN)/python -m syria_airflow.documentation
	@$(BIN)/python -m syria_events.export.dictionary
	@$(BIN)/python -m bi.generator

clean-state: down ## Stop everything and delete all local state (var/): warehouse, landing, secrets
	@rm -rf var

$(READY): pyproject.toml uv.lock
	@$(PYTHON) -c 'import sys; v = sys.version_info; (3, 11) <= v < (3, 14) or sys.exit(f"Python 3.11, 3.12 or 3.13 is needed, and {sys.executable} is {v[0]}.{v[1]}: name another one, as in make PYTHON=python3.12 $(MAKECMDGOALS)")'
	@test -x $(BIN)/pip || $(PYTHON) -m venv .venv || { rm -rf .venv; echo 'python3 has no venv: on Debian and Ubuntu, apt-get install python3-venv' >&2; exit 1; }
	@$(BIN)/pip install --quiet --no-cache-dir --disable-pip-version-check uv==$(UV_VERSION)
	@$(BIN)/uv sync --quiet --frozen --inexact --compile-bytecode
	@touch $@

# Superset needs older versions of what Airflow needs, so it has an environment of its own.
$(BI)/.ready: bi/requirements.txt | $(READY)
	@$(BIN)/python -c 'import sys; v = sys.version_info; v < (3, 13) or sys.exit("Superset 6.1 needs Python 3.11 or 3.12: remove .venv, and name one, as in make PYTHON=python3.12 bi")'
	@test -x $(BI)/bin/python || $(BIN)/uv venv --quiet --python $(BIN)/python $(BI)
	@$(BIN)/uv pip sync --quiet --require-hashes --compile-bytecode --python $(BI)/bin/python bi/requirements.txt
	@touch $@
