"""Reports made by hand, rendered."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from qualitycheck.model import Finding, Fix, Metrics, Report, Rule, Skip
from qualitycheck.render import RENDERERS, Look

SCHEMA = json.loads((Path(__file__).parents[2] / "docs" / "report.schema.json").read_text("utf-8"))
NO_RULES: dict[str, Rule] = {}
METRICS = Metrics(1234, 60, 308.5, 41.23, 12.0, 14.1, None, 13.3, 12.9, 9.87)
TEXT = "A headline\n\nIt was 75 years old It celebrated.\nLeave a Reply\nhe resumed It.\n"


def rule(name: str, why: str) -> Rule:
    return Rule(name, "t", "m", why, "error", "stable", "en", "document", "phrase", {}, "p", "f")


RULES = {
    "mt.seam-capital": rule("mt.seam-capital", "A link was taken out\nand two sentences ran together."),
    "spam.comment-form": rule("spam.comment-form", "The page's comment form was scraped with it."),
}


def finding(
    excerpt: str, rule: str = "mt.seam-capital", severity: str = "error", text: str = TEXT, **more: Any
) -> Finding:
    start = text.index(excerpt) if excerpt in text else 0
    before = text[:start]
    line, column = before.count("\n") + 1, start - (before.rfind("\n") + 1) + 1
    values = {
        "rule": rule,
        "severity": severity,
        "field": "text",
        "start": start,
        "end": start + len(excerpt),
        "line": line,
        "column": column,
        "end_line": line,
        "end_column": column + len(excerpt),
        "message": f"“{excerpt}” should not be here",
        "excerpt": excerpt,
    }
    return Finding(**values | more)


def report(*findings: Finding, name: str = "a.md", verdict: Any = "reject", **more: Any) -> Report:
    subscores = {"translation": 60.0, "injected": 75.5, "headline": 100.0}
    return Report(name, 35.5, verdict, subscores, METRICS, tuple(findings), **more)


DAMAGED = report(
    finding("old It"),
    finding("Leave a Reply", "spam.comment-form", "warning", fix=Fix("", safe=True)),
    finding("resumed It", fix=Fix("resumed it")),
    skipped=(Skip("paragraph at line 12", "German; the rules are English"),),
)
CLEAN = report(name="b.md", verdict="pass")


def render(name: str, *reports: Report, text: str = TEXT, look: Look | None = None) -> str:
    return "".join(RENDERERS[name](((r, text) for r in reports), RULES, look or Look()))


def test_full() -> None:
    assert (
        render("full", DAMAGED, CLEAN)
        == """\
a.md: reject, score 35.5 of 100, 2 errors, 1 warning

a.md:3:17: error: “old It” should not be here [mt.seam-capital]
    It was 75 years old It celebrated.
                    ^^^^^^
    why: A link was taken out and two sentences ran together.

a.md:4:1: warning: “Leave a Reply” should not be here [spam.comment-form]
    Leave a Reply
    ^^^^^^^^^^^^^
    why: The page's comment form was scraped with it.
    fix: delete it (safe)

a.md:5:4: error: “resumed It” should not be here [mt.seam-capital]
    he resumed It.
       ^^^^^^^^^^
    fix: write “resumed it”

    score: 35.5 = 100 - 40 translation - 24.5 injected; nothing off for headline
    words                     1,234     Gunning fog              14.1
    sentences                    60     SMOG                        -
    reading time         5 min 08 s     Coleman-Liau             13.3
    Flesch reading ease        41.2     automated readability    12.9
    Flesch-Kincaid grade       12.0     Dale-Chall                9.9
    skipped: paragraph at line 12: German; the rules are English

b.md: pass, score 35.5 of 100, no findings

    score: 35.5 = 100 - 40 translation - 24.5 injected; nothing off for headline
    words                     1,234     Gunning fog              14.1
    sentences                    60     SMOG                        -
    reading time         5 min 08 s     Coleman-Liau             13.3
    Flesch reading ease        41.2     automated readability    12.9
    Flesch-Kincaid grade       12.0     Dale-Chall                9.9

2 documents (1 pass, 1 reject): 2 errors, 1 warning
"""
    )


def test_concise() -> None:
    assert (
        render("concise", DAMAGED, CLEAN)
        == """\
