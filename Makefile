# One command per chore; .ci/run calls the same ones. `make` alone lists them.
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
export PYTHONDONTWRITEBYTECODE :=

.PHONY: help setup demo test check lock example clean

help:  ## list the commands
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

setup: $(READY)  ## create .venv with everything pinned in requirements.lock

$(READY): requirements.lock pyproject.toml tools/find-python
	@python=$$(PYTHON="$(PYTHON)" tools/find-python) && echo "setting up $(VENV) with $$python" && "$$python" -m venv --clear $(VENV)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

demo: $(READY)  ## analyse the example diary and write its report
	@$(BIN)/surcease analyze examples/published-case --html build/published-case.html

test: $(READY)  ## run the tests
	@$(BIN)/python -m pytest -n auto

check: $(READY)  ## formatting, lint, types, import contracts, dependencies
	@$(BIN)/ruff format --check .
	@$(BIN)/ruff check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports
	@$(BIN)/deptry src

lock: $(READY)  ## pin every dependency again (needs uv)
	uv export --no-python-downloads --upgrade --no-header --no-annotate --no-emit-project --all-extras --all-groups -o requirements.lock

clean:  ## remove everything that the commands above made
	rm -rf $(VENV) build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
