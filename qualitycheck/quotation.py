"""Quotation marks read as a state machine, a block at a time.

Only curly double marks and guillemets say by themselves whether they open or close, so only they can be at fault.
A straight mark is taken as opening or closing from its neighbours and gives spans, never faults: the parity of
straight marks was tried and alarms on inches, seconds, code and headlines. Single marks give spans where they cannot
be apostrophes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from qualitycheck.model import Block, Span

FaultName = Literal["closed-twice", "opened-twice", "never-opened", "never-closed", "glued"]
FAULTS: tuple[FaultName, ...] = ("closed-twice", "opened-twice", "never-opened", "never-closed", "glued")


class QuoteFault(NamedTuple):
    """``start``/``end``: the marks at fault and what stands between them."""

    name: FaultName
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Quotations:
    """``spans`` (inside the marks, in order) and ``faults`` (in order), both in prose offsets."""

    spans: tuple[Span, ...]
    faults: tuple[QuoteFault, ...]


_MARKS = re.compile('[“”«»"‘]')
_SINGLE_CLOSE = re.compile(r"’(?!\w)")
_END_MARKS = (".", "!", "?", "…")
_OPENS_AFTER = frozenset(" \n([{—–-/“‘'\u00a0\ufffc")


def read_quotations(prose: str, blocks: Sequence[Block]) -> Quotations:
    """Pair the marks of each block. A quotation that runs on into the next block opens again there."""
    spans: list[Span] = []
    faults: list[QuoteFault] = []
    first = _MARKS.search(prose)
    if first is None:
        return Quotations((), ())
    for i, block in enumerate(blocks):
        if block.end > first.start():
            following = blocks[i + 1] if i + 1 < len(blocks) else None
            goes_on = following is not None and prose[following.start : following.start + 1] in ("“", "«")
            for found in _block(prose, block, goes_on=goes_on):
                (spans if isinstance(found, Span) else faults).append(found)  # type: ignore[arg-type]
    return Quotations(tuple(sorted(spans)), tuple(sorted(faults, key=lambda fault: fault.start)))


def _block(prose: str, block: Block, *, goes_on: bool) -> Iterator[Span | QuoteFault]:
    opened: int | None = None
    nested = 0
    closed: int | None = None
    straight: int | None = None
    single_close = -1
    for mark in _MARKS.finditer(prose, block.start, block.end):
        at, char = mark.start(), mark.group()
        before = prose[at - 1] if at > block.start else " "
        after = prose[at + 1] if at + 1 < block.end else " "
        if char == '"':
            if straight is None:
                straight = at if before in _OPENS_AFTER and not after.isspace() else None
            elif not before.isspace() and not after.isalnum():
                yield Span(straight + 1, at)
                straight = None
        elif char == "‘":
            if single_close <= at:  # else the close after the last such mark is the close after this one, too
                close = _SINGLE_CLOSE.search(prose, at + 1, block.end)
                single_close = close.start() if close else block.end
            if single_close < block.end and before in _OPENS_AFTER:
                yield Span(at + 1, single_close)
        elif char in "“«" and not (opened is not None and after.isspace()):  # `it was.“` closes, wrongly curled
            if opened is None or char == "«":
                opened, closed = at, None
            elif prose[max(block.start, at - 2) : at].strip() in _END_MARKS:
                yield QuoteFault("opened-twice", opened, at + 1)
                opened, closed = at, None
            else:
                nested += 1  # a quotation in a quotation, marked like the outer one
        elif opened is not None and nested:
            nested -= 1
        elif opened is not None:
            yield Span(opened + 1, at)
            if char == "”" and (before.isspace() or before in ",.!?") and after.isalpha():
                yield QuoteFault("glued", at, at + 1)
            opened, closed = None, at
        elif char == "”" and _opens(prose, block, at):
            opened, closed = at, None
        elif char == "”" and not before.isdigit() and not (before.isspace() and after.isspace()):
            if closed is not None:
                yield QuoteFault("closed-twice", closed, at + 1)
            elif after.isalpha() and before.isspace():
                yield QuoteFault("glued", at, at + 1)
            else:
                yield QuoteFault("never-opened", at, at + 1)
            closed = at
    if opened is not None and not goes_on and prose[opened] == "“":
        yield QuoteFault("never-closed", opened, block.end)


def _opens(prose: str, block: Block, at: int) -> bool:
    """Whether the ” at ``at`` opens, as in Swedish and Finnish, or curled the wrong way: one that closes follows."""
    if (at > block.start and prose[at - 1] not in _OPENS_AFTER) or not prose[at + 1 : at + 2].isalnum():
        return False
    following = _MARKS.search(prose, at + 1, block.end)
    return following is not None and following.group() == "”" and not prose[following.start() - 1].isspace()
