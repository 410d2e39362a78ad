from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from qualitycheck import lexicon
from qualitycheck.lexicon import CLASSES, is_a, mask

ROOT = Path(__file__).resolve().parent.parent


@pytest.mark.parametrize(
    ("word", "classes"),
    [
        ("deepened", "participle verb-past only-verb-past only-verb verbal-past finite content"),
        ("becoming", "participle verb-ing only-verb-ing verbal-ing only-verb content"),
        ("surpassing", "participle verb-ing only-verb-ing verbal-ing only-verb content"),
        ("building", "verb-ing noun-singular content"),
        ("deepens", "verb-s only-verb-s only-verb finite content"),
        ("elections", "noun-plural only-noun-plural only-noun plural content"),
        ("color", "verb-base noun-singular finite content"),
        ("strengthened", "participle verb-past only-verb-past verbal-past only-verb finite content"),
        ("proliferation", "noun-singular only-noun-singular only-noun content"),
        ("quickly", "adverb only-adverb content"),
        ("the", "premodifier determiner only-determiner function only-function"),
        ("seven", "numeral only-numeral"),
        ("including", "preposition verb-ing function"),
        ("isn't", "auxiliary only-auxiliary function finite"),
        ("zyzzyvas", "unknown"),
        ("", "unknown"),
    ],
)
def test_classes_of_a_word(word: str, classes: str) -> None:
    implied = {"verb", "noun", "only-function"}
    assert {name for name in CLASSES if is_a(word, name)} - implied == set(classes.split()) - implied


@pytest.mark.parametrize(
    "word",
    [
        "means",
        "series",
        "species",
        "news",
        "politics",
        "barracks",
        "crossroads",
        "headquarters",
        "media",
        "data",
        "works",
    ],
)
def test_a_form_that_is_also_singular_is_not_only_plural(word: str) -> None:
    assert is_a(word, "noun-plural")
    assert is_a(word, "noun-singular")
    assert not is_a(word, "only-noun-plural")


@pytest.mark.parametrize("word", ["water", "glass", "business", "information", "mass", "analysis", "access"])
def test_an_uncountable_noun_is_no_plural(word: str) -> None:
    assert is_a(word, "noun-singular")
    assert not is_a(word, "noun-plural")


@pytest.mark.parametrize("word", ["people", "police", "sheep"])
def test_plurals_without_an_ending(word: str) -> None:
    assert is_a(word, "noun-plural")


def test_a_possessive_is_its_noun() -> None:
    assert mask("government's") == mask("government") & lexicon.NOUN
    assert is_a("it's", "pronoun")


def test_closed_classes_are_all_there() -> None:
    for name in ("determiner", "preposition", "pronoun", "auxiliary", "conjunction", "particle", "numeral"):
        words = lexicon._CLOSED_CLASSES[CLASSES[name].some].split()
        assert all(is_a(word, name) for word in words)
        assert all(mask(word) & CLASSES[name].some for word in words)


def test_an_unknown_class_is_a_mistake_of_the_rule() -> None:
    with pytest.raises(KeyError):
        is_a("the", "verb-gerund")


def test_the_table_is_small_and_read_only_when_asked() -> None:
    assert (ROOT / "qualitycheck/data/lexicon.txt").stat().st_size <= 100_000
    assert len(lexicon._table()) > 20_000
    code = (
        "from qualitycheck import lexicon; lexicon.is_a('the', 'function'); lexicon.is_a('dog', 'determiner'); "
        "assert lexicon._table.cache_info().currsize == 0; lexicon.mask('dog'); import sys; "
        "assert lexicon._table.cache_info().currsize == 1; assert not {'numpy', 'lemminflect'} & set(sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code], check=True, cwd=ROOT, timeout=30)


def test_the_script_gives_the_table_again() -> None:
    pytest.importorskip("lemminflect")
    pytest.importorskip("symspellpy")
    code = (
        "import sys; sys.path.insert(0, 'scripts'); from pathlib import Path; import build_lexicon; "
        "assert build_lexicon.table() == build_lexicon.TARGET.read_text(encoding='ascii')"
    )
    subprocess.run([sys.executable, "-c", code], check=True, cwd=ROOT, timeout=120)
