# JobWise. `make help` is the manual.
.DEFAULT_GOAL := help
.ONESHELL:
SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c

PYTHON ?= python3
BIN := .venv/bin
STAMP := .venv/.installed
TESTS := backend/tests
UNIT := $(addprefix $(TESTS)/,unit architecture)
REST := $(addprefix $(TESTS)/,properties contract api cli gates survival truth fit foreign postings)
WORKERS ?= 2
export PYTHONPATH := backend
# Whatever the shell says: some hundred processes would each compile all of it again.
unexport PYTHONDONTWRITEBYTECODE

PROFILE ?=
POSTING ?=
OUT ?= out
DATA ?= ../shared/data
GATE ?=

.PHONY: help
help: ## Show this manual
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sort | awk 'BEGIN {FS = ":.*## "} {printf "  make %-10s %s\n", $$1, $$2}'
	@echo
	@echo "  PROFILE=me.json POSTING=posting.txt OUT=out   your own files, for demo"
	@echo "  DATA=../shared/data OUT=out                   for eval"
	@echo "  GATE=readback                                 for trust; all gates when none is named"

$(STAMP): locks/uv.txt locks/dev.txt pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit("JobWise needs Python 3.11 or newer; try PYTHON=python3.12" if sys.version_info < (3, 11) else 0)'
	[ -x $(BIN)/python ] || $(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r locks/uv.txt
	$(BIN)/uv pip sync --quiet --compile-bytecode --python $(BIN)/python --require-hashes locks/dev.txt
	$(BIN)/uv pip install --quiet --python $(BIN)/python --no-deps --no-build-isolation --editable .
	touch $(STAMP)

.PHONY: install
install: $(STAMP) ## Install everything into .venv (done by the others when needed)

.PHONY: demo
demo: $(STAMP) ## Do the main job over HTTP: a profile and a posting in, a true resume out
	@$(BIN)/jobwise demo $(if $(PROFILE),--profile "$(PROFILE)") $(if $(POSTING),--posting "$(POSTING)") --out "$(OUT)"

.PHONY: serve
serve: $(STAMP) ## Serve http://127.0.0.1:8000 with Swagger UI at /docs
	@$(BIN)/jobwise serve

.PHONY: format
format: $(STAMP) ## Format the code and mend what can be mended
	$(BIN)/ruff check --fix --quiet backend
	$(BIN)/ruff format --quiet backend

.PHONY: check
check: $(STAMP) ## Format, lint, types, walls and unit tests, in about a minute
	$(BIN)/ruff format --check --quiet backend
	$(BIN)/ruff check --quiet backend
	$(BIN)/lint-imports --config pyproject.toml
	$(BIN)/mypy --num-workers $(WORKERS)
	$(BIN)/pytest -q -n $(WORKERS) -p no:schemathesis $(UNIT)

.PHONY: test
test: check ## Everything that a change must pass, on both databases
	$(BIN)/jobwise openapi --check docs/openapi.json
	$(BIN)/pytest -q -n $(WORKERS) --dist loadfile $(REST) || { \
	  echo "What failed beside others is tried once more, alone: a stall of the machine is no defect."; \
	  $(BIN)/pytest -q --last-failed --last-failed-no-failures none $(REST); }

.PHONY: openapi
openapi: $(STAMP) ## Write docs/openapi.json anew
	$(BIN)/jobwise openapi --out docs/openapi.json

.PHONY: ats-rules
ats-rules: $(STAMP) ## Write docs/ats-rules.md anew, after a change of the rules
	$(BIN)/jobwise ats-rules --out docs/ats-rules.md

.PHONY: pictures
pictures: $(STAMP) ## Draw the pictures of the templates anew, from the sample career
	@$(BIN)/python -m tests.pictures

.PHONY: eval
eval: $(STAMP) ## Run the product's parsers over DATA and write the predictions to OUT
	@$(BIN)/jobwise eval --data "$(DATA)" --out "$(OUT)"

.PHONY: trust
trust: $(STAMP) ## The hard proofs of truth and survival, one GATE or all of them
	@$(BIN)/python -m tests.trust $(GATE)

.PHONY: bench
bench: $(STAMP) ## Measure speed as ratios, ours beside a reference in the same run
	@$(BIN)/python -m tests.bench

.PHONY: lock
lock: ## Pin the newest versions that pyproject.toml allows, with hashes and without addresses
	pin() { $(BIN)/uv pip compile "$$@" --universal --python-version 3.11 --upgrade \
	  --generate-hashes --no-header --no-annotate --quiet; }
	echo uv | pin - --output-file locks/uv.txt
	pin pyproject.toml --group build --output-file locks/runtime.txt
	pin pyproject.toml --group build --group dev --output-file locks/dev.txt

.PHONY: clean
clean: ## Remove what was installed and made
	rm -rf .venv var out .mypy_cache .ruff_cache .pytest_cache .hypothesis
