"""`repetition`: the same word, sentence or paragraph twice."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise
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
_LONGEST_LOOP = 4  # words
_LONG_WORD = 6  # letters; shorter ones are said three times in speech and song
_TRAILING = ".,;:!?)\"'"
_LINKS = frozenset(("and", "or", "after", "by", "upon", "to"))  # day after day after day
_ARTICLES = frozenset(("the", "a", "an", "his", "her", "its", "their", "our"))
_ABSTRACT = ("tion", "ment", "ness", "ity", "ance", "ence", "ism")
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
            elif of in ("loop", "phrase"):
                yield from _loops(document, rule, times=3 if of == "loop" else 2)
            elif of == "pair":
                yield from _pairs(document, rule)
            elif of == "measure":
                yield from _measures(document, rule, folded)
            elif of == "near-sentence":
                yield from _versions(document, rule, sentences)
            elif of == "restated":
                yield from _restated(document, rule, sentences)
            else:
                yield from _passages(document, rule, whole_blocks=of == "paragraph")


def _split(document: Document) -> list[str]:
    """The words between spaces. A block's last word and the next one's first are one item, equal to no word."""
    words: list[str] = document.memo.setdefault("split", [])
    if not words:
        words += document.folded.split(" ")
    return words


def _same(document: Document, apart: int) -> bytes:
    """A byte a word: 1 where the word so many further on is the same. Lists are compared in C, and once for all."""
    known: dict[int, bytes] = document.memo.setdefault("same words", {})
    if apart not in known:
        words = _split(document)
        known[apart] = bytes(map(str.__eq__, words, words[apart:]))
    return known[apart]


def _words(document: Document, rule: Rule) -> Iterator[Hit]:
    words = _split(document)
    # The second one may have a mark at it, `caused by viruses viruses, not`.
    same = bytes(map(str.startswith, words[1:], words))
    if 1 not in same:
        return
    allowed = frozenset(rule.match["allow"])
    at = 0
    for i, (word, again) in enumerate(zip(words, same, strict=False)):
        if again and len(word) > 1 and word.isalpha() and word not in allowed and _is_doubled(word, words[i + 1]):
            start, end = at, at + 2 * len(word) + 1
            # With a capital the second one is a name ("Saba Saba", "M M Kaye") or begins a title.
            if document.plain[end - len(word) : end].islower() and document.unit(rule.scope, start) is not None:
                yield Hit(rule, start, end, {"word": document.prose[start : start + len(word)]})
        at += len(word) + 1


def _is_doubled(word: str, following: str) -> bool:
    """Whether ``following``, which begins with ``word``, is ``word``.

    Before a mark people say so: `slowly slowly, a party party, not a work party`. Not of plurals and abstract nouns.
    """
    if following == word:
        return True
    rest = following[len(word) :]
    return len(word) > 3 and rest[0] in ",.;:)" and not rest.strip(_TRAILING) and _never_doubled(word)


def _never_doubled(word: str) -> bool:
    return is_a(word, "only-noun-plural") or (word.endswith(_ABSTRACT) and is_a(word, "only-noun"))


def _loops(document: Document, rule: Rule, *, times: int) -> Iterator[Hit]:
    """Words that stand ``times`` times in a row: any for a loop, for a phrase an article and what belongs to it."""
    words = _split(document)
    starts: list[int] = []
    after = 0
    for length in range(1 if times > 2 else 2, _LONGEST_LOOP + 1):
        # The last word may have a mark at it, so that one less needs to be equal.
        run = length * (times - 1) - 1
        same = _same(document, length)
        at = same.find(b"\1" * run)
        while at >= 0:
            end = at
            while end < len(same) and same[end]:
                end += 1
            last = end + length  # the first word that differs, or differs only in its mark
            if last < len(words) and words[last].rstrip(_TRAILING).removesuffix("'s") == words[end] and end - at >= run:
                last += 1
            if (
                last - at >= length * times
                and last > after
                and _is_loop(words[at : at + length], rule, times, last - at)
            ):
                starts = starts or _starts(words)
                first, stop = starts[at], starts[last - 1] + len(words[last - 1].rstrip(_TRAILING))
                if "\n" not in document.prose[first:stop] and document.unit(rule.scope, first) is not None:
                    yield Hit(rule, first, stop, {"word": document.prose[first : starts[at + length] - 1]})
                    after = last
            at = same.find(b"\1" * run, end)


def _pairs(document: Document, rule: Rule) -> Iterator[Hit]:
    """Adjectives on both sides of “and”, before an end mark or a noun: `a safe and safe place`."""
    words = _split(document)
    starts: list[int] = []
    at = (links := bytes(map("and".__eq__, words))).find(1, 1)
    while 0 < at < len(words) - 1:
        one, other = words[at - 1], words[at + 1]
        if other.startswith(one) and one.isalpha() and (bare := other.rstrip(_TRAILING)) == one and len(one) > 3:
            following = words[at + 2] if at + 2 < len(words) else ""
            ends = other != bare or not following or _noun(following.rstrip(_TRAILING))
            comparative = one.endswith(("er", "ing", "ed"))
            if ends and not comparative and one not in rule.match["allow"] and is_a(one, "adjective"):
                starts = starts or _starts(words)
                first, stop = starts[at - 1], starts[at + 1] + len(bare)
                if document.unit(rule.scope, first) is not None:
                    yield Hit(rule, first, stop, {"word": document.prose[first : first + len(one)]})
        at = links.find(1, at + 1)


def _noun(word: str) -> bool:
    return is_a(word, "noun") and not is_a(word, "function")


def _starts(words: Sequence[str]) -> list[int]:
    return list(accumulate((len(word) + 1 for word in words), initial=0))


def _is_loop(phrase: Sequence[str], rule: Rule, times: int, found: int) -> bool:
    if not all(word.replace("'", "").isalpha() for word in phrase) or _LINKS.intersection(phrase[phrase[0] == "to" :]):
        return False
    if times == 2:  # "in the house in the house", "the house the house"
        noun_phrase = phrase[phrase[0] not in _ARTICLES :]
        opens = phrase[0] in _ARTICLES or is_a(phrase[0], "preposition")
        return opens and noun_phrase[0] in _ARTICLES and 2 <= len(noun_phrase) <= 3 and is_a(noun_phrase[-1], "noun")
    if len(phrase) == 1:
        return phrase[0] not in rule.match["allow"] and found >= (3 if len(phrase[0]) >= _LONG_WORD else 4)
    return len(set(phrase)) > 1


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
