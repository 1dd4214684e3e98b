# Everything a newcomer needs: `make demo` and `make test`. Both set up what is missing and are quick the second time.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready

# More than there are processors: many tests wait for another program, or for a pseudo-terminal.
WORKERS ?= $(shell echo $$(($$(getconf _NPROCESSORS_ONLN) + 2)))
# pytest would rewrite all assertions anew in every worker and every run: seven seconds each.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: demo test test-netdrive check format bench screenshot clean
.DEFAULT_GOAL := demo

$(READY): pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "Tagwerk needs Python 3.11 or newer; name one with: make PYTHON=/path/to/python3.12 $(MAKECMDGOALS)"; exit 1; }
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV) || \
	  { echo "Python's venv module is missing; on Debian: apt-get install python3-venv"; exit 1; }
	@echo "Setting up .venv (once) ..."
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[dev]'
	@$(BIN)/python -m compileall -q store widgets tui
	@touch $(READY)

demo: $(READY)
	@$(BIN)/tagwerk demo

test: $(READY)
	@$(BIN)/python -m pytest -n $(WORKERS) $(ARGS)

# On real NFS, SMB and sshfs mounts; takes about half an hour. Says SKIPPED where the lab cannot run.
test-netdrive: $(READY)
	@$(BIN)/python -m tests.netdrive

check: $(READY)
	@$(BIN)/ruff format --check .
	@$(BIN)/ruff check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports
	@$(BIN)/python -m pytest -n $(WORKERS) $(ARGS)

format: $(READY)
	@$(BIN)/ruff format .
	@$(BIN)/ruff check --fix .

bench: $(READY)
	@$(BIN)/python -m bench

screenshot: $(READY)
	@$(BIN)/python -m bench.screenshot docs/board.svg

clean:
	rm -rf $(VENV) dist build .mypy_cache .ruff_cache .pytest_cache
