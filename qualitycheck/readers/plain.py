"""Plain text: lines, some of them hard-wrapped."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from qualitycheck.readers.prose import BLANK, Builder, Paragraph

if TYPE_CHECKING:
    from qualitycheck.model import BlockKind, Source

# Each break as one "\n" at the same offset; the "\r" of a "\r\n" becomes a blank at the end of its line.
_BREAKS = (("\r\n", " \n"), *((char, "\n") for char in "\r\v\f\x1c\x1d\x1e\x85\u2028\u2029"))

_MARKER = re.compile(r"(?P<quote>>(?:[ \t]?>)*[ \t]*)|(?P<number>\d{1,2})[.)][ \t]+(?=\S)|[-*+•‣◦▪·][ \t]+(?=\S)")
_MARKER_STARTS = frozenset(">-*+•‣◦▪·0123456789")

_NARROW, _WIDE = 45, 120  # code points; nobody wraps paragraphs narrower or wider
_SLACK = 6  # code points; fmt(1) and others even lines out and so leave room for a short word
_WRAPPED = 0.4  # share of the breaks at full width after which a wrapped text goes on in lower case; lists: about 0

_HEADLINE_WORDS = range(3, 26)
_HEADLINE_LENGTH = 150  # code points


class _Line(NamedTuple):
    """A line without its blanks and marker, which stands at ``start``. ``right`` is the column where it ends."""

    text: str
    start: int
    right: int
    kind: BlockKind
    marked: bool


class _Run(NamedTuple):
    """The lines between two blank lines. ``breaks`` says of each line but the last how full it is.

    0: the next word would have fitted on it, or something else begins; 1: it is full; 2: full, and the text goes on in
    lower case.
    """

    lines: list[_Line]
    width: int
    breaks: list[int]


def read_plain(text: str, name: str) -> Source:
    """Paragraphs of ``text``. Hard-wrapped lines are joined, all other lines are blocks of their own."""
    even = text
    for odd, even_break in _BREAKS:
        if odd in even:
            even = even.replace(odd, even_break)
    builder = Builder()
    runs = [_measured(lines) for lines in _runs(even)]
    wrapped = _wrapped_width(runs)
    for run in runs:
        _add_run(builder, run, wrapped, even)
    _mark_title(builder.blocks, even)
    return builder.source(text, name, "plain")


def _runs(text: str) -> Iterator[list[_Line]]:
    run: list[_Line] = []
    at = 0
    for raw in text.split("\n"):
        bare = raw.strip(BLANK)
        size = len(bare)
        if not bare:
            if run:
                yield run
                run = []
        else:
            start = at if size == len(raw) else at + raw.index(bare)
            right = start - at + size
            kind: BlockKind = "item" if run and run[-1].kind == "item" else "paragraph"
            marked = False
            if bare[0] in _MARKER_STARTS and (match := _MARKER.match(bare)) and _starts_item(match, run):
                marked = match["quote"] is None
                kind = "item" if marked else "quote"
                start += match.end()
                bare = bare[match.end() :]
            if bare:
                run.append(_Line(bare, start, right, kind, marked))
            elif run:
                yield run
                run = []
        at += len(raw) + 1
    if run:
        yield run


def _starts_item(match: re.Match[str], run: list[_Line]) -> bool:
    """A number inside a paragraph ("in May\\n12. The") starts no list, as in CommonMark, unless it is 1."""
    number = match["number"]
    return number is None or not run or number == "1" or run[-1].kind == "item"


def _measured(lines: list[_Line]) -> _Run:
    width = max([line.right for line in lines]) if len(lines) > 1 else 0
    if not _NARROW <= width <= _WIDE:
        return _Run(lines, 0, [])
    breaks: list[int] = []
    for line, following in pairwise(lines):
        text = following.text
        word = text.find(" ")
        fits = (len(text) if word < 0 else word) < width - _SLACK - line.right
        if fits or following.marked or line.kind != following.kind:
            breaks.append(0)
        else:
            breaks.append(2 if text[0].islower() else 1)
    return _Run(lines, width, breaks)


def _goes_on(breaks: list[int]) -> bool:
    """Whether after enough of the full lines the text goes on in lower case."""
    low = breaks.count(2)
    return low > 0 and low >= (low + breaks.count(1)) * _WRAPPED


def _wrapped_width(runs: list[_Run]) -> int:
    """The width at which the whole text is wrapped; 0 if it is not."""
    wrapped = [run for run in runs if run.width]
    breaks = [fullness for run in wrapped for fullness in run.breaks]
    return max(run.width for run in wrapped) if _goes_on(breaks) else 0


def _add_run(builder: Builder, run: _Run, wrapped: int, text: str) -> None:
    # A short paragraph of a wrapped text says too little itself: it is taken to be wrapped like the others.
    all_full = (wrapped and run.width >= wrapped - 12) or (len(run.breaks) > 2 and _goes_on(run.breaks))
    begin = -1  # of the lines that follow each other with nothing but a break between them
    for i, (line, start, _, kind, _) in enumerate(run.lines):
        if begin < 0:
            begin = start
        end = start + len(line)
        fullness = run.breaks[i] if i < len(run.breaks) else 0
        if (fullness and all_full) or (fullness == 2 and line[-1] not in ".!?:;"):
            if run.lines[i + 1].start == end + 1:
                continue
            builder.add(text[begin : end + 1].replace("\n", " "), begin, end + 1)
            begin = -1
            continue
        whole = text[begin:end].replace("\n", " ") if begin < start else line
        if builder.pieces:
            builder.add(whole, begin, end)
            builder.close(kind)
        else:
            builder.add_block(kind, whole, begin, end)
        begin = -1


def _mark_title(blocks: list[Paragraph], text: str) -> None:
    """Make the first line the title if it stands there as a headline."""
    if len(blocks) < 2 or blocks[0].kind != "paragraph":
        return
    first, second = blocks[0], blocks[1]
    title = first.text
    alone = text.count("\n", first.end, second.start) > 1 or len(second.text) > max(_HEADLINE_LENGTH, len(title))
    if (
        alone
        and len(title) <= _HEADLINE_LENGTH
        and "\n" not in text[first.start : first.end]
        and len(title.split()) in _HEADLINE_WORDS
        and title[-1] not in ".:;,"
        and blocks[-1].end - second.start > len(title)
    ):
        blocks[0] = first._replace(kind="title")
