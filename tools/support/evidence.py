"""What runs have logged and what became of it: nothing that was logged may be lost."""

from __future__ import annotations

import glob
import hashlib
from dataclasses import dataclass, field
from pathlib import Path

from support import wholeness


@dataclass
class Logged:
    """Diverging inputs that an engine wrote down, by the id of their fingerprint."""

    reports: Path
    inputs: dict[str, bytes] = field(default_factory=dict)
    """One input of each id."""
    count: int = 0
    _seen: set[Path] = field(default_factory=set)

    def look(self) -> None:
        """Takes note of what lies there now."""
        for file in self._files():
            if file not in self._seen:
                try:
                    content = file.read_bytes()
                except FileNotFoundError:
                    continue  # brought in and removed meanwhile
                self._seen.add(file)
                self.count += 1
                self.inputs.setdefault(file.parent.name, content)

    def missing(self) -> list[str]:
        """Ids that were logged, that no finding lists, and that are not there any more to be brought in."""
        # In this order: an input moves from the runs to the findings.
        waiting = {file.parent.name for file in self._files()}
        listed = listed_fingerprints(self.reports)
        return sorted(id for id in self.inputs if id not in waiting and id not in listed)

    def _files(self) -> list[Path]:
        # Not Path.glob: that fails where a folder is removed meanwhile.
        return [Path(file) for file in glob.glob(f"{glob.escape(str(self.reports))}/runs/*/divergences/*/*.input")]


def listed_fingerprints(reports: Path) -> set[str]:
    """The ids of all fingerprints that some finding lists: a finding is a cause, and has an id of its own."""
    ids = set()
    for folder in sorted((reports / "findings").glob("*")):
        finding = wholeness.read_finding(folder, [])
        if finding is not None:
            ids |= {fingerprint_id(finding["target"], text) for text in finding["fingerprints"]}
    return ids


def fingerprint_id(target: str, text: str) -> str:
    """The folder under which engines log what shows a fingerprint, as `Fingerprint.id` makes it."""
    digest = hashlib.sha256((target + "\n" + text).encode())
    return f"{target}-{digest.hexdigest()[:8]}"


def doubtful(reports: Path) -> list[str]:
    """Ids of the findings that a kill from outside could have forged: those that are about how something ended."""
    ids = []
    for folder in sorted((reports / "findings").glob("*")):
        finding = wholeness.read_finding(folder, [])
        if finding is not None and finding["kind"] in ("death", "hang", "memory", "nondeterminism", "cost"):
            ids.append(finding["id"])
    return ids
