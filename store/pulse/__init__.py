"""Where answers to the pulse wait until they are enough: a file beside the log, and never a commit."""

from store.pulse.box import PulseBox

__all__ = ["PulseBox"]
