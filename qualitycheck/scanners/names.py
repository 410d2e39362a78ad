"""One name in two spellings: what becomes of a name on its way into another alphabet or language, and back."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import chain, combinations, pairwise
from typing import NamedTuple

from qualitycheck.lexicon import is_a, mask
from qualitycheck.model import Span
from qualitycheck.scanners.synonyms import are_synonyms, has_synonym
from qualitycheck.scanners.variants import DATES, shared_start
from qualitycheck.text import Document

_CAPITAL = r"[A-ZÀ-ÖØ-ÞČĆĎĐŁŃŇŘŚŠŤŹŻŽ][a-zß-öø-ÿāăąćčďđēęěğīıłńňōőřśşšťūůűźżž]+"
_NAME = re.compile(rf"(?<![\w'.-])(?:{_CAPITAL} ){{1,5}}{_CAPITAL}(?![\w-])")
_WORD = re.compile(rf"(?<=[a-z,\"')] )(?P<word>{_CAPITAL})(?='s|[^\w'-]|$)")
_OFFICE = re.compile(rf"(?<![\w'.-]){_CAPITAL}(?: (?:(?:of|for|de) )?{_CAPITAL}){{1,5}}(?![\w-])")
_LETTERS = re.compile(r"[^\W\d_]+")
_TITLES_TEXT = """
    Mr Mrs Ms Miss Dr Sir Lord Lady Professor President Minister Senator Governor Judge Captain General Colonel
    King Queen Prince Princess Father Sister Brother Saint And The In But When As If For
