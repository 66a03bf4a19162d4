# Everything a contributor does, by name. What is already built is reused: stamps in .make/ remember it.
# `make run` needs Python 3.11+ and Node 20 with npm, nothing else; `make test` installs the rest (see tools/setup_system.sh).

SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help

# Bytecode halves every start; environments that turn it off (containers often do) would lose that.
unexport PYTHONDONTWRITEBYTECODE

ARGS ?=
BIN := .venv/bin
WEB_SOURCES = $(shell find web/app web/packages spec/tags spec/values examples \
	-type d \( -name node_modules -o -name dist -o -name test-results \) -prune -o -type f -print 2>/dev/null)
WEB_MANIFESTS := $(wildcard web/package.json web/package-lock.json web/.npmrc web/app/package.json web/packages/*/package.json)

.PHONY: help
help: ## list these targets
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /\1\t/' | expand -t 14

# -- using it ---------------------------------------------------------------------------------------------------------

.PHONY: run
run: .make/python .make/web ## build what is needed and start the server: make run ARGS="--port 8123 --data-dir DIR"
	@exec $(BIN)/labelwright start $(ARGS)

.PHONY: demo
demo: .make/python .make/web ## start with one ready-made project per kind of data
	@exec $(BIN)/labelwright start --demo $(ARGS)

# -- changing it ------------------------------------------------------------------------------------------------------

.PHONY: dev
dev: .make/python-dev .make/node ## server and web app, both reloading on a change: http://localhost:5173
	@exec $(BIN)/python tools/dev.py $(ARGS)

.PHONY: test
test: .make/system .make/python-sdk .make/node ## all tests: Python on both databases, TypeScript, browser
	@$(BIN)/python tools/steps.py test

.PHONY: fuzz
fuzz: .make/system .make/python-dev ## every API operation with many odd values, other ones every day: make fuzz ARGS="-k tasks"
	@LABELWRIGHT_TEST_FUZZ=200 LABELWRIGHT_TEST_FUZZ_SEED=$${SEED:-$$(date +%Y%m%d)} $(BIN)/pytest server/tests/fuzz -n 2 $(ARGS)

.PHONY: e2e
e2e: .make/system .make/python-dev .make/web .make/embed ## the browser tests alone: make e2e ARGS="-k undo"
	@$(BIN)/pytest web/e2e $(ARGS)

.PHONY: lint
lint: .make/python-dev .make/node ## everything that reads the code without running it
	@$(BIN)/python tools/steps.py lint

.PHONY: fix
fix: .make/python-dev .make/node ## repair what the linters can repair
	@$(BIN)/ruff check --fix server tools bench web/e2e
	@$(BIN)/ruff format server tools bench web/e2e
	@cd web && npm run --silent fix

.PHONY: gen
gen: .make/python-dev .make/node ## write the generated files anew
	@$(BIN)/python tools/gen

.PHONY: lock
lock: .make/python-dev ## pin Python dependencies anew from pyproject.toml
	@$(BIN)/pip install --quiet uv
	@$(BIN)/python tools/lock.py

# -- measuring and shipping it ----------------------------------------------------------------------------------------

.PHONY: bench
bench: .make/python-dev .make/web ## start, memory, labelling loop, import and export, the editor: prints the figures
	@PYTHONPATH=server:server/tests $(BIN)/python -m bench $(ARGS)

.PHONY: screenshots
screenshots: .make/system .make/python-dev .make/web ## the README's pictures, taken from a demo workspace
	@$(BIN)/python tools/screenshots.py $(ARGS)

.PHONY: wheel
wheel: .make/python-dev .make/web ## one wheel with server, spec, examples and web app, in dist/
	@$(BIN)/python -m build --wheel --no-isolation --outdir dist . >/dev/null
	@ls -sh dist/*.whl

.PHONY: clean
clean: ## remove everything that was built or installed here
	rm -rf .make .venv dist web/node_modules web/app/dist web/app/node_modules web/packages/*/node_modules \
		web/packages/*/dist web/packages/editor/embed/dist

# -- stamps -----------------------------------------------------------------------------------------------------------

.make/venv:
	@tools/make_venv.sh .venv
	@mkdir -p .make && touch $@

.make/python: requirements/runtime.txt tools/link_checkout.py | .make/venv
	@echo "Installing Python packages"
	@$(BIN)/pip install -qq --disable-pip-version-check --no-deps -r requirements/runtime.txt
	@$(BIN)/python tools/link_checkout.py
	@touch $@

.make/python-dev: requirements/dev.txt .make/python
	@echo "Installing Python packages for development"
	@$(BIN)/pip install -qq --disable-pip-version-check --no-deps -r requirements/dev.txt
	@touch $@

.make/python-sdk: requirements/sdk.txt .make/python-dev
	@echo "Installing the official client for its tests"
	@$(BIN)/pip install -qq --disable-pip-version-check --no-deps -r requirements/sdk.txt
	@touch $@

.make/node: $(WEB_MANIFESTS)
	@tools/need_node.sh
	@echo "Installing packages for the web app"
	@cd web && npm ci --no-audit --no-fund --loglevel=error
	@mkdir -p .make && touch $@

.make/web: .make/node $(WEB_SOURCES)
	@echo "Building the web app"
	@cd web && npm run --silent build >../.make/web.log 2>&1 || { cat ../.make/web.log; exit 1; }
	@touch $@

.make/embed: .make/node $(WEB_SOURCES)
	@echo "Building the embeddable editor"
	@cd web && npm run --silent build:embed -w @labelwright/editor >../.make/embed.log 2>&1 || { cat ../.make/embed.log; exit 1; }
	@touch $@

.make/system: tools/setup_system.sh
	@tools/setup_system.sh
	@mkdir -p .make && touch $@
