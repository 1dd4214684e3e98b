"""How charts look. What has a meaning differs in shape or pattern as well: printed grey it can be read."""

from __future__ import annotations

_LIGHT = """\
.c-paper{fill:#fff}
.c-text,.c-name{font:12px system-ui,sans-serif;fill:#1f2328}
.c-name{font-weight:600}
.c-axis{stroke:#59636e;stroke-width:1}
.c-grid{stroke:#d1d9e0;stroke-width:1}
.c-line{fill:none;stroke:#0b57a4;stroke-width:2.2;stroke-linejoin:round;stroke-linecap:round}
.c-before{fill:none;stroke:#59636e;stroke-width:1.4;stroke-dasharray:2 3}
.c-band{fill:#d8ecd9}
.c-target{stroke:#1a7f37;stroke-width:1.4;stroke-dasharray:7 4}
.c-limit{stroke:#b3261e;stroke-width:1.4;stroke-dasharray:2 3}
.c-mark{stroke:#6639ba;stroke-width:1.4;stroke-dasharray:1 3}
.c-flag{fill:#6639ba}
.c-flag-text{font:600 11px system-ui,sans-serif;fill:#fff}
.c-dot{fill:#0b57a4;stroke:#fff;stroke-width:1}
.c-watch{fill:#fff;stroke:#8a4b00;stroke-width:2}
.c-alarm{fill:#b3261e;stroke:#fff;stroke-width:1}
.c-point{fill:#0b57a4;fill-opacity:.55}
.c-came{fill:#fff;stroke:#0b57a4;stroke-width:1.4}
.c-left{fill:#0b57a4;stroke:#0b57a4}
.c-finished{fill:#0b57a4;stroke:#0b57a4}
.c-work{fill:#7fb2e5;stroke:#0b57a4}
.c-waiting{fill:#e3edf7;stroke:#0b57a4;stroke-dasharray:4 2}
.c-way{fill:#e6eaef;stroke:#59636e}
"""
_DARK = """\
.c-paper{fill:#0d1117}
.c-text,.c-name{fill:#e6edf3}
.c-axis{stroke:#9198a1}
.c-grid{stroke:#2a313c}
.c-line{stroke:#7cc0ff}
.c-before{stroke:#9198a1}
.c-band{fill:#14331d}
.c-target{stroke:#56d364}
.c-limit{stroke:#ff8a80}
.c-mark{stroke:#c9a8ff}
.c-flag{fill:#c9a8ff}
.c-flag-text{fill:#0d1117}
.c-dot{fill:#7cc0ff;stroke:#0d1117}
.c-watch{fill:#0d1117;stroke:#ffb866}
.c-alarm{fill:#ff8a80;stroke:#0d1117}
.c-point{fill:#7cc0ff}
.c-came{fill:#0d1117;stroke:#7cc0ff}
.c-left{fill:#7cc0ff;stroke:#7cc0ff}
.c-finished{fill:#7cc0ff;stroke:#7cc0ff}
.c-work{fill:#2f6ea8;stroke:#7cc0ff}
.c-waiting{fill:#1a2733;stroke:#7cc0ff}
.c-way{fill:#2a313c;stroke:#9198a1}
"""
# On paper it is always light: ink is dear, and dark pages cannot be written on.
STYLE = f"{_LIGHT}@media screen and (prefers-color-scheme:dark){{\n{_DARK}}}"
"""CSS of all charts."""
