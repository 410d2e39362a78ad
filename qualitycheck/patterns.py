"""Regular expressions that are compiled once a machine.

To read a pattern takes `regex` two milliseconds, to take up what it made of it thirty microseconds, and an article
wakes some forty patterns: without this they would be half of a cold start. What `regex` made is kept as data, not as
a pickle, so that a cache can hold no code.
"""

from __future__ import annotations

import copyreg
import marshal
import sys
import zlib
from contextlib import suppress
from functools import cache
from pathlib import Path

import regex

from qualitycheck.cache import folder, keep

_FLAGS = regex.MULTILINE
_KEPT = 3  # files: one for each version of Python and of `regex` in use
_CHECKSUM = 4  # bytes in front of a file

_new: dict[str, regex.Pattern[str]] = {}  # compiled in this process, and not known to the cache


@cache
def compiled(pattern: str) -> regex.Pattern[str]:
    """``pattern`` with ``regex.MULTILINE``, as rules mean it. Raises ``regex.error``."""
    data = _stored().get(pattern)
    if data is not None:
        with suppress(ValueError, EOFError, TypeError):
            rebuilt: regex.Pattern[str] = _reducer(regex.compile(""))[0](*marshal.loads(data))  # noqa: S302 - data only
            return rebuilt
    _new[pattern] = regex.compile(pattern, _FLAGS)
    return _new[pattern]


def keep_compiled() -> None:
    """Put what this process compiled into the user's cache, where there is one that can be written."""
    file = _file()
    if _new and file is not None:
        made = {pattern: marshal.dumps(_reducer(made)[1]) for pattern, made in _new.items()}
        content = marshal.dumps(_stored() | made)
        with suppress(OSError):
            keep(zlib.crc32(content).to_bytes(_CHECKSUM, "big") + content, file, _KEPT)
        _new.clear()


def _reducer(pattern: regex.Pattern[str]):  # type: ignore[no-untyped-def]
    return copyreg.dispatch_table[type(pattern)](pattern)


@cache
def _stored() -> dict[str, bytes]:
    file = _file()
    with suppress(OSError, ValueError, EOFError, TypeError):
        content = file.read_bytes() if file is not None else b""
        if zlib.crc32(content[_CHECKSUM:]).to_bytes(_CHECKSUM, "big") == content[:_CHECKSUM]:
            stored = marshal.loads(content[_CHECKSUM:])  # noqa: S302 - data only, with its checksum
            if isinstance(stored, dict):
                return stored
    return {}


def _file() -> Path | None:
    place = folder()
    return place and place / f"patterns-{regex.__version__}-{sys.implementation.cache_tag}.bin"
