"""The forms of words that table rows stand for."""

from __future__ import annotations

import pytest

from qualitycheck.inflection import VerbForms, plural, spellings, verb_forms


@pytest.mark.parametrize(
    ("noun", "expected"),
    [
        ("minister", "ministers"),
        ("agency", "agencies"),
        ("box", "boxes"),
        ("woman", "women"),
        ("clergyman", "clergymen"),
        ("crisis", "crises"),
    ],
)
def test_a_plural_is_made_by_rule_or_known(noun: str, expected: str) -> None:
    assert plural(noun) == expected


@pytest.mark.parametrize("word", ["ministers", "quickly", "the", "humen", "zzyzx"])
def test_what_is_no_singular_noun_has_no_plural(word: str) -> None:
    assert plural(word) is None


@pytest.mark.parametrize(
    ("base", "expected"),
    [
        ("swipe", ("swipes", "swiping", "swiped", "swiped")),
        ("plan", ("plans", "planning", "planned", "planned")),
        ("carry", ("carries", "carrying", "carried", "carried")),
        ("agree", ("agrees", "agreeing", "agreed", "agreed")),
        ("die", ("dies", "dying", "died", "died")),
        ("take", ("takes", "taking", "took", "taken")),
        ("have", ("has", "having", "had", "had")),
        ("undergo", ("undergoes", "undergoing", "underwent", "undergone")),
    ],
)
def test_verb_forms(base: str, expected: tuple[str, ...]) -> None:
    assert verb_forms(base) == VerbForms(*expected)


@pytest.mark.parametrize("word", ["wisdom", "took", "be", "zzyzx"])
def test_what_is_no_base_form_has_no_verb_forms(word: str) -> None:
    assert verb_forms(word) is None


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("organisation", {"organisation", "organization"}),
        ("analyze", {"analyze", "analyse"}),
        ("defence", {"defence", "defense"}),
        ("colours", {"colours", "colors"}),
        ("travelling", {"travelling", "traveling"}),
        ("four", {"four"}),
        ("advise", {"advise"}),
        ("praise", {"praise"}),
        ("size", {"size"}),
    ],
)
def test_spellings(word: str, expected: set[str]) -> None:
    assert set(spellings(word)) == expected
