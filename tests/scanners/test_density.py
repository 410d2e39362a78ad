"""`density`: what counts as one phrase."""

from __future__ import annotations

from tests.scanners.test_scanners import found, rule

ROWS = [
    {"wrong": "plays a key role", "group": "role"},
    {"wrong": "played a key role", "group": "role"},
    {"wrong": "hidden gem"},
]


def test_forms_of_one_group_count_as_one_phrase() -> None:
    one = rule(kind="density", any=ROWS, distinct=2)
    assert found("It plays a key role. It played a key role.", one) == []
    assert found("It plays a key role. It played a key role in a hidden gem.", one) == [
        "plays a key role",
        "played a key role",
        "hidden gem",
    ]


def test_a_group_of_one_rule_is_not_that_of_another() -> None:
    one = rule("own.one", kind="density", any=ROWS[:1], distinct=2)
    other = rule("own.other", kind="density", any=ROWS[1:], distinct=2)
    assert found("It plays a key role. It played a key role.", one, other) == []
    assert found("It played a key role in a hidden gem.", other, one) == ["played a key role", "hidden gem"]
