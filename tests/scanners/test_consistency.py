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
        ("Nikolai Vasiliev", "Nikolai Wasiliev"),
    ],
)
def test_a_name_that_came_back_from_another_alphabet(one: str, other: str) -> None:
    expected = [other]
    assert both("name", f"We met {one} there. {one} was glad.", f"In May {other} left.") == expected


def test_a_single_vowel_is_believed_where_the_name_stands_three_times() -> None:
    text = "We met Angela Merkel there. Angela Merkel was glad."
    assert both("name", text, "In May Angela Mirkel left.") == []
    assert both("name", f"{text} Angela Merkel waved.", "In May Angela Mirkel left.") == ["Angela Mirkel"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Sergei Lemeshev", "Sergey Lemeshev"),
        ("Muhammad Qureshi", "Mohammed Qureshi"),
        ("Aleksandr Voronin", "Alexander Voronin"),
        ("Yulia Tkachenko", "Julia Tkachenko"),
        ("Katarzyna Wisniewska", "Katarzyna Vishnevska"),
        ("Minister Kuleba", "Minister Kulebba"),
        ("Ministry of Defence", "Ministry of Protection"),
        ("Central Bank", "Middle Bank"),
    ],
)
def test_a_name_that_sounds_the_same_or_was_put_in_other_words(one: str, other: str) -> None:
    assert both("name", f"We met the {one} there. The {one} was glad.", f"Then the {other} left.") == [other]
    assert both("name", f"We met the {one} and the {other} there.", f"The {one} left.") == []


def test_a_family_name_that_stands_alone_in_another_spelling() -> None:
    assert both("name", "The conductor Tadeusz Kowalczyk bowed.", "Later Kowalchik left.") == ["Kowalchik"]
    assert both("name", "The conductor Tadeusz Kowalczyk bowed.", "“Later Kowalchik left,” she said.") == []
    assert both("name", "The conductor Tadeusz Petersen bowed.", "Later Peterson left.") == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("a heavy blow", "a hard blow"),
        ("brave young side", "courageous young team"),
        ("we will never sell the forest", "we shall never sell the wood"),
    ],
)
def test_a_quotation_put_in_other_words(one: str, other: str) -> None:
    of = "quotation" if one.count(" ") < 4 else "long-quotation"
    text = f"He said “{one}”.\n\nIt rained.\n\nShe wrote “{other}” in May."
    assert found(text, rule(kind="consistency", of=of)) == [one, other]
    again = text.replace("It rained", f"Again he said “{one}”")
    assert (found(again, rule(kind="consistency", of=of)) == []) == (of == "quotation")
    later = "It rained.\n\n" * 3 + text
    assert (found(later, rule(kind="consistency", of=of)) == []) == (of == "quotation")


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


BODY = "The bath by the river has to be mended, and nobody knows who will pay for its roof. " * 9


@pytest.mark.parametrize(
    ("headline", "end", "expected"),
    [
        ("Fares up 90 percent", "They rose by 4 percent in 2019.", ["90"]),
        ("Fares up 90 percent", "They rose by 88.4 percent in 2019.", []),
        ("Fares up 90 percent", "They rose a little.", []),
        ("A bath for $2 million", "It cost 2,100,000 dollars in 2019.", []),
        ("A bath for $2 million", "It cost 900 dollars in 2019.", ["$2"]),
        ("90 baths of the north", "They cost 4 percent more in 2019.", []),
    ],
)
def test_an_amount_of_the_headline_alone(headline: str, end: str, expected: list[str]) -> None:
    one = rule(kind="consistency", of="headline-number")
    assert found(f"{BODY}{end}", one, title=headline) == expected
