"""`repetition` of loop, phrase and pair: words in a row, phrases twice, an adjective on both sides of “and”."""

from __future__ import annotations

import time

import pytest

from tests.scanners.test_scanners import found, rule

LOOP = rule(kind="repetition", of="loop", allow=["really"])
PHRASE = rule(kind="repetition", of="phrase")
PAIR = rule(kind="repetition", of="pair", allow=["public"])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A prayer prayer prayer for peace.", ["prayer prayer prayer"]),
        ("Heat heat heat heat.", ["Heat heat heat heat"]),
        ("He sat in the house in the house in the house.", ["in the house in the house in the house"]),
        ("It has to make to make to make it.", ["to make to make to make"]),
        ("A heat heat heat wave.", []),
        ("It was really really really far.", []),
        ("It went on and on and on and on, day after day after day.", []),
        ("prayer prayer\n\nprayer prayer", []),
        ("1234 1234 1234 1234", []),
    ],
)
def test_a_loop_is_three_times_or_four_for_a_short_word(text: str, expected: list[str]) -> None:
    assert found(text, LOOP) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In the kitchen in the kitchen we sat.", ["In the kitchen in the kitchen"]),
        ("We saw the guild the guild's lawyers.", ["the guild the guild's"]),
        ("We met the guild, the guild met us.", []),
        ("You know what you know what I mean.", []),
    ],
)
def test_a_phrase_twice_begins_with_an_article_or_a_preposition_and_one(text: str, expected: list[str]) -> None:
    assert found(text, PHRASE) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A safe and safe place.", ["safe and safe"]),
        ("It is good and good.", ["good and good"]),
        ("It got longer and longer.", []),
        ("For the public and public servants.", []),
        ("They are young and young at heart.", []),
    ],
)
def test_a_pair_of_one_adjective(text: str, expected: list[str]) -> None:
    assert found(text, PAIR) == expected


@pytest.mark.parametrize("piece", ["prayer ", "a b ", "in the house ", "safe and ", "the dog the "])
def test_time_grows_with_the_text(piece: str) -> None:
    def seconds(text: str) -> float:
        best = []
        for _ in range(3):
            began = time.process_time()
            found(text, LOOP, PHRASE, PAIR)
            best.append(time.process_time() - began)
        return min(best)

    short = piece * 3_000
    assert seconds(short * 4) < 9 * seconds(short) + 0.05
