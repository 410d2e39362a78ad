"""`consistency`: one thing that is written in two ways inside one document."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import NamedTuple

from qualitycheck.lexicon import is_a
from qualitycheck.model import Hit, Rule, Span
from qualitycheck.scanners import LiteralHit
from qualitycheck.scanners.names import spellings
from qualitycheck.scanners.variants import PAIRS, SAME_STEM, WORD, same_in_other_words, same_word, shared_start
from qualitycheck.scanners.words import is_whole
from qualitycheck.text import Document

_MOST_QUOTATIONS = 200  # pairs grow with the square; a text with more short quotations than this is no article
_LONGEST_TERM = 4  # words
_LEAD = 3  # blocks: the headline, what stands under it, and the first paragraph
_FRAME = 3  # words beside a term that are looked at


class _Term(NamedTuple):
    span: Span
    words: tuple[str, ...]
    before: tuple[str, ...]  # the nearest first
    after: tuple[str, ...]


class ConsistencyScanner:
    """Compares the short quotations of a document with each other, counts forms, and asks each of ``PAIRS``."""

    folded: Sequence[str] = ()

    def __init__(self, rules: Sequence[Rule]) -> None:
        self._rules: dict[str, list[Rule]] = {of: [] for of in ("quotation", "hyphen", "form")}
        for rule in rules:
            self._rules.setdefault(rule.match["of"], []).append(rule)
        self._forms = [(rule, form) for rule in self._rules["form"] for form in rule.match["forms"]]
        self.cased = [form for _, form in self._forms]

    def scan(self, document: Document, folded: Sequence[LiteralHit], cased: Sequence[LiteralHit]) -> Iterator[Hit]:
        yield from self._count_forms(document, cased)
        if self._rules["quotation"] or self._rules["hyphen"]:
            terms = _terms(document)
            for first, second in combinations(terms, 2):
                if _hyphen_only(first, second):
                    one, other = (first, second) if "-" in "".join(first.words) else (second, first)
                    yield from _told(self._rules["hyphen"], document, one.span, other.span)
                elif (
                    _one_word_differs(first, second) or _is_quoted_again(document, terms, first, second)
                ) and not _in_one_sentence(document, first, second):
                    yield from _told(self._rules["quotation"], document, first.span, second.span)
                    yield from _told(self._rules["quotation"], document, second.span, first.span)
        for of, pairs in {**PAIRS, "name": spellings}.items():
            if rules := self._rules.get(of):
                for span, opposite in pairs(document):
                    yield from _told(rules, document, span, opposite)

    def _count_forms(self, document: Document, cased: Sequence[LiteralHit]) -> Iterator[Hit]:
        found: dict[str, dict[str, list[Span]]] = {}
        for index, start, end in cased:
            rule, form = self._forms[index]
            if is_whole(document.plain, start, end) and document.unit(rule.scope, start) is not None:
                found.setdefault(rule.id, {}).setdefault(form, []).append(Span(start, end))
        for rule in self._rules["form"]:
            spans = found.get(rule.id, {})
            if len(spans) < 2:
                continue
            usual = max(spans, key=lambda form: len(spans[form]))
            for form, places in spans.items():
                if form != usual and len(spans[usual]) >= 3 * len(places):
                    for start, end in places:
                        yield Hit(rule, start, end, {"usual": usual.strip(), "count": str(len(spans[usual]))})


def _terms(document: Document) -> list[_Term]:
    terms = []
    for span in document.quotations.spans:
        words = tuple(WORD.findall(document.folded, span.start, span.end))
        if 1 <= len(words) <= _LONGEST_TERM:
            block = document.blocks[document.block_index(span.start)]
            before = WORD.findall(document.folded, max(block.start, span.start - 40), span.start - 1)[
                : -1 - _FRAME : -1
            ]
            after = WORD.findall(document.folded, span.end + 1, min(block.end, span.end + 40))[:_FRAME]
            terms.append(_Term(span, words, _bare(before), _bare(after)))
            if len(terms) == _MOST_QUOTATIONS:
                break
    return terms


def _is_quoted_again(document: Document, terms: Sequence[_Term], first: _Term, second: _Term) -> bool:
    """Whether headline and lead quote one expression in other words.

    Later on, two people may say so of two things. So they may in one paragraph, unless most of it is the same; and who
    gives a wording again, as it was, quotes another one beside it.
    """
    start, end = (document.block_index(term.span.start) for term in (first, second))
    same = sum(a == b and is_a(a, "content") for a, b in zip(first.words, second.words, strict=False))
    return (
        start < _LEAD
        and (start < end or same > 1)
        and same_in_other_words(first.words, second.words)
        and sum(term.words in (first.words, second.words) for term in terms) == len((first, second))
    )


def _in_one_sentence(document: Document, first: _Term, second: _Term) -> bool:
    """One who writes both in one sentence tells them apart: “soft power” is not “hard power”."""
    return document.sentence_at(first.span.start) == document.sentence_at(second.span.start)


def _bare(words: Sequence[str]) -> tuple[str, ...]:
    return tuple(word.removesuffix("'s") for word in words)


def _hyphen_only(first: _Term, second: _Term) -> bool:
    one, other = " ".join(first.words), " ".join(second.words)
    return one != other and one.replace("-", " ") == other.replace("-", " ")


def _one_word_differs(first: _Term, second: _Term) -> bool:
    """Whether both look like one expression that was translated twice.

    All words but one are the same, up to a plural; and either both stand in the same frame of two or three words
    before or after, or the two words that differ share their stem (`systemic`, `systematic`) without being forms of
    one word.
    """
    if len(first.words) != len(second.words) or len(first.words) < 2:
        return False
    differing = [(a, b) for a, b in zip(first.words, second.words, strict=True) if not same_word(a, b)]
    if len(differing) != 1:
        return False
    one, other = differing[0]
    if not (one.isalpha() and other.isalpha()) or is_a(one, "function") or is_a(other, "function"):
        return False
    if _stem_twins(one, other):
        return True
    return _frame(first.before, second.before) or _frame(first.after, second.after)


def _frame(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    shared = one[: shared_start(one, other)]
    return len(shared) > 1 and not all(is_a(word, "function") for word in shared)


def _stem_twins(one: str, other: str) -> bool:
    shared = shared_start(one, other)
    rest_one, rest_other = one[shared:], other[shared:]
    inflection = ("", "s", "es", "d", "ed", "ing", "e", "y", "ies", "er", "r", "ly")
    return shared >= SAME_STEM and not (rest_one in inflection and rest_other in inflection)


def _told(rules: Sequence[Rule], document: Document, span: Span, other: Span) -> Iterator[Hit]:
    for rule in rules:
        yield Hit(rule, *span, {"other": document.prose[other.start : other.end]})


def build(rules: Sequence[Rule]) -> ConsistencyScanner:
    """One scanner for all consistency rules."""
    return ConsistencyScanner(rules)
