"""What must hold for the files that runs leave, and what does not: each piece of damage in a line that names its file.

Two states are told apart. *At any time*, also a moment after a kill: a `finding.json` that is there is whole. *Settled*, that
is after a run on the target that ended by itself: nothing is half-made, temporary or left over any more.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import json
import re
from pathlib import Path
from typing import Any

from support import schema

TEMPORARY = ".partial"
SHA1 = re.compile(r"[0-9a-f]{40}")


def at_any_time(reports: Path) -> list[str]:
    """Damage that no moment excuses."""
    damage: list[str] = []
    for folder in _folders(reports / "findings"):
        read_finding(folder, damage)
    return damage


def settled(reports: Path, corpora: list[Path]) -> list[str]:
    """All damage, once nothing runs and the last run ended by itself.

    `corpora` are folders with a `grown` in them.
    """
    damage: list[str] = []
    for folder in _folders(reports / "findings"):
        _check_finding(folder, damage)
    for run in _folders(reports / "runs"):
        damage.append(f"{run}: left over from a run")
    for corpus in corpora:
        damage += grown(corpus / "grown")
    for folder in [reports, *corpora]:
        damage += [f"{file}: a temporary file is left" for file in _temporary(folder)]
    return damage


def grown(folder: Path) -> list[str]:
    """Inputs that are not what their name says."""
    damage: list[str] = []
    for file in sorted(folder.rglob("*") if folder.is_dir() else []):
        if file.is_file() and not file.name.startswith("."):
            content = file.read_bytes()
            if not SHA1.fullmatch(file.name):
                damage.append(f"{file}: is not named after its content")
            elif hashlib.sha1(content).hexdigest() != file.name:
                damage.append(f"{file}: damaged, {len(content)} bytes of what was an input")
    return damage


def read_finding(folder: Path, damage: list[str]) -> dict[str, Any] | None:
    """A finding, or nothing if there is none (yet) or it is damaged."""
    file = folder / "finding.json"
    try:
        content = file.read_bytes()
    except FileNotFoundError:
        return None
    try:
        finding = json.loads(content)
    except ValueError as e:
        damage.append(f"{file}: is no JSON ({e}), {len(content)} bytes")
        return None
    wrong = schema.misfits("finding", finding)
    if not wrong and finding["id"] != folder.name:
        wrong = [f"the id is {finding['id']}"]
    if not wrong:
        try:
            if len(base64.b64decode(finding["input_base64"], validate=True)) != finding["input_bytes"]:
                wrong = ["the input is not as long as it should be"]
        except binascii.Error as e:
            wrong = [f"the input is no Base64: {e}"]
    damage += [f"{file}: {misfit}" for misfit in wrong]
    return None if wrong else finding


def _check_finding(folder: Path, damage: list[str]) -> None:
    before = len(damage)
    finding = read_finding(folder, damage)
    if finding is None:
        if len(damage) == before:
            damage.append(f"{folder}: half-made, there is no finding.json")
        return
    try:
        if (folder / "input.bin").read_bytes() != base64.b64decode(finding["input_base64"]):
            damage.append(f"{folder}/input.bin: is not the input of finding.json")
    except FileNotFoundError:
        damage.append(f"{folder}/input.bin: is not there")
    for name in ("original.txt", "port.txt"):
        if not (folder / name).is_file() or (folder / name).stat().st_size == 0:
            damage.append(f"{folder}/{name}: is not there or empty")
    others = len(list((folder / "inputs").glob("*.bin")))
    if others < finding["other_inputs"]:
        damage.append(f"{folder}/inputs: {others} of {finding['other_inputs']} other inputs")


def _folders(folder: Path) -> list[Path]:
    try:
        return sorted(entry for entry in folder.iterdir() if entry.is_dir())
    except FileNotFoundError:
        return []


def _temporary(folder: Path) -> list[Path]:
    return sorted(file for file in folder.rglob("*" + TEMPORARY)) if folder.is_dir() else []
