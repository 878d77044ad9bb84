# Two commands for a new user: `make demo` and `make test`. Each prepares what it needs.

PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
STAMP  := $(VENV)/.installed
AXE    := $(VENV)/axe/node_modules/axe-core/axe.min.js
QUIET  := --quiet --disable-pip-version-check

BENCHES := cleaning endpoint mutations rendering rules startup weeks

.PHONY: help demo lint test test-server test-browser golden clean $(BENCHES:%=bench-%)

help:  ## list the targets
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 20

$(STAMP): pyproject.toml constraints.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "briefing needs Python 3.11 or newer; try: make PYTHON=python3.12 $(MAKECMDGOALS)"; exit 1; }
	@echo "setting up $(VENV) (once)"
	@$(PYTHON) -m venv $(VENV) || \
	  { echo "the venv module is missing; on Debian or Ubuntu: apt-get install python3-venv"; exit 1; }
	@$(BIN)/python -m pip install $(QUIET) --upgrade "pip>=25.1"
	@$(BIN)/python -m pip install $(QUIET) --constraint constraints.txt --editable . --group dev
	@touch $(STAMP)

demo: $(STAMP)  ## briefings of the sample pages, by rules, into out/
	@$(BIN)/briefing weekly seeds/*.txt --engine rules --out out --database out/briefing.db

lint: $(STAMP)
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check --quiet .
	@$(BIN)/mypy
	@$(BIN)/lint-imports --no-cache

test: lint  ## lint, types, layers and all tests that need no browser and no model server
	@$(BIN)/pytest -m "not browser and not server" -n 2 --dist worksteal

test-server: $(STAMP)  ## the pipeline against a real llama.cpp server with a tiny random model
	@$(BIN)/python -m pip install $(QUIET) --constraint constraints.txt --group server
	@$(BIN)/pytest -m server

test-browser: $(STAMP)  ## the HTML briefing in headless Chromium
	@command -v chromium >/dev/null || command -v chromium-browser >/dev/null || command -v google-chrome >/dev/null || \
	  { echo "no Chromium found; on Debian: apt-get install chromium"; exit 1; }
	@$(BIN)/python -m pip install $(QUIET) --constraint constraints.txt --group browser
	@test -e $(AXE) || npm install --silent --no-save --prefix $(VENV)/axe axe-core@4.14.1 || \
	  echo "npm is missing: the accessibility tests are left out"
	@AXE=$(AXE) $(BIN)/pytest -m browser

golden: $(STAMP)  ## rewrite the stored texts; review the diff
	@GOLDEN=write $(BIN)/pytest -q tests -k "golden or schema"

# bench-cleaning, bench-mutations …: figures beside their limits; benchmarks/README.md explains them.
$(BENCHES:%=bench-%): bench-%: $(STAMP)
	@$(BIN)/python benchmarks/$*.py

clean:  ## remove what the other targets made
	rm -rf $(VENV) out dist .pytest_cache .hypothesis .mypy_cache .ruff_cache