a.md:3:17: error: “old It” should not be here [mt.seam-capital]
a.md:4:1: warning: “Leave a Reply” should not be here [spam.comment-form]
a.md:5:4: error: “resumed It” should not be here [mt.seam-capital]
2 documents (1 pass, 1 reject): 2 errors, 1 warning
"""
    )


def test_concise_says_nothing_of_clean_documents_and_names_files_it_did_not_look_at() -> None:
    assert render("concise", CLEAN) == ""
    binary = report(name="x.md", verdict="pass", skipped=(Skip("file", "binary, not text"),))
    assert render("concise", binary) == "x.md: skipped: binary, not text\n"


@pytest.mark.parametrize(
    ("severities", "said"),
    [(["info"] * 2, "2 info"), (["error"], "1 error"), (["info", "warning", "error"], "1 error, 1 warning, 1 info")],
)
def test_the_summary_counts(severities: list[str], said: str) -> None:
    written = render("concise", report(*(finding("old It", severity=severity) for severity in severities)))
    assert written.endswith(f"\n1 document (1 reject): {said}\n")


@pytest.mark.parametrize("reports", [(), (CLEAN,), (DAMAGED, CLEAN)], ids=["none", "clean", "two"])
def test_json_keeps_to_the_schema(reports: tuple[Report, ...]) -> None:
    Draft202012Validator.check_schema(SCHEMA)
    written = json.loads(render("json", *reports))
    Draft202012Validator(SCHEMA).validate(written)
    assert written["documents"] == [one.to_dict() for one in reports]
    assert written["summary"]["documents"] == len(reports)


def test_json_sums_up() -> None:
    assert json.loads(render("json", DAMAGED, CLEAN))["summary"] == {
        "documents": 2,
        "verdicts": {"pass": 1, "review": 0, "reject": 1},
        "findings": {"error": 2, "warning": 1, "info": 0},
    }


def test_jsonl_is_a_document_of_the_schema_a_line() -> None:
    lines = render("jsonl", DAMAGED, report(name="new\nline\u2028.md")).split("\n")
    assert lines.pop() == ""
    document = Draft202012Validator({"$ref": "#/$defs/document", "$defs": SCHEMA["$defs"]})
    for line in lines:
        document.validate(json.loads(line))
    assert [json.loads(line)["name"] for line in lines] == ["a.md", "new\nline\u2028.md"]
    with pytest.raises(Exception, match="extra"):
        document.validate(json.loads(lines[0]) | {"extra": 1})


@pytest.mark.parametrize("name", RENDERERS)
def test_documents_are_asked_for_one_by_one(name: str) -> None:
    asked = []

    def documents() -> Iterator[tuple[Report, str]]:
        for number in range(3):
            asked.append(number)
            yield DAMAGED, TEXT

    pieces = RENDERERS[name](documents(), RULES, Look())
    next(pieces)
    assert len(asked) <= 1


@pytest.mark.parametrize("name", ["full", "concise"])
def test_colours_change_nothing_but_colours(name: str) -> None:
    colored = render(name, DAMAGED, look=Look(color=True))
    assert "\x1b[1;31m" in colored
    assert re.sub(r"\x1b\[[0-9;]*m", "", colored) == render(name, DAMAGED)


@pytest.mark.parametrize("name", ["full", "concise"])
def test_a_name_or_message_cannot_break_the_line_or_speak_to_the_terminal(name: str) -> None:
    bad = finding("old It", message="two\nlines \x1b[2J")
    written = render(name, report(bad, name="a\nb\x1b]0;x\x07.md"))
    assert "a␊b␛]0;x␇.md:3:17: error: two␊lines ␛[2J [mt.seam-capital]\n" in written
    assert "\x1b" not in written


@pytest.mark.parametrize("width", [72, 80, 100])
def test_full_keeps_to_its_width(width: int) -> None:
    rules = {"mt.seam-capital": rule("mt.seam-capital", "A reason that goes on and on. " * 12)}
    text = "word " * 200 + "old It " + "word " * 200
    lines = "".join(
        RENDERERS["full"]([(report(finding("old It", text=text)), text)], rules, Look(width=width))
    ).splitlines()
    body = [line for line in lines if line.startswith("    ")]
    assert max(map(len, body)) <= width


def test_a_finding_in_a_title_given_apart_shows_the_title() -> None:
    written = render("full", report(finding("Find Out Why!", field="title")), text="Nothing of it here.")
    assert "    Find Out Why!\n    ^^^^^^^^^^^^^\n" in written


@pytest.mark.parametrize(
    ("score", "subscores", "said"),
    [
        (100.0, {"translation": 100.0}, "100 = 100 - 0; nothing off for translation"),
        (0.0, {"translation": 20.0, "injected": 75.5}, "0 = 100 - 80 translation - 24.5 injected, but not below 0"),
    ],
)
def test_the_score_is_shown_as_a_sum(score: float, subscores: dict[str, float], said: str) -> None:
    written = render("full", Report("a.md", score, "pass", subscores, METRICS, ()))
    assert f"    score: {said}\n" in written


def test_a_rule_that_is_not_known_has_no_why() -> None:
    written = "".join(RENDERERS["full"]([(report(finding("old It", "x.y")), TEXT)], NO_RULES, Look()))
    assert "why:" not in written
