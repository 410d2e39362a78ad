"""`line`: whole lines that are made of known phrases and little else (entries of a menu, labels of buttons), that say
the title again, or any line at all, for the conditions to choose from.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from math import inf
from typing import NamedTuple

from qualitycheck.model import Hit, Rule
from qualitycheck.scanners import LiteralHit
from qualitycheck.text import Document, fold

_WORD = re.compile(r"[\w'&+]+")
_ENDS = frozenset(".!?")
_ODD_MARKS = 3  # dashes and the like between spaces, which a title may have and its copy not

#: First word -> phrases that begin with it, the longest first.
_Phrases = Mapping[str, Sequence[tuple[str, ...]]]


class _Entry(NamedTuple):
    """``most_words`` and ``unended`` are conditions of the rule; asked first, they spare most lines the search."""

    rule: Rule
    phrases: _Phrases
    most_words: float
    unended: bool


class LineScanner:
    """Walks over the blocks once, and reads only those whose length and end fit one of the rules."""

    folded: Sequence[str] = ()
    cased: Sequence[str] = ()

    def __init__(self, rules: Sequence[Rule]) -> None:
        self._entries = [
            _Entry(rule, _by_first_word(rule), rule.when.get("max-words", inf), rule.when.get("end-mark") is False)
            for rule in rules
        ]

    def scan(self, document: Document, folded: Sequence[LiteralHit], cased: Sequence[LiteralHit]) -> Iterator[Hit]:
        text, title = document.folded, document.title
        titled = _WORD.findall(text, title.start, title.end) if title else []
        for index, block in enumerate(document.blocks):
            count, ended = document.words(index), text[block.end - 1 : block.end] in _ENDS
            words: list[str] | None = None
            for rule, phrases, most_words, unended in self._entries:
                of_title = rule.match["says"] == "title"
                if count > most_words or (ended and unended) or (of_title and abs(count - len(titled)) > _ODD_MARKS):
                    continue
                if words is None and (of_title or phrases):
                    words = _WORD.findall(text, block.start, block.end)
                if of_title:
                    fits = block != title and bool(words) and words == titled
                else:
                    fits = not phrases or (bool(words) and _is_covered(words or (), phrases, rule.match["share"]))
                if fits and document.unit(rule.scope, block.start) is not None:
                    yield Hit(rule, block.start, block.end)


def _by_first_word(rule: Rule) -> _Phrases:
    phrases: dict[str, list[tuple[str, ...]]] = {}
    for row in rule.match["any"]:
        words = tuple(_WORD.findall(fold(row["wrong"])))
        phrases.setdefault(words[0] if words else "", []).append(words)
    return {first: sorted(of_first, key=len, reverse=True) for first, of_first in phrases.items()}


def _is_covered(words: Sequence[str], phrases: _Phrases, share: float) -> bool:
    """Whether this share of ``words`` stands in phrases, taken from the left, the longest first."""
    spare = len(words) - share * len(words)
    at = 0
    while at < len(words) and spare >= 0:
        for phrase in phrases.get(words[at], ()):
            if tuple(words[at : at + len(phrase)]) == phrase:
                at += len(phrase)
                break
        else:
            at += 1
            spare -= 1
    return spare >= 0


def build(rules: Sequence[Rule]) -> LineScanner:
    """One scanner for all line rules."""
    return LineScanner(rules)
