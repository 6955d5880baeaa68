# Everything here needs Python 3.11 or newer, and installs the rest into .venv by itself.
# `make help` lists the commands.

PORT ?= 8000
HOST ?= 127.0.0.1
V := .venv
PYTHON := $(V)/bin/python
FLASK := $(PYTHON) -m flask --app webapp.app
# The certificates of the machine, so that a network with its own is no obstacle.
UV := $(V)/bin/uv --system-certs
LOCK := $(UV) pip compile -q --universal --python-version 3.11 --generate-hashes \
	--no-emit-index-url --no-emit-find-links --no-header --no-annotate
# The build copies htmx here each time, so its time tells when the project was installed.
INSTALLED := webapp/static/built/htmx.js
SAY := @printf "\n== %s\n"

# Asked before the work and again before the start, as two servers can share a port unnoticed.
FREE_PORT = test -z "$(PY)" || \
	why=$$($(PY) -c 'import socket; socket.create_server(("$(HOST)", int("$(PORT)"))).close()' 2>&1) || { \
	echo "Cannot answer on $(HOST):$(PORT): $${why\#\#*Error: }"; \
	echo "Choose another port: make run PORT=8001"; exit 1; }
# The first Python that is new enough; PY=/path/to/python chooses another.
PY ?= $(shell for p in python3 python3.14 python3.13 python3.12 python3.11; do \
	$$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$p && break; done)

.DEFAULT_GOAL := help
.PHONY: help run demo check test test-all bench lint free-port browser-needs ready assets catalogues \
	messages format lock clean

help: ## List the commands
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-12s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

run: export APP_ENV ?= development
run: free-port ready ## Start the app with demo data on http://127.0.0.1:8000 (PORT=… for another port)
	$(SAY) "Demo data"
	@$(FLASK) demo
	@$(FREE_PORT)
	$(SAY) "Min väg is on http://$(HOST):$(PORT) - how to sign in stands above and in README.md. Ctrl-C stops it."
	@exec env PYTHONOPTIMIZE=2 MALLOC_ARENA_MAX=1 MALLOC_TRIM_THRESHOLD_=1048576 \
		$(V)/bin/granian --interface wsgi \
		--factory webapp.app:create_app --workers 2 \
		--blocking-threads 4 --workers-kill-timeout 3 --no-ws --host $(HOST) --port $(PORT)

demo: export APP_ENV ?= development
demo: ready ## Put the demo data in the database, without starting the app
	@$(FLASK) demo

check: lint ## The quick checks: format, lint, types, imports, domain tests on SQLite
	$(SAY) "Domain tests"
	@$(PYTHON) -m pytest -q -n auto -m "not postgres" tests/domain

test: lint browser-needs ## Everything that must hold, in a browser and on PostgreSQL too
	$(SAY) "Tests"
	@$(PYTHON) -m pytest -n auto -m "not matrix and not browser" $(PYTEST_ARGS)
	@$(PYTHON) -m pytest -m "browser and not matrix" $(PYTEST_ARGS)

test-all: lint browser-needs ## The same, and every page in every language
	$(SAY) "Tests, with every page in every language"
	@$(PYTHON) -m pytest -n auto -m "not browser" $(PYTEST_ARGS)
	@$(PYTHON) -m pytest -m browser $(PYTEST_ARGS)

bench: ready ## Measure speed, as ratios within one run (BENCH_ARGS=--json for machines)
	@$(PYTHON) -m tests.bench $(BENCH_ARGS)

lint: ready
	$(SAY) "Format and lint"
	@$(PYTHON) -m ruff format --check .
	@$(PYTHON) -m ruff check .
	$(SAY) "Types"
	@$(PYTHON) -m mypy
	$(SAY) "Imports"
	@$(V)/bin/lint-imports --no-logo

free-port:
	@$(FREE_PORT)

browser-needs:
	@for p in "$$CHROMIUM_PATH" chromium google-chrome; do \
		command -v "$$p" >/dev/null && exit 0; done; \
		echo "No Chromium here, so browser tests will be skipped. For them: apt-get install chromium"
	@fc-list 2>/dev/null | grep -q "Noto Sans Arabic" || \
		echo "No Noto fonts here, so Arabic may be shown as boxes. For it: apt-get install fonts-noto-core"

format: ready ## Put the code in its standard form
	@$(PYTHON) -m ruff check --fix-only --quiet .
	@$(PYTHON) -m ruff format .

messages: ready ## Collect the texts of the code into the catalogues of every language
	@$(PYTHON) -m webapp.kit.messages

catalogues: ready ## Compile the catalogues that have changed
assets: ready ## Bundle and compress the script and the style sheet if they have changed

lock: ready ## Choose the newest versions of everything we depend on
	@$(LOCK) --upgrade pyproject.toml -o requirements/run.txt
	@$(LOCK) --upgrade pyproject.toml --group dev -o requirements/dev.txt -c requirements/run.txt
	@$(LOCK) --upgrade --group bootstrap -o requirements/bootstrap.txt
	@$(LOCK) --upgrade --group build -o build-constraints.txt

clean: ## Remove what was built and installed, but not the data in instance/
	rm -rf $(V) dist webapp/static/built test-results
	rm -rf .hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache
	find translations -name '*.mo' -delete
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

# --- What the commands above stand on ---------------------------------------------------------

ready: $(INSTALLED)
	@$(PYTHON) -m webapp.kit.assets
	@$(PYTHON) -m webapp.kit.catalogues

$(INSTALLED): $(V)/.dependencies pyproject.toml build-constraints.txt hatch_build.py
	$(SAY) "Installing the project"
	@$(UV) pip install -q --python $(PYTHON) --no-deps --reinstall-package min-vag \
		--build-constraints build-constraints.txt -e .

$(V)/.dependencies: $(PYTHON) requirements/bootstrap.txt requirements/dev.txt
	$(SAY) "Installing what the project depends on, as locked"
	@$(PYTHON) -m pip install -q --disable-pip-version-check --require-hashes -r requirements/bootstrap.txt \
		&& $(UV) pip sync -q --python $(PYTHON) --require-hashes requirements/dev.txt requirements/bootstrap.txt \
		|| { echo "Not everything could be fetched; why stands above. Is there a network? Then: make again."; exit 1; }
	@touch $@

$(PYTHON):
	@test -n "$(PY)" || { echo "Python 3.11 or newer is needed: apt-get install python3 python3-venv" \
		"(or name one: make PY=/path/to/python …)"; exit 1; }
	@$(PY) -c 'import ensurepip, venv' 2>/dev/null || { \
		echo "$(PY) cannot make virtual environments: apt-get install python3-venv"; exit 1; }
	$(SAY) "Making a virtual environment in $(V)"
	@$(PY) -m venv --clear $(V)
