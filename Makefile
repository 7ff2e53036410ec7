# One command per chore; .ci/run calls the same ones. `make` alone lists them.
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
BENCH_VENV := .venv-bench
BENCH_READY := $(BENCH_VENV)/.ready
JUDGES := node_modules/.package-lock.json
EXPORT := uv export --no-python-downloads --no-header --no-annotate --no-emit-project --all-extras --all-groups
export PYTHONDONTWRITEBYTECODE :=

.PHONY: help setup demo serve test check bench calibrate ablate sbc agreement soak soak-browser charts pages docs pictures messages example lock clean

help:  ## list the commands
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

setup: $(READY) $(JUDGES)  ## install everything pinned in requirements.lock and package-lock.json

$(READY): requirements.lock tools/find-python
$(BENCH_READY): requirements-bench.lock tools/find-python

%/.ready:
	@python=$$(PYTHON="$(PYTHON)" tools/find-python) && echo "setting up $* with $$python" && "$$python" -m venv --clear $*
	@$*/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r $(firstword $(filter %.lock,$^))
	@$*/bin/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

# What draws charts, and what judges pages and FHIR resources. Without Node their tests skip.
$(JUDGES): package.json package-lock.json
	@if command -v npm > /dev/null; then npm ci --silent && touch $@; \
	else echo "no npm here: the tests that need axe-core or a judge of FHIR will skip"; fi

demo: $(READY)  ## analyse the example diary and write its report
	@$(BIN)/surcease analyze examples/published-case --html build/published-case.html

serve: $(READY)  ## open the app in the browser
	@$(BIN)/surcease serve

test: $(READY) $(JUDGES)  ## run the tests
	@OPENBLAS_NUM_THREADS=1 $(BIN)/python -m pytest -n auto --dist loadfile

check: $(READY)  ## formatting, lint, types, import contracts, dependencies
	@$(BIN)/ruff format --check .
	@$(BIN)/ruff check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports
	@$(BIN)/deptry src

bench: $(BENCH_READY)  ## time the engine beside its peers, and write docs/reference/benchmarks.md
	@mkdir -p build
	@PYTHONPATH=tests $(BENCH_VENV)/bin/python bench/benchmarks.py > build/benchmarks.md
	@mv build/benchmarks.md docs/reference/benchmarks.md

example: $(READY)  ## simulate the example diary again
	@$(BIN)/surcease simulate examples/published-case --scenario published_case --seed 2 --replace

calibrate: $(READY)  ## judge the engine on simulated diaries (long; DIARIES=300 by default)
	@PYTHONPATH=tests OMP_NUM_THREADS=1 OPENBLAS_NUM_THREADS=1 $(BIN)/python bench/calibrate.py --diaries $(or $(DIARIES),300)

ablate: $(READY)  ## judge the engine without one part of the model at a time (DIARIES=100 by default)
	@PYTHONPATH=tests OMP_NUM_THREADS=1 OPENBLAS_NUM_THREADS=1 $(BIN)/python bench/ablate.py --diaries $(or $(DIARIES),100)

sbc: $(READY)  ## check the posterior by simulation-based calibration (NUMBER=1000 by default)
	@PYTHONPATH=tests OMP_NUM_THREADS=1 OPENBLAS_NUM_THREADS=1 $(BIN)/python bench/sbc.py --number $(or $(NUMBER),1000)

soak: $(READY)  ## write 20,000 actions to the app while it is killed 50 times
	@PYTHONPATH=tests $(BIN)/python bench/soak.py --actions $(or $(ACTIONS),20000) --kills $(or $(KILLS),50) --seed $(or $(SEED),1)

soak-browser: $(READY)  ## the same by pressing what the page offers, in real browsers (needs Chromium)
	@PYTHONPATH=tests $(BIN)/python bench/soak_browser.py --actions $(or $(ACTIONS),600) --kills $(or $(KILLS),10) --seed $(or $(SEED),1)

agreement: $(READY)  ## compare importance sampling with NUTS (NUMBER=50 by default)
	@PYTHONPATH=tests OMP_NUM_THREADS=1 OPENBLAS_NUM_THREADS=1 $(BIN)/python bench/agreement.py --number $(or $(NUMBER),50)

charts: $(JUDGES)  ## bundle what draws the charts of the app, with its licences
	@node tools/charts/build.js

pages: $(READY)  ## time every page of the app over a large diary
	@OMP_NUM_THREADS=1 $(BIN)/python bench/pages.py

docs: $(READY)  ## make the pages and the pictures that the program itself writes
	@OPENBLAS_NUM_THREADS=1 $(BIN)/python tools/readme-picture
	@OPENBLAS_NUM_THREADS=1 $(BIN)/python tools/report-picture
	@$(BIN)/python tools/readme-calibration
	@$(BIN)/python tools/command-line-docs
	@$(BIN)/python tools/safety-rules-docs
	@$(BIN)/python tools/fhir-profile-docs

pictures: $(READY)  ## take the pictures of the app for the docs (needs Chromium)
	@$(BIN)/python tools/tutorial-pictures
	@$(BIN)/python tools/app-pictures

messages: $(READY)  ## collect the texts of the app for a translation (needs GNU gettext)
	@$(BIN)/python tools/messages

lock: $(READY)  ## pin every dependency again (needs uv)
	$(EXPORT) --upgrade --no-group bench -o requirements.lock
	$(EXPORT) --upgrade -o requirements-bench.lock

clean:  ## remove everything that the commands above made
	rm -rf $(VENV) $(BENCH_VENV) node_modules build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
