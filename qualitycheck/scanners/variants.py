"""Ways in which one saying, name or term of a document comes twice: each looks at the document once."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from qualitycheck.lexicon import is_a, mask
from qualitycheck.model import Span
from qualitycheck.scanners.synonyms import are_synonyms
from qualitycheck.text import Document

WORD = re.compile(r"[\w'-]+")
SAME_STEM = 5  # letters that two words must share from their start to look like one word twice

_SHORTEST_QUOTATION, _LONGEST_QUOTATION = 5, 15  # words, of a quotation that is compared word by word
_MOST_LONG_QUOTATIONS = 5000  # no article has more
_SAME_PAIR = 4  # quotations kept for each pair of words
_ALIGNED = 0.7  # share of the words that two wordings have in common
# Two sayings that differ in one of these are meant to differ.
_CONTRASTS_TEXT = """
    first second third fourth fifth last next previous new old young good bad best worst big small great little
    high low early late left right north south east west man woman men women boy girl father mother son daughter
    brother sister day night week month year morning evening summer winter spring autumn monday tuesday
    wednesday thursday friday saturday sunday black white red green blue true false right wrong
"""
_CONTRASTS = frozenset(_CONTRASTS_TEXT.split())
_DATES_TEXT = """
    monday tuesday wednesday thursday friday saturday sunday mondays tuesdays wednesdays thursdays fridays
    saturdays sundays january february march april june july august september october november december
"""
DATES = frozenset(_DATES_TEXT.split())
_COUNTABLE = (
    "real person nation municip form loc techn qu speci princip triv abnorm commun nove char similar dispar peculiar"
    " regular irregular city publ electr"
)
_SHORTEST_NAME = 5  # letters of a name that is looked for again
_ABSTRACT = re.compile(
    r"(?<![\w-])(?:(?P<far>[a-z]+) )?(?P<before>[a-z]{3,}) "
    rf"(?!(?:{'|'.join(_COUNTABLE.split())})\w{{0,6}}(?![\w-]))(?P<noun>[a-z]{{3,}}(?:al|ar|ic))(?P<ending>ity|ities)(?![\w-])"
)
_ADJECTIVE_NOUN = re.compile(r"(?<![\w-])(?P<adjective>[a-z]{4,}ic(?:al)?) (?P<noun>[a-z]{4,})(?![\w-])")
_SUFFIX = re.compile(r"(?:at)?ic(?:al)?$")
_CAPITAL = re.compile(r"(?<![\w'-])[A-Z][a-z]+(?:'s)?(?![\w-])")
_FORMS = ("ing", "ings", "ed", "er", "ers", "ness")  # the lexicon does not know every form of a common word
_SHORTEST_ARTICLE = 150  # words


class _Quotation(NamedTuple):
    span: Span
    words: tuple[str, ...]


def same_word(one: str, other: str) -> bool:
    """Whether both are one word, up to a plural in -s."""
    return one == other or one + "s" == other or other + "s" == one


def shared_start(one: Sequence[str], other: Sequence[str]) -> int:
    """How many items, or letters, both begin with."""
    return next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))


def _long_quotations(document: Document) -> Iterator[tuple[Span, Span]]:
    """Quotations of one saying in which one or two words next to each other were exchanged.

    Two such share a run of words, so each is compared only with the last few that share a pair of words with it.
    """
    seen: dict[tuple[str, str], list[_Quotation]] = {}
    for span in document.quotations.spans[:_MOST_LONG_QUOTATIONS]:
        if span.end - span.start > _LONGEST_QUOTATION * 12:
            continue
        words = tuple(WORD.findall(document.folded, *span))
        if not _SHORTEST_QUOTATION <= len(words) <= _LONGEST_QUOTATION:
            continue
        compared: set[Span] = set()
        for pair in pairwise(words):
            alike = seen.setdefault(pair, [])
            for other in alike:
                if (
                    other.span not in compared
                    and _reworded(other.words, words)
                    and document.sentence_at(other.span.start) != document.sentence_at(span.start)
                ):
                    yield span, other.span
                    yield other.span, span
                compared.add(other.span)
            if not alike or alike[-1].span != span:
                alike[:] = [*alike, _Quotation(span, words)][-_SAME_PAIR:]


def _reworded(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether one or two words in the middle were exchanged for as many content words, and the rest is the same."""
    if same_in_other_words(one, other):
        return True
    shortest = min(len(one), len(other))
    head = shared_start(one, other)
    tail = next((i for i in range(shortest - head) if one[-1 - i] != other[-1 - i]), shortest - head)
    first, second = one[head : len(one) - tail], other[head : len(other) - tail]
    if not (1 <= len(first) <= 2 and 1 <= len(second) <= 2) or head + tail < _ALIGNED * max(len(one), len(other)):
        return False
    return (
        bool(tail)
        and not same_word(first[0], second[0])
        and all(is_a(word, "content") and word not in _CONTRASTS for word in (*first, *second))
    )


def same_in_other_words(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether each word is the same, up to a plural, or a synonym of the other, and at least one is a synonym."""
    return (
        len(one) == len(other)
        and all(same_word(a, b) or are_synonyms(a, b) for a, b in zip(one, other, strict=True))
        and any(are_synonyms(a, b) and is_a(a, "content") for a, b in zip(one, other, strict=True))
    )


def _numbers(document: Document) -> Iterator[tuple[Span, Span]]:
    """Abstract nouns that are quoted in the singular and stand outside in the plural, after the same word."""
    quoted: dict[tuple[str, str], re.Match[str]] = {}
    for span in document.quotations.spans:
        for match in _ABSTRACT.finditer(document.folded, *span):
            if match["ending"] == "ity":
                quoted.setdefault((match["before"], match["noun"]), match)
    if not quoted:
        return
    for match in _ABSTRACT.finditer(document.folded):
        term = quoted.get((match["before"], match["noun"])) if match["ending"] == "ities" else None
        if term is not None and document.unit("quotation", match.start("noun")) is None:
            first = "far" if match["far"] and match["far"] == term["far"] else "before"
            yield Span(match.start(first), match.end()), Span(term.start(first), term.end())


def _twins(document: Document) -> Iterator[tuple[Span, Span]]:
    """Adjectives of one stem before one noun: `systemic challenge`, `systematic challenges`."""
    seen: dict[tuple[str, str], dict[str, Span]] = {}
    for match in _ADJECTIVE_NOUN.finditer(document.folded):
        adjective, noun = match["adjective"], match["noun"]
        if is_a(noun, "noun") and not is_a(noun, "function"):
            forms = seen.setdefault((adjective[:SAME_STEM], noun.removesuffix("s")), {})
            for other, place in forms.items():
                if other != adjective and _SUFFIX.sub("", other) == _SUFFIX.sub("", adjective):
                    yield Span(*match.span()), place
            forms.setdefault(adjective, Span(*match.span()))


def _headline(document: Document) -> Iterator[tuple[Span, Span]]:
    """Words of the headline that are no words of the language, and do not come again in a text of some length."""
    title = document.title
    if title is None or document.prose.count(" ", title.end) < _SHORTEST_ARTICLE:
        return
    for match in _CAPITAL.finditer(document.plain, title.start, title.end):
        name = match.group().lower().removesuffix("'s")
        if len(name) < _SHORTEST_NAME or name in DATES or name.endswith(_FORMS) or mask(name):
            continue
        if document.folded.find(name[:-1], title.end) < 0:
            yield Span(*match.span()), Span(*match.span())


_AMOUNT = re.compile(
    r"(?<![\w.,/:-])[$€£]?(\d[\d,]*(?:\.\d+)?)"
    r"(?= ?(?:%|percent|per cent|million|billion|people|dead|killed|hurt|injured)\b|%)"
)
_FIGURE = re.compile(r"\d[\d,]*(?:\.\d+)?")
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
_ROUNDED = 0.15  # a headline may round: the share by which its figure may differ from one of the text


def _headline_numbers(document: Document) -> Iterator[tuple[Span, Span]]:
    """Amounts of the headline that the text, which gives others, does not come near."""
    title = document.title
    if title is None or document.prose.count(" ", title.end) < _SHORTEST_ARTICLE:
        return
    found = (match.group() for match in _FIGURE.finditer(document.plain, title.end))
    figures = [_value(figure) for figure in found if not _YEAR.fullmatch(figure)]
    if not figures:  # the text gives none at all, or in words
        return
    for match in _AMOUNT.finditer(document.plain, title.start, title.end):
        wanted = _value(match[1])
        scaled = (wanted, 1_000 * wanted, 1_000_000 * wanted, wanted / 1_000)  # 2 million, 2,000,000
        if not any(abs(figure - one) <= _ROUNDED * one for figure in figures for one in scaled):
            yield Span(*match.span()), Span(*match.span())


def _value(figure: str) -> float:
    return float(figure.replace(",", ""))


_INSIDE = re.compile(r'(?<=\w)[.,]"(?!\w)')
_OUTSIDE = re.compile(r'(?<=\w)"[.,](?=[\s"]|$)', re.MULTILINE)
_SETTLED = 4  # quotations that show how a text ends them


def end_marks(document: Document) -> Iterator[tuple[Span, Span]]:
    """Quotations that end in `”.` or `”,` in a text that ends at least twice as many in `.”` or `,”`.

    British texts have both, the one after whole sentences; there the two are about as frequent.
    """
    inside = [Span(*match.span()) for match in _INSIDE.finditer(document.plain)]
    outside = [Span(*match.span()) for match in _OUTSIDE.finditer(document.plain)]
    if len(inside) >= max(_SETTLED, 2 * len(outside)):
        yield from ((span, inside[0]) for span in outside)


#: What looks at the document once and gives pairs: a place, and the other place that it disagrees with.
PAIRS: dict[str, Callable[[Document], Iterator[tuple[Span, Span]]]] = {
    "long-quotation": _long_quotations,
    "number": _numbers,
    "twin": _twins,
    "end-mark": end_marks,
    "headline": _headline,
    "headline-number": _headline_numbers,
}
