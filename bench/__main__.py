"""Lists the benchmarks: `python -m bench`."""

from __future__ import annotations

import ast
from pathlib import Path


def main() -> None:
    """Each benchmark's first line."""
    for path in sorted(Path(__file__).parent.glob("*.py")):
        source = path.read_text(encoding="utf-8")
        if "__main__" in source and not path.name.startswith("__"):
            about = ast.get_docstring(ast.parse(source)) or ""
            print(f"python -m bench.{path.stem:12} {about.splitlines()[0] if about else ''}")


if __name__ == "__main__":
    main()
