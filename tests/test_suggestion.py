"""Rows proposed from an original and its rewrite."""

from __future__ import annotations

import pytest

from qualitycheck.suggestion import Suggestion, suggest


def swaps(original: str, rewrite: str) -> list[tuple[str, str]]:
    return [(row.wrong, row.right) for row in suggest([(original, rewrite)])]


@pytest.mark.parametrize(
    ("original", "rewrite", "expected"),
    [
        ("The finance minister left.", "The financial minister left.", [("financial minister", "finance minister")]),
        ("They took office in May.", "They took workplace in May.", [("took workplace", "took office")]),
        ("Loss of life was small.", "Loss of existence was small.", [("loss of existence", "loss of life")]),
        ("He paid 40 dollars.", "He paid 50 dollars.", []),
        ("She walks the dog.", "She walked the dog.", []),
        ("The centre was full.", "The center was full.", []),
        ("He came by boat.", "He came with boat.", []),
        ("A word, then a halt.", "A word, then a stop.", []),
        ("One two three four five men.", "Six seven eight nine ten men.", []),
    ],
)
def test_a_swap_beside_a_word_that_stayed(original: str, rewrite: str, expected: list[tuple[str, str]]) -> None:
    assert swaps(original, rewrite) == expected


def test_what_an_original_says_too_is_no_row() -> None:
    assert swaps("Crude oil and raw oil are sold.", "Raw oil and raw oil are sold.") == []


def test_the_commonest_comes_first() -> None:
    pairs = [("Crude oil rose.", "Raw oil rose."), ("The red card came.", "The crimson card came.")]
    assert suggest([*pairs, ("Crude oil fell.", "Raw oil fell.")]) == [
        Suggestion("raw oil", "crude oil", 2),
        Suggestion("crimson card", "red card", 1),
    ]


def test_paragraphs_are_compared_with_their_own() -> None:
    assert swaps("Crude oil rose.\n\nIt rained.", "Raw oil rose.\n\nIt rained.") == [("raw oil", "crude oil")]


def test_texts_without_a_word_give_nothing() -> None:
    assert suggest([("", ""), ("...", "— —"), ("", "Raw oil")]) == []
