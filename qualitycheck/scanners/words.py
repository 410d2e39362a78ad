"""Whole words and what stands near them: what `phrase` and `density` share."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from typing import Any

import regex

from qualitycheck.model import Span
from qualitycheck.text import Document, fold, straighten


def is_whole(text: str, start: int, end: int) -> bool:
    """Whether ``text[start:end]`` neither begins nor ends inside a word. A sign at its edge needs no boundary."""
    if start and text[start].isalnum() and (text[start - 1].isalnum() or text[start - 1] == "_"):
        return False
    return not (end < len(text) and text[end - 1].isalnum() and (text[end].isalnum() or text[end] == "_"))


def literal(phrase: str, *, case: bool) -> str:
    """The form in which ``phrase`` is looked for."""
    if phrase.isascii():  # nearly all of thousands, at every start
        return phrase if case else phrase.lower()
    return straighten(phrase) if case else fold(phrase)


def near_test(near: Mapping[str, Any] | None) -> Callable[[Document, Span], bool] | None:
    """A test whether a term of ``near`` (keys of ``qualitycheck.keys.NEAR``) occurs around a span; None for none."""
    if not near:
        return None
    return _terms_test(tuple(near["any"]), near["within"])


@lru_cache(maxsize=4096)
def _terms_test(terms: tuple[str, ...], within: str) -> Callable[[Document, Span], bool]:
    pattern = _any_word(terms)

    def test(document: Document, span: Span) -> bool:
        start, end = _around(document, span, within)
        found = _places(document, terms, pattern, span, whole=within == "document")
        for at in range(bisect_left(found, start, key=_start), len(found)):
            other = found[at]
            if other.start >= end:
                return False
            # The hit itself must not count as its own company.
            if other.end <= end and (other.end <= span.start or other.start >= span.end):
                return True
        return False

    return test


def _places(
    document: Document, terms: tuple[str, ...], pattern: regex.Pattern[str], span: Span, *, whole: bool
) -> list[Span]:
    """Where the terms stand in the block of ``span``, or in the ``whole`` document: looked for once."""
    index = -1 if whole else document.block_index(span.start)
    known: dict[tuple[tuple[str, ...], int], list[Span]] = document.memo.setdefault("terms", {})
    if (terms, index) not in known:
        region = (0, len(document.folded)) if whole else document.blocks[index][:2]
        known[terms, index] = [Span(*match.span()) for match in pattern.finditer(document.folded, *region)]
    return known[terms, index]


def _start(span: Span) -> int:
    return span.start


def terms_within(terms: tuple[str, ...], document: Document, span: Span, reach: int) -> bool:
    """Whether one of ``terms`` stands within ``reach`` code points of ``span``, in any block, but not inside it."""
    found = _any_word(terms).finditer(document.folded, max(0, span.start - reach), span.end + reach)
    return any(place.start() < span.start or place.end() > span.end for place in found)


def needs_test(terms: Sequence[str] | None) -> Callable[[Document, Span], bool] | None:
    """The same for a cell of a phrase table, whose distance is the paragraph."""
    return _terms_test(tuple(terms), "paragraph") if terms else None


@lru_cache(maxsize=4096)
def _any_word(terms: tuple[str, ...]) -> regex.Pattern[str]:
    # `\w*` at the end lets `missile` stand for `missiles`; a term never begins inside a word.
    joined = "|".join(sorted((regex.escape(fold(term), special_only=True) for term in terms), key=len, reverse=True))
    return regex.compile(rf"(?<!\w)(?:{joined})(?:'?s|es|ed|ing)?(?!\w)")


def _around(document: Document, span: Span, within: str) -> tuple[int, int]:
    if within == "document":
        return 0, len(document.folded)
    if within == "sentence":
        return document.sentence_at(span.start)
    block = document.blocks[document.block_index(span.start)]
    if within == "paragraph":
        return block.start, block.end
    count = int(within.partition(" ")[0])
    start, end = span
    for _ in range(count + 1):
        start = document.folded.rfind(" ", block.start, max(block.start, start - 1))
        if start < 0:
            start = block.start
            break
    for _ in range(count + 1):
        end = document.folded.find(" ", end + 1, block.end)
        if end < 0:
            end = block.end
            break
    return start, end
