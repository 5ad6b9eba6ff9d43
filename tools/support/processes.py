"""The processes that a command started, and theirs: found in /proc, known by what they run.

`adopt_orphans` first: from then on a process whose parent is gone becomes this one's child, so that whatever a run leaves
behind is still found below it. Nothing here ever looks at, or sends a signal to, a process that is not below this one.
"""

from __future__ import annotations

import ctypes
import os
import signal
import sys
from dataclasses import dataclass
from pathlib import Path

PR_SET_CHILD_SUBREAPER = 36

COMMAND_LINE = "command line"
ENGINE = "engine"
KEEPER = "keeper"
CHILD = "child"
OTHER = "other"


@dataclass(frozen=True)
class Process:
    """A process as it was when it was looked at."""

    pid: int
    parent: int
    started_ticks: int
    """With the pid, the identity of the process: a pid alone may be somebody else's by now."""
    role: str
    words: str
    """The beginning of its command line."""

    @property
    def identity(self) -> tuple[int, int]:
        return self.pid, self.started_ticks


def adopt_orphans() -> None:
    """Makes this process the parent of all below it whose own parent ends."""
    libc = ctypes.CDLL(None, use_errno=True)
    if libc.prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0) != 0:
        raise OSError(ctypes.get_errno(), "this process cannot adopt orphans")


def end_in_order() -> None:
    """Lets SIGINT and SIGTERM end this process by an exception, so that it takes along what it has started; also where
    whoever started it had them ignored."""

    def end(number: int, _: object) -> None:
        sys.exit(128 + number)

    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, end)


def below(root: int | None = None) -> list[Process]:
    """All that live below a process (this one if none is given), without it; those that ended and wait for their parent are
    none."""
    alive: dict[int, tuple[int, int]] = {}
    children: dict[int, list[int]] = {}
    for entry in os.listdir("/proc"):
        if entry.isdigit():
            stat = _stat(int(entry))
            if stat is not None and stat.state not in "ZX":
                alive[int(entry)] = (stat.parent, stat.started_ticks)
                children.setdefault(stat.parent, []).append(int(entry))
    found: list[Process] = []
    waiting = [(pid, OTHER) for pid in children.get(root or os.getpid(), [])]
    while waiting:
        pid, parent_role = waiting.pop()
        parent, started_ticks = alive[pid]
        arguments = _arguments(pid)
        role = _role(arguments, parent_role)
        found.append(Process(pid, parent, started_ticks, role, " ".join(arguments)[:200]))
        waiting += [(child, role) for child in children.get(pid, [])]
    return sorted(found, key=lambda process: process.started_ticks)


def alive(process: Process) -> bool:
    """Whether that very process still runs."""
    stat = _stat(process.pid)
    return stat is not None and stat.state not in "ZX" and stat.started_ticks == process.started_ticks


def kill(process: Process) -> bool:
    """Ends a process at once, and never another that has its pid by now; false if it had ended already."""
    try:
        handle = os.pidfd_open(process.pid)
    except ProcessLookupError:
        return False
    try:
        if not alive(process):
            return False
        signal.pidfd_send_signal(handle, signal.SIGKILL)
        return True
    except ProcessLookupError:
        return False
    finally:
        os.close(handle)


def reap(but: int | None) -> None:
    """Buries the adopted that have ended. `but` is a child that somebody else waits for."""
    for entry in os.listdir("/proc"):
        if entry.isdigit() and int(entry) != but:
            stat = _stat(int(entry))
            if stat is not None and stat.state == "Z" and stat.parent == os.getpid():
                try:
                    os.waitpid(int(entry), os.WNOHANG)
                except ChildProcessError:
                    pass  # buried by now


@dataclass(frozen=True)
class _Stat:
    state: str
    parent: int
    started_ticks: int


def _stat(pid: int) -> _Stat | None:
    try:
        text = Path(f"/proc/{pid}/stat").read_text()
    except OSError:
        return None  # ended meanwhile
    fields = text[text.rindex(")") + 2 :].split()
    return _Stat(fields[0], int(fields[1]), int(fields[19]))


def _arguments(pid: int) -> list[str]:
    try:
        return Path(f"/proc/{pid}/cmdline").read_bytes().decode("utf-8", "replace").split("\0")[:-1]
    except OSError:
        return []


def _role(arguments: list[str], parent_role: str) -> str:
    if "dev.lockstep.cli.Main" in arguments:
        return COMMAND_LINE
    if "dev.lockstep.engine.EngineMain" in arguments:
        return ENGINE
    worker = bool(arguments) and os.path.basename(arguments[0]) == "lockstep-worker"
    if parent_role == KEEPER:
        return CHILD  # a fork of the keeper, or a JVM
    if worker:
        return KEEPER
    # A process that forks is one of its kind until it runs something else.
    return parent_role if parent_role == CHILD else OTHER
