"""Writes ``rules/schema.json``, from which editors complete and check rule files, out of the loader's own tables.

Run it after a change to ``qualitycheck/keys.py`` or ``qualitycheck/scanners/__init__.py``::

    python scripts/build_schema.py
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from qualitycheck.keys import EXAMPLE, RULE, SCHEMA_TITLE, Key
from qualitycheck.scanners import KINDS

TARGET = Path(__file__).parent.parent / "rules" / "schema.json"

_Schema = dict[str, Any]

_TEXT: _Schema = {"type": "string", "pattern": r"\S"}
_SIMPLE: dict[str, _Schema] = {
    "text": {"type": "string"},
    "pattern": {"type": "string"},
    "integer": {"type": "integer", "minimum": 0},
    "number": {"type": "number"},
    "positive": {"type": "number", "exclusiveMinimum": 0},
    "numbers": {"type": "object", "minProperties": 1, "additionalProperties": {"type": "number"}},
    "flag": {"type": "boolean"},
}
#: The lists of examples, how many each must hold, and how the marks of its texts look.
_EXAMPLES: dict[str, tuple[int, str, _Schema]] = {
    "bad": (2, "texts with `<<` and `>>` around exactly what must be found", {"pattern": "<<"}),
    "good": (3, "honest look-alikes, in which nothing may be found", {"not": {"pattern": "<<"}}),
    "misfires": (0, "known false alarms, marked like `bad`", {"pattern": "<<"}),
}


def build() -> _Schema:
    """A JSON Schema (draft 2020-12) of one rule file."""
    schema = _mapping(RULE)
    schema["properties"]["match"] = _match()
    schema["properties"]["examples"] = _examples()
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": SCHEMA_TITLE,
        "description": "Written by scripts/build_schema.py. rules/README.md shows how to write a rule.",
        **schema,
    }


def _mapping(keys: Mapping[str, Key]) -> _Schema:
    return {
        "type": "object",
        "properties": {name: _value(key) for name, key in keys.items()},
        "required": [name for name, key in keys.items() if key.must],
        "additionalProperties": False,
    }


def _value(key: Key) -> _Schema:
    schema: _Schema = {"description": key.says}
    if key.default is not None:
        schema["default"] = list(key.default) if isinstance(key.default, tuple) else key.default
    if key.type == "mapping":
        return schema | (_mapping(key.keys) if key.keys else {"type": "object"})
    if key.type == "choice":
        return schema | {"enum": list(key.choices)}
    if key.type == "choices":
        return schema | _one_or_more({"enum": list(key.choices)})
    if key.type == "phrases":
        return schema | {"anyOf": [_list(_TEXT), {"type": "string", "pattern": r"\.tsv$"}]}
    if key.type == "tables":
        return schema | _one_or_more({"type": "string", "pattern": r"\.tsv$"})
    if key.type in ("texts", "patterns"):
        return schema | _one_or_more(_TEXT)
    return schema | _SIMPLE[key.type]


def _list(items: _Schema) -> _Schema:
    return {"type": "array", "minItems": 1, "items": items}


def _one_or_more(items: _Schema) -> _Schema:
    return {"anyOf": [_list(items), items]}


def _match() -> _Schema:
    return {
        "description": RULE["match"].says,
        "type": "object",
        "properties": {"kind": {"description": "the scanner that looks for it", "enum": list(KINDS)}},
        "required": ["kind"],
        "allOf": [_of_kind(kind) for kind in KINDS],
    }


def _of_kind(kind: str) -> _Schema:
    keys = _mapping(KINDS[kind].keys)
    keys["properties"] = {"kind": {"const": kind}, **keys["properties"]}
    return {"if": {"properties": {"kind": {"const": kind}}, "required": ["kind"]}, "then": keys}


def _examples() -> _Schema:
    return {
        "description": RULE["examples"].says,
        "type": "object",
        "properties": {
            name: {"description": says, "type": "array", "minItems": least, "items": _example(marks)}
            for name, (least, says, marks) in _EXAMPLES.items()
        },
        "required": ["bad", "good"],
        "additionalProperties": False,
    }


def _example(marks: _Schema) -> _Schema:
    example = _mapping(EXAMPLE)
    example["properties"]["text"] |= marks
    return {"anyOf": [{"type": "string"} | marks, example]}


def text() -> str:
    """What ``rules/schema.json`` holds."""
    return json.dumps(build(), indent=2, ensure_ascii=False) + "\n"


if __name__ == "__main__":
    TARGET.write_text(text(), encoding="utf-8")
    print(f"{TARGET}: {len(KINDS)} kinds")
