"""A folder of its own to run `./lockstep fuzz` in: a copy of targets, reports and a folder for temporary files.

What runs add to a corpus stays in the copy; the copies build the same projects and crates, so nothing is compiled twice.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import time
from dataclasses import dataclass
from pathlib import Path

from support import processes

ROOT = Path(__file__).resolve().parents[2]

COPIED = ("seeds", "regressions")


def find_target(name: str) -> tuple[Path, Path]:
    """The folder of a target and that of its inputs: of the repository, of the zoo, or by path."""
    own = ROOT / "targets" / name
    if (own / "target.toml").is_file():
        return own, ROOT / "corpora" / name
    for folder in (ROOT / "zoo" / "targets" / name, ROOT / "zoo" / "sick" / name, Path(name)):
        if (folder / "target.toml").is_file():
            return folder.resolve(), folder.resolve() / "corpora"
    raise LookupError(f"there is no target `{name}` in targets/, zoo/targets/ or zoo/sick/")


class Workshop:
    """The folder, and how to run in it. `data` holds targets and reports, and may lie on another disk."""

    def __init__(self, folder: Path, data: Path | None = None):
        self.folder = folder
        self.data = data or folder
        self.targets = self.data / "targets"
        self.reports = self.data / "reports"
        self.temporary = folder / "tmp"
        self.output = folder / "output"
        for made in (self.targets, self.reports, self.temporary, self.output):
            made.mkdir(parents=True, exist_ok=True)
        self.runs = 0

    def add(self, target: str) -> str:
        """Copies a target; returns its name."""
        home, corpora = find_target(target)
        copy = self.targets / home.name
        copy.mkdir(exist_ok=True)
        settings = (home / "target.toml").read_text("utf-8")
        (copy / "target.toml").write_text(_moved(settings, home), "utf-8")
        if (home / "accepted.toml").is_file():
            shutil.copy(home / "accepted.toml", copy)
        for name in COPIED:
            if (corpora / name).is_dir():
                shutil.copytree(corpora / name, copy / "corpora" / name, dirs_exist_ok=True)
        return home.name

    def corpora(self) -> list[Path]:
        """The folders of inputs of all targets that were copied."""
        return sorted(self.targets.glob("*/corpora"))

    def finding_files(self) -> list[Path]:
        """All findings that are kept."""
        return sorted(self.reports.glob("findings/*/finding.json"))

    def fuzz(self, target: str, seconds: float, seed: int, *more: str) -> Run:
        """Starts a run."""
        return self.start("fuzz", target, "--time", f"{seconds:g}s", "--seed", str(seed), "--json", *more)

    def start(self, *arguments: str) -> Run:
        """Starts a verb over the copied targets, with its temporary files in the folder for them."""
        self.runs += 1
        out, err = self.output / f"{self.runs}.out", self.output / f"{self.runs}.err"
        environment = {key: value for key, value in os.environ.items() if not key.startswith("LOCKSTEP_")}
        environment["TMPDIR"] = str(self.temporary)
        # An engine that says otherwise on its own command line wins.
        options = environment.get("JDK_JAVA_OPTIONS", "")
        environment["JDK_JAVA_OPTIONS"] = f"{options} -Djava.io.tmpdir={self.temporary}".strip()
        command = [ROOT / "lockstep", *arguments, "--targets", self.targets, "--reports", self.reports]
        with out.open("wb") as out_file, err.open("wb") as err_file:
            process = subprocess.Popen(
                list(map(str, command)),
                cwd=self.folder,
                env=environment,
                stdin=subprocess.DEVNULL,
                stdout=out_file,
                stderr=err_file,
                start_new_session=True,
            )
        return Run(self.runs, process, out, err, time.monotonic())


@dataclass
class Run:
    """A run of the command line."""

    number: int
    process: subprocess.Popen[bytes]
    out_file: Path
    err_file: Path
    start_seconds: float

    def lives(self) -> bool:
        return self.process.poll() is None

    def age_seconds(self) -> float:
        return time.monotonic() - self.start_seconds

    def await_end(self, seconds_max: float) -> int:
        """The exit code.

        Raises subprocess.TimeoutExpired.
        """
        return self.process.wait(seconds_max)

    def out(self) -> str:
        return self.out_file.read_text("utf-8", "replace")

    def err(self) -> str:
        """What it said, without what the JVM says of our own options."""
        lines = self.err_file.read_text("utf-8", "replace").splitlines()
        return "\n".join(line for line in lines if not line.startswith("NOTE: Picked up JDK_JAVA_OPTIONS"))

    def below(self) -> list[processes.Process]:
        """The processes that it started, itself included, as long as it lives."""
        return [process for process in processes.below() if process.pid == self.process.pid] + processes.below(
            self.process.pid
        )


def _moved(settings: str, home: Path) -> str:
    """A target.toml that leads to the same project and crate from anywhere."""
    if not re.search(r"(?m)^project\s*=", settings):
        settings = settings.replace("[original]\n", '[original]\nproject = "."\n', 1)

    def absolute(match: re.Match[str]) -> str:
        return f'{match[1]}"{(home / match[2]).resolve()}"'

    return re.sub(r'(?m)^((?:project|crate)\s*=\s*)"([^"]*)"', absolute, settings)
