"""Where answers to the pulse wait until they are enough: a file beside the log, and never a commit."""

from store.pulse.box import PulseBox, pulse_box

__all__ = ["PulseBox", "pulse_box"]
