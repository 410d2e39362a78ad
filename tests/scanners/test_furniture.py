"""Blocks of page furniture: where they begin and end, what they need, and what they stand for."""

from __future__ import annotations

import itertools
import time

import pytest

from qualitycheck import Checker, Config
from qualitycheck.model import Finding
from qualitycheck.packs import load, rules_folder
from qualitycheck.readers import read
from qualitycheck.scanners.furniture import TRAITS, likeliest, traits
from qualitycheck.text import document

PROSE = (
    "The council has voted to keep the old bridge over the Elwin, after a debate that went on until midnight.",
    "Engineers had called the bridge tired but not ill, and most of the members followed them in the end.",
    "Work begins in March, and until then the weight is limited to ten tonnes and buses go round by the mill.",
)
MENU = ("Skip to content", "Home", "News", "Sports", "Subscribe", "Sign in")
FOOTER = ("Related Posts", "Ferry Fares to Rise", "Older posts", "About Us", "Contact Us", "Privacy Policy", "Facebook")


@pytest.fixture(scope="module")
def checker() -> Checker:
    return Checker(Config(rules=load(rules_folder() / "spam")))


def text_of(*lines: str) -> str:
    return "\n\n".join(lines)


def blocks(checker: Checker, text: str, format: str = "plain") -> list[Finding]:
    return [finding for finding in checker.check(text, format=format).findings if finding.rule == "spam.page-furniture"]


@pytest.mark.parametrize(
    "lines",
    [(*MENU, *PROSE), (*PROSE, *FOOTER), (PROSE[0], *FOOTER, *PROSE[1:])],
    ids=["before", "after", "inside"],
)
def test_a_block_is_found_once_and_whole(checker: Checker, lines: tuple[str, ...]) -> None:
    furniture = text_of(*(line for line in lines if line not in PROSE))
    (found,) = blocks(checker, text_of(*lines))
    assert found.excerpt == furniture
    assert found.severity == "error"
    assert found.message.startswith(f"{len(lines) - 3} lines")


def test_prose_beside_furniture_stays_out_of_it(checker: Checker) -> None:
    found = blocks(checker, text_of(*MENU, *PROSE, *FOOTER))
    assert [finding.excerpt for finding in found] == [text_of(*MENU), text_of(*FOOTER)]


def test_a_line_without_a_sign_is_kept_in_by_its_neighbours(checker: Checker) -> None:
    (found,) = blocks(checker, text_of(*PROSE, *FOOTER))
    assert "Ferry Fares to Rise" in found.excerpt


def test_a_block_begins_and_ends_with_a_sign_where_prose_is_near(checker: Checker) -> None:
    lines = (*MENU, "Bridge Kept After Long Debate", *PROSE, "Jane Moss", *FOOTER)
    before, after = blocks(checker, text_of(*lines))
    assert before.excerpt.endswith(MENU[-1])
    assert after.excerpt.startswith(FOOTER[0])


def test_milder_findings_inside_are_not_shown_beside_it(checker: Checker) -> None:
    text = text_of(*PROSE, *FOOTER)
    assert [finding.rule for finding in checker.check(text).findings] == ["spam.page-furniture"]


def test_an_error_inside_is_shown_beside_it(checker: Checker) -> None:
    text = text_of(*PROSE, *FOOTER[:4], "Leave a Reply", *FOOTER[4:])
    assert {finding.rule for finding in checker.check(text).findings} == {"spam.page-furniture", "spam.comment-form"}


def test_a_menu_that_is_a_list_of_links(checker: Checker) -> None:
    menu = "\n".join(f"- [{entry}](/x)" for entry in MENU)
    (found,) = blocks(checker, text_of(menu, "# Council keeps the old bridge", *PROSE), "markdown")
    assert found.excerpt.startswith("Skip to content")
    assert "Sign in" in found.excerpt
    assert found.fix is not None
    assert not found.fix.safe


