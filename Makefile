# The main jobs. `make demo` and `make test` are all that most people need; both install what they need into .venv.
.PHONY: demo test lint page bench scores docs links dist notebooks clean help
.DEFAULT_GOAL := help

PY := .venv/bin/python
SCRIPT := src/newsgraph/view/javascript
EXAMPLES := examples/articles examples/archive.jsonl examples/archive.csv

help: ## show this list
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

demo: .venv/main ## build the graph of the sample articles
	@mkdir -p build
	.venv/bin/newsgraph build $(EXAMPLES) -o build/demo.ttl -o build/demo.html --title "newsgraph: sample articles"
	@echo
	@echo "Turtle: $(CURDIR)/build/demo.ttl"
	@echo "HTML:   $(CURDIR)/build/demo.html (open it in a browser; it works offline)"

test: .venv/dev ## run all tests
	$(PY) -m pytest

lint: .venv/dev ## ruff and mypy --strict; eslint and tsc where `make page` was run
	$(PY) -m ruff check .
	$(PY) -m mypy
	@if [ -d $(SCRIPT)/node_modules ]; then npm --prefix $(SCRIPT) run -s lint && npm --prefix $(SCRIPT) run -s types; fi

page: ## the page's script from its sources; needs Node
	cd $(SCRIPT) && npm ci --no-audit --no-fund && npm run build && npm test

bench: .venv/dev ## time against peers; prints ratios
	@for script in benchmarks/bench_*.py; do echo "== $$script"; $(PY) $$script || exit 1; done

scores: .venv/dev ## accuracy on the gold files in ../shared, beside raw spaCy; writes docs/accuracy.md
	$(PY) scripts/scores.py

notebooks: .venv/dev ## run the notebooks and keep their outputs
	$(PY) scripts/run_notebooks.py

docs: .venv/docs ## the documentation as HTML in build/docs
	$(PY) scripts/make_docs.py
	.venv/bin/sphinx-build -q -W --keep-going -b html docs build/docs
	@echo "$(CURDIR)/build/docs/index.html"

links: .venv/docs ## follow the links of the documentation that lead out; needs a net
	.venv/bin/sphinx-build -q -b linkcheck docs build/links

dist: .venv/dev ## build sdist and wheel; try each, each extra and the lowest versions in environments of their own
	sh scripts/check_dist.sh $(PY)

clean: ## remove what was built and installed
	rm -rf .venv build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

.venv/made: scripts/find_python.sh
	sh scripts/find_python.sh .venv
	@touch $@

.venv/main: .venv/made pyproject.toml constraints.txt
	$(PY) -m pip install -q -c constraints.txt -e .
	@touch $@

.venv/dev: .venv/made pyproject.toml constraints.txt
	$(PY) -m pip install -q -c constraints.txt -e '.[dev]'
	@touch $@ .venv/main

.venv/docs: .venv/dev
	$(PY) -m pip install -q -c constraints.txt -e '.[docs]'
	@touch $@
