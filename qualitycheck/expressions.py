"""A row of a table of wrong expressions: its alternatives and word classes, the forms it stands for, and finding them.

``wrong`` is words between single spaces. ``{raw|rough} oil`` has alternatives, ``{number} {unit} previous`` word
classes (``CLASSES``). In ``right``, ``{1}`` is the text of the first class, and a brace with as many alternatives as
one of ``wrong`` goes along with it. From the base form come the plural of the last word and the verb forms of the
first, wherever the same place of ``right`` has them too; from each word its other spelling.

Texts are compared in the form of ``loosen``: lower case, no hyphens, no diacritics.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache, lru_cache
from itertools import pairwise, product
from typing import Any, NamedTuple

from qualitycheck.inflection import plural, spellings, verb_forms
from qualitycheck.lexicon import FUNCTION, easy_words, is_a, mask

MOST_EXPANSIONS = 60
_LEAST_LITERAL = 5  # code points of fixed text that a row must have
_LONGEST_PIECE = 4  # words
_RARE = 2  # what `_rarity` a literal has at least, where there is one in the row
REACH = 80  # code points beyond a literal in which the rest of a row is looked for

_COLUMNS = ("wrong", "right", "via", "mechanism", "tier", "needs", "unless", "note")
_MARKS = ("\n", ".", ",", "'", '"', ":", ";", "!", "?", "(", ")", "/", "—", "–", "…")
_BRACE = re.compile(r"\{([^{}]*)\}")
_LOOSE_HYPHEN = re.compile(r"-(?=[ |}]|$)|(?<![^ {|])-")
_TOKEN = re.compile(r"\{[^{}]*\}\S*|\S+")
_DIACRITICS = {
    odd: plain
    for odds, plain in (
        ("áàâäãåāăą", "a"), ("çćčĉ", "c"), ("ďđ", "d"), ("éèêëēėęě", "e"), ("ğģĝ", "g"), ("íìîïīįı", "i"), ("ķ", "k"),
        ("ľļł", "l"), ("ñńňņ", "n"), ("óòôöõøōő", "o"), ("řŕ", "r"), ("śšşș", "s"), ("ťţț", "t"), ("úùûüūůűų", "u"),
        ("ýÿ", "y"), ("źżž", "z"),
    )
    for odd in odds
}  # fmt: skip

_NUMBER_WORDS = (
    "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|"
    "eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|million|billion"
)
_UNITS = (
    "seconds?|minutes?|hours?|days?|weeks?|months?|years?|decades?|centuries|mm|cm|km|kms|mi|ft|kg|lb|lbs|oz|mph|"
    "millimet(?:re|er)s?|centimet(?:re|er)s?|kilomet(?:re|er)s?|met(?:re|er)s?|miles?|yards?|inch(?:es)?|feet|foot|"
    "grams?|kilograms?|kilos?|pounds?|ounces?|tons?|tonnes?|lit(?:re|er)s?|gallons?|degrees?|percent|hectares?|acres?"
)


class _Class(NamedTuple):
    """The loosened words that are in it: a pattern, and a test of the word as it stands in the text."""

    pattern: str
    test: Callable[[str], bool] | None = None


def _of_class(name: str) -> _Class:
    return _Class(r"[a-z]+(?:'[a-z]+)?", lambda word: is_a(word.lower(), name))


#: Braces without a bar: what one word of the text must be.
CLASSES: Mapping[str, _Class] = {
    "number": _Class(rf"\d(?:[\d.,]*\d)?|{_NUMBER_WORDS}"),
    "ordinal": _Class(r"\d+(?:st|nd|rd|th)|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth"),
    "year": _Class(r"1[5-9]\d\d|20\d\d"),
    "month": _Class("january|february|march|april|may|june|july|august|september|october|november|december"),
    "weekday": _Class("monday|tuesday|wednesday|thursday|friday|saturday|sunday"),
    "unit": _Class(_UNITS),
    "currency": _Class("dollars?|euros?|yuan|yen|pounds?|rupees?|roubles?|rubles?|won|francs?|pesos?|liras?|lira|dong"),
    "name": _Class(r"[a-z]+(?:'[a-z]+)?", lambda word: word[:1].isupper() and not mask(word.lower()) & FUNCTION),
    "plural": _of_class("only-noun-plural"),
    "noun": _of_class("noun"),
    "adjective": _of_class("adjective"),
    "verb": _of_class("verb-base"),
    "past": _of_class("verb-past"),
    "ing": _of_class("verb-ing"),
    "adverb": _of_class("adverb"),
    "determiner": _of_class("determiner"),
    "pronoun": _of_class("pronoun"),
}


class Form(NamedTuple):
    """One form of a row: the words to find, classes in braces, and what should stand there."""

    wrong: tuple[str, ...]
    right: str


class Match(NamedTuple):
    """Where a row stands in a text, and what should stand there instead."""

    start: int
    end: int
    right: str


def loosen(folded: str) -> str:
    """``folded`` (lower case, straight marks) with plain letters and spaces for hyphens; same length."""
    loose = folded.replace("-", " ")
    for odd in () if loose.isascii() else _DIACRITICS.keys() & set(loose):
        loose = loose.replace(odd, _DIACRITICS[odd])
    return loose


def faults(row: Mapping[str, Any]) -> Iterator[tuple[str, str, str]]:
    """What is wrong with a row: column, what, what to write instead."""
    wrong, right = row["wrong"], row.get("right", "")
    if " ".join(wrong.split()) != wrong or _LOOSE_HYPHEN.search(wrong):
        yield "wrong", "has odd spaces, or a hyphen at the end of a word", "write single spaces between whole words"
    for column, text in (("wrong", wrong), ("right", right)):
        if text.count("{") != text.count("}") or len(_BRACE.findall(text)) != text.count("{"):
            yield column, "has a brace without its partner", "write {one|other} or a class like {number}"
            return
    slots = 0
    for brace in _BRACE.findall(wrong):
        if "|" not in brace:
            slots += 1
            if brace not in CLASSES:
                yield "wrong", f"{{{brace}}} is no class of words", f"the classes are {', '.join(CLASSES)}"
                return
    for brace in _BRACE.findall(right):
        if "|" not in brace and not (brace.isdigit() and 1 <= int(brace) <= slots):
            yield "right", f"nothing fills {{{brace}}}", f"`wrong` has {slots} classes, counted from 1"
            return
        if "|" in brace and not any(
            brace.count("|") == other.count("|") for other in _BRACE.findall(wrong) if "|" in other
        ):
            yield (
                "right",
                f"{{{brace}}} goes along with nothing",
                "give it as many alternatives as a brace of `wrong`",
            )
            return
    count = 1
    for brace in _BRACE.findall(wrong):
        count *= brace.count("|") + 1
    if count > MOST_EXPANSIONS:
        yield "wrong", f"stands for {count} expressions", f"split it: a row may have {MOST_EXPANSIONS}"
    elif any(len(anchor.literal) < _LEAST_LITERAL for anchor in anchors(row)):
        yield (
            "wrong",
            "has too little fixed text",
            f"write words of {_LEAST_LITERAL} letters beside the classes",
        )


def forms(row: Mapping[str, Any]) -> tuple[Form, ...]:
    """The forms that a row without ``faults`` stands for, the base form of each of its alternatives first."""
    return _forms(*_key(row))


def _key(row: Mapping[str, Any]) -> tuple[str, str, bool]:
    return row["wrong"], row.get("right", ""), row.get("mechanism") == "name"


@lru_cache(maxsize=1024)
def _forms(wrong: str, right: str, name: bool) -> tuple[Form, ...]:
    found: dict[tuple[str, ...], str] = {}
    for one_wrong, one_right in _alternatives(wrong, right):
        for some_wrong, some_right in [(one_wrong, one_right)] if name else _inflected(one_wrong, one_right):
            words = [loosen(word) for word in some_wrong]
            if " ".join(words).lower() == loosen(" ".join(some_right).lower()):
                continue  # of many alternatives, one may be as it should be
            for spelt in product(*map(_spelt, words)):
                found.setdefault(spelt, " ".join(some_right))
    return tuple(Form(words, right) for words, right in found.items())


def _spelt(word: str) -> tuple[str, ...]:
    return spellings(word) if word.isalpha() and word.islower() else (word,)


def _alternatives(wrong: str, right: str) -> Iterator[tuple[list[str], list[str]]]:
    """Each way to fill the alternatives, with the right side that goes along."""
    braces = [brace.split("|") for brace in _BRACE.findall(wrong) if "|" in brace]
    of_right = [brace for brace in _BRACE.findall(right) if "|" in brace]
    along: list[int] = []  # of each brace in `right`, the brace in `wrong`
    for brace in of_right:
        choices = brace.lower().split("|")
        sized = [i for i, other in enumerate(braces) if len(other) == len(choices)]
        # The one that has most of its words where it has them, else the first that is left.
        free = [i for i in sized if i not in along] or sized
        along.append(max(free, key=lambda i: sum(map(str.__eq__, choices, map(str.lower, braces[i])))))
    for chosen in product(*(range(len(choices)) for choices in braces)):
        filled_wrong, filled_right = wrong, right
        for choices, at in zip(braces, chosen, strict=True):
            filled_wrong = filled_wrong.replace("{" + "|".join(choices) + "}", choices[at], 1)
        for brace, i in zip(of_right, along, strict=True):
            filled_right = filled_right.replace("{" + brace + "}", brace.split("|")[chosen[i]], 1)
        yield _TOKEN.findall(filled_wrong.replace("-", " ")), _TOKEN.findall(filled_right)


def _inflected(wrong: list[str], right: list[str]) -> Iterator[tuple[list[str], list[str]]]:
    # `to take the workplace`, as dictionaries write it, says that its first word is a verb.
    is_verb = len(wrong) > 1 < len(right) and (wrong[0], right[0]) == ("to", "to") and _is_verb(wrong[1], right[1])
    if is_verb:
        wrong, right = wrong[1:], right[1:]
    yield wrong, right
    if not right:
        return
    if (one := plural(wrong[-1])) and (other := plural(right[-1])):
        yield [*wrong[:-1], one], [*right[:-1], other]
    if not is_verb and (len(wrong) < 2 or not _leads_as_verb(wrong)):
        return
    ones, others = verb_forms(wrong[0]), verb_forms(right[0])
    if ones and others:
        for one, other in zip(ones, others, strict=True):
            yield [one, *wrong[1:]], [other, *right[1:]]


def _is_verb(*words: str) -> bool:
    return all(is_a(word, "verb-base") for word in words)


def _leads_as_verb(words: Sequence[str]) -> bool:
    """Whether the first word can only be a verb, or a function word follows it: `swipe the screen`, not `face mask`."""
    return is_a(words[0], "only-verb-base") or bool(mask(words[1]) & FUNCTION)


def _is_class(word: str) -> bool:
    return word.startswith("{")


class Anchor(NamedTuple):
    """Fixed text of a row: ``literal`` has at ``offset`` two words whose stems are ``first`` and ``second``.

    ``second`` is empty where the literal is one word. One of ``beside`` is near where a form with it stands; none of
    them, and the rest of the row need not be looked at.
    """

    first: str
    second: str
    offset: int
    beside: tuple[str, ...]
    literal: str


def anchors(row: Mapping[str, Any]) -> tuple[Anchor, ...]:
    """Of which one is in each place where a form of the row stands: few ones, and rare ones."""
    return _anchors(*_key(row))


@lru_cache(maxsize=16384)  # three rules read each table
def _anchors(wrong: str, right: str, name: bool) -> tuple[Anchor, ...]:
    stand_in: dict[str, set[int]] = {}  # pieces, and the forms that they stand in
    candidates: set[str] = set()
    of = _forms(wrong, right, name)
    for i, form in enumerate(of):
        runs = _fixed_runs(form)
        rare = set()
        for run in runs:
            # A singular stands in its regular plural, too.
            is_noun = _rarity(run[-1]) and not run[-1].endswith("ss")
            for spelt in {run, (*run[:-1], _stem(run[-1]))} if is_noun else {run}:
                for piece in _pieces(spelt):
                    stand_in.setdefault(text := " ".join(piece), set()).add(i)
                    if len(text) >= _LEAST_LITERAL and sum(map(_rarity, piece)) >= _RARE:
                        rare.add(text)
        if not rare:
            stand_in.setdefault(whole := max(map(" ".join, runs), key=len), set()).add(i)
            rare.add(whole)
        candidates |= rare
    left, chosen = set(range(len(of))), []
    while left:
        best = max(candidates, key=lambda text: (_worth(text, len(stand_in[text] & left)), len(text), text))
        chosen.append(best)
        left -= stand_in[best]
    return tuple(_anchor(literal, [of[i] for i in stand_in[literal]]) for literal in chosen)


def _anchor(literal: str, of: Sequence[Form]) -> Anchor:
    words, stems = words_and_stems(literal)
    pairs = [(at, pair) for at, pair in enumerate(pairwise(stems)) if all(pair)]
    pairs = pairs or [(at, (stem, "")) for at, stem in enumerate(stems) if stem]
    at, (first, second) = max(pairs, key=lambda pair: (sum(map(_rarity, pair[1])), sum(map(len, pair[1]))))
    others = [
        [word.lower() for word in form.wrong if not _is_class(word) and word.lower() not in literal] for form in of
    ]
    beside = {max(rest, key=lambda word: (_rarity(word), len(word))) for rest in others if rest} if all(others) else ()
    return Anchor(first, second, sum(map(len, words[:at])) + at, tuple(sorted(beside)), literal)


def _stem(word: str) -> str:
    return words_and_stems(word)[1][0]


def words_and_stems(loose: str) -> tuple[list[str], list[str]]:
    """The words of a loosened text, an empty one for each further mark or space between two, and their stems.

    A word begins one code point behind the end of the one before. A stem lacks a final s.
    """
    for mark in _MARKS:
        loose = loose.replace(mark, " ")
    return loose.split(" "), f"{loose} ".replace("s ", " ").split(" ")


def _fixed_runs(form: Form) -> list[tuple[str, ...]]:
    runs: list[list[str]] = [[]]
    for word in form.wrong:
        if _is_class(word):
            runs.append([])
        else:
            runs[-1].append(word.lower())
    return [tuple(run) for run in runs if run] or [()]


def _pieces(run: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """Its parts of up to four words; longer ones are no rarer."""
    for length in range(1, min(len(run), _LONGEST_PIECE) + 1):
        yield from (run[start : start + length] for start in range(len(run) - length + 1))


@cache
def _rarity(word: str) -> int:
    """Two for a word that not every page has, one for a content word that may."""
    return 0 if len(word) < 3 or mask(word) & FUNCTION else 1 if word in easy_words() else 2


def _worth(text: str, of: int) -> float:
    # One word alone is met more often than two, and each time the row has to be looked at.
    return of * (1.0 if " " in text else 0.15)


@lru_cache(maxsize=2048)
def _pattern(of: tuple[str, str, bool], literal: str) -> tuple[re.Pattern[str], tuple[Form, ...]]:
    """The forms with ``literal`` in them, the longest first, each a group."""
    with_it = [form for form in _forms(*of) if literal in " ".join(form.wrong).lower()]
    ordered = tuple(sorted(with_it, key=lambda form: -len(" ".join(form.wrong))))
    ways = "|".join("(" + " ".join(map(_word_pattern, form.wrong)) + ")" for form in ordered)
    return re.compile(rf"(?<![\w'])(?:{ways})(?!\w)"), ordered


def _word_pattern(word: str) -> str:
    return rf"(?:{CLASSES[word[1:-1]].pattern})" if _is_class(word) else re.escape(word.lower())


def find(row: Mapping[str, Any], plain: str, loose: str, start: int, end: int) -> Match | None:
    """The form of ``row`` around the literal of an anchor, ``loose[start:end]``; ``plain`` is the text as written."""
    pattern, ordered = _pattern(_key(row), loose[start:end])
    for found in pattern.finditer(loose, max(0, start - REACH), end + REACH):
        # `low-inventory market`: a word that hangs on another one belongs to that
        is_own = found.start() == 0 or plain[found.start() - 1] != "-"
        if is_own and found.start() <= start and end <= found.end():
            form = ordered[(found.lastindex or 1) - 1]
            words = re.split("[ -]", plain[found.start() : found.end()])
            if all(map(_fits, form.wrong, words)):
                slots = [word for part, word in zip(form.wrong, words, strict=True) if _is_class(part)]
                right = _BRACE.sub(lambda place: slots[int(place[1]) - 1], form.right)  # noqa: B023 - used at once
                return Match(found.start(), found.end(), right)
    return None


def stands_in(row: Mapping[str, Any], plain: str, loose: str) -> bool:
    """Whether a form of ``row`` stands anywhere in a text."""
    literals = {anchor.literal for anchor in anchors(row)}
    places = (place for literal in literals for place in re.finditer(re.escape(literal), loose))
    return any(find(row, plain, loose, *place.span()) is not None for place in places)


class Table(NamedTuple):
    """Rows made ready to be met in a text: a line each, and the cells of their anchors by the two words of these.

    Both are plain texts, which read fastest; most rows are never looked at.
    """

    lines: list[str]
    cells: dict[str, str]


def table_of(rows: Sequence[Mapping[str, Any]], name: str) -> Table:
    """The table of rows without ``faults``. ``name`` is in its cells, so that those of several tables can be joined."""
    cells: dict[str, list[str]] = {}
    for number, row in enumerate(rows):
        for anchor in anchors(row):
            cell = f"{name}:{number}:{anchor.offset}:{' '.join(anchor.beside)}:{anchor.literal}"
            cells.setdefault(f"{anchor.first} {anchor.second}", []).append(cell)
    return Table([_line_of(row) for row in rows], {words: "\t".join(of) for words, of in cells.items()})


def _line_of(row: Mapping[str, Any]) -> str:
    listed = {column: "|".join(row[column]) for column in ("needs", "unless") if column in row}
    return "\t".join(listed.get(column, row.get(column, "")) for column in _COLUMNS)


@lru_cache(maxsize=4096)
def row_of(line: str) -> Mapping[str, Any]:
    """The row of a line of a table."""
    row: dict[str, Any] = {column: cell for column, cell in zip(_COLUMNS, line.split("\t"), strict=False) if cell}
    return row | {column: tuple(row[column].split("|")) for column in ("needs", "unless") if column in row}


class Place(NamedTuple):
    """An anchor of row ``number`` of table ``name``: where its ``literal`` begins, from its first word on."""

    name: str
    number: int
    offset: int
    beside: tuple[str, ...]
    literal: str


@lru_cache(maxsize=4096)
def places(cells: str) -> tuple[Place, ...]:
    """What the cells of a table, under the two words of an anchor, say."""
    split = (cell.split(":", 4) for cell in cells.split("\t"))
    return tuple(
        Place(name, int(number), int(offset), tuple(beside.split()), literal)
        for name, number, offset, beside, literal in split
    )


def _fits(part: str, word: str) -> bool:
    if _is_class(part):
        test = CLASSES[part[1:-1]].test
        return test is None or test(word)
    return part.islower() or not part.isalpha() or part == word
