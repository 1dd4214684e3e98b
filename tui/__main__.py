"""`python -m tui` is `tagwerk`."""

import sys

from tui.cli import program

if __name__ == "__main__":
    sys.exit(program())
