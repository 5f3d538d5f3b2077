# `make help` lists what there is. Works with GNU make 3.81 (macOS) and later.

# given on the command line only: a DATA or a PORT of the environment may mean something else
PYTHON = python3
DATA   = samples
INDEX  = indexdir
PORT   = 8000
export DATA INDEX PORT

VENV   := .venv
IN     := $(VENV)/bin/python -m
RUN    := $(VENV)/installed
TEST   := $(VENV)/installed-test
PIP    := $(IN) pip install -qq --disable-pip-version-check -c constraints.txt
OFFLINE = { echo "Dateline could not be installed: pip says why above (the first time needs a network)." >&2; exit 1; }

# the first of these that is new enough makes the environment
PYTHONS := $(PYTHON) python3.14 python3.13 python3.12 python3.11
NEW_ENOUGH := import sys; sys.exit(sys.version_info < (3, 11))

# a stranger's environment must not lead ours astray
unexport PYTHONPATH PYTHONHOME VIRTUAL_ENV

.PHONY: help run test check prove bench lock clean environment browser
.DEFAULT_GOAL := help

help:
	@echo "make run                      ingest the sample stories and serve them on port 8000"
	@echo "make run DATA=folder PORT=N   the same with your own files; INDEX=folder keeps them elsewhere"
	@echo "make test                     everything: unit, browser and packaging tests"
	@echo "make check                    format, lint, types and the fast tests"
	@echo "make prove                    the property tests, 25 times as hard"
	@echo "make bench                    relevance beside other engines, and times"
	@echo "make lock                     write constraints.txt anew from what the registry has now"
	@echo "make clean                    remove the environment and what tools left behind"

run: $(RUN)
	@$(IN) search --index "$$INDEX" serve --port "$$PORT" --ingest "$$DATA"

test: $(TEST) browser
	@$(IN) pytest

check: $(TEST)
	@$(IN) ruff format --check --quiet .
	@$(IN) ruff check --quiet .
	@$(IN) mypy
	@$(IN) pytest -m "not browser and not long"

prove: $(TEST)
	@DATELINE_EFFORT=25 $(IN) pytest tests/index/test_oracle.py tests/query/test_parse.py \
	    tests/test_snippet.py tests/ingest/test_fuzz.py tests/ingest/test_hostile.py

bench: $(TEST)
	@$(PIP) -e '.[bench]' || $(OFFLINE)
	@$(IN) bench.language
	@$(IN) bench.engines
	@$(IN) bench.relevance 200
	@$(IN) bench.ingest 20000

lock: environment
	@$(IN) pip install --quiet --disable-pip-version-check uv
	@echo "# What was tested, for Python 3.11 and later. Written by 'make lock'; used by pip -c." > $(VENV)/lock
	@$(VENV)/bin/uv pip compile --quiet --universal --all-extras --python-version 3.11 \
	    --no-header --no-annotate --no-emit-index-url --no-emit-find-links \
	    pyproject.toml >> $(VENV)/lock
	@mv $(VENV)/lock constraints.txt

clean:
	@rm -rf $(VENV) build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +

$(RUN): pyproject.toml constraints.txt | environment
	@echo "Installing into $(VENV) ..."
	@$(PIP) -e . || $(OFFLINE)
	@touch $@

$(TEST): pyproject.toml constraints.txt | environment
	@echo "Installing into $(VENV), with what the tests need ..."
	@$(PIP) -e ".[test]" || $(OFFLINE)
	@touch $(RUN) $@

environment:
	@if ! $(IN) pip --version >/dev/null 2>&1; then \
	    for python in $(PYTHONS) none; do \
	        $$python -c "$(NEW_ENOUGH)" 2>/dev/null && break; \
	    done; \
	    if [ "$$python" = none ]; then \
	        echo "Dateline needs Python 3.11 or newer: install it, or name it with make PYTHON=..." >&2; exit 1; \
	    fi; \
	    rm -rf $(VENV); \
	    $$python -m venv $(VENV) >/dev/null 2>&1 || { \
	        rm -rf $(VENV); \
	        echo "$$python cannot make a virtual environment: install its venv module (on Debian: apt-get install python3-venv)." >&2; exit 1; }; \
	fi

# the pages are tested in Debian's own browser; where it cannot be had, those tests say so and are skipped
browser:
	@if ! command -v chromium >/dev/null 2>&1 && command -v apt-get >/dev/null 2>&1; then \
	    if [ "$$(id -u)" = 0 ]; then become=env; else become="sudo -n"; fi; \
	    if $$become true 2>/dev/null; then \
	        echo "Installing chromium for the browser tests ..."; \
	        { $$become apt-get update -qq && \
	          $$become env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium; \
	        } >/dev/null 2>&1 </dev/null || echo "chromium could not be installed; the browser tests are skipped."; \
	    fi; \
	fi
