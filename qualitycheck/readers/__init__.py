"""Bytes -> text -> :class:`Source`. A reader takes the markup of its format off and remembers where it was."""

from __future__ import annotations

import codecs
import re
from collections.abc import Callable, Mapping
from pathlib import PurePath

from qualitycheck.errors import ConfigError
from qualitycheck.model import Skip, Source
from qualitycheck.readers.html import read_html
from qualitycheck.readers.markdown import read_markdown
from qualitycheck.readers.plain import read_plain

#: Format -> ``reader(text, name)``.
READERS: Mapping[str, Callable[[str, str], Source]] = {
    "plain": read_plain,
    "markdown": read_markdown,
    "html": read_html,
}

SUFFIXES: Mapping[str, str] = {
    ".txt": "plain",
    ".text": "plain",
    ".md": "markdown",
    ".markdown": "markdown",
    ".mdown": "markdown",
    ".mkd": "markdown",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
}

# The marks of UTF-32 come first: that of its little-endian form starts with that of UTF-16.
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

_SAMPLE = 8192  # bytes; as much as git looks at
_CONTROLS = bytes(set(range(32)) - set(b"\t\n\v\f\r\x1b")) + b"\x7f"
_SURROGATES = re.compile("[\ud800-\udfff]")


def read(text: str, *, name: str = "<text>", format: str = "plain") -> Source:
    """The prose of ``text`` and its place in it. No text raises; a format that is not in READERS is a ConfigError.

    ``Source.text`` is ``text``, but for lone surrogates, which no encoding can write: each is U+FFFD there.
    """
    reader = READERS.get(format)
    if reader is None:
        raise ConfigError(f"unknown format {format!r}; write one of {', '.join(READERS)}")
    try:
        text.encode()
    except UnicodeEncodeError:
        text = _SURROGATES.sub("\ufffd", text)
    return reader(text, name)


def format_of(filename: str) -> str | None:
    """The format that the suffix of ``filename`` tells, in any case; None for a suffix that no reader knows."""
    return SUFFIXES.get(PurePath(filename).suffix.lower())


def decode(data: bytes) -> tuple[str, tuple[Skip, ...]] | None:
    """The text of a file without its byte order mark, and what could not be read of it; None for a binary file.

    Files are UTF-8 unless a mark says UTF-16 or UTF-32. What cannot be decoded is U+FFFD.
    """
    encoding, start = "utf-8", 0
    for mark, marked in _MARKS:
        if data.startswith(mark):
            encoding, start = marked, len(mark)
            break
    else:
        if _is_binary(data[:_SAMPLE]):
            return None
    body = data[start:] if start else data
    try:
        return body.decode(encoding), ()
    except UnicodeDecodeError as error:
        what = f"bytes that are not {encoding.upper()}, the first at offset {start + error.start}"
        return body.decode(encoding, "replace"), (Skip(what, "read as U+FFFD"),)


def _is_binary(sample: bytes) -> bool:
    """Whether control characters make up more of ``sample`` than they ever do of a text that was damaged a little."""
    controls = len(sample) - len(sample.translate(None, _CONTROLS))
    return controls > len(sample) * (0.01 if b"\0" in sample else 0.1)
