"""Rows of wrong-word tables: forms, faults, and finding them."""

from __future__ import annotations

from itertools import accumulate
from typing import Any

import pytest

from qualitycheck.expressions import (
    CLASSES,
    Match,
    anchors,
    faults,
    find,
    forms,
    loosen,
    places,
    row_of,
    stands_in,
    table_of,
    words_and_stems,
)
from qualitycheck.text import fold, straighten


def row(wrong: str, right: str = "", mechanism: str = "polysemy") -> dict[str, Any]:
    return {"wrong": wrong, "right": right, "mechanism": mechanism}


def found(of: dict[str, Any], text: str) -> list[tuple[str, str]]:
    """The matches of a row in a text, with what should stand there."""
    plain, loose = straighten(text), loosen(fold(text))
    words, stems = words_and_stems(loose)
    starts = accumulate(map(len, words), lambda at, size: at + size + 1, initial=0)
    met: dict[Match, None] = {}
    for first, second, at in zip(stems, [*stems[1:], ""], starts, strict=False):
        for anchor in anchors(of):
            start = at - anchor.offset
            end = start + len(anchor.literal)
            if anchor[:2] in ((first, second), (first, "")) and loose[start:end] == anchor.literal:
                match = find(of, plain, loose, start, end)
                if match is not None:
                    met[match] = None
    assert bool(met) == stands_in(of, plain, loose)
    return [(plain[match.start : match.end], match.right) for match in met]


def wrongs(of: dict[str, Any]) -> set[str]:
    return {" ".join(form.wrong) for form in forms(of)}


def test_the_last_noun_has_its_plural_where_the_right_side_has_one_too() -> None:
    assert wrongs(row("financial minister", "finance minister")) == {"financial minister", "financial ministers"}
    assert wrongs(row("crimson card", "red card")) == {"crimson card", "crimson cards"}
    assert wrongs(row("new crown pneumonia", "COVID-19")) == {"new crown pneumonia"}


def test_a_verb_is_conjugated_on_both_sides() -> None:
    of = row("swipe the screen", "go viral")
    assert found(of, "It swiped the screen.") == [("swiped the screen", "went viral")]
    assert found(of, "It is swiping the screen.") == [("swiping the screen", "going viral")]


def test_to_says_that_a_word_is_a_verb() -> None:
    assert "took workplace" in wrongs(row("to take workplace", "to take office"))
    assert "took workplace" not in wrongs(row("take workplace", "take office"))
    assert not any(form.startswith("to ") for form in wrongs(row("to take workplace", "to take office")))


def test_a_preposition_to_is_kept() -> None:
    assert wrongs(row("to a sure extent", "to a certain extent")) == {"to a sure extent", "to a sure extents"}


def test_names_are_not_inflected() -> None:
    assert wrongs(row("weight observer", "Weight Watcher", "name")) == {"weight observer"}


def test_both_spellings_are_made() -> None:
    assert wrongs(row("protection organisation", "x")) == {"protection organisation", "protection organization"}


def test_alternatives_go_along_with_those_of_the_right_side() -> None:
    of = row("{crimson|yellowish} {card|ticket}", "{red|yellow} card")
    assert found(of, "He saw a yellowish ticket.") == [("yellowish ticket", "yellow card")]
    assert found(of, "Two crimson cards were shown.") == [("crimson cards", "red cards")]


def test_of_two_braces_of_one_size_the_right_side_goes_along_with_its_words() -> None:
    of = row("{bloodless|chilly} {era|rivalry}", "cold {era|rivalry}")
    assert found(of, "It was a bloodless rivalry.") == [("bloodless rivalry", "cold rivalry")]


def test_classes_stand_for_a_word_of_the_text() -> None:
    of = row("{number} {unit} previous", "{1} {2} ago")
    assert found(of, "It was 1,200 years previous to that, or twelve days previous.") == [
        ("1,200 years previous", "1,200 years ago"),
        ("twelve days previous", "twelve days ago"),
    ]
    assert found(of, "It was some years previous.") == []


def test_a_name_has_a_capital() -> None:
    of = row("chairman {name} mentioned", "chairman {1} said")
    assert found(of, "The chairman Xi mentioned it.") == [("chairman Xi mentioned", "chairman Xi said")]
    assert found(of, "The chairman often mentioned it.") == []
    assert found(of, "The chairman The mentioned it.") == []


def test_a_capital_in_the_row_must_be_in_the_text() -> None:
    of = row("US ministry", "US department")
    assert found(of, "The US ministry, not us ministry of old.") == [("US ministry", "US department")]


@pytest.mark.parametrize(
    "text", ["raw oil", "Raw Oil", "RAW-OIL", "ráw oil", "raw\u00a0oil", "the raw oil's price", "(raw oil)"]
)
def test_case_hyphens_diacritics_and_odd_spaces_do_not_matter(text: str) -> None:
    assert len(found(row("raw oil", "crude oil"), text)) == 1


@pytest.mark.parametrize(
    "text", ["raw, oil", "raw. Oil", "raw oily", "straw oil", "raw \noil", "raw  oil", "raw_oil", "half-raw oil"]
)
def test_nothing_is_found_across_marks_or_inside_words(text: str) -> None:
    assert found(row("raw oil", "crude oil"), text) == []


@pytest.mark.parametrize(
    ("wrong", "right", "column"),
    [
        ("raw  oil", "x", "wrong"),
        ("{raw|rough oil", "x", "wrong"),
        ("{nomber} raw oil", "x", "wrong"),
        ("{number} raw oil", "{2} x", "right"),
        ("{raw|rough} oil", "{a|b|c} x", "right"),
        ("{number} of", "x", "wrong"),
        ("{a|b|c|d} {a|b|c|d} {a|b|c|d} oil", "x", "wrong"),
    ],
)
def test_a_bad_row_says_which_column(wrong: str, right: str, column: str) -> None:
    assert [fault[0] for fault in faults(row(wrong, right))] == [column]


def test_every_class_can_stand_in_a_row() -> None:
    for name in CLASSES:
        of = row(f"{{{name}}} crimson", "{1} red")
        assert not list(faults(of))
        assert found(of, "Something else crimson") in ([], [("else crimson", "else red")])


def test_anchors_are_few_and_rare() -> None:
    assert [anchor.literal for anchor in anchors(row("financial minister", "finance minister"))] == [
        "financial minister"
    ]
    literals = [
        anchor.literal for anchor in anchors(row("{jailed|shot|starved|stabbed} to {demise|loss of life}", "x"))
    ]
    assert sorted(literals) == ["to demise", "to loss of life"]


def test_a_table_holds_all_that_its_rows_say() -> None:
    of = row("{raw|rough} oil", "crude oil") | {"tier": "likely", "needs": ("opec", "barrel"), "note": "roh: raw"}
    made = table_of([of, row("crimson card", "red card")], "own.rule")
    assert row_of(made.lines[0]) == of
    assert [(place.name, place.number, place.literal) for place in places(made.cells["crimson card"])] == [
        ("own.rule", 1, "crimson card")
    ]
    assert set(made.cells) == {"raw oil", "rough oil", "crimson card"}


def test_loosening_keeps_the_length() -> None:
    text = "Élysée—naïve Łódź İstanbul mid-air ﬁ ǅ"
    assert len(loosen(fold(text))) == len(text)
