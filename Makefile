# Every target sets up what it needs: .venv from the locks in requirements/ (tools/setup.sh).
# GNU make 3.81 and a POSIX sh are enough. `make` alone lists the targets.

NO_MKDOCS_2_WARNING = 1
export NO_MKDOCS_2_WARNING

.DEFAULT_GOAL = help
.NOTPARALLEL:
.PHONY: help serve site handbook test check fix bench lock setup setup-test setup-lint setup-handbook \
	check-code check-types check-workflows check-records

help: ## list these targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-8s %s\n", $$1, $$2 }' Makefile

serve: setup ## build the site and show it at http://127.0.0.1:8000 (PORT=8001 for another port)
	@.venv/bin/citylabel serve

site: setup ## build the site into site/
	@.venv/bin/citylabel build --out site

handbook: setup-handbook ## write the whole handbook as an accessible PDF (handbook.pdf)
	@.venv/bin/citylabel handbook --out handbook.pdf

test: setup-test ## run the tests
	@PYTHONWARNDEFAULTENCODING=1 .venv/bin/python -m pytest -n auto --dist loadfile

check: check-code check-types check-workflows check-records ## check code, types, workflows and records

check-code: setup-lint
	@.venv/bin/ruff check
	@.venv/bin/ruff format --check

check-types: setup-lint
	@.venv/bin/mypy

check-workflows: setup-lint
	@.venv/bin/zizmor --offline --no-progress --quiet .github
	@.venv/bin/check-jsonschema --quiet --builtin-schema vendor.github-workflows .github/workflows/*.yml
	@.venv/bin/check-jsonschema --quiet --builtin-schema vendor.dependabot .github/dependabot.yml

check-records: setup
	@.venv/bin/citylabel check $(if $(GITHUB_ACTIONS),--format github)
	@.venv/bin/citylabel readability --worst 10

fix: setup-lint ## repair what can be repaired: code style and generated schemas
	@.venv/bin/ruff check --fix
	@.venv/bin/ruff format
	@.venv/bin/citylabel schema

bench: setup ## measure the builder (bench/results/)
	@.venv/bin/python -m bench

lock: ## write requirements/*.txt from pyproject.toml (UPGRADE=1 for the newest versions)
	@tools/lock.sh $(if $(UPGRADE),--upgrade)

setup: ## make .venv, as the targets above do by themselves
	@tools/setup.sh run

setup-test:
	@tools/setup.sh test

setup-lint:
	@tools/setup.sh lint

setup-handbook:
	@tools/setup.sh handbook
