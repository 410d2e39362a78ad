"""Readability of English prose: counts in one pass over the text, then formulas over the counts.

Counts and formulas are those of textstat 0.7.8 with ``lang="en_US"`` and without rounding, so a number here is the
number there. What differs, mostly because a number that means nothing is not given:

* a formula over a text without words is ``None``, and such a text has no sentence;
* SMOG is ``None`` under three sentences: its author asks for thirty, and below three one word decides it;
* Flesch and Flesch-Kincaid are ``None`` when no word has a vowel sound (``Hmm.``);
* a word of more than 1,000 letters counts one syllable for three letters, for that is no word;
* a word with the Turkish letter İ is looked up without its dot.

How things are counted:

* A *word* is what stands between white space and holds a letter, a digit or an underscore. Punctuation is dropped
  from it, hyphens too (``well-known`` is one word), and apostrophes unless straight and before t, s, d, ve, ll or re.
* A *sentence* runs to ``.``, ``!`` or ``?`` or the end of the text, and has at least three words; a text with words
  has at least one. A line break is white space like any other: a heading without an end mark is counted into the
  sentence that follows it.
* An object replacement character (``model.OBJECT``) is punctuation: no word when it stands alone, nothing when it
  touches one. It is a character, and alone it is a token, of the Automated Readability Index and the reading time.
* *Syllables* are the vowels of the word's first pronunciation in the CMU Pronouncing Dictionary; a word that is not
  in it has one more than the hyphens that TeX's American patterns allow.
* *Easy* words are the Dale-Chall list as textstat carries it: no inflected forms beyond those in the list.

Curly apostrophes are dropped, as textstat does (``don’t`` becomes ``dont``, which is not easy): pass
``Document.plain``, whose quotes are straight, for the counts that a reader expects.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import NamedTuple

from qualitycheck.errors import ConfigError
from qualitycheck.lexicon import easy_words
from qualitycheck.model import Metrics

#: What :func:`compute` knows: the ten fields of ``Metrics``, then what textstat computes of an English text. Left
#: out of textstat are the deprecated, ``text_standard`` (no number), and the formulas for other languages.
METRIC_NAMES = frozenset(
    {
        "words",
        "sentences",
        "reading_time",
        "flesch_reading_ease",
        "flesch_kincaid_grade",
        "gunning_fog",
        "smog_index",
        "coleman_liau_index",
        "automated_readability_index",
        "dale_chall",
        "avg_character_per_word",
        "avg_letter_per_word",
        "avg_sentence_per_word",
        "avg_syllables_per_word",
        "char_count",
        "dale_chall_readability_score",
        "dale_chall_readability_score_v2",
        "difficult_words",
        "letter_count",
        "lexicon_count",
        "linsear_write_formula",
        "lix",
        "long_word_count",
        "mcalpine_eflaw",
        "miniword_count",
        "monosyllabcount",
        "polysyllabcount",
        "rix",
        "sentence_count",
        "spache_readability",
        "syllable_count",
        "words_per_sentence",
    }
)

_COUNTS = frozenset({name for name in METRIC_NAMES if name.endswith("count")} | {"difficult_words"})

_DATA = Path(__file__).parent / "data"

_DROPPED = re.compile(r"[^\w\s']+|'(?![tsd]|ve|ll|re)")

# A run up to an end mark that holds a word; the group takes part when it holds three. The possessive repeats keep it
# linear on a text without any white space or end mark.
_SENTENCE = re.compile(r"\w[^\s.!?]*+(?:\s[^\w.!?]*+\w[^\s.!?]*+\s[^\w.!?]*+(\w))?+[^.!?]*+")

# A "word" of megabytes (no white space, or not prose at all) must cost neither minutes nor memory.
_LONGEST_DIVIDED = 1000
_LONGEST_KEPT = 64

_LONGEST_PATTERN = 28

# Entries of the memo, at some 150 bytes each.
_MEMO_LIMIT = 1 << 18

_BITS = 40  # of one field of a packed profile: enough for texts of a terabyte


class Counts(NamedTuple):
    """What the formulas are made of; all are numbers of things in the whole text.

    ``tokens`` are the runs between white space, words or not; ``characters`` is their length together, ``letters``
    the letters, digits and underscores among them. ``polysyllables`` have three syllables or more, ``complex_words``
    are those of them that are not easy, ``difficult_words`` all that are not easy.
    """

    tokens: int
    words: int
    sentences: int
    characters: int
    letters: int
    syllables: int
    polysyllables: int
    complex_words: int
    difficult_words: int


def measure(text: str) -> Metrics:
    """The ten metrics of ``text``; never raises. Unrounded; ``None`` where there is too little text (see the module).

    * ``reading_time``: seconds, 14.69 ms for each character that is no white space (Demberg and Keller 2008)
    * ``flesch_reading_ease``: mostly 0 to 100 but without bounds, high is easy (Flesch 1948)
    * ``dale_chall``: 4.9 and less is US grade 4, 10 and more is college (Dale and Chall 1948)
    * ``flesch_kincaid_grade`` (Kincaid, Fishburne, Rogers and Chissom 1975), ``gunning_fog`` (Gunning 1952),
      ``smog_index`` (McLaughlin 1969), ``coleman_liau_index`` (Coleman and Liau 1975) and
      ``automated_readability_index`` (Smith and Senter 1967): US school grades, without bounds
    """
    counts = count(text)
    reading_time = 14.69 * counts.characters / 1000
    if not counts.words:
        return Metrics(0, 0, reading_time, None, None, None, None, None, None, None)
    # The order of the operations is textstat's, so that the last bit is too.
    words_per_sentence = counts.words / counts.sentences
    syllables_per_word = counts.syllables / counts.words
    difficult = 100 * counts.difficult_words / counts.words
    return Metrics(
        words=counts.words,
        sentences=counts.sentences,
        reading_time=reading_time,
        flesch_reading_ease=206.835 - 1.015 * words_per_sentence - 84.6 * syllables_per_word
        if counts.syllables
        else None,
        flesch_kincaid_grade=0.39 * words_per_sentence + 11.8 * syllables_per_word - 15.59
        if counts.syllables
        else None,
        gunning_fog=0.4 * (words_per_sentence + 100 * counts.complex_words / counts.words),
        smog_index=1.043 * (30 * (counts.polysyllables / counts.sentences)) ** 0.5 + 3.1291
        if counts.sentences >= 3
        else None,
        coleman_liau_index=0.058 * (counts.letters / counts.words * 100)
        - 0.296 * (counts.sentences / counts.words * 100)
        - 15.8,
        automated_readability_index=4.71 * (counts.characters / counts.tokens) + 0.5 * words_per_sentence - 21.43,
        dale_chall=0.1579 * difficult + 0.0496 * words_per_sentence + (3.6365 if difficult > 5 else 0),
    )


def compute(name: str, text: str) -> float | None:
    """The metric ``name`` of ``METRIC_NAMES``; ``None`` where ``text`` is too short for it. Imports textstat at need.

    For several of the ten fields of ``Metrics`` call :func:`measure` once instead.

    Raises ``ConfigError`` for another name.
    """
    if name not in METRIC_NAMES:
        from difflib import get_close_matches  # 2 ms that no cold start should pay

        near = get_close_matches(name, sorted(METRIC_NAMES), n=1)
        raise ConfigError(f"unknown metric {name!r}" + (f"; did you mean {near[0]!r}?" if near else ""))
    if name in Metrics.__slots__:
        value: float | None = getattr(measure(text), name)
        return value
    if name not in _COUNTS and not count(text).words:
        return None
    return float(getattr(_textstat(), name)(text))


def count(text: str) -> Counts:
    """The counts of ``text`` in one pass; never raises."""
    tokens = text.split()
    packed = sum(map(_profiles.__getitem__, tokens))
    characters, words, letters, syllables, polysyllables, complex_words, difficult_words = (
        packed >> shift & (1 << _BITS) - 1 for shift in range(0, 7 * _BITS, _BITS)
    )
    runs = _SENTENCE.findall(text)
    return Counts(
        tokens=len(tokens),
        words=words,
        sentences=max(1, len(runs) - runs.count("")) if words else 0,
        characters=characters,
        letters=letters,
        syllables=syllables,
        polysyllables=polysyllables,
        complex_words=complex_words,
        difficult_words=difficult_words,
    )


class _Profiles(dict[str, int]):
    """Token -> its seven numbers packed in one int, so that one ``sum`` over a text adds them all without a loop."""

    def __missing__(self, token: str) -> int:
        word = _DROPPED.sub("", token).lower()
        # Characters are the lowest field, and the only one in which a token differs from its bare word.
        profile = len(token) if not word else _profile(word) if word == token else self[word] + len(token) - len(word)
        if len(token) <= _LONGEST_KEPT:
            if len(self) >= _MEMO_LIMIT:
                self.clear()
            self[token] = profile
        return profile


_profiles = _Profiles()


def _profile(word: str) -> int:
    """The seven numbers of a lower-case word without punctuation."""
    syllables = _syllables(word)
    difficult = word not in easy_words()
    polysyllable = syllables >= 3
    letters = len(word) - word.count("'")
    profile = 0
    for number in (difficult, difficult and polysyllable, polysyllable, syllables, letters, True, len(word)):
        profile = profile << _BITS | number
    return profile


def _syllables(word: str) -> int:
    """Syllables of a lower-case word without punctuation."""
    if len(word) > _LONGEST_DIVIDED:
        return len(word) // 3
    line, rest = _mispronounced().get(word[:2], ""), f" {word[2:]}="
    at = line.find(rest)
    return _hyphens(word) + 1 if at < 0 else int(line[at + len(rest)], 16)


def _hyphens(word: str) -> int:
    """Where ``word`` may be divided, by Liang's algorithm (1983), leaving two letters on each side."""
    patterns = _patterns()
    dotted = f".{word}."
    levels = ["0"] * (len(dotted) + 1)
    found = [(0, patterns.get(dotted[:end], "0")) for end in range(2, min(_LONGEST_PATTERN, len(dotted)) + 1)]
    for start in range(1, len(dotted) - 1):
        end = start + 1
        while (pattern := patterns.get(dotted[start:end])) and end <= len(dotted):
            found.append((start, pattern))
            end += 1
    for start, pattern in found:
        if pattern != "0":
            for at, level in enumerate(pattern, start):
                if level > levels[at]:
                    levels[at] = level
    return sum(level in "13579" for level in levels[3 : len(word)])


@cache
def _patterns() -> dict[str, str]:
    """Letters -> levels of the places before, between and after them, as digits; an odd level allows a hyphen.

    Holds the beginnings of all patterns but those that begin a word (``.``).
    """
    fields = (_DATA / "hyphenation.txt").read_text(encoding="utf-8").split()
    return dict(zip(fields[::2], fields[1::2], strict=True))


@cache
def _mispronounced() -> dict[str, str]:
    """First two letters -> a line ``ab acus=3 andon=3`` of the words whose syllables hyphenation gets wrong.

    They are 48,000 of the 124,000 in the CMU dictionary: too many to make a dictionary of at the first call.
    """
    lines = (_DATA / "syllables.txt").read_text(encoding="utf-8").splitlines()
    return {line.partition(" ")[0]: line for line in lines}


@cache
def _textstat():  # type: ignore[no-untyped-def]
    # An object of our own: the module's shared one may be set to another language or to rounding by the caller.
    from textstat.textstat import textstatistics

    return textstatistics()
