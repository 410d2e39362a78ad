"""What all readers share: the builder of a prose view and of its map to the source."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

from qualitycheck.model import OBJECT, Block, BlockKind, Offsets, Source

#: Around a block these are nothing; a block of nothing else, or of these and objects, is no prose.
BLANK = " \t\r\n\v\f\x1c\x1d\x1e\x1f\x85\xa0\u1680\u2028\u2029\u202f\u205f\u3000\u200b\ufeff" + "".join(
    map(chr, range(0x2000, 0x200B))
)

#: Line breaks of str.splitlines that no markup knows; a block must not hold one.
ODD_BREAKS = "\v\x1c\x1d\x1e\x85\u2028\u2029"

_MASK = 4  # code points; no shortcode is shorter

_NOT_PROSE = re.compile(
    rf"{OBJECT}+|(?<![\w/.])(?:https?://|ftp://|www\.)[^\s<>\"“”{OBJECT}]*[^\s<>\"“”{OBJECT}.,;:!?'’…)\]}}*_~|]"
)


class Piece(NamedTuple):
    """``text`` of the prose and the span of the source that it stands for."""

    text: str
    start: int
    end: int

    @property
    def linear(self) -> bool:
        return len(self.text) == self.end - self.start


class Paragraph(NamedTuple):
    """A finished block, not yet placed in the prose."""

    kind: BlockKind
    pieces: list[Piece]

    @property
    def start(self) -> int:
        return self.pieces[0].start

    @property
    def end(self) -> int:
        return self.pieces[-1].end

    @property
    def text(self) -> str:
        return "".join([piece.text for piece in self.pieces])


class Builder:
    """Takes pieces in source order, closes them into blocks, and lays the blocks out as a Source."""

    __slots__ = ("blocks", "pieces")

    def __init__(self) -> None:
        self.blocks: list[Paragraph] = []
        self.pieces: list[Piece] = []

    def add(self, text: str, start: int, end: int) -> None:
        """Append non-empty ``text``, read from source ``[start, end)``, to the open block."""
        self.pieces.append(Piece(text, start, end))

    @property
    def at_word(self) -> bool:
        """Whether a word could follow: an image takes its place only there, elsewhere it is no part of a sentence."""
        return bool(self.pieces) and self.pieces[-1].text[-1].isspace()

    def close(self, kind: BlockKind) -> bool:
        """End the open block. False if it held no prose and is dropped."""
        if not self.pieces:
            return False
        pieces, self.pieces = self.pieces, []
        text = pieces[0].text if len(pieces) == 1 else "".join([piece.text for piece in pieces])
        if OBJECT in text or "://" in text or "www." in text:
            pieces = _with_objects(pieces, text)
            text = text.replace(OBJECT, " ")
        if not text.strip(BLANK):
            return False
        _trim(pieces)
        # A block of one bare URL is as empty as one of an image.
        if len(pieces) == 1 and pieces[0].text == OBJECT:
            return False
        self.blocks.append(Paragraph(kind, pieces))
        return True

    def add_block(self, kind: BlockKind, text: str, start: int, end: int) -> None:
        """Add, between two blocks, one of a single piece that has no blanks around it."""
        self.pieces.append(Piece(text, start, end))
        if OBJECT in text or "://" in text or "www." in text:
            self.close(kind)
        else:
            self.blocks.append(Paragraph(kind, self.pieces))
            self.pieces = []

    def source(
        self,
        text: str,
        name: str,
        format: str,
        lang: str | None = None,
        front: Mapping[str, str] | None = None,
    ) -> Source:
        """All closed blocks as the prose of ``text``."""
        parts: list[str] = []
        prose_starts: list[int] = []
        source_starts: list[int] = []
        source_ends: list[int] = []
        blocks: list[Block] = []
        at = 0
        reach = -1  # where in the source a linear piece could go on
        for kind, pieces in self.blocks:
            if parts:
                last = source_ends[-1]
                stop = last + 1 if last < pieces[0].start else last
                parts.append("\n")
                if last == reach and stop > last:
                    source_ends[-1] = reach = stop
                else:
                    prose_starts.append(at)
                    source_starts.append(last)
                    source_ends.append(stop)
                    reach = stop if stop > last else -1
                at += 1
            begin = at
            for piece, start, end in pieces:
                parts.append(piece)
                linear = len(piece) == end - start
                if linear and start == reach:
                    source_ends[-1] = end
                else:
                    prose_starts.append(at)
                    source_starts.append(start)
                    source_ends.append(end)
                reach = end if linear else -1
                at += len(piece)
            blocks.append(Block(begin, at, kind))
        offsets = Offsets(tuple(prose_starts), tuple(source_starts), tuple(source_ends), at)
        return Source(name, text, format, "".join(parts), offsets, tuple(blocks), lang, dict(front or {}))


def _with_objects(pieces: list[Piece], text: str) -> list[Piece]:
    """``pieces``, whose joined text is ``text``, with one OBJECT for each bare URL and each run of objects."""
    result: list[Piece] = []
    matches = _NOT_PROSE.finditer(text)
    match = next(matches, None)
    first = at = 0  # where the current object starts in the source, and the current piece in ``text``
    for piece in pieces:
        stop = at + len(piece.text)
        here = at
        while here < stop:
            begin = stop if match is None else max(here, min(match.start(), stop))
            if here < begin:
                result.append(_part(piece, here - at, begin - at))
            if match is None or begin == stop:
                break
            here = min(match.end(), stop)
            inside = _part(piece, begin - at, here - at)
            if begin == match.start():
                first = inside.start
            if here == match.end():
                if not _is_loose_mask(match, text):
                    result.append(Piece(OBJECT, first, inside.end))
                match = next(matches, None)
        at = stop
    return result


def _is_loose_mask(match: re.Match[str], text: str) -> bool:
    """Whether this is a blanked shortcode, which is a run of objects, where no word could stand (see ``at_word``)."""
    start, end = match.span()
    return end - start >= _MASK and text[start] == OBJECT and (start == 0 or not text[start - 1].isspace())


def _part(piece: Piece, begin: int, stop: int) -> Piece:
    """``piece.text[begin:stop]``. A part of a piece that is not linear stands for the whole of its source."""
    text, start, end = piece
    return Piece(text[begin:stop], start + begin, start + stop) if piece.linear else Piece(text[begin:stop], start, end)


def _trim(pieces: list[Piece]) -> None:
    """Take the blanks off both ends, in place. There is something else in ``pieces``."""
    skip = 0
    while not pieces[skip].text.strip(BLANK):
        skip += 1
    del pieces[:skip]
    while not pieces[-1].text.strip(BLANK):
        pieces.pop()
    text, start, end = pieces[0]
    if text[0] in BLANK:
        bare = text.lstrip(BLANK)
        pieces[0] = Piece(bare, end - len(bare) if pieces[0].linear else start, end)
    text, start, end = pieces[-1]
    if text[-1] in BLANK:
        bare = text.rstrip(BLANK)
        pieces[-1] = Piece(bare, start, start + len(bare) if pieces[-1].linear else end)
