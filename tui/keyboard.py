"""Every key on its way to the screen on top; see `tui.gate` for why the app carries them itself."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from textual import events
from textual.app import App

from store.errors import Refused
from tui.gate import KeyGate, Typed
from tui.keys import as_typed
from tui.typed_ahead import TypedAhead


class Keyboard:
    """Gives keys to the screen in their order, each as the person typed it."""

    def __init__(
        self,
        app: App[None],
        pass_on: Callable[[events.Event], Awaitable[None]],
        refuse: Callable[[Refused], None],
    ) -> None:
        """`pass_on` gets what is no command, `refuse` why one was not done."""
        self._app = app
        self._pass_on = pass_on
        self._refuse = refuse
        self.gate = KeyGate(self._replay_soon)
        """Where keys wait for what has to come before them."""
        self.ahead = TypedAhead()
        """What is dropped because it was typed for something that did not open."""

    async def take(self, event: Typed) -> None:
        """A key was pressed, or something was pasted."""
        for typed in as_typed(event) if isinstance(event, events.Key) else (event,):
            if not self.gate.keeps(typed):
                await self._give(typed)

    def _replay_soon(self) -> None:
        self._app.call_later(self._replay)

    async def _replay(self) -> None:
        while (event := self.gate.next()) is not None:
            await self._give(event)

    async def _give(self, event: Typed) -> None:
        if self.ahead.drops(event):
            return
        take = getattr(
            self._app.screen, "take_paste" if isinstance(event, events.Paste) else "take_key", None
        )
        try:
            if take is not None and take(event):
                return
        except Refused as error:
            self._refuse(error)
            return
        await self._pass_on(event)
