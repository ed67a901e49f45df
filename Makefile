# Each target sets up what it needs. `make demo` and `make test` work on a machine with Python 3.11, git and make.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
DEMO := build/demo
READY := $(VENV)/ready

.PHONY: setup nightly demo serve test lint floors bench screenshots constraints clean

setup: $(READY)

$(READY): pyproject.toml constraints.txt
	$(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable ".[dev]"
	touch $@

# The main job: visit the portals (needs a contact address in jianxun.toml).
nightly: $(READY)
	$(BIN)/jianxun nightly

# The main job without a network: the five seeds and the pages around them, answered from their recording.
demo: $(READY)
	$(BIN)/jianxun nightly --replay seeds --data $(DEMO)
	$(BIN)/jianxun status --data $(DEMO)
	@echo "Read it: make serve"

serve: $(READY)
	$(BIN)/jianxun serve --data $(DEMO)

test: $(READY)
	@command -v chromium >/dev/null || command -v google-chrome >/dev/null || .ci/browser
	$(BIN)/pytest -n 2 --dist loadfile

lint: $(READY)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

floors: $(READY)
	$(BIN)/python -m bench.floors

bench: $(READY)
	$(BIN)/python -m bench

screenshots: $(READY) demo
	$(BIN)/python -m bench.screenshots $(DEMO)

# After an upgrade was tried: names and versions only, no download addresses.
constraints: $(READY)
	$(BIN)/pip freeze --exclude-editable | grep -v '@' > constraints.txt

clean:
	rm -rf $(VENV) build .mypy_cache .pytest_cache .ruff_cache
