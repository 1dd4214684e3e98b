"""What is wrong with how the work is divided; told, never blocking.

Nothing of it is stored: `findings` works it out from a snapshot. Each kind has its functions, which say from
when on something is told, and why.
"""

from __future__ import annotations

from store.findings.browsing import Wanted, browse
from store.findings.finding import Finding, FindingKind, Gravity, Mend
from store.findings.looking import findings

__all__ = ["Finding", "FindingKind", "Gravity", "Mend", "Wanted", "browse", "findings"]
