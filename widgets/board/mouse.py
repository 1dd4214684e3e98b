"""The board under the mouse: click, double click, wheel, and dragging cards to another cell."""

from __future__ import annotations

from textual import events

from store.index import Cell
from widgets.board import messages
from widgets.board.canvas import BoardCanvas
from widgets.board.hits import Hit, Part, hit

_LINES = 3
"""Cards that a step of the wheel scrolls."""


class BoardUnderMouse(BoardCanvas):
    """A board that answers the mouse. Its motion means nothing while no button is down."""

    _pressed: tuple[int, Cell] | None = None
    """The card that the button went down on, and its cell; `None`: it is up, or was pressed elsewhere."""
    _pressed_at = (0, 0)
    _ignores_click = False
    """Whether the next click is only the end of a drag."""

    def cancel_drag(self) -> bool:
        """Put nothing anywhere; `False` when nothing was being dragged."""
        was_dragging = self._scene.drag is not None
        self._pressed = self._scene.drag = None
        if was_dragging:
            self.release_mouse()
            self._paint()
        return was_dragging

    async def _on_click(self, event: events.Click) -> None:
        event.stop()
        if self._ignores_click or self._scene.is_drafting:
            self._ignores_click = False
            return
        found = self._hit(event)
        if found is None:
            return
        if found.part is Part.LANE_HEAD:
            self._scene.fold(self._scene.lane_at(found.place))
        elif found.part is Part.COLUMN_HEAD:
            self._scene.click_column(found.place.column)
        else:
            self._scene.put(found.place)
        self._paint()
        if found.part is Part.CARD and event.chain == 2 and self._scene.task is not None:
            self.post_message(messages.Opened(self._scene.task))

    async def _on_mouse_down(self, event: events.MouseDown) -> None:
        self._ignores_click = False
        self._pressed = None
        found = self._hit(event)
        if event.button == 1 and found and found.part is Part.CARD and not self._scene.is_drafting:
            # By number: until the mouse moves, others may have changed what stands there.
            self._pressed = self._scene.card_at(found.place)
            self._pressed_at = event.screen_x, event.screen_y

    def _on_mouse_move(self, event: events.MouseMove) -> None:
        if self._pressed is None and self._scene.drag is None:
            return
        if event.button != 1:
            self.cancel_drag()  # the button was let go where we could not see it
            return
        if self._scene.drag is None:
            if self._pressed is None or (event.screen_x, event.screen_y) == self._pressed_at:
                return
            self._scene.lift(*self._pressed)
            self._pressed = None
            self.capture_mouse()
        before = self._scene.drag
        self._scroll_at_the_edge(event)
        self._scene.carry(self._hit(event))
        if self._scene.drag != before or self._scene.is_roaming:
            self._paint()

    async def _on_mouse_up(self, event: events.MouseUp) -> None:
        self._pressed = None
        if self.app.mouse_captured is not self:
            return
        self._ignores_click = True
        self.release_mouse()
        self._scene.carry(self._hit(event))
        drag = self._scene.put_down()
        self._paint()
        if drag is not None and drag.target is not None:
            column, lane = drag.target.cell
            to, source = self._scene.key(lane), self._scene.key(drag.source[1])
            self.post_message(messages.Dropped(drag.tasks, column, to, drag.target.below, source))

    def _on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        self._wheel(event, 1)

    def _on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        self._wheel(event, -1)

    def _wheel(self, event: events.MouseEvent, step: int) -> None:
        event.stop()
        found = self._hit(event)
        inside = found is not None and found.part is not Part.COLUMN_HEAD
        self._scene.wheel(found.place if found and inside else None, step * _LINES)
        self._paint()

    def _scroll_at_the_edge(self, event: events.MouseMove) -> None:
        """Dragging against the upper or lower edge brings what is beyond it into view, and sideways too."""
        region = self.region
        if not region.contains(event.screen_x, event.screen_y):
            return
        down = (event.screen_y == region.bottom - 1) - (event.screen_y == region.y)
        right = (event.screen_x == region.right - 1) - (event.screen_x == region.x)
        if down or right:
            self._scene.pan(right, down)

    def _hit(self, event: events.MouseEvent) -> Hit | None:
        for slot, column in enumerate(self._columns):
            if column.region.contains(event.screen_x, event.screen_y):
                return hit(self._scene.view(), slot, event.screen_y - column.region.y)
        return None
