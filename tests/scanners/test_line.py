"""Whole lines of known phrases, lines that say the title, and any line for the conditions to choose from."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from qualitycheck.detect import Detector
from qualitycheck.model import Rule
from qualitycheck.packs import load
from qualitycheck.readers import read
from qualitycheck.text import document


def rule(folder: Path, match: str, when: str = "") -> Rule:
    file = folder / "own" / "line.yaml"
    file.parent.mkdir(exist_ok=True)
    file.write_text(
        "title: T\nmessage: M\nwhy: W\nseverity: info\nstatus: stable\nlang: en\nscope: line\n"
        f"match: {{kind: line{match}}}\n{when}"
        "examples: {bad: ['<<a>>', '<<b>>'], good: [c, d, e]}\n",
        encoding="utf-8",
    )
    (made,) = load(folder)
    return made


def found(made: Rule, text: str, format: str = "plain") -> list[str]:
    ready = document(read(text, format=format))
    return [ready.prose[hit.start : hit.end] for hit in Detector([made]).detect(ready, {})[0]]


@pytest.mark.parametrize(
    ("share", "line", "fits"),
    [
        ("1.0", "Sign in", True),
        ("1.0", "SIGN IN | Join", True),
        ("1.0", "Join Join Sign in", True),
        ("1.0", "Sign", False),
        ("1.0", "Sign in here", False),
        ("0.5", "Sign in here", True),
        ("0.75", "Sign in here now", False),
        ("1.0", "—", False),
    ],
)
def test_a_share_of_the_words_is_in_phrases(tmp_path: Path, share: str, line: str, fits: bool) -> None:
    made = rule(tmp_path, f", any: [sign in, join, sign], share: {share}".replace(", sign]", "]"))
    assert found(made, f"It rained.\n\n{line}\n\nIt rained.") == ([line] if fits else [])


def test_the_longest_phrase_is_taken_first(tmp_path: Path) -> None:
    made = rule(tmp_path, ", any: [terms, terms of use]")
    assert found(made, "It rained.\n\nTerms of Use\n\nTerms of\n\nTerms") == ["Terms of Use", "Terms"]


def test_a_line_that_says_the_title_again(tmp_path: Path) -> None:
    made = rule(tmp_path, ", says: title")
    text = "Bridge kept: what now?\n\nIt rained on the council and its bridge.\n\n"
    assert found(made, f"{text}Bridge Kept – What Now\n\nIt rained.") == ["Bridge Kept – What Now"]
    assert found(made, f"{text}What Now\n\nIt rained.") == []
    assert found(made, "It rained.\nIt rained.") == []


def test_any_line_that_the_conditions_let_through(tmp_path: Path) -> None:
    made = rule(tmp_path, "", "when: {max-words: 2, end-mark: false}\n")
    assert found(made, "It rained.\n\nTwo words\n\nNow three words\n\n…") == ["Two words"]


TEXT = """Home

The council has voted to keep the old bridge over the Elwin, after a debate until midnight.

Lottery Winner Buys Seven Houses

The bridge was built in 1871 for carts and sheep, and it has carried lorries since the war.

These are the dates:

March

May

Work begins in spring, and until then the weight on the bridge is limited to ten tonnes."""


@pytest.mark.parametrize(
    ("when", "lines"),
    [
        ("part: [start]", ["Home"]),
        ("part: [middle, end], max-words: 1", ["March", "May"]),
        ("isolated: true", ["Lottery Winner Buys Seven Houses"]),
        ("title-case: true", ["Lottery Winner Buys Seven Houses"]),
        ("introduced: true", ["March"]),
        ("min-run: 2", ["March", "May"]),
        ("min-run: 1, max-run: 1", ["Home", "Lottery Winner Buys Seven Houses"]),
        ("off-topic: 4", ["Lottery Winner Buys Seven Houses"]),
        ("min-links: 0.5", []),
    ],
)
def test_conditions_of_position_and_shape(tmp_path: Path, when: str, lines: list[str]) -> None:
    assert found(rule(tmp_path, "", f"when: {{{when}}}\n"), TEXT) == lines


def test_a_hit_whose_line_does_not_fit_is_no_company(tmp_path: Path) -> None:
    sign = replace(rule(tmp_path, ", any: [home]", "when: {part: [end]}\n"), id="own.sign")
    other = replace(rule(tmp_path, ", any: [march]", "when: {with: [own.sign]}\n"), id="own.other")
    ready = document(read(TEXT))
    assert Detector([sign, other]).detect(ready, {})[0] == []
    sign = replace(sign, when={"part": ["start"]})
    assert len(Detector([sign, other]).detect(ready, {})[0]) == 2
