"""Whether a JSON document fits one of `docs/schema/`: as much of JSON Schema as those use outside of `if`."""

from __future__ import annotations

import functools
import json
import re
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).resolve().parents[2] / "docs" / "schema"

TYPES = {
    "object": dict,
    "array": list,
    "string": str,
    "integer": int,
    "number": (int, float),
    "boolean": bool,
    "null": type(None),
}


def misfits(name: str, document: Any) -> list[str]:
    """What does not fit, each with its place; `name` is that of the schema, for example `finding`."""
    file = f"{name}.schema.json"
    return list(_misfits(file, _load(file), document, "$"))


@functools.cache
def _load(file: str) -> Any:
    return json.loads((FOLDER / file).read_text("utf-8"))


def _misfits(file: str, schema: Any, value: Any, place: str):
    if "$ref" in schema:
        to, _, inner = schema["$ref"].partition("#")
        file_of_ref = to or file
        target = _load(file_of_ref)
        for step in filter(None, inner.split("/")):
            target = target[step]
        yield from _misfits(file_of_ref, target, value, place)
    if "oneOf" in schema and sum(not list(_misfits(file, one, value, place)) for one in schema["oneOf"]) != 1:
        yield f"{place} fits none of what it may be"
    types = schema.get("type", [])
    types = [types] if isinstance(types, str) else types
    if types and not any(_is(value, one) for one in types):
        yield f"{place} is no {' or '.join(types)}"
        return
    if "const" in schema and value != schema["const"]:
        yield f"{place} is not {schema['const']}"
    if "enum" in schema and value not in schema["enum"]:
        yield f"{place} is none of {', '.join(map(str, schema['enum']))}"
    if isinstance(value, str):
        if "pattern" in schema and not re.search(schema["pattern"], value):
            yield f"{place} does not match {schema['pattern']}"
        if len(value) < schema.get("minLength", 0):
            yield f"{place} is too short"
    if isinstance(value, (int, float)) and value < schema.get("minimum", value):
        yield f"{place} is below {schema['minimum']}"
    if isinstance(value, list) and "items" in schema:
        for i, item in enumerate(value):
            yield from _misfits(file, schema["items"], item, f"{place}[{i}]")
    if isinstance(value, dict):
        properties = schema.get("properties", {})
        for key in schema.get("required", []):
            if key not in value:
                yield f"{place}.{key} is missing"
        for key, item in value.items():
            if key in properties:
                yield from _misfits(file, properties[key], item, f"{place}.{key}")
            elif schema.get("additionalProperties") is False:
                yield f"{place}.{key} is unknown"


def _is(value: Any, kind: str) -> bool:
    if isinstance(value, bool):
        return kind == "boolean"
    return isinstance(value, TYPES[kind])
