"""Forty-eight damaged passages, four a family, that were written by somebody who had not seen the rules.

Before any rule was changed after them, 21 passages and 34 of 116 marks were found. What is found now must stay found;
of the mended twins not one may alarm. Wrong words are a table that is still short, and sentences without a verb are
left to other signs on purpose.
"""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
import yaml

from qualitycheck import Checker
from qualitycheck.packs import unmark

PASSAGES = yaml.safe_load((Path(__file__).parent / "passages.yaml").read_text("utf-8"))
DAMAGED = [passage for passage in PASSAGES if not passage["id"].endswith("-clean")]
TWINS = [passage for passage in PASSAGES if passage["id"].endswith("-clean")]
FOUND = {
    "seam": 4,
    "dropped-link": 2,
    "quotation": 3,
    "verb-group": 2,
    "fragment": 1,
    "wrong-word": 0,
    "function-words": 2,
    "two-names": 0,
    "left-over": 4,
    "repetition": 2,
    "injected-line": 4,
    "formulaic": 3,
}


def test_there_are_four_of_each_family() -> None:
    families = Counter(passage["family"] for passage in DAMAGED)
    assert len(families) == 12
    assert set(families.values()) == {4}


@pytest.mark.parametrize("family", sorted({passage["family"] for passage in DAMAGED}))
def test_passages_of_a_family_are_found(checker: Checker, family: str) -> None:
    found = 0
    for passage in DAMAGED:
        if passage["family"] == family:
            text, marks = unmark(passage["text"])
            assert marks
            report = checker.check(text, title=passage.get("title"))
            spans = [(f.start, f.end) for f in report.findings if f.field == "text"]
            found += any(start < mark.end and mark.start < end for start, end in spans for mark in marks)
    assert found >= FOUND[family]


@pytest.mark.parametrize("passage", TWINS, ids=[passage["id"] for passage in TWINS])
def test_the_mended_twin_is_silent(checker: Checker, passage: dict[str, str]) -> None:
    report = checker.check(passage["text"], title=passage.get("title"))
    assert [finding.rule for finding in report.findings if finding.severity in ("error", "warning")] == []
