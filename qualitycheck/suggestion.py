"""Rows for the tables of wrong words, proposed from texts and what a machine made of them.

A machine that swaps one word of a fixed expression leaves the words around it. So the two texts are aligned word by
word, and where a word or two were exchanged beside one that stayed, the old and the new expression make a row. Which
of them are fixed expressions, and wrong, only a person can say: the same pair seen often is the best sign.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from functools import cache
from typing import NamedTuple

from qualitycheck.expressions import loosen
from qualitycheck.inflection import plural, spellings, verb_forms
from qualitycheck.lexicon import ADJECTIVE, FUNCTION, NOUN, mask
from qualitycheck.text import fold

_TOKEN = re.compile(r"\d[\d.,]*|\w+(?:'\w+)*|[^\w\s]")
_LINKS = frozenset({"a", "an", "and", "at", "by", "for", "in", "of", "on", "the", "to", "with"})  # `loss of life`
_MOST_CHANGED = 3  # words on each side; a longer exchange is another wording, not a swap
_LONGEST = 5  # words of a row


class Suggestion(NamedTuple):
    """``wrong`` stood in so many (``seen``) rewritten texts where the original had ``right``; both loosened."""

    wrong: str
    right: str
    seen: int


def suggest(pairs: Iterable[tuple[str, str]]) -> list[Suggestion]:
    """Rows from pairs of an original and its rewrite, the commonest first.

    Left out is what an original prints too, what changes a number, an inflection or a spelling, and what puts in
    nothing but function words.
    """
    counts: Counter[tuple[str, str]] = Counter()
    originals: dict[str, None] = {}  # each once: one original may have many rewrites
    for original, rewrite in pairs:
        originals[" ".join(_tokens(original))] = None
        swaps = {swap for one, other in _aligned(original, rewrite) for swap in _swaps(_tokens(one), _tokens(other))}
        counts.update(swaps)
    honest = f" {' '.join(originals)} "
    found = [Suggestion(*swap, count) for swap, count in counts.items() if f" {swap[0]} " not in honest]
    return sorted(found, key=lambda row: (-row.seen, row.wrong))


def _tokens(text: str) -> list[str]:
    return _TOKEN.findall(loosen(fold(text)))


def _aligned(original: str, rewrite: str) -> Iterator[tuple[str, str]]:
    """Paragraphs that belong together; the whole texts where they have not as many."""
    ones, others = ([line for line in text.splitlines() if line.strip()] for text in (original, rewrite))
    yield from zip(ones, others, strict=True) if len(ones) == len(others) else ((original, rewrite),)


def _swaps(ones: Sequence[str], others: Sequence[str]) -> Iterator[tuple[str, str]]:
    for kind, start, end, other_start, other_end in SequenceMatcher(None, ones, others, autojunk=False).get_opcodes():
        right, wrong = list(ones[start:end]), list(others[other_start:other_end])
        if kind != "replace" or max(len(right), len(wrong)) > _MOST_CHANGED:
            continue
        if not all(map(str.isalpha, [*right, *wrong])) or all(map(_is_function, wrong)) or _is_form(right, wrong):
            continue
        after = _company(ones[end : end + 2])
        before = _company(ones[max(0, start - 2) : start][::-1])[::-1]
        if after and (not before or mask(after[-1]) & (NOUN | ADJECTIVE)):  # `crude oil`, but `union leader took`
            before = []
        else:
            after = []
        right, wrong = [*before, *right, *after], [*before, *wrong, *after]
        if 2 <= len(wrong) <= _LONGEST and len(right) <= _LONGEST:
            yield " ".join(wrong), " ".join(right)


def _company(words: Sequence[str]) -> list[str]:
    """Up to the first content word of ``words``, or nothing where a mark or a number comes first."""
    for count, word in enumerate(words, 1):
        if not word.isalpha():
            return []
        if not _is_function(word):
            return list(words[:count])
        if word not in _LINKS:
            return []
    return []


def _is_function(word: str) -> bool:
    return bool(mask(word) & FUNCTION)


def _is_form(right: Sequence[str], wrong: Sequence[str]) -> bool:
    """Whether the two sides are forms or spellings of the same words."""
    return len(right) == len(wrong) and all(
        not _forms(one).isdisjoint(_forms(other)) for one, other in zip(right, wrong, strict=True)
    )


@cache
def _forms(word: str) -> frozenset[str]:
    """``word``, its spellings, and the words that it may be a form of."""
    bases = {word, *(word[:-cut] + ending for cut in (1, 2, 3, 4) for ending in ("", "e", "y") if len(word) - cut > 2)}
    of = {base for base in bases if word == plural(base) or word in (verb_forms(base) or ())}
    return frozenset({*spellings(word), *of})