def test_only_behind_the_text_its_deletion_is_safe(checker: Checker) -> None:
    before, after = blocks(checker, text_of(*MENU, *PROSE, *FOOTER))
    assert before.fix is not None
    assert after.fix is not None
    assert (before.fix.replacement, before.fix.safe) == ("", False)
    assert (after.fix.replacement, after.fix.safe) == ("", True)


@pytest.mark.parametrize(
    "lines",
    [
        (*PROSE, "Home", "About Us", "Contact Us", "Privacy Policy"),
        (PROSE[0], "The side menu has these entries:", *MENU[1:], "Contact Us", *PROSE[1:]),
        (*PROSE, "Flour", "Salt", "Yeast", "Water", "Butter", "Eggs", "Contact Us"),
        (*PROSE, "News", "Sports", "Politics", "Business", "Weather", "Obituaries"),
        (*PROSE, "Home", "Home", "Home", "Home", "Contact Us", "Contact Us"),
    ],
    ids=["four lines", "after a colon", "too few signs", "cues only", "the same sign again"],
)
def test_what_is_no_block(checker: Checker, lines: tuple[str, ...]) -> None:
    assert blocks(checker, text_of(*lines)) == []


def test_a_title_without_a_sign_is_no_furniture(checker: Checker) -> None:
    text = text_of("Council Keeps the Old Bridge", *MENU, *PROSE)
    (found,) = blocks(checker, text)
    assert found.excerpt == text_of(*MENU)


def test_blocks_of_html_and_markdown(checker: Checker) -> None:
    html = "".join(f"<p>{line}</p>" for line in (*PROSE, *FOOTER))
    markdown = text_of(*PROSE, *(f"[{line}](/x)" for line in FOOTER))
    assert len(blocks(checker, html, "html")) == 1
    assert len(blocks(checker, markdown, "markdown")) == 1


@pytest.mark.parametrize("switch", [0.5, 2.0])
def test_the_way_found_is_the_likeliest_of_all(switch: float) -> None:
    def worth(states: tuple[bool, ...], evidence: tuple[float, ...]) -> float:
        changes = sum(one != other for one, other in itertools.pairwise(states))
        return sum(e for e, state in zip(evidence, states, strict=True) if state) - switch * changes

    for evidence in itertools.product((-3.1, -0.9, 0.8, 2.3), repeat=5):
        best = max(worth(states, evidence) for states in itertools.product((False, True), repeat=5))
        assert worth(tuple(likeliest(evidence, switch)), evidence) == pytest.approx(best)


def test_nothing_is_likely_of_nothing() -> None:
    assert likeliest((), 2.0) == []


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Latest News", {"any", "1-2-words", "title-case"}),
        ("Share this:", {"any", "1-2-words", "colon"}),
        ("He came.", {"any", "1-2-words", "end-mark"}),
        ("that of the one who was with her", {"any", "6-10-words", "function-words"}),
        (PROSE[0], {"any", "11-20-words", "end-mark", "sentence"}),
        (f"{PROSE[0]} {PROSE[1]}", {"any", "21-words", "end-mark", "sentence"}),
    ],
)
def test_traits(line: str, expected: set[str]) -> None:
    ready = document(read(f"{PROSE[2]}\n\n{line}\n\n{PROSE[2]}"))
    found = set(traits(ready, 1))
    assert expected - {"function-words"} <= found
    assert found - expected <= {"function-words"}


def test_the_rule_weighs_every_trait_and_knows_its_signs() -> None:
    rules = {rule.id: rule for rule in load(rules_folder() / "spam")}
    match = rules["spam.page-furniture"].match
    assert set(match["shape"]) == set(TRAITS)
    assert set(match["signs"]) <= set(rules)


def test_time_grows_with_the_lines_and_not_with_their_square(checker: Checker) -> None:
    def seconds(count: int) -> float:
        text = "\n".join([*FOOTER, *PROSE] * count)
        began = time.process_time()
        checker.check(text)
        return time.process_time() - began

    seconds(20)
    assert seconds(800) < 9 * min(seconds(200) for _ in range(3)) + 0.05  # 16 times were it the square
