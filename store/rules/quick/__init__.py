"""The quick syntax: a title and everything else about a card in one line of text.

    Shoot the boots @ana !high #shoot due:fri start:mon est:2h ~Marketing in:Ready goal:7

A marker is a whole word: a sign or key, and what it names right behind it. Everything else is the title, in
order.

    @ana @me @"Ana Lima" @ana,ben   who works on it, by the beginning of login or name; @nobody
    #shoot #"two words"             a tag; it begins with a letter, so `#1 seller` is title
    !high                           priority, also its beginning, or prio:high
    ~Photo ~"Customer service"      the role, or role:photo; ~none for nobody's lane
    in:Ready                        the column, or col:ready
    due:fri start:27.11.            days, as everywhere; or none
    est:2h est:30m est:none         effort
    goal:7 goal:none                the goal that it serves

A marker that names nothing known is refused: nothing that was meant gets lost. Title stays what only looks
like one: `C#`, `a@b.example`, `@10:30`, `~5 kg`, `sold out!`, `Re: offer`, `https://…`; and whatever has a
backslash before it, which goes: `\\@literal`, `\\due:soon`.

For changing cards there is no title, and `-@ben` and `-#tag` take somebody or a tag off.
"""

from __future__ import annotations

from store.rules.quick.applying import apply_quick
from store.rules.quick.meant import Quick
from store.rules.quick.reading import escaped, preview, read

__all__ = ["Quick", "apply_quick", "escaped", "preview", "read"]
