# Everything sets itself up: Python 3.11 to 3.13, make and git are all it takes (the sandbox's
# browser IDE and the pages for the Dashboard want npm as well; all else does without).

PYTHON := .venv/bin/python

.DEFAULT_GOAL := help
.PHONY: help demo demo-check test check format bench graphql translations dashboard screenshots requirements \
  environment

help:
	@echo "make demo          a shop with the programme in it, until Ctrl-C"
	@echo "make demo-check    a shopper's story through HTTP, every figure checked"
	@echo "make test          all tests; with a Saleor (SALEOR_PATH, or ~/saleor) its suite as well"
	@echo "make check         formatting, lint, types, floors, schema, migrations, translations"
	@echo "make bench         what it costs; BENCH=quick at a tenth of it, BENCH_ARGS=--json for data"
	@echo "make format        formats and repairs what can be repaired"
	@echo "make graphql       writes graphql/schema.graphql from the code"
	@echo "make translations  brings the message catalogs up to date; ADD=fr adds one"
	@echo "make dashboard     builds the pages for the Dashboard into the package (with npm)"
	@echo "make screenshots   takes pictures of those pages for docs/"
	@echo "make requirements  pins what pyproject.toml asks for; UPGRADE=1 the newest of it"

demo: environment
	@$(PYTHON) -m sandbox.dashboard_files --optional
	@$(PYTHON) -m sandbox.demo

demo-check: environment
	@$(PYTHON) -m sandbox.demo_check

test: environment
	@$(PYTHON) -m sandbox.suites

check: environment
	@$(PYTHON) -m sandbox.checks

format: environment
	@$(PYTHON) -m ruff check --fix --quiet . ; $(PYTHON) -m ruff format .

bench: environment
	@$(PYTHON) -m benchmarks $(BENCH_ARGS)

graphql: environment
	@$(PYTHON) -m sandbox.schema

translations: environment
	@$(PYTHON) -m sandbox.catalogs update $(ADD)

dashboard: environment
	@$(PYTHON) -m sandbox.dashboard_files

screenshots: environment
	@$(PYTHON) -m sandbox.screenshots

requirements:
	@uv pip compile pyproject.toml --extra sandbox --group dev --universal --python-version 3.11 \
	  $(if $(UPGRADE),--upgrade) --no-emit-index-url --no-annotate --no-header --quiet \
	  --output-file requirements/dev.txt

environment:
	@python3 -m sandbox.environment
