# Everything works on a fresh clone with Python (3.11 or newer) and git: the virtual environment is made on the way.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
INSTALLED := $(VENV)/.installed

.PHONY: demo test lint format measure schema clean

demo: $(INSTALLED)  ## check both seed documents and show the full report
	@$(BIN)/qualitycheck check --format full --fail-on never seeds

test: $(INSTALLED)  ## run the whole fast suite
	$(BIN)/python -m pytest -n auto --dist loadgroup

lint: $(INSTALLED)  ## ruff (lint and format), mypy --strict, import contracts, the examples of all rules
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache
	$(BIN)/qualitycheck rules test

format: $(INSTALLED)
	$(BIN)/ruff check --fix-only --quiet .
	$(BIN)/ruff format --quiet .

schema: $(INSTALLED)  ## write rules/schema.json anew from qualitycheck/keys.py and qualitycheck/scanners
	$(BIN)/python scripts/build_schema.py

# pip 25.1 is the first that knows dependency groups.
$(INSTALLED): pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check 'pip>=25.1'
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable . --group dev
	@touch $@

clean:
	rm -rf $(VENV) build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis
