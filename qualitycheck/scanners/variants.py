"""Ways in which one saying, name or term of a document comes twice: each looks at the document once."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import combinations, pairwise
from typing import NamedTuple

from qualitycheck.lexicon import is_a, mask
from qualitycheck.model import Span
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
_DATES = frozenset(_DATES_TEXT.split())
_NAME = re.compile(r"(?<![\w'.-])(?:[A-Z][a-z]+ ){1,5}[A-Z][a-z]+(?![\w-])")
_TITLES_TEXT = """
    Mr Mrs Ms Miss Dr Sir Lord Lady Professor President Minister Senator Governor Judge Captain General Colonel
    King Queen Prince Princess Father Sister Brother Saint And The In But When As If For
"""
_TITLES = frozenset(_TITLES_TEXT.split())
_SHORTEST_NAME = 5  # letters; shorter names differ by a letter and are two
_MOST_SPELLINGS = 6
_ENDINGS_TEXT = "a ans an ans e er es ese i ia ian ians ic ish n ns s y son sen ton"
_ENDINGS = frozenset(_ENDINGS_TEXT.split())
_VOWELS = re.compile("[aeiouyh]")
_FEWEST_CONSONANTS = 3
_COUNTABLE = (
    "real person nation municip form loc techn qu speci princip triv abnorm commun nove char similar dispar peculiar"
    " regular irregular city publ electr"
)
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


def _names(document: Document) -> Iterator[tuple[Span, Span]]:
    """Names in two spellings: the words before are the same, the last one is spelled like the other."""
    spellings: dict[tuple[str, ...], dict[str, list[Span]]] = {}
    for match in _NAME.finditer(document.plain):
        *rest, last = match.group().split(" ")
        # A short word needs two before it: Kim Jong Un, but Tom Lee and Tom Lie.
        wanted = 1 if len(last) >= _SHORTEST_NAME else 2
        before = tuple(rest[-wanted:])
        if len(before) == wanted and rest[-1] not in _TITLES and not is_a(rest[-1].lower(), "function"):
            length = sum(map(len, before)) + len(before) + len(last)
            spellings.setdefault(before, {}).setdefault(last, []).append(Span(match.end() - length, match.end()))
    for forms in spellings.values():
        # A first name with a dozen family names is a list of people.
        if 2 <= len(forms) <= _MOST_SPELLINGS:
            for one, other in combinations(forms, 2):
                if _one_name(one.lower(), other.lower()):
                    usual, rare = (one, other) if len(forms[one]) >= len(forms[other]) else (other, one)
                    for span in forms[rare]:
                        yield span, forms[usual][0]


def _one_name(one: str, other: str) -> bool:
    """Whether both are spellings of one name; words of the dictionary, plurals and peoples are none."""
    shorter = min(len(one), len(other))
    if (mask(one) and mask(other)) or (shorter >= _SHORTEST_NAME and (mask(one) or mask(other))):
        return False
    head = shared_start(one, other)
    rests = sorted((one[head:], other[head:]), key=len)
    if head >= _SHORTEST_NAME - 2 and rests[0] in ("", "a", "e", "y") and rests[1] in _ENDINGS:
        return False
    # From one alphabet to another the vowels change, and the consonants mostly stay.
    if len(bones := _VOWELS.sub("", one)) >= _FEWEST_CONSONANTS and bones == _VOWELS.sub("", other):
        return True
    if shorter < _SHORTEST_NAME:
        return _distance(one, other) == 1
    return one[0] == other[0] and _distance(one, other) <= (2 if shorter > _SHORTEST_NAME + 1 else 1)


def _distance(one: str, other: str) -> int:
    """Edit distance: letters put in, taken out and exchanged."""
    row = list(range(len(other) + 1))
    for i, a in enumerate(one, 1):
        previous, row[0] = row[0], i
        for j, b in enumerate(other, 1):
            previous, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, previous + (a != b))
    return row[-1]


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
        if len(name) < _SHORTEST_NAME or name in _DATES or name.endswith(_FORMS) or mask(name):
            continue
        if document.folded.find(name[:-1], title.end) < 0:
            yield Span(*match.span()), Span(*match.span())


#: What looks at the document once and gives pairs: a place, and the other place that it disagrees with.
PAIRS: dict[str, Callable[[Document], Iterator[tuple[Span, Span]]]] = {
    "long-quotation": _long_quotations,
    "name": _names,
    "number": _numbers,
    "twin": _twins,
    "headline": _headline,
}
