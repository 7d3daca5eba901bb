# `make site` and `make test` are all that a fresh machine needs: Python 3.11 or newer, make and git.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
CONTENT ?= content
OUT ?= _site
JOBS ?= 2
INSTALL = $(BIN)/python -m pip install --quiet --disable-pip-version-check
# set by workflows; empty: the address in CONTENT/site.toml
BASE_URL ?=

.PHONY: site test oldest check lint golden bench clean

site: $(VENV)/.installed  ## build CONTENT to OUT
	$(BIN)/sitegen build $(CONTENT) --out $(OUT) $(if $(BASE_URL),--base-url $(BASE_URL))

test: $(VENV)/.installed-test lint  ## lint, types, and every test
	scripts/system-packages
	npm ci --prefix tests --silent
	$(BIN)/python -m pytest -n $(JOBS)

oldest: $(BIN)/python  ## `make test` with the oldest libraries that pyproject.toml allows
	$(BIN)/python -m pip install --quiet --disable-pip-version-check uv
	$(MAKE) test VENV=$(VENV)/oldest \
	  INSTALL='$(BIN)/uv pip install --quiet --python $(VENV)/oldest --resolution lowest-direct'

check: $(VENV)/.installed  ## every fault of CONTENT; nothing is written
	$(BIN)/sitegen check $(CONTENT)

lint: $(VENV)/.installed-test
	$(BIN)/ruff check .
	$(BIN)/mypy

golden: $(VENV)/.installed-test  ## write the expected pages, reports and fault list anew
	$(BIN)/python -m tests.golden_update

bench: $(VENV)/.installed-test  ## measure the build
	$(BIN)/python -m pytest -s tests/benchmarks

clean:
	rm -rf $(VENV) .mypy_cache .pytest_cache .ruff_cache .hypothesis build dist *.egg-info

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo 'sitegen needs Python 3.11 or newer: make PYTHON=/path/to/python3.11'; exit 1; }
	PYTHON=$(PYTHON) scripts/make-venv $(VENV)

$(VENV)/.installed: pyproject.toml setup.py | $(BIN)/python
	$(INSTALL) -e .
	@touch $@

$(VENV)/.installed-test: pyproject.toml setup.py | $(BIN)/python
	$(INSTALL) -e '.[test]'
	@touch $@ $(VENV)/.installed
