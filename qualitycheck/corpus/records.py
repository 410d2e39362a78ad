"""JSON Lines in: one record a line, plain or gzipped."""

from __future__ import annotations

import gzip
import io
import json
import os
import re
import sys
from collections.abc import Iterator
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import Any, BinaryIO, NamedTuple

import orjson

from qualitycheck.errors import InputError

_SURROGATES = re.compile("[\ud800-\udfff]")


class Fields(NamedTuple):
    """The names of the fields that hold a record's text, headline and name; None for none."""

    text: str = "text"
    title: str | None = None
    name: str | None = None


class Record(NamedTuple):
    """What there is to check in one record. ``fault`` says why there is nothing."""

    name: str
    text: str
    title: str | None = None
    fault: str | None = None


def numbered_lines(path: str) -> Iterator[tuple[str, bytes]]:
    """``(FILE:LINE, line)`` of every line that is not blank; ``-`` is standard input, ``.gz`` is unpacked.

    Raises InputError for a file that cannot be read, also in its middle.
    """
    shown = os.fsencode(path).decode("utf-8", "replace")  # a file name may be no Unicode, a report has to be
    try:
        with _open(path) as lines:
            for number, line in enumerate(lines, 1):
                if not line.isspace():
                    yield f"{shown}:{number}", line
    except (OSError, EOFError) as error:
        raise InputError(f"{shown}: cannot be read: {getattr(error, 'strerror', None) or error}") from error


def _open(path: str) -> AbstractContextManager[BinaryIO | io.BufferedReader | gzip.GzipFile]:
    if path == "-":
        if sys.stdin is None:
            raise InputError("standard input is closed")
        return nullcontext(sys.stdin.buffer)
    return gzip.open(path, "rb") if path.endswith(".gz") else Path(path).open("rb")


def parse(place: str, line: bytes, fields: Fields) -> Record:
    """The record in ``line``, or a Record whose ``fault`` says what is wrong with it."""
    try:
        row = _loads(line.decode("utf-8", "replace").removeprefix("\ufeff"))
    except orjson.JSONDecodeError as error:
        return Record(place, "", fault=f"no JSON: {error}")
    if not isinstance(row, dict):
        return Record(place, "", fault="no JSON object")
    if not isinstance(row.get(fields.text), str):
        has = ", ".join(map(str, row)) or "none"
        return Record(place, "", fault=f"no text in field {fields.text!r}; the fields are {has}")
    title = row.get(fields.title) if fields.title else None
    name = row.get(fields.name) if fields.name else None
    return Record(place if name is None else str(name), row[fields.text], title if isinstance(title, str) else None)


def _loads(text: str) -> Any:
    """The value of a JSON text; lone surrogates in its strings are U+FFFD. Raises orjson.JSONDecodeError."""
    try:
        return orjson.loads(text)
    except orjson.JSONDecodeError as error:
        # orjson refuses the escape of half a character, as of an emoji that somebody's cut went through. That is
        # damaged text, not a reason to lose a record; and the report has to be UTF-8, which has no such halves.
        try:
            written = json.dumps(json.loads(text), ensure_ascii=False)
        except (ValueError, RecursionError):
            raise error from None
        return json.loads(_SURROGATES.sub("\ufffd", written))
