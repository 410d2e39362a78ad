"""`consistency`: one thing that is written in two ways inside one document."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import combinations, pairwise, takewhile
from os.path import commonprefix
from typing import NamedTuple

from qualitycheck.lexicon import is_a, mask
from qualitycheck.model import Hit, Rule, Span
from qualitycheck.scanners import LiteralHit
from qualitycheck.scanners.words import is_whole
from qualitycheck.text import Document

_WORD = re.compile(r"[\w'-]+")
_MOST_QUOTATIONS = 200  # pairs grow with the square; a text with more short quotations than this is no article
_LONGEST_TERM = 4  # words
_FRAME = 3  # words beside a term that are looked at
_SAME_STEM = 5  # letters that two words must share from their start to look like one word twice
_SHORTEST_QUOTATION, _LONGEST_QUOTATION = 5, 15  # words, of a quotation that is compared word by word
_SAME_PAIR = 4  # quotations kept for each pair of words
_ALIGNED = 0.7  # share of the words that two wordings have in common
# Two sayings that differ in one of these are meant to differ.
_CONTRASTS = frozenset(
    """first second third fourth fifth last next previous new old young good bad best worst big small great little high
    low early late left right north south east west man woman men women boy girl father mother son daughter brother
    sister day night week month year morning evening summer winter spring autumn monday tuesday wednesday thursday
    friday saturday sunday black white red green blue true false right wrong""".split()
)
_DATES = frozenset(
    """monday tuesday wednesday thursday friday saturday sunday mondays tuesdays wednesdays thursdays fridays saturdays
    sundays january february march april june july august september october november december""".split()
)
_NAME = re.compile(r"(?<![\w'.-])(?:[A-Z][a-z]+ ){1,3}[A-Z][a-z]+(?![\w-])")
_TITLES = frozenset(
    """Mr Mrs Ms Miss Dr Sir Lord Lady Professor President Minister Senator Governor Judge Captain General Colonel King
    Queen Prince Princess Father Sister Brother Saint And The In But When As If For""".split()
)
_SHORTEST_NAME = 5  # letters; shorter names differ by a letter and are two
_MOST_SPELLINGS = 6
_ENDINGS = frozenset("a ans an ans e er es ese i ia ian ians ic ish n ns s y son sen ton".split())
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


class _Term(NamedTuple):
    span: Span
    words: tuple[str, ...]
    before: tuple[str, ...]  # the nearest first
    after: tuple[str, ...]


class ConsistencyScanner:
    """Compares the short quotations of a document with each other, and counts forms."""

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
                    yield from _told(self._rules["hyphen"], document, one, other)
                elif _one_word_differs(first, second) and not _in_one_sentence(document, first, second):
                    yield from _told(self._rules["quotation"], document, first, second)
                    yield from _told(self._rules["quotation"], document, second, first)

        for of, pairs in _PAIRS.items():
            if rules := self._rules.get(of):
                for span, other in pairs(document):
                    for rule in rules:
                        yield Hit(rule, *span, {"other": document.prose[other.start : other.end]})

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
        words = tuple(_WORD.findall(document.folded, span.start, span.end))
        if 1 <= len(words) <= _LONGEST_TERM:
            block = document.blocks[document.block_index(span.start)]
            before = _WORD.findall(document.folded, max(block.start, span.start - 40), span.start - 1)[
                : -1 - _FRAME : -1
            ]
            after = _WORD.findall(document.folded, span.end + 1, min(block.end, span.end + 40))[:_FRAME]
            terms.append(_Term(span, words, _bare(before), _bare(after)))
            if len(terms) == _MOST_QUOTATIONS:
                break
    return terms


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
    differing = [(a, b) for a, b in zip(first.words, second.words, strict=True) if not _same_word(a, b)]
    if len(differing) != 1:
        return False
    one, other = differing[0]
    if not (one.isalpha() and other.isalpha()) or is_a(one, "function") or is_a(other, "function"):
        return False
    if _stem_twins(one, other):
        return True
    return _frame(first.before, second.before) or _frame(first.after, second.after)


def _same_word(one: str, other: str) -> bool:
    return one == other or one + "s" == other or other + "s" == one


def _frame(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    shared = list(takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))
    return len(shared) > 1 and not all(is_a(word, "function") for word, _ in shared)


def _stem_twins(one: str, other: str) -> bool:
    shared = next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    rest_one, rest_other = one[shared:], other[shared:]
    inflection = ("", "s", "es", "d", "ed", "ing", "e", "y", "ies", "er", "r", "ly")
    return shared >= _SAME_STEM and not (rest_one in inflection and rest_other in inflection)


def _told(rules: Sequence[Rule], document: Document, term: _Term, other: _Term) -> Iterator[Hit]:
    for rule in rules:
        yield Hit(rule, *term.span, {"other": document.prose[other.span.start : other.span.end]})


def _long_quotations(document: Document) -> Iterator[tuple[Span, Span]]:
    """Quotations of one saying in which one or two words next to each other were exchanged.

    Two such share a run of words, so each is compared only with the last few that share a pair of words with it.
    """
    seen: dict[tuple[str, str], list[_Quotation]] = {}
    for span in document.quotations.spans:
        if span.end - span.start > _LONGEST_QUOTATION * 12:
            continue
        words = tuple(_WORD.findall(document.folded, *span))
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
    head = next((i for i in range(shortest) if one[i] != other[i]), shortest)
    tail = next((i for i in range(shortest - head) if one[-1 - i] != other[-1 - i]), shortest - head)
    first, second = one[head : len(one) - tail], other[head : len(other) - tail]
    if not (1 <= len(first) <= 2 and 1 <= len(second) <= 2) or head + tail < _ALIGNED * max(len(one), len(other)):
        return False
    return (
        bool(tail)
        and not _same_word(first[0], second[0])
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
    head = len(commonprefix((one, other)))
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
            forms = seen.setdefault((adjective[:_SAME_STEM], noun.removesuffix("s")), {})
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
_PAIRS: dict[str, Callable[[Document], Iterator[tuple[Span, Span]]]] = {
    "long-quotation": _long_quotations,
    "name": _names,
    "number": _numbers,
    "twin": _twins,
    "headline": _headline,
}


def build(rules: Sequence[Rule]) -> ConsistencyScanner:
    """One scanner for all consistency rules."""
    return ConsistencyScanner(rules)
