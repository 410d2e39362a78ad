"""Against a real LanguageTool 6.6: ``QUALITYCHECK_LANGUAGETOOL_URL=$(.ci/languagetool.sh start 18081)`` beforehand."""

from __future__ import annotations

import os
import socket
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from qualitycheck import packs
from qualitycheck.checker import Checker, Config
from qualitycheck.detect import Detector
from qualitycheck.examples import found
from qualitycheck.model import Example, Hit, Rule, Skip
from qualitycheck.readers import read
from qualitycheck.scanners.languagetool import LanguageToolScanner, build
from qualitycheck.text import document

ROOT = Path(__file__).parent.parent.parent
SCRIPT = ROOT / ".ci" / "languagetool.sh"
SEED = next((ROOT / "seeds").glob("000_*.txt"))
RULES = packs.load(ROOT / "rules" / "languagetool")
URL = os.environ.get("QUALITYCHECK_LANGUAGETOOL_URL", "")

pytestmark = [
    pytest.mark.languagetool,
    pytest.mark.skipif(not URL, reason="QUALITYCHECK_LANGUAGETOOL_URL names no server"),
]


def examples() -> Iterator[Any]:
    for rule in RULES:
        for key, of_key in (("bad", rule.bad), ("good", rule.good), ("misfires", rule.misfires)):
            for number, example in enumerate(of_key, 1):
                yield pytest.param(rule, example, id=f"{rule.id}-{key}-{number}")


@pytest.mark.parametrize(("rule", "example"), list(examples()))
def test_example(rule: Rule, example: Example) -> None:
    assert found(rule, example, Detector([], extra=[build([rule], URL)])) == example.spans


def test_its_finds_are_merged_into_the_report_of_a_seed() -> None:
    text = SEED.read_text(encoding="utf-8")
    alone = Checker().check(text, name=SEED.name)
    both = Checker(Config(languagetool=URL)).check(text, name=SEED.name)
    assert {(f.rule, f.line, f.excerpt) for f in both.findings if f.rule.startswith("languagetool.")} == {
        ("languagetool.unpaired-quotation", 11, "”"),
        ("languagetool.lower-case-start", 33, "is"),
        ("languagetool.verb-after-have", 35, "surpassing"),
    }
    assert [f for f in both.findings if not f.rule.startswith("languagetool.")] == list(alone.findings)
    assert both.score <= alone.score
    assert both.skipped == alone.skipped


@pytest.mark.parametrize(
    "before",
    [
        "😀👩‍👩‍👧 𝐛𝐨𝐥𝐝. ",
        "soft\u00adhyphen. ",
        "zero\u200bwidth\ufeff. ",
        "nul\x00 bell\x07. ",
        "e\u0301 n\u0303. ",
        "sep\u2028\x85. ",
    ],
    ids=ascii,
)
def test_spans_are_right_after_odd_characters(before: str) -> None:
    text = document(read(f"{before}China has surpassing the Union."))
    rules = [rule for rule in RULES if rule.id == "languagetool.verb-after-have"]
    hits = [hit for hit in build(rules, URL).scan(text, (), ()) if isinstance(hit, Hit)]
    assert [text.prose[hit.start : hit.end] for hit in hits] == ["surpassing"]


def test_a_server_killed_in_mid_scan_loses_nothing() -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = str(free.getsockname()[1])
    started = subprocess.run([SCRIPT, "start", port], check=True, capture_output=True, text=True, timeout=120)
    try:
        scanner = LanguageToolScanner(RULES, started.stdout.strip(), timeout=60)  # a cold Java is slow
        paragraph = "China has surpassing the Union. " + "It rained in the hills. " * 600
        text = document(read("\n\n".join([paragraph] * 3)))
        finds = iter(scanner.scan(text, (), ()))
        first = next(finds)
    finally:
        subprocess.run([SCRIPT, "stop", port], check=True, timeout=60)
    assert isinstance(first, Hit)
    assert text.prose[first.start : first.end] == "surpassing"
    (skip,) = finds
    assert isinstance(skip, Skip)
    assert skip.why.endswith("1 of 3 parts of the text were checked")


def test_a_report_without_the_server_keeps_all_other_findings() -> None:
    text = SEED.read_text(encoding="utf-8")
    alone = Checker().check(text, name=SEED.name)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        dead = Checker(Config(languagetool=f"http://127.0.0.1:{free.getsockname()[1]}")).check(text, name=SEED.name)
    assert dead.findings == alone.findings
    assert [skip.what for skip in dead.skipped] == [*(skip.what for skip in alone.skipped), "languagetool"]