"""
_TITLES = frozenset(_TITLES_TEXT.split())
_SHORTEST_NAME = 5  # letters; shorter names differ by a letter and are two
_MOST_SPELLINGS = 6
_SIDE_BY_SIDE = 20  # code points between two names, as in “X and the late Y”
_SLIPS = 2  # places of a form that is taken for another one
_ENDINGS_TEXT = "a ans an ans e er es ese i ia ian ians ic ish n ns s y son sen ton"
_ENDINGS = frozenset(_ENDINGS_TEXT.split())
_VOWELS = re.compile("[aeiouyh]")
_FEWEST_CONSONANTS = 3
# How other languages write one sound: both sides of a pair of letters end as one.
_SOUNDS = tuple(
    (re.compile(pattern), sound)
    for pattern, sound in (
        (r"^h(?=[lr])", "g"),
        (r"(?:ow|off)$", "ov"),
        (r"dzh|dj|dsch", "j"),
        (r"shch|schtsch|szcz", "s"),
        (r"tsch|tch|tsh|cz|ch", "c"),
        (r"sch|sh|sz", "s"),
        (r"zh|rz", "z"),
        (r"kh", "h"),
        (r"ph", "f"),
        (r"th", "t"),
        (r"x", "ks"),
        (r"ck|q|c(?=[aoukrl])", "k"),
        (r"(?<=[ao])[wu](?=[^aeiouy]|$)", ""),
        (r"w", "v"),
        (r"^(?:yu|ju|iu)", "iu"),
        (r"^(?:ya|ja|ia)", "ia"),
        (r"(?:iy|ij|yi|ei|ey|ii|ie|y|i)$", "i"),
        (r"(?<=[^aeiouy])h", ""),
    )
)
_BARE = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ð": "d", "ı": "i", "æ": "ae", "œ": "oe", "ß": "ss", "þ": "th"})
_HISSED = str.maketrans({"č": "ch", "š": "sh", "ž": "zh", "ş": "sh", "ș": "sh", "ś": "sh"})
_INNER_VOWELS = re.compile(r"(?<!^)[aeiouyj](?!$)")
_DOUBLED = re.compile(r"(.)\1+")
_NUMBER = re.compile(r"(?:es|e|s+|m[ae]n)$")  # Empress, Empresses; Frenchman, Frenchmen
_PATRONYMIC = re.compile(r"s+[eo]n$")
_SURNAME_SOUNDS, _LONE_SOUNDS = 4, 5  # letters of a sound: of a name with, and without a first name elsewhere


class _Name(NamedTuple):
    """Words with capitals in a row."""

    start: int
    words: tuple[str, ...]

    @property
    def end(self) -> int:
        return self.start + sum(map(len, self.words)) + len(self.words) - 1


def spellings(document: Document) -> Iterator[tuple[Span, Span]]:
    """Places of names, each with a place of the same name in other letters or with a word exchanged."""
    names = [_Name(match.start(), tuple(match.group().split(" "))) for match in _NAME.finditer(document.plain)]
    told: set[int] = set()
    for place, other in chain(
        _last_names(names), _sounds(document, names), _bare_names(document, names), _offices(document)
    ):
        if told.isdisjoint(range(*place)):
            told.update(range(*place))
            yield place, other


def _last_names(names: Sequence[_Name]) -> Iterator[tuple[Span, Span]]:
    """The words before are the same, the last one is spelled like the other, which stands there twice.

    Of two that stand there once, nobody knows which is right, and people slip in foreign names, too: most often in a
    vowel, which is believed from three times on.
    """
    found: dict[tuple[str, ...], dict[str, list[Span]]] = {}
    for name in names:
        *rest, last = name.words
        # A short word needs two before it: Kim Jong Un, but Tom Lee and Tom Lie.
        wanted = 1 if len(last) >= _SHORTEST_NAME else 2
        before = tuple(rest[-wanted:])
        if len(before) == wanted and rest[-1] not in _TITLES and not is_a(rest[-1].lower(), "function"):
            length = sum(map(len, before)) + len(before) + len(last)
            found.setdefault(before, {}).setdefault(last, []).append(Span(name.end - length, name.end))
    for forms in found.values():
        # A first name with a dozen family names is a list of people.
        if 2 <= len(forms) <= _MOST_SPELLINGS:
            for one, other in combinations(forms, 2):
                fewest = 4 if _in_a_vowel(one, other) else 3
                if len(forms[one]) + len(forms[other]) >= fewest and _one_name(one.lower(), other.lower()):
                    yield from _rarer(forms[one], forms[other])


def _sounds(document: Document, names: Sequence[_Name]) -> Iterator[tuple[Span, Span]]:
    """First and last name sound alike, and one of them or both are spelled otherwise."""
    found: dict[tuple[str, str], dict[tuple[str, str], list[Span]]] = {}
    for name in names:
        at = name.start
        for first, last in pairwise(name.words):
            place = Span(at, at + len(first) + len(last) + 1)
            at += len(first) + 1
            sound = (_sound(first), _sound(last))
            if is_a(first.lower(), "function"):
                continue
            if first in _TITLES:  # of two titles none is the other in another alphabet
                sound = (first, sound[1])
            if len(sound[1]) >= _SURNAME_SOUNDS or (first not in _TITLES and len("".join(sound)) > _LONE_SOUNDS):
                found.setdefault(sound, {}).setdefault((first, last), []).append(place)
    for forms in found.values():
        for one, other in combinations(forms, 2) if 2 <= len(forms) <= _MOST_SPELLINGS else ():
            if one[0] == other[0] and _in_a_vowel(one[1], other[1]):
                continue  # which `_last_names` looks at
            both = tuple(zip(one, other, strict=True))
            if all(_spelled_twice(a, b) or _plain(a) == _plain(b) for a, b in both) and any(
                _spelled_twice(a, b) for a, b in both
            ):
                yield from _of_one(document, forms[one], forms[other])


def _bare_names(document: Document, names: Sequence[_Name]) -> Iterator[tuple[Span, Span]]:
    """A family name or place that stands alone and sounds like one that has another spelling."""
    whole: dict[str, dict[str, Span]] = {}
    inside: set[int] = set()
    for name in names:
        *rest, last = name.words
        if not (is_a(rest[-1].lower(), "function") or is_a(rest[-1].lower(), "adverb") or rest[-1].lower() in DATES):
            inside.update(range(name.start, name.end))
            if rest[-1] not in _TITLES:
                whole.setdefault(_sound(last), {})[last] = Span(name.end - len(last), name.end)
    alone: dict[str, dict[str, list[Span]]] = {}
    for match in _WORD.finditer(document.plain):
        word = match["word"]
        if match.start() not in inside and not mask(word.lower()) and word.lower() not in DATES:
            alone.setdefault(_sound(word), {}).setdefault(word, []).append(Span(*match.span("word")))
    for sound, forms in alone.items():
        people = whole.get(sound, {})
        for word, places in forms.items():
            for last, place in people.items() if len(sound) >= _SURNAME_SOUNDS and word not in people else ():
                if _spelled_twice(word, last) and last not in forms and not _is_said(document, places):
                    yield from ((bare, place) for bare in places)
        if len(sound) >= _LONE_SOUNDS and len(forms) == 2:
            one, other = forms
            # How the persons of a story say a name is their own.
            if _spelled_twice(one, other) and not any(_is_said(document, places) for places in forms.values()):
                yield from _rarer(forms[one], forms[other])


def _is_said(document: Document, places: Sequence[Span]) -> bool:
    return any(document.unit("quotation", place.start) is not None for place in places)


def _offices(document: Document) -> Iterator[tuple[Span, Span]]:
    """A word in the name of an office, a firm or a ship was exchanged for one that means the same."""
    found: dict[tuple[str, str], dict[str, list[Span]]] = {}
    for match in _OFFICE.finditer(document.plain):
        words = [word for word in _LETTERS.finditer(match.group()) if not is_a(word.group().lower(), "function")]
        for at, word in enumerate(words):
            if has_synonym(word.group().lower()) and len(words) > 1:
                first, last = words[max(0, at - 1)], words[min(at + 1, len(words) - 1)]
                frame = (first.group() if at else "", last.group() if at + 1 < len(words) else "")
                place = Span(match.start() + first.start(), match.start() + last.end())
                found.setdefault(frame, {}).setdefault(word.group().lower(), []).append(place)
    for forms in found.values():
        for one, other in combinations(forms, 2):
            if are_synonyms(one, other, of_names=True):
                yield from _of_one(document, forms[one], forms[other])


def _in_a_vowel(one: str, other: str) -> bool:
    return _VOWELS.sub("", one) == _VOWELS.sub("", other) and _distance(one, other) == 1


def _of_one(document: Document, one: Sequence[Span], other: Sequence[Span]) -> Iterator[tuple[Span, Span]]:
    """The rarer places, unless the writer tells the two apart: side by side, or each again and again."""
    if min(len(one), len(other)) <= _SLIPS and not any(
        0 <= max(a.start, b.start) - min(a.end, b.end) <= _SIDE_BY_SIDE
        and document.sentence_at(a.start) == document.sentence_at(b.start)
        for a in one
        for b in other
    ):
        yield from _rarer(one, other)


def _rarer(one: Sequence[Span], other: Sequence[Span]) -> Iterator[tuple[Span, Span]]:
    usual, rare = (one, other) if len(one) >= len(other) else (other, one)
    for place in rare:
        yield place, usual[0]


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


def _spelled_twice(one: str, other: str) -> bool:
    """Whether two words of one sound are two spellings; accents, -son and -sen, and dictionary words are not."""
    one, other = _plain(one), _plain(other)
    return (
        one != other
        and not (mask(one) or mask(other))
        and not (_PATRONYMIC.search(one) and _PATRONYMIC.search(other))
        and _NUMBER.sub("", one) != _NUMBER.sub("", other)
    )


def _plain(word: str) -> str:
    decomposed = unicodedata.normalize("NFD", word.lower())
    return "".join(char for char in decomposed if not unicodedata.combining(char)).translate(_BARE)


@lru_cache(maxsize=4096)
def _sound(word: str) -> str:
    """What is left of a name when all is taken out that changes between languages.

    Its consonants, one letter a sound, and the vowels at its ends: `Maria` and `Marie` are two.
    """
    sound = _plain(word.lower().translate(_HISSED))
    for pattern, letter in _SOUNDS:
        sound = pattern.sub(letter, sound)
    return _DOUBLED.sub(r"\1", _INNER_VOWELS.sub("", sound))
