"""Drives that fail and processes that die, at one chosen call."""

from __future__ import annotations

import contextlib
import errno
import os
import signal
import time
import traceback
from collections.abc import Callable
from pathlib import Path
from typing import Any

from store.log.disk import Disk

Fault = Callable[["FaultyDisk", str, tuple[Any, ...]], Any]
"""What happens instead of a call: gets the disk, the call's name and its arguments."""

STEPS = (
    "read",
    "read_start",
    "look_at",
    "read_plain",
    "write_new",
    "make_folder",
    "link",
    "rename",
    "remove",
    "remove_tree",
    "names",
    "look_again",
    "ask_server",
    "sync_folder",
    "touch",
    "exists",
    "signature",
    "modified",
    "changed",
)
"""Every call that reaches the file system."""


class FaultyDisk(Disk):
    """A drive on which the n-th call goes wrong.

    On a local disk it never waits, `waited` says how long it would have; a real network drive needs its time.
    """

    def __init__(self, at: int = 0, fault: Fault | None = None, observe: Callable[[], None] = lambda: None):
        self.calls = 0
        self.struck = False
        """Whether the call that was to go wrong was reached."""
        self.waited = 0.0
        self.log: list[str] = []
        self.observe = observe
        self.at, self.fault = at, fault

    def arm(self, at: int, fault: Fault) -> None:
        """Count from here on, and let the call with this number go wrong."""
        self.calls, self.log, self.struck, self.at, self.fault = 0, [], False, at, fault

    def disarm(self) -> None:
        """Be healthy."""
        self.fault = None

    def pause(self, seconds: float) -> None:
        self.waited += seconds
        if "TAGWERK_LAB" in os.environ:
            super().pause(seconds)

    def _step(self, name: str, arguments: tuple[Any, ...]) -> Any:
        self.calls += 1
        self.log.append(f"{name} {Path(arguments[0]).name}")
        self.observe()
        if self.fault is not None and self.calls == self.at:
            self.struck = True
            return self.fault(self, name, arguments)
        return self.really(name, arguments)

    def really(self, name: str, arguments: tuple[Any, ...]) -> Any:
        """Do the call."""
        return getattr(Disk, name)(self, *arguments)


def _counted(name: str) -> Callable[..., Any]:
    def call(self: FaultyDisk, *arguments: Any) -> Any:
        return self._step(name, arguments)

    return call


for _name in STEPS:
    setattr(FaultyDisk, _name, _counted(_name))


class NoLinks(Disk):
    """A drive without hard links, as exFAT is."""

    def link(self, source: Path, target: Path) -> None:
        raise PermissionError(errno.EPERM, os.strerror(errno.EPERM), str(target))

    def pause(self, seconds: float) -> None:
        """It will not learn to link by waiting."""


def refused(code: int) -> Fault:
    """The call is not done, and says so."""

    def fault(disk: FaultyDisk, name: str, arguments: tuple[Any, ...]) -> Any:
        raise OSError(code, os.strerror(code), str(arguments[0]))

    return fault


def denied(code: int) -> Fault:
    """The call is done, and says that it was not: a lost reply."""

    def fault(disk: FaultyDisk, name: str, arguments: tuple[Any, ...]) -> Any:
        with contextlib.suppress(OSError):
            disk.really(name, arguments)
        raise OSError(code, os.strerror(code), str(arguments[0]))

    return fault


def torn(code: int) -> Fault:
    """Half of what is to be written gets written."""

    def fault(disk: FaultyDisk, name: str, arguments: tuple[Any, ...]) -> Any:
        if name == "write_new":
            arguments[0].write_bytes(arguments[1][: len(arguments[1]) // 2])
        raise OSError(code, os.strerror(code), str(arguments[0]))

    return fault


def lasting(code: int) -> Fault:
    """From this call on nothing works any more, until the disk is disarmed."""

    def fault(disk: FaultyDisk, name: str, arguments: tuple[Any, ...]) -> Any:
        disk.at += 1
        raise OSError(code, os.strerror(code), str(arguments[0]))

    return fault


def first(then: Callable[[], None]) -> Fault:
    """Something else happens before the call, as if this process had been frozen there."""

    def fault(disk: FaultyDisk, name: str, arguments: tuple[Any, ...]) -> Any:
        then()
        return disk.really(name, arguments)

    return fault


def death(half: bool = False) -> Fault:
    """The process is gone before the call, or in the middle of writing."""

    def fault(disk: FaultyDisk, name: str, arguments: tuple[Any, ...]) -> Any:
        if half and name == "write_new":
            arguments[0].write_bytes(arguments[1][: len(arguments[1]) // 2])
        os.kill(os.getpid(), signal.SIGKILL)

    return fault


def forked(work: Callable[[], object]) -> int:
    """Run something in a child process; its process id."""
    pid = os.fork()
    if pid:
        return pid
    try:
        work()
    except BaseException:  # noqa: BLE001 - a child must never return into the tests
        traceback.print_exc()
        os._exit(1)
    os._exit(0)


def ended(pid: int, within: float = 60.0) -> int:
    """The exit status of a child, negative for the signal that killed it; a slow one is killed."""
    until = time.monotonic() + within
    while time.monotonic() < until:
        done, status = os.waitpid(pid, os.WNOHANG)
        if done:
            return os.waitstatus_to_exitcode(status)
        time.sleep(0.005)
    os.kill(pid, signal.SIGKILL)
    os.waitpid(pid, 0)
    raise AssertionError(f"child {pid} did not end within {within} seconds")
