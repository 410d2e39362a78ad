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
from functools import lru_cache
from itertools import product
from typing import Any, NamedTuple

from qualitycheck.inflection import plural, spellings, verb_forms
from qualitycheck.lexicon import FUNCTION, is_a, mask

MOST_EXPANSIONS = 60
_LEAST_LITERAL = 5  # code points of fixed text that a row must have
_REACH = 80  # code points beyond a literal in which the rest of a row is looked for

_BRACE = re.compile(r"\{([^{}]*)\}")
_TOKEN = re.compile(r"\{[^{}]*\}\S*|\S+")
_DIACRITICS = tuple(
    (odd, plain)
    for odds, plain in (
        ("áàâäãåāăą", "a"), ("çćčĉ", "c"), ("ďđ", "d"), ("éèêëēėęě", "e"), ("ğģĝ", "g"), ("íìîïīįı", "i"), ("ķ", "k"),
        ("ľļł", "l"), ("ñńňņ", "n"), ("óòôöõøōő", "o"), ("řŕ", "r"), ("śšşș", "s"), ("ťţț", "t"), ("úùûüūůűų", "u"),
        ("ýÿ", "y"), ("źżž", "z"),
    )
    for odd in odds
)  # fmt: skip

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
    if not loose.isascii():
        for odd, plain in _DIACRITICS:
            loose = loose.replace(odd, plain)
    return loose


def faults(row: Mapping[str, Any]) -> Iterator[tuple[str, str, str]]:
    """What is wrong with a row: column, what, what to write instead."""
    wrong, right = row["wrong"], row.get("right", "")
    if " ".join(wrong.split()) != wrong:
        yield "wrong", "has odd spaces", "write single spaces"
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
    elif any(len(literal.strip()) < _LEAST_LITERAL for literal in literals(row)):
        yield (
            "wrong",
            "has too little fixed text",
            f"write words of {_LEAST_LITERAL} letters beside the classes",
        )


def forms(row: Mapping[str, Any]) -> tuple[Form, ...]:
    """The forms that a row without ``faults`` stands for, the base form of each of its alternatives first."""
    return _forms(row["wrong"], row.get("right", ""), row.get("mechanism") == "name")


@lru_cache(maxsize=1024)
def _forms(wrong: str, right: str, name: bool) -> tuple[Form, ...]:
    found: dict[tuple[str, ...], str] = {}
    for one_wrong, one_right in _alternatives(wrong, right):
        for some_wrong, some_right in [(one_wrong, one_right)] if name else _inflected(one_wrong, one_right):
            words = [loosen(word) for word in some_wrong]
            for spelt in product(
                *(spellings(word) if word.isalpha() and word.islower() else (word,) for word in words)
            ):
                found.setdefault(spelt, " ".join(some_right))
    return tuple(Form(words, right) for words, right in found.items())


def _spelt(word: str) -> tuple[str, ...]:
    return spellings(word) if word.isalpha() and word.islower() else (word,)


def _alternatives(wrong: str, right: str) -> Iterator[tuple[list[str], list[str]]]:
    """Each way to fill the alternatives, with the right side that goes along."""
    braces = [brace.split("|") for brace in _BRACE.findall(wrong) if "|" in brace]
    of_right = [brace for brace in _BRACE.findall(right) if "|" in brace]
    along: list[int] = []  # of each brace in `right`, the brace in `wrong`: the first of its size that is left
    for brace in of_right:
        sizes = [i for i, choices in enumerate(braces) if len(choices) == brace.count("|") + 1]
        along.append(next((i for i in sizes if i not in along), sizes[0]))
    for chosen in product(*(range(len(choices)) for choices in braces)):
        filled_wrong, filled_right = wrong, right
        for choices, at in zip(braces, chosen, strict=True):
            filled_wrong = filled_wrong.replace("{" + "|".join(choices) + "}", choices[at], 1)
        for brace, i in zip(of_right, along, strict=True):
            filled_right = filled_right.replace("{" + brace + "}", brace.split("|")[chosen[i]], 1)
        yield _TOKEN.findall(filled_wrong.replace("-", " ")), _TOKEN.findall(filled_right)


def _inflected(wrong: list[str], right: list[str]) -> Iterator[tuple[list[str], list[str]]]:
    # `to take the workplace`, as dictionaries write it, says that its first word is a verb.
    is_verb = wrong[0] == "to" and right[:1] == ["to"]
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


def _leads_as_verb(words: Sequence[str]) -> bool:
    """Whether the first word can only be a verb, or a function word follows it: `swipe the screen`, not `face mask`."""
    return is_a(words[0], "only-verb-base") or bool(mask(words[1]) & FUNCTION)


def _is_class(word: str) -> bool:
    return word.startswith("{")


def literals(row: Mapping[str, Any]) -> tuple[str, ...]:
    """Texts of which one stands, loosened, in each place where a form of the row stands; none begins with another."""
    found: set[str] = set()
    for form in forms(row):
        runs: list[list[str]] = [[]]
        for word in form.wrong:
            if _is_class(word):
                runs.append([])
            else:
                runs[-1].append(word.lower())
        found.add(max((" ".join(run) for run in runs), key=len))
    return tuple(text for text in sorted(found) if not any(text != other and text.startswith(other) for other in found))


@lru_cache(maxsize=2048)
def _pattern(of: tuple[Form, ...]) -> tuple[re.Pattern[str], tuple[Form, ...]]:
    ordered = tuple(sorted(of, key=lambda form: -len(" ".join(form.wrong))))
    ways = "|".join("(" + " ".join(map(_word_pattern, form.wrong)) + ")" for form in ordered)
    return re.compile(rf"(?<![\w'])(?:{ways})(?!\w)"), ordered


def _word_pattern(word: str) -> str:
    return rf"(?:{CLASSES[word[1:-1]].pattern})" if _is_class(word) else re.escape(word.lower())


def find(row: Mapping[str, Any], plain: str, loose: str, start: int, end: int) -> Match | None:
    """The form of ``row`` around its literal ``loose[start:end]``; ``plain`` is the same text in its letter case."""
    pattern, ordered = _pattern(forms(row))
    for found in pattern.finditer(loose, max(0, start - _REACH), end + _REACH):
        if found.start() <= start and end <= found.end():
            form = ordered[(found.lastindex or 1) - 1]
            words = re.split("[ -]", plain[found.start() : found.end()])
            if all(map(_fits, form.wrong, words)):
                slots = [word for part, word in zip(form.wrong, words, strict=True) if _is_class(part)]
                right = _BRACE.sub(lambda place: slots[int(place[1]) - 1], form.right)  # noqa: B023 - used at once
                return Match(found.start(), found.end(), right)
    return None


def stands_in(row: Mapping[str, Any], plain: str, loose: str) -> bool:
    """Whether a form of ``row`` stands anywhere in a text."""
    places = ((loose.find(literal), len(literal)) for literal in literals(row))
    return any(at >= 0 and find(row, plain, loose, at, at + size) is not None for at, size in places)


def _fits(part: str, word: str) -> bool:
    if _is_class(part):
        test = CLASSES[part[1:-1]].test
        return test is None or test(word)
    return part.islower() or not part.isalpha() or part == word
