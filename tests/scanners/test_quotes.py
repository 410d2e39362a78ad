"""`quotes`: faults of the marks as hits of rules, and sentences that a quotation cuts short."""

from __future__ import annotations

import pytest

from qualitycheck.quotation import FAULTS
from tests.scanners.test_scanners import found, rule


@pytest.mark.parametrize(
    ("text", "fault", "expected"),
    [
        ("It was “too thin” and too cold.”", "closed-twice", ["” and too cold.”"]),
        ("He likes the “rapid.” growth of rail.", "stopped", ["“rapid.”"]),
        ("The board warned of the “sudden.” Closure of three schools.", "cut-short",
         ["“sudden.” Closure of three schools."]),
        ("He called it “rapid.” Closure of the mine halved it.", "cut-short", []),
        ("Her answer was “no.” Out of the blue, he laughed.", "cut-short", []),
    ],
)  # fmt: skip
def test_a_rule_finds_the_fault_that_it_names(text: str, fault: str, expected: list[str]) -> None:
    assert found(text, rule(kind="quotes", fault=[fault])) == expected


def test_a_rule_is_silent_on_other_faults() -> None:
    others = [fault for fault in FAULTS if fault != "closed-twice"]
    assert found("It was “too thin” and too cold.”", rule(kind="quotes", fault=others)) == []


def test_a_fault_outside_the_scope_is_none() -> None:
    headline = rule(kind="quotes", fault=["closed-twice"], scope="paragraph")
    assert found("# It was “thin” and cold.”\n\nWe ate.", headline, format="markdown") == []
