"""What a run holds at a moment: memory, handles, threads, files."""

from __future__ import annotations

import os
from pathlib import Path

from support import processes
from support.workshop import Run, Workshop

ROLES = (processes.COMMAND_LINE, processes.ENGINE, processes.KEEPER, processes.CHILD)
PAGE_BYTES = os.sysconf("SC_PAGE_SIZE")
MIB = 1 << 20

KEPT = "kept files"
"""What a run keeps for ever may grow: no verdict on it."""


def names() -> list[str]:
    """The figures, in the order in which they are shown."""
    of_roles = [f"{role} {figure}" for role in ROLES for figure in ("processes", "MiB", "handles", "threads")]
    files = ("run files", "run MiB", "temporary files", "temporary MiB", "shared files", "memfd files", "memfd MiB")
    return [*of_roles, *files, KEPT]


def take(run: Run, workshop: Workshop) -> dict[str, float]:
    """All figures of this moment; those of a role over all its processes."""
    figures = dict.fromkeys(names(), 0.0)
    memory_files: dict[int, int] = {}
    for process in run.below():
        role = processes.COMMAND_LINE if process.pid == run.process.pid else process.role
        if role in ROLES:
            try:
                _add(figures, role, process.pid, memory_files)
            except (FileNotFoundError, ProcessLookupError):
                continue  # ended meanwhile
    figures["memfd files"] = len(memory_files)
    figures["memfd MiB"] = sum(memory_files.values()) / MIB
    figures["run files"], figures["run MiB"] = _size(workshop.reports / "runs")
    figures["temporary files"], figures["temporary MiB"] = _size(workshop.temporary)
    figures["shared files"] = len(os.listdir("/dev/shm"))
    figures[KEPT] = _size(workshop.reports)[0] - figures["run files"]
    return figures


def _add(figures: dict[str, float], role: str, pid: int, memory_files: dict[int, int]) -> None:
    home = Path("/proc") / str(pid)
    resident_pages = int((home / "statm").read_text().split()[1])
    handles = os.listdir(home / "fd")
    threads = len(os.listdir(home / "task"))
    figures[f"{role} processes"] += 1
    figures[f"{role} MiB"] += resident_pages * PAGE_BYTES / MIB
    figures[f"{role} handles"] += len(handles)
    figures[f"{role} threads"] += threads
    for handle in handles:
        try:
            if os.readlink(home / "fd" / handle).startswith("/memfd:"):
                about = os.stat(home / "fd" / handle)
                memory_files[about.st_ino] = about.st_blocks * 512
        except FileNotFoundError:
            continue  # closed meanwhile


def _size(folder: Path) -> tuple[int, float]:
    """How many files, and their size in MiB."""
    count = size = 0
    for home, _, files in os.walk(folder):
        for file in files:
            try:
                size += os.lstat(os.path.join(home, file)).st_size
            except FileNotFoundError:
                continue  # removed meanwhile
            count += 1
    return count, size / MIB
