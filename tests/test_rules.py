"""Every example of every rule, one test each, and what the packs owe as a whole."""

from __future__ import annotations

from collections import Counter

import pytest

from qualitycheck import examples, packs
from qualitycheck.detect import Detector
from qualitycheck.model import Example, Rule

RULES = {rule.id: rule for rule in packs.load(packs.rules_folder())}
TESTED = [rule for rule in RULES.values() if rule.kind not in examples.NEED_A_SERVER]
CASES = [
    pytest.param(rule, example, id=f"{rule.id}:{kind}:{number}")
    for rule in TESTED
    for kind, of_kind in (("bad", rule.bad), ("good", rule.good), ("misfire", rule.misfires))
    for number, example in enumerate(of_kind, 1)
]
_DETECTORS: dict[str, Detector] = {}


@pytest.mark.parametrize(("rule", "example"), CASES)
def test_example(rule: Rule, example: Example) -> None:
    detector = _DETECTORS.setdefault(rule.id, examples.detector_for(rule, RULES))
    spans = examples.found(rule, example, detector)
    assert [example.text[slice(*span)] for span in spans] == [example.text[slice(*span)] for span in example.spans]
    assert spans == example.spans


def test_conditions_name_rules_that_exist() -> None:
    assert not [fault for fault in examples.faults(TESTED) if fault.key.startswith("when")]


def test_packs_are_as_large_as_promised() -> None:
    sizes = Counter(rule.pack for rule in RULES.values())
    least = {"mt": 20, "spam": 12, "clickbait": 10, "formulaic": 3, "readability": 3}
    assert {pack: sizes[pack] for pack in least if sizes[pack] < least[pack]} == {}


def test_at_most_twenty_regex_rules_hang_on_an_anchor_of_one_character() -> None:
    loose = [
        rule.id for rule in RULES.values() if rule.kind == "regex" and any(len(a) == 1 for a in rule.match["anchors"])
    ]
    assert len(loose) <= 20, loose


def test_every_seed_shows_evidence() -> None:
    cited = {example.evidence.partition(":")[0] for rule in TESTED for example in rule.bad if example.evidence}
    assert len(cited) == 2
