"""A tiny disk that can be full."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path


class TinyDisk:
    """A file system of its own, as large as is said, until it is left (`with`). Mounting takes root."""

    def __init__(self, folder: Path, mebibytes: int):
        self.folder = folder
        self.ballast = folder / "ballast"
        folder.mkdir(parents=True, exist_ok=True)
        options = f"size={mebibytes}m"
        mount = ["mount", "-t", "tmpfs", "-o", options, "tmpfs", str(folder)]
        done = subprocess.run(mount, capture_output=True, text=True)
        if done.returncode != 0:
            raise PermissionError(f"cannot mount a tiny disk: {done.stderr.strip()}")

    def fill(self, left_bytes: int) -> None:
        """Leaves so much room."""
        with self.ballast.open("ab") as file:
            room = os.statvfs(self.folder)
            more = room.f_bavail * room.f_frsize - left_bytes
            if more > 0:
                os.posix_fallocate(file.fileno(), file.tell(), more)

    def empty(self) -> None:
        """Makes all the room again that `fill` took."""
        self.ballast.unlink(missing_ok=True)

    def __enter__(self) -> TinyDisk:
        return self

    def __exit__(self, *_: object) -> None:
        subprocess.run(["umount", str(self.folder)], check=False)
