# `make run` and `make test` are all that a newcomer needs; both set up the environment first.
PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
# Wheels only: nothing is compiled here. Bytecode is compiled at install, or the first start takes seconds longer.
PIP_INSTALL := $(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --no-deps --only-binary :all: --compile

.PHONY: run setup test campaigns check lint types bench evaluate pictures lock clean

# Ctrl-C ends the bot, which says so itself and exits with 130: no error of make's.
run: $(VENV)/.run
	@trap : INT; $(BIN)/python -m bot || [ $$? -eq 130 ]

# What `run` needs, and nothing started.
setup: $(VENV)/.run

test: $(VENV)/.dev
	@$(BIN)/python -m pytest -n auto --dist loadgroup

# What takes minutes: faults at every write, trouble on Discord, long conversations, the gate on the answers.
campaigns: $(VENV)/.dev
	@$(BIN)/python -m pytest -n auto --dist loadgroup campaigns
	@$(BIN)/python -m pytest -n auto --dist loadgroup --store server -m on_a_server tests/index

check: lint types test campaigns

lint: $(VENV)/.dev
	@$(BIN)/ruff format --check .
	@$(BIN)/ruff check .

types: $(VENV)/.dev
	@$(BIN)/mypy

bench: $(VENV)/.dev
	@$(BIN)/python -m campaigns.bench

# Measures the answers on a question set; docs/evaluation.md explains. For a set of your own:
# make evaluate ARTICLES=articles.jsonl QUESTIONS=questions.jsonl
NEWS_DEV  := ../shared/evals/news-dev
ARTICLES  ?= $(NEWS_DEV)/articles.jsonl.gz
QUESTIONS ?= $(NEWS_DEV)/questions.jsonl
RESULTS   ?= data/evaluations/results.jsonl
evaluate: $(VENV)/.run
	@test -e "$(ARTICLES)" && test -e "$(QUESTIONS)" || { echo "$(ARTICLES) or $(QUESTIONS) is not there. To measure on articles and questions of your own: make evaluate ARTICLES=FILE QUESTIONS=FILE (docs/evaluation.md)" >&2; exit 1; }
	@$(BIN)/python -m bot evaluate --articles "$(ARTICLES)" --questions "$(QUESTIONS)" --out "$(RESULTS)" $(if $(AGAINST),--against "$(AGAINST)")

# Draws every kind of reply into docs/pictures; needs Node, chromium, pngquant, fonts-noto-core, fonts-noto-color-emoji.
DRAWING := campaigns/pictures/drawing
pictures: $(VENV)/.dev $(DRAWING)/node_modules/.package-lock.json
	@$(BIN)/python -m campaigns.pictures

$(DRAWING)/node_modules/.package-lock.json: $(DRAWING)/package-lock.json
	@npm --prefix $(DRAWING) ci

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Footnote needs Python 3.11 or newer; name one with: make PYTHON=python3.12" >&2; exit 1; }
	@echo "Setting up $(VENV), once: about a minute and 700 MB of disk…" >&2
	@$(PYTHON) -m venv $(VENV)

$(VENV)/.run: requirements.lock | $(VENV)/bin/python
	@$(PIP_INSTALL) -r requirements.lock
	@touch $@

$(VENV)/.dev: requirements-dev.lock | $(VENV)/bin/python
	@$(PIP_INSTALL) -r requirements-dev.lock
	@touch $(VENV)/.run $@

# Resolve anew. Names, versions and hashes only: no address goes into a lock.
UV_COMPILE := uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-annotate --no-header --no-emit-index-url --no-emit-find-links
lock:
	$(UV_COMPILE) --upgrade pyproject.toml -o requirements.lock
	$(UV_COMPILE) --group dev --constraint requirements.lock pyproject.toml -o requirements-dev.lock

clean:
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis
