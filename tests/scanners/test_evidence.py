"""`evidence`: what signs add, what they take away, and when the rule speaks."""

from __future__ import annotations

from dataclasses import replace

import pytest

from qualitycheck import packs
from qualitycheck.detect import Detector
from qualitycheck.model import Hit, Rule
from qualitycheck.readers import read
from qualitycheck.scanners.evidence import log_odds, shares
from qualitycheck.text import document

_MATCH = {
    "weights": {"a.one": 2.0, "a.two": 1.5, "a.plain": -1.0},
    "most": 2,
    "distinct": 2,
    "bias": -1.0,
    "per-1000-words": 1.0,
    "floor": 0.0,
}


def test_a_sign_counts_at_most_so_often() -> None:
    assert shares(_MATCH, {"a.one": 5, "a.two": 1, "b.other": 3}) == {"a.one": 4.0, "a.two": 1.5}


def test_signs_above_and_below_nothing_are_added_up() -> None:
    assert log_odds(_MATCH, {"a.one": 2.0, "a.two": 1.5, "a.plain": -1.0}, 500) == pytest.approx(1.0)


def test_a_sign_below_nothing_is_none_of_the_distinct_ones() -> None:
    assert log_odds(_MATCH, {"a.one": 2.0, "a.plain": -1.0}, 0) == float("-inf")


def _rules() -> dict[str, Rule]:
    return {rule.id: rule for rule in packs.load(packs.rules_folder() / "clickbait")}


def _found(rule: Rule, headline: str) -> list[Hit]:
    rules = {**_rules(), rule.id: rule}
    hits, _ = Detector(list(rules.values())).detect(document(read("", name="text"), title=headline), {})
    return [hit for hit in hits if hit.rule.id == rule.id]


def _headline(**match: object) -> Rule:
    rule = _rules()["clickbait.headline"]
    weights = {"clickbait.intensifier": 2.0, "clickbait.second-person": 1.0, "clickbait.subject-label": -1.5}
    return replace(rule, match={**rule.match, "weights": weights, "bias": 0.0, "floor": 2.0, "distinct": 2, **match})


def test_only_signs_above_nothing_are_named() -> None:
    (hit,) = _found(_headline(floor=1.0), "Trams: you really ride")
    assert hit.detail == {"signs": "clickbait.intensifier 67 %, clickbait.second-person 33 %", "count": "2"}


def test_what_is_taken_away_can_silence_it() -> None:
    assert _found(_headline(), "You really ride trams")
    assert not _found(_headline(), "Trams: you really ride")


def test_with_nothing_but_signs_below_nothing_there_is_no_finding() -> None:
    assert _found(_headline(floor=-10.0, distinct=0), "Trams: a history") == []
