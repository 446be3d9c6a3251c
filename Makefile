# The front door. On a fresh machine only Python 3.11 is needed: every target sets up what it uses.
PYTHON ?= $(shell command -v python3.11 || command -v python3)
VENV := .venv
BIN := $(VENV)/bin
EXAMPLE := $(wildcard examples/izhevsk/*.json) $(wildcard examples/izhevsk/*.txt)

.DEFAULT_GOAL := help
.PHONY: help setup demo test lint floors floors-up evaluate bench flame faults writers fuzz packs schema clean

help:
	@echo "make demo       set up, check the bundled example, print it, write demo.html"
	@echo "make test       lint, types, layers, tests, floors under measured quality"
	@echo "make evaluate   figures on corpora/gold with 95 % intervals"
	@echo "make bench      milliseconds a stage, reports and characters a second, long texts, memory"
	@echo "make flame      flame.svg: where the time of a check goes"
	@echo "make gazetteer  build the gazetteer anew (needs a network)"

# The stamp is as new as pyproject.toml: a changed dependency sets up again.
setup: $(VENV)/.ready

$(VENV)/.ready: pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	@touch $@

demo: setup
	$(BIN)/reportedly check $(EXAMPLE)
	$(BIN)/reportedly check $(EXAMPLE) --format html -o demo.html
	@echo "The same as a page: demo.html"

lint: setup
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

test: lint
	$(BIN)/python -m pytest
	$(MAKE) --no-print-directory floors

floors: setup
	$(BIN)/reportedly evaluate corpora/gold --floors corpora/floors.toml

# Raises the floors to what is measured now; it never lowers one.
floors-up: setup
	$(BIN)/reportedly evaluate corpora/gold --floors corpora/floors.toml --set

evaluate: setup
	$(BIN)/reportedly evaluate corpora/gold

bench: setup
	$(BIN)/python -m reportedly.evaluate.bench corpora/gold

# A flame graph of one process that reads, checks, links and weighs the annotated reports.
flame: setup
	$(BIN)/py-spy record --rate 500 --output flame.svg -- \
		$(BIN)/reportedly check corpora/gold/*.json --format json -o /dev/null

# What a ledger must survive, at full length; see docs/reference/faults.md.
faults: setup
	$(BIN)/python -m faults

# Of those, eight processes of 10,000 commits each on SQLite and on a PostgreSQL server that syncs, put on record.
writers: setup
	$(BIN)/python -m faults --only writers | $(BIN)/python -m faults.record
	POSTGRES_FSYNC=on .ci/postgres sh -c 'REPORTEDLY_TEST_LEDGER=$$REPORTEDLY_TEST_POSTGRES $(BIN)/python -m faults --only writers' \
		| $(BIN)/python -m faults.record

# One target a parser of foreign input, ten minutes each; the fuzzer is installed here and nowhere else.
fuzz: setup
	$(BIN)/python -m pip install --quiet --disable-pip-version-check atheris==3.0.0
	$(BIN)/python -m faults.fuzz

# Compiles the YAML packs of sources and officials that people edit into the JSON that is loaded.
packs: setup
	$(BIN)/python -m reportedly.packs.sources

schema: setup
	$(BIN)/python -c "import json; from reportedly.model import json_schema; print(json.dumps(json_schema(), indent=1))" > docs/reference/schema.json

clean:
	rm -rf $(VENV) demo.html flame.svg .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache

-include gazetteer.mk
