"""`repetition`: the same word, sentence or paragraph twice."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from qualitycheck.lexicon import is_a
from qualitycheck.model import OBJECT, Block, Hit, Rule, Span
from qualitycheck.scanners import LiteralHit
from qualitycheck.scanners.units import ENDS, REACH, misconversions
from qualitycheck.text import Document

# Names in -s (James, Williams) double as first and family name; after the first word of a sentence a comma is missing.
_POSSESSIVE = re.compile(r"(?<![\w'-])(\w{2,}[^\Ws]) (\1's)(?!\w)")
_OPENS_SENTENCE = re.compile(r"(?:^|[.!?:;] )[\"']?[A-Z]\w* $", re.MULTILINE)
_SENTENCE_END = re.compile(r"(?<=[.!?])[\"']? +(?=[\"']?\S)")
_WORD = re.compile(r"[^\W_](?:[\w'-]*\w)?")
_NEAR = 0.85  # share of the words that two sentences have in common to be one sentence in two versions
_KEY = 4  # words at either end of a sentence: with one change in it, one of the two ends is still the same
_RESTATED = 0.8  # share of the shorter one's content words that its neighbour has too
_OF_LONGER = 0.65  # and of the longer one's
_FEWEST_CONTENT = 5
_OPENING = 3  # words
_DENIALS = frozenset(("not", "no", "never", "nor", "without"))


class RepetitionScanner:
    """Finds the second of two; each way of repeating looks at the document once for all its rules."""

    folded: Sequence[str] = ()
    cased: Sequence[str] = ("'s ",)

    def __init__(self, rules: Sequence[Rule]) -> None:
        self._rules = tuple(rules)
        if any(rule.match["of"] == "measure" for rule in rules):
            self.folded = ENDS
        lengths = [rule.match["min-words"] for rule in rules if rule.match["of"] in ("near-sentence", "restated")]
        self._shortest = min(lengths, default=None)

    def scan(self, document: Document, folded: Sequence[LiteralHit], cased: Sequence[LiteralHit]) -> Iterator[Hit]:
        sentences = [] if self._shortest is None else list(_sentences(document, self._shortest))
        for rule in self._rules:
            of = rule.match["of"]
            if of == "word":
                yield from _words(document, rule)
            elif of == "possessive":
                yield from _possessives(document, rule, cased)
            elif of == "measure":
                yield from _measures(document, rule, folded)
            elif of == "near-sentence":
                yield from _versions(document, rule, sentences)
            elif of == "restated":
                yield from _restated(document, rule, sentences)
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
            led = _OPENS_SENTENCE.search(document.plain, max(unit.start, match.start() - 20), match.start())
            if led is None and not is_a(match.group(1).lower(), "function"):  # "that that's" is honest
                yield Hit(rule, *match.span(), {"word": match.group(1)})


def _measures(document: Document, rule: Rule, ends: Sequence[LiteralHit]) -> Iterator[Hit]:
    after = 0  # no pair is looked at twice: they do not overlap, and some ends are the end of a longer one
    for _, _, end in ends:
        unit = document.unit(rule.scope, end - 1) if end > after else None
        if unit is not None:
            for start, stop, right in misconversions(document.folded, max(unit.start, end - REACH, after), end):
                yield Hit(rule, start, stop, {"right": right})
            after = end


class _Sentence(NamedTuple):
    span: Span
    block: int
    pieces: list[str]  # words with the marks at them; quick to get, and enough to see who might be alike

    def words(self, document: Document) -> list[str]:
        return _WORD.findall(document.folded, *self.span)


def _sentences(document: Document, least: int) -> Iterator[_Sentence]:
    """The sentences of at least ``least`` words, cut at end marks; abbreviations make some of them shorter."""
    for index, block in enumerate(document.blocks):
        if block.kind not in ("paragraph", "line", "quote"):
            continue
        for start, end in _cut(document, block):
            bare = document.folded[start:end].rstrip()
            pieces = bare.split(" ")
            # An object stands for code or a link: two sentences that look alike may speak of two of them.
            if len(pieces) >= least and OBJECT not in bare:
                yield _Sentence(Span(start, start + len(bare)), index, pieces)


def _cut(document: Document, block: Block) -> Iterator[tuple[int, int]]:
    """The sentences of ``block`` as the end marks have it: quicker than ``Document.sentences`` and good enough here."""
    cuts = (match.end() for match in _SENTENCE_END.finditer(document.plain, block.start, block.end))
    yield from pairwise((block.start, *cuts, block.end))


def _versions(document: Document, rule: Rule, sentences: Sequence[_Sentence]) -> Iterator[Hit]:
    """Sentences of which an earlier one is another version.

    An earlier one is found by its first or last words, the latest for each, so that the time grows with the text.
    """
    heads: dict[tuple[str, ...], _Sentence] = {}
    tails: dict[tuple[str, ...], _Sentence] = {}
    for sentence in sentences:
        if len(sentence.pieces) < rule.match["min-words"]:
            continue
        head, tail = tuple(sentence.pieces[:_KEY]), tuple(sentence.pieces[-_KEY:])
        for earlier in (heads.get(head), tails.get(tail)):
            if earlier is not None and earlier.pieces != sentence.pieces and _two_versions(document, earlier, sentence):
                yield Hit(rule, *sentence.span, {"other": document.prose[earlier.span.start : earlier.span.end]})
                break
        heads[head] = tails[tail] = sentence


def _two_versions(document: Document, one: _Sentence, other: _Sentence) -> bool:
    """Whether most words are the same, and none that differs is a name, a number or a `not`: those make two facts."""
    first, second = Counter(one.words(document)), Counter(other.words(document))
    only_first, only_second = first - second, second - first
    changes = only_first.total() + only_second.total()
    return 0 < changes <= (1 - _NEAR) * (first.total() + second.total()) and all(
        word.isalpha() and word not in _DENIALS and word in document.plain[sentence.span.start : sentence.span.end]
        for sentence, words in ((one, only_first), (other, only_second))
        for word in words
    )


def _restated(document: Document, rule: Rule, sentences: Sequence[_Sentence]) -> Iterator[Hit]:
    """Sentences that bring hardly a content word of their own after the one before, in its paragraph."""
    before: _Sentence | None = None
    long_before: set[str] = set()
    for sentence in sentences:
        if len(sentence.pieces) < rule.match["min-words"]:
            continue
        long = {piece for piece in sentence.pieces if len(piece) > 3}
        # Most neighbours share little, and need not be asked of each word what it is.
        if (
            before is not None
            and before.block == sentence.block
            and 3 * len(long & long_before) >= len(long)
            and before.pieces[:_OPENING] != sentence.pieces[:_OPENING]  # a parallel: to the left …, to the right …
            and _says_again(before.words(document), sentence.words(document))
        ):
            yield Hit(rule, *sentence.span, {"other": document.prose[before.span.start : before.span.end]})
        before, long_before = sentence, long


def _says_again(one: Sequence[str], other: Sequence[str]) -> bool:
    first, second = _content(one), _content(other)
    fewest, most = sorted((len(first), len(second)))
    shared = len(first & second)
    return fewest >= _FEWEST_CONTENT and first != second and shared >= max(_RESTATED * fewest, _OF_LONGER * most)


def _content(words: Sequence[str]) -> set[str]:
    return {word.removesuffix("'s") for word in words if not is_a(word, "function")}


def _passages(document: Document, rule: Rule, *, whole_blocks: bool) -> Iterator[Hit]:
    seen: set[str] = set()
    least = rule.match["min-words"]
    for block in document.blocks:
        if block.kind in ("cell", "title", "heading"):
            continue
        for start, end in [block[:2]] if whole_blocks else _cut(document, block):
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
