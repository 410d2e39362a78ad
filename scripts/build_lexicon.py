"""Writes ``qualitycheck/data/lexicon.txt``, the table of ``qualitycheck.lexicon``, from lemminflect.

    pip install lemminflect==0.2.3 symspellpy==6.10.1
    python scripts/build_lexicon.py

What a form can be is lemminflect's word (MIT, from the SPECIALIST Lexicon; see ``NOTICE-lexicon.md``). Which words
are common is read off symspellpy's list of English words by frequency: a lemma is in when one of its forms is among
the first ``COMMON``, or would be if the list had its American spelling (it leaves out many), with all its forms. Verbs
reach further down: rules ask for verbs most, and the list, counted on the web of 2006, is rich in nouns.
Nothing of that list but the choice goes into the table. The same versions give the same bytes.
"""

from __future__ import annotations

import re
from collections import defaultdict
from importlib.resources import files
from pathlib import Path

from lemminflect import getAllInflections, getAllLemmas

from qualitycheck.lexicon import CLASSES

TARGET = Path(__file__).resolve().parent.parent / "qualitycheck" / "data" / "lexicon.txt"

COMMON = {"NOUN": 13_500, "VERB": 40_000, "ADJ": 13_500, "ADV": 13_500}
WORD = re.compile(r"[a-z]{2,}")
FEWEST_STEMS = 3  # a paradigm with fewer stems is cheaper written out

TAGS = {
    "VB": "verb-base",
    "VBP": "verb-base",
    "VBG": "verb-ing",
    "VBZ": "verb-s",
    "VBD": "verb-past",
    "VBN": "verb-past",
    "NN": "noun-singular",
    "NNS": "noun-plural",
    "JJ": "adjective",
    "JJR": "adjective",
    "JJS": "adjective",
    "RB": "adverb",
    "RBR": "adverb",
    "RBS": "adverb",
}

# lemminflect calls every noun that can be uncountable its own plural (`water`, `glass`). Believed are those in -s that
# have no other (`series`, `politics`), and these.
SAME_PLURAL = """
    aircraft bison cattle chinese clergy cod craft deer elk fish folk french grouse hovercraft japanese military moose
    offspring people police quail salmon sheep shrimp spacecraft squid staff swine trout vermin watercraft
    """

AMERICAN = {"our": "or", "tre": "ter", "ise": "ize", "yse": "yze", "ogue": "og"}

# Readings that lemminflect lacks, and one so rare that it would only take sure words from the rules.
ADDED = {"thanks": "noun-plural", "works": "noun-singular", "dead": "adjective", "skeptical": "adjective"}
DROPPED = {"becoming": "adjective"}


def readings(form: str) -> int:
    """The mask of ``form``: what it is of any lemma it can belong to."""
    bits = CLASSES[ADDED[form]].some if form in ADDED else 0
    for pos, lemma in lemmas_of(form):
        tags = {tag for tag, forms in getAllInflections(lemma, pos).items() if form in forms}
        if {"NN", "NNS"} <= tags and form not in SAME_PLURAL.split() and not is_plural_only(form):
            tags.discard("NNS")
        for tag in tags:
            bits |= CLASSES[TAGS[tag]].some
    return bits & ~CLASSES[DROPPED[form]].some if form in DROPPED else bits


def is_plural_only(noun: str) -> bool:
    return noun.endswith("s") and set(getAllInflections(noun, "NOUN")["NNS"]) == {noun}


def lemmas_of(form: str) -> list[tuple[str, str]]:
    found = getAllLemmas(form)
    return [(pos, lemma) for pos in COMMON for lemma in found.get(pos, ()) if WORD.fullmatch(lemma)]


def known_words() -> list[str]:
    """Words, the most frequent first."""
    lines = files("symspellpy").joinpath("frequency_dictionary_en_82_765.txt").read_text(encoding="utf-8-sig")
    counted = [line.split() for line in lines.splitlines()]
    counted.sort(key=lambda pair: (-int(pair[1]), pair[0]))
    return [word for word, _ in counted if WORD.fullmatch(word)]


def american(word: str) -> str:
    for ending, spelling in AMERICAN.items():
        if word.endswith(ending):
            return word.removesuffix(ending) + spelling
    return word


def shared_start(forms: list[str]) -> str:
    return next(
        (forms[0][:end] for end in range(len(forms[0]), 0, -1) if all(f[:end] == forms[0][:end] for f in forms)), ""
    )


def paradigms(masks: dict[str, int], families: list[list[str]]) -> str:
    """One line a paradigm, as ``qualitycheck.lexicon`` reads it; each form stands in one family only."""
    taken: set[str] = set()
    stems: defaultdict[tuple[tuple[str, int], ...], list[str]] = defaultdict(list)
    for family in families:
        free = sorted(form for form in family if form not in taken)
        if not free:
            continue
        taken.update(free)
        stem = shared_start(free)
        stems[tuple((form[len(stem) :], masks[form]) for form in free)].append(stem)
    for paradigm in [paradigm for paradigm, found in stems.items() if len(found) < FEWEST_STEMS]:
        for stem in stems.pop(paradigm):
            for ending, bits in paradigm:
                stems[(("", bits),)].append(stem + ending)
    lines = (
        ",".join(f"{ending}:{bits}" for ending, bits in paradigm) + " " + " ".join(sorted(found))
        for paradigm, found in stems.items()
    )
    return "".join(f"{line}\n" for line in sorted(lines))


def table() -> str:
    families: defaultdict[str, set[str]] = defaultdict(set)
    for rank, word in enumerate(known_words()):
        for spelling in {word, american(word)}:
            for pos, lemma in lemmas_of(spelling):
                if rank < COMMON[pos]:
                    families[lemma].update(*getAllInflections(lemma, pos).values())
    for word in ADDED:
        families[word].add(word)
    masks = {
        form: bits
        for family in families.values()
        for form in family
        if WORD.fullmatch(form) and (bits := readings(form))
    }
    # The large families first: a form of two lemmas goes where it completes a paradigm.
    ordered = sorted(
        ([form for form in family if form in masks] for family in families.values()),
        key=lambda family: (-len(family), sorted(family)),
    )
    return paradigms(masks, ordered)


def main() -> None:
    written = table()
    TARGET.write_text(written, encoding="ascii", newline="\n")
    print(f"{TARGET.name}: {len(written):,} bytes")


if __name__ == "__main__":
    main()
