"""The properties that the score promises."""

from __future__ import annotations

from types import MappingProxyType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qualitycheck.model import Finding, Metrics, Report, Rule
from qualitycheck.score import COST, PARTS, PASS_FROM, score


def metrics(ease: float | None = 50.0, words: int = 500) -> Metrics:
    return Metrics(words, 20, 100.0, ease, 9.0, 9.0, 9.0, 9.0, 9.0, 9.0)


def rule(rule_id: str, family: str) -> Rule:
    return Rule(rule_id, "", "", "", "error", "stable", "en", "document", "phrase", {}, "", family)


RULES = MappingProxyType(
    {f"{pack}.{i}": rule(f"{pack}.{i}", f"family{i // 2}") for pack in ("mt", "spam", "own") for i in range(6)}
    | {f"readability.{i}": rule(f"readability.{i}", "hard") for i in range(6)}
)


def finding(rule_id: str, severity: str) -> Finding:
    return Finding(rule_id, severity, "text", 0, 1, 1, 1, 1, 2, "", "x")  # type: ignore[arg-type]


def report(*findings: Finding, ease: float | None = 50.0, profile: str = "news") -> Report:
    return score("t", findings, metrics(ease), RULES, profile=profile)


some_findings = st.lists(
    st.builds(finding, st.sampled_from(sorted(RULES)), st.sampled_from(["error", "warning", "info"])), max_size=25
)


def test_a_clean_text_has_full_marks() -> None:
    clean = report()
    assert (clean.score, clean.verdict) == (100.0, "pass")
    assert set(clean.subscores) == set(PARTS)


@given(some_findings, st.sampled_from(sorted(RULES)), st.sampled_from(["error", "warning", "info"]))
def test_another_finding_never_raises_the_score(findings: list[Finding], rule_id: str, severity: str) -> None:
    assert report(*findings, finding(rule_id, severity)).score <= report(*findings).score


@given(some_findings, st.floats(-200, 200) | st.none())
def test_the_score_can_be_recomputed_from_the_report(findings: list[Finding], ease: float | None) -> None:
    made = report(*findings, ease=ease)
    assert made.score == round(max(0.0, 100 - sum(100 - part for part in made.subscores.values())), 1)
    assert 0 <= made.score <= 100
    assert all(0 <= part <= 100 for part in made.subscores.values())


@given(some_findings)
def test_an_error_never_passes(findings: list[Finding]) -> None:
    assert report(*findings, finding("mt.0", "error")).verdict != "pass"


def test_one_error_is_reviewed_and_four_families_of_errors_are_rejected() -> None:
    assert report(finding("mt.0", "error")).verdict == "review"
    four = [finding(rule_id, "error") for rule_id in ("mt.0", "mt.2", "mt.4", "spam.0")]
    assert report(*four[:3]).verdict == "review"
    assert report(*four).verdict == "reject"


def test_repeats_of_one_rule_are_capped() -> None:
    once, often = report(finding("mt.0", "error")), report(*[finding("mt.0", "error")] * 50)
    assert 100 - often.score <= 2 * (100 - once.score) == 2 * COST["error"]


def test_distinct_families_cost_more_than_repeats() -> None:
    repeats = report(*[finding("mt.0", "warning")] * 3)
    families = report(*(finding(rule_id, "warning") for rule_id in ("mt.0", "mt.2", "mt.4")))
    assert families.score < repeats.score


@given(some_findings, st.floats(-500, 500) | st.none(), st.sampled_from(["news", "blog", "docs"]))
def test_readability_costs_at_most_ten_points_and_rejects_nobody(
    findings: list[Finding], ease: float | None, profile: str
) -> None:
    hard, fine = report(*findings, ease=ease, profile=profile), report(*findings, ease=50.0)
    assert round(fine.score - hard.score, 1) <= 10
    if hard.verdict == "reject":
        assert fine.verdict == "reject"


def test_a_metric_that_is_unknown_costs_nothing() -> None:
    assert report(ease=None).score == 100.0


def test_warnings_of_one_family_alone_pass() -> None:
    assert report(*[finding("mt.0", "warning")] * 9).score >= PASS_FROM


@pytest.mark.parametrize("words", [0, 99])
def test_a_short_text_is_not_judged_by_its_readability(words: int) -> None:
    assert score("t", (), metrics(-100.0, words), RULES).score == 100.0
