"""`consistency`: one saying, name or term that is written in two ways."""

from __future__ import annotations

import pytest

from tests.scanners.test_scanners import found, rule

_BODY = "The old swimming bath by the river has to be mended before winter, and nobody knows yet who will pay. " * 9


def both(of: str, first: str, second: str) -> list[str]:
    return found(f"{first}\n\nThen it rained.\n\n{second}", rule(kind="consistency", of=of))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("to repair the old stand before winter", "to mend the old stand before winter"),
        ("the club needs time, money and a plan", "the club needs patience, money and a plan"),
        ("we cannot open the gate to the field", "we cannot open the big door to the field"),
    ],
)
def test_long_quotations_with_a_word_or_two_exchanged(one: str, other: str) -> None:
    expected = [] if "big" in other else [one, other]  # big and small are meant
    assert both("long-quotation", f"He said “{one}”.", f"She wrote “{other}” in May.") == expected


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("to repair the old stand before winter", "to repair the old stand"),
        ("to repair the old stand before winter", "to repair the old stands before winter"),
        ("to win the first match of the season", "to win the last match of the season"),
        ("what did you do on that night", "what did they do on that night"),
        ("mend the roof", "repair the roof"),  # short ones need a frame
    ],
)
def test_long_quotations_that_are_two(one: str, other: str) -> None:
    assert both("long-quotation", f"He said “{one}”.", f"She wrote “{other}” in May.") == []


def test_two_quotations_of_one_sentence_are_told_apart_by_the_writer() -> None:
    assert (
        both("long-quotation", "Not “to repair the old stand”, he said, but “to rebuild the old stand”.", "Yes.") == []
    )


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Sergei Bobylev", "Sergei Babilov"),
        ("Kim Jong Un", "Kim Jong Eun"),
        ("Angela Merkel", "Angela Mirkel"),
        ("Nikolai Vasiliev", "Nikolai Wasiliev"),
    ],
)
def test_a_name_that_came_back_from_another_alphabet(one: str, other: str) -> None:
    expected = [] if one[0] == "N" else [other]  # another first letter may be another person
    assert both("name", f"We met {one} there. {one} was glad.", f"In May {other} left.") == expected


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Mr Johnson", "Mr Johnston"),
        ("Air Ukraine", "Air Ukrainian"),
        ("New Zealand", "New Zealander"),
        ("United States", "United State"),
        ("John Peters", "John Peterson"),
        ("Anna Lindgren", "Hanna Lindgren"),
        ("Tom Lee", "Tom Lie"),
        ("Sergei Bobylev", "Sergei Bobylev’s"),
        ("Kiev", "Kyiv"),
    ],
)
def test_names_of_two(one: str, other: str) -> None:
    assert both("name", f"We met {one} there. {one} was glad.", f"In May {other} left.") == []


def test_a_quoted_abstract_noun_in_the_plural() -> None:
    assert both("number", "The “Cold War mentality and rhetoric” is back.", "Leave Cold War mentalities behind.") == [
        "Cold War mentalities"
    ]
    assert both("number", "The “Cold War mentality” is back.", "Leave “Cold War mentalities” behind.") == []
    assert both("number", "The Cold War mentality is back.", "Leave Cold War mentalities behind.") == []
    assert both("number", "A “second nationality” is allowed.", "Many have second nationalities.") == []


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("systemic challenge", "systematic challenges", ["systematic challenges"]),
        ("historic site", "historical site", ["historical site"]),
        ("historic site", "historical museum", []),
        ("economic crisis", "economic crises", []),
        ("politic answer", "polemic answer", []),
    ],
)
def test_adjectives_of_one_stem(one: str, other: str, expected: list[str]) -> None:
    assert both("twin", f"There is a {one} here.", f"They spoke of the {other} again.") == expected


def test_a_name_of_the_headline_alone() -> None:
    look = rule(kind="consistency", of="headline")
    assert found(_BODY, look, title="Zhavoronkov pays for the bath on Tuesday") == ["Zhavoronkov"]
    assert found(_BODY + "Zhavoronkov’s plan is cheap.", look, title="Zhavoronkov pays for the bath") == []
    assert found("A short note.", look, title="Zhavoronkov pays for the bath") == []
