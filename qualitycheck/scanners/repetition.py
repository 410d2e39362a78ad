"""`repetition`: the same word, sentence or paragraph twice."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from qualitycheck.lexicon import is_a
from qualitycheck.model import Hit, Rule
from qualitycheck.scanners import LiteralHit
from qualitycheck.text import Document

_POSSESSIVE = re.compile(r"(?<![\w'-])(\w{3,}) (\1's)(?!\w)")
_SENTENCE_END = re.compile(r"(?<=[.!?])[\"']? +(?=[\"']?\S)")


class RepetitionScanner:
    """Finds the second of two; each way of repeating looks at the document once for all its rules."""

    folded: Sequence[str] = ()
    cased: Sequence[str] = ("'s ",)

    def __init__(self, rules: Sequence[Rule]) -> None:
        self._rules = tuple(rules)

    def scan(self, document: Document, folded: Sequence[LiteralHit], cased: Sequence[LiteralHit]) -> Iterator[Hit]:
        for rule in self._rules:
            of = rule.match["of"]
            if of == "word":
                yield from _words(document, rule)
            elif of == "possessive":
                yield from _possessives(document, rule, cased)
            else:
                yield from _passages(document, rule, whole_blocks=of == "paragraph")


def _words(document: Document, rule: Rule) -> Iterator[Hit]:
    # A block's last word and the next one's first are one item here, with a line break in it, and equal to no word.
    words = document.folded.split(" ")
    # Comparing two lists element by element runs in C; positions are worked out only where it found something.
    same = list(map(str.__eq__, words, words[1:]))
    if True not in same:
        return
    allowed = frozenset(rule.match["allow"])
    at = 0
    for word, again in zip(words, same, strict=False):
        if again and len(word) > 1 and word.isalpha() and word not in allowed:
            start, end = at, at + 2 * len(word) + 1
            # With a capital the second one is a name ("Saba Saba", "M M Kaye") or begins a title.
            if document.plain[end - len(word) : end].islower() and document.unit(rule.scope, start) is not None:
                yield Hit(rule, start, end, {"word": document.prose[start : start + len(word)]})
        at += len(word) + 1


def _possessives(document: Document, rule: Rule, anchors: Sequence[LiteralHit]) -> Iterator[Hit]:
    for _, _, end in anchors:
        unit = document.unit(rule.scope, end - 1)
        if unit is None:
            continue
        for match in _POSSESSIVE.finditer(document.plain, max(unit.start, end - 80), end):
            if not is_a(match.group(1).lower(), "function"):  # "that that's" is honest
                yield Hit(rule, *match.span(), {"word": match.group(1)})


def _passages(document: Document, rule: Rule, *, whole_blocks: bool) -> Iterator[Hit]:
    seen: set[str] = set()
    least = rule.match["min-words"]
    for block in document.blocks:
        if block.kind in ("cell", "title", "heading"):
            continue
        cuts = [block.start]
        if not whole_blocks:
            cuts += [match.end() for match in _SENTENCE_END.finditer(document.plain, block.start, block.end)]
        for start, end in zip(cuts, [*cuts[1:], block.end], strict=True):
            passage = document.folded[start:end].strip(" \"'")
            if passage.count(" ") + 1 < least:
                continue
            if passage in seen:
                bare = document.prose[start:end].rstrip()
                yield Hit(rule, start, start + len(bare))
            seen.add(passage)


def build(rules: Sequence[Rule]) -> RepetitionScanner:
    """One scanner for all repetition rules."""
    return RepetitionScanner(rules)
