"""Findings + metrics -> Report.

The score starts at 100 and each part takes away what its findings cost; the parts are shown, so the sum can be done
again by hand:

* a finding costs ``COST[severity]``; the second of its rule half of that, the third a quarter, and so on, so that no
  rule costs more than twice its first finding;
* a family of rules costs what its rules cost, at most three times its dearest finding: distinct families count most;
* readability costs a point for each step outside the profile's range of Flesch reading ease, at most 10.

The costs are set so that one error (13) gives `review`, and errors of four distinct families, or what weighs the
same, give `reject`. Five rules with a warning each are not passed; four are.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from qualitycheck.model import Finding, Metrics, Report, Rule, Skip, Verdict

COST: Mapping[str, float] = MappingProxyType({"error": 13.0, "warning": 5.0, "info": 0.5})
_FAMILY_CAP = 3.0
_READABILITY_MOST = 10.0
_READABILITY_STEP = 4.0  # points of Flesch reading ease that cost one point of score
PASS_FROM = 80.0
REJECT_BELOW = 50.0

#: The parts of the score and the packs whose findings each counts; a pack of the user's own counts as ``other``.
PARTS: dict[str, tuple[str, ...]] = {
    "translation": ("mt", "languagetool"),
    "injected": ("spam",),
    "headline": ("clickbait",),
    "style": ("formulaic",),
    "other": (),
    "readability": ("readability",),
}
_PART_OF = {pack: part for part, packs in PARTS.items() for pack in packs}


class Profile(NamedTuple):
    """The range of Flesch reading ease that readers of such texts are used to."""

    easiest: float
    hardest: float


#: Agency news lies between 30 and 60 (Flesch 1948 calls that "difficult" to "fairly difficult"), posts are easier,
#: reference texts harder.
PROFILES: dict[str, Profile] = {"news": Profile(90, 25), "blog": Profile(100, 35), "docs": Profile(100, 15)}


def score(
    name: str,
    findings: Sequence[Finding],
    metrics: Metrics,
    rules: Mapping[str, Rule],
    skipped: Iterable[Skip] = (),
    profile: str = "news",
) -> Report:
    """The report of one document. ``findings`` are shown as they come; none of them is a cue."""
    costs = {part: _cost([f for f in findings if _part(f) == part], rules) for part in PARTS}
    costs["readability"] = min(_READABILITY_MOST, costs["readability"] + _hardness(metrics, PROFILES[profile]))
    subscores = {part: round(max(0.0, 100 - cost), 1) for part, cost in costs.items()}
    total = round(max(0.0, 100 - sum(100 - part for part in subscores.values())), 1)
    # Readability alone must never reject: what it may take is left out of that question.
    damage = total + 100 - subscores["readability"]
    verdict: Verdict = "pass"
    if damage < REJECT_BELOW:
        verdict = "reject"
    elif total < PASS_FROM or any(finding.severity == "error" for finding in findings):
        verdict = "review"
    return Report(name, total, verdict, subscores, metrics, tuple(findings), tuple(skipped))


def _part(finding: Finding) -> str:
    return _PART_OF.get(finding.rule.partition(".")[0], "other")


def _cost(findings: Sequence[Finding], rules: Mapping[str, Rule]) -> float:
    families: dict[str, dict[str, list[float]]] = {}
    for finding in findings:
        rule = rules[finding.rule]
        families.setdefault(f"{rule.pack}.{rule.family}", {}).setdefault(rule.id, []).append(COST[finding.severity])
    total = 0.0
    for family in families.values():
        dearest = max(max(costs) for costs in family.values())
        total += min(
            _FAMILY_CAP * dearest,
            sum(cost * 0.5**i for costs in family.values() for i, cost in enumerate(sorted(costs, reverse=True))),
        )
    return total


def _hardness(metrics: Metrics, profile: Profile) -> float:
    ease = metrics.flesch_reading_ease
    if ease is None or metrics.words < 100:
        return 0.0
    outside = max(profile.hardest - ease, ease - profile.easiest, 0.0)
    return min(_READABILITY_MOST, outside / _READABILITY_STEP)
