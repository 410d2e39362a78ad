"""Source -> Document: the prose made ready to search."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise
from typing import Any

from qualitycheck.errors import is_panic
from qualitycheck.model import Block, Field, Source, Span
from qualitycheck.quotation import Quotations, read_quotations

# One code point for one code point, so that a span in any of the three texts is a span in all of them. A chain of
# str.replace is some fifty times faster here than str.translate with a table of non-ASCII characters.
_QUOTES = (("“", '"'), ("”", '"'), ("„", '"'), ("‟", '"'), ("«", '"'), ("»", '"'), ("″", '"'))
_APOSTROPHES = (("’", "'"), ("‘", "'"), ("‚", "'"), ("‛", "'"), ("′", "'"), ("´", "'"))
_ASCII_SPACES = tuple((space, " ") for space in "\t\v\f\x1c\x1d\x1e\x1f")
_SPACES = tuple((space, " ") for space in "\x85\u00a0\u1680\u2028\u2029\u202f\u205f\u3000")
_WIDTHS = tuple((chr(code), " ") for code in range(0x2000, 0x200B))  # en quad to hair space
_ONE_TO_ONE = (*_QUOTES, *_APOSTROPHES, *_ASCII_SPACES, *_SPACES, *_WIDTHS, ("‐", "-"), ("‑", "-"))

_AFTER_END_MARK = re.compile(r"[.!?][\"')]* +(?=[\"'(]?[A-Z])")
#: The kinds of block that a scope means; of the other scopes each block.
KINDS_BY_SCOPE = {
    "title": frozenset({"title"}),
    "heading": frozenset({"title", "heading"}),
    "paragraph": frozenset({"paragraph", "item", "quote", "line"}),
}


def straighten(text: str) -> str:
    """``text`` with straight quotes, plain spaces and plain hyphens; same length, case kept."""
    for odd, common in _ASCII_SPACES if text.isascii() else _ONE_TO_ONE:
        text = text.replace(odd, common)
    return text


def lower(text: str) -> str:
    """``text`` in lower case, same length: a character whose lower case is longer stays as it is."""
    lowered = text.lower()
    if len(lowered) == len(text):
        return lowered
    return "".join(low if len(low := char.lower()) == 1 else char for char in text)


def fold(text: str) -> str:
    """The form in which rules without ``case`` compare text."""
    return lower(straighten(text))


@dataclass(frozen=True)
class Document:
    """A Source ready to search. All spans are prose offsets; the three texts have the same length.

    ``prose`` is as the reader sees it, ``plain`` has its quotes, spaces and hyphens straightened, ``folded`` is
    ``plain`` in lower case. A title given apart from the text is block 0, and everything after it is shifted by
    ``shift``. ``memo`` keeps what a later stage computed once for all (metrics).
    """

    source: Source
    prose: str
    blocks: tuple[Block, ...]
    shift: int = 0
    memo: dict[str, Any] = field(default_factory=dict, compare=False, repr=False)

    @cached_property
    def plain(self) -> str:
        return straighten(self.prose)

    @cached_property
    def folded(self) -> str:
        return lower(self.plain)

    @cached_property
    def quotations(self) -> Quotations:
        """What stands between quotation marks, and where the marks do not add up."""
        return read_quotations(self.prose, self.blocks)

    @cached_property
    def _starts(self) -> list[int]:
        return [block.start for block in self.blocks]

    @property
    def title(self) -> Block | None:
        """The title block, if the document has one. It comes first, but for what a page puts above it."""
        return next((block for block in self.blocks if block.kind == "title"), None)

    def block_index(self, at: int) -> int:
        """Index of the block that holds ``at``, or of the last one that starts before it (at least 0)."""
        return max(0, bisect_right(self._starts, at) - 1)

    def sentences(self, index: int) -> tuple[Span, ...]:
        """The sentences of block ``index``, without the spaces around them."""
        known: dict[int, tuple[Span, ...]] = self.memo.setdefault("sentences", {})
        if index not in known:
            known[index] = _sentences(self.plain, self.blocks[index])
        return known[index]

    def sentence_at(self, at: int) -> Span:
        """The sentence that holds ``at``; the whole block where ``at`` is between two sentences."""
        index = self.block_index(at)
        spans = self.sentences(index)
        i = bisect_right(spans, at, key=lambda span: span.start) - 1
        if i >= 0 and at < spans[i].end:
            return spans[i]
        block = self.blocks[index]
        return Span(block.start, block.end)

    def words(self, index: int) -> int:
        """How many words block ``index`` has, as spaces tell."""
        known: dict[int, int] = self.memo.setdefault("words", {})
        if index not in known:
            block = self.blocks[index]
            known[index] = self.prose.count(" ", block.start, block.end) + 1
        return known[index]

    def unit(self, scope: str, at: int) -> Span | None:
        """The segment of kind ``scope`` that holds ``at``, or None where there is none.

        ``document`` and ``line`` both give the block: no pattern reaches over the end of a block.
        """
        block = self.blocks[self.block_index(at)]
        if not block.start <= at <= block.end:
            return None
        if scope == "sentence":
            return self.sentence_at(at)
        if scope == "quotation":
            spans = self.quotations.spans
            i = bisect_right(spans, at, key=lambda span: span.start) - 1
            return spans[i] if i >= 0 and at < spans[i].end else None
        kinds = KINDS_BY_SCOPE.get(scope)
        return Span(block.start, block.end) if kinds is None or block.kind in kinds else None

    def locate(self, start: int, end: int) -> tuple[Field, Span]:
        """Which text prose ``[start, end)`` is from, and its code points there."""
        if start < self.shift:
            return "title", Span(start, min(end, self.shift - 1))
        return "text", self.source.offsets.span(start - self.shift, end - self.shift)


def document(source: Source, title: str | None = None) -> Document:
    """Make ``source`` ready to search; ``title`` is a headline that is not part of its text.

    A blank one is none.
    """
    if title is None or not title.strip():
        return Document(source, source.prose, source.blocks)
    heading = "".join(" " if char in "\r\n\v\f\x1c\x1d\x1e\x85\u2028\u2029" else char for char in title)
    heading = heading.encode("utf-8", "replace").decode("utf-8")
    shift = len(heading) + 1
    own = tuple(
        Block(b.start + shift, b.end + shift, "heading" if b.kind == "title" else b.kind) for b in source.blocks
    )
    return Document(source, f"{heading}\n{source.prose}", (Block(0, len(heading), "title"), *own), shift)


def _sentences(plain: str, block: Block) -> tuple[Span, ...]:
    text = plain[block.start : block.end]
    if "." not in text and "!" not in text and "?" not in text:
        return (Span(block.start, block.end),)
    # sentencex splits at abbreviations it does not know ("Gov. Smith") less often than any rule of thumb, but it may
    # report pieces that touch: only their starts are taken, and each sentence runs to the next one's start.
    starts = sorted({*_starts_of_sentences(text), 0, len(text)})
    spans = []
    for start, end in pairwise(starts):
        piece = text[start:end]
        if bare := piece.strip():
            at = block.start + start + piece.index(bare[0])
            spans.append(Span(at, at + len(bare)))
    return tuple(spans)


def _starts_of_sentences(text: str) -> list[int]:
    from sentencex import get_sentence_boundaries

    try:
        return [boundary["start_index"] for boundary in get_sentence_boundaries("en", text)]
    except BaseException as error:
        # There is a text for which it panics (odd spaces before a full stop, which `plain` does not have); whatever
        # the next one is, a text must not raise.
        if not is_panic(error):
            raise
        return [match.end() for match in _AFTER_END_MARK.finditer(text)]
