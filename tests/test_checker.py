"""The public call: shape of the report, titles, languages, threads, pickles."""

from __future__ import annotations

import pickle
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

import qualitycheck
from qualitycheck import Checker, Config, ConfigError, Report, check

from .conftest import SEEDS

DAMAGED = "The club was founded in 1901 in a barn.\n\nShe resumed work or resumed work, and the the rest waited."
GERMAN = (
    "Die Stadt hat am Dienstag beschlossen, dass die alte Brücke über den Fluss noch in diesem Jahr abgerissen und"
    " durch eine neue ersetzt wird, weil sie nicht mehr sicher ist und die Kosten für die Reparatur zu hoch wären."
)
ENGLISH = (
    "The town decided on Tuesday that the old bridge over the river will be torn down this year and replaced by a new"
    " one, because it is no longer safe and mending it would cost too much."
)


def test_findings_cut_out_their_excerpts_and_know_their_lines(checker: Checker) -> None:
    report = checker.check(DAMAGED)
    assert [finding.rule for finding in report.findings] == ["mt.same-alternative", "mt.doubled-word"]
    for finding in report.findings:
        assert DAMAGED[finding.start : finding.end] == finding.excerpt
        assert finding.line == 3
        assert DAMAGED.split("\n")[2][finding.column - 1 :].startswith(finding.excerpt)
    assert report.findings[1].fix is not None


def test_report_as_plain_data_has_the_keys_of_the_schema(checker: Checker) -> None:
    data = checker.check(DAMAGED, name="x").to_dict()
    assert list(data) == ["name", "score", "verdict", "subscores", "metrics", "skipped", "findings"]
    assert set(data["findings"][0]) == {
        "rule", "severity", "field", "start", "end", "line", "column", "end_line", "end_column", "message", "excerpt",
        "fix",
    }  # fmt: skip
    assert set(data["metrics"]) == {
        "words", "sentences", "reading_time", "flesch_reading_ease", "flesch_kincaid_grade", "gunning_fog",
        "smog_index", "coleman_liau_index", "automated_readability_index", "dale_chall",
    }  # fmt: skip


def test_a_title_given_apart_is_a_field_of_its_own(checker: Checker) -> None:
    title = "Turin Turin’s plan – Find Out Why!"
    report = checker.check("The plan was made in May.", title=title)
    assert report.findings
    for finding in report.findings:
        assert finding.field == "title"
        assert title[finding.start : finding.end] == finding.excerpt


def test_a_title_in_the_text_is_found_there(checker: Checker) -> None:
    text = "---\ntitle: Turin Turin's plan\n---\n\nThe plan was made in May.\n"
    (finding,) = [f for f in checker.check(text, format="markdown").findings if f.rule == "mt.doubled-name"]
    assert (finding.field, finding.line, finding.column) == ("text", 2, 8)
    assert finding.excerpt == "Turin Turin's"


def test_a_defect_is_seen_through_markup(checker: Checker) -> None:
    text = "A word before, and **resumed work** or\n[resumed work](http://example.org) from home.\n"
    (finding,) = checker.check(text, format="markdown").findings
    assert finding.rule == "mt.same-alternative"
    assert (finding.line, finding.end_line) == (1, 2)
    assert finding.excerpt.endswith("resumed work")


@pytest.mark.parametrize("format", ["plain", "markdown", "html"])
def test_another_language_is_not_searched_and_said_so(checker: Checker, format: str) -> None:
    report = checker.check(GERMAN + " Die die Kosten steigen.", format=format)
    assert [(skip.what, "German" in skip.why or "de" in skip.why) for skip in report.skipped] == [("document", True)]
    assert report.findings == ()
    assert report.metrics.words > 20
    assert report.metrics.flesch_reading_ease is None


def test_a_block_in_another_language_is_left_out(checker: Checker) -> None:
    text = f"{ENGLISH}\n\n{GERMAN} Das das Ende ist nah.\n\n{ENGLISH} It is the the end."
    report = checker.check(text)
    assert [skip.what for skip in report.skipped] == ["paragraph at line 3"]
    assert {finding.line for finding in report.findings if finding.rule == "mt.doubled-word"} == {5}


def test_a_language_that_is_given_is_believed(checker: Checker) -> None:
    assert checker.check("The the end.", lang="de").findings == ()
    assert checker.check("The the end.", lang="en-GB").findings != ()


def test_unknown_format_and_profile_are_errors_that_say_what_there_is(checker: Checker) -> None:
    with pytest.raises(ConfigError, match="markdown"):
        checker.check("x", format="markdwon")
    with pytest.raises(ConfigError, match="news"):
        Checker(Config(profile="nwes"))


def test_eight_threads_give_the_reports_of_one(checker: Checker) -> None:
    texts = [file.read_text("utf-8") for file in SEEDS] + [DAMAGED, GERMAN, ENGLISH]
    alone = [checker.check(text) for text in texts]
    with ThreadPoolExecutor(8) as pool:
        together = list(pool.map(Checker().check, texts * 16))
    assert together == alone * 16


def test_a_checker_pickles(checker: Checker) -> None:
    copy = pickle.loads(pickle.dumps(checker))  # noqa: S301 - made one line above
    assert copy.check(DAMAGED) == checker.check(DAMAGED)


def test_reports_pickle(checker: Checker) -> None:
    report = checker.check(DAMAGED)
    assert pickle.loads(pickle.dumps(report)) == report  # noqa: S301


def test_the_call_without_a_checker_is_the_same(checker: Checker) -> None:
    assert check(DAMAGED) == checker.check(DAMAGED)


def test_preview_rules_run_only_when_asked_for(checker: Checker) -> None:
    extra = set(Checker(Config(preview=True)).rules) - set(checker.rules)
    assert extra
    assert all(rule.status == "stable" for rule in checker.rules.values())


def test_public_names_are_there() -> None:
    assert {name for name in qualitycheck.__all__ if not hasattr(qualitycheck, name)} == set()
    assert isinstance(check(""), Report)


def test_clean_articles_give_no_alarm(checker: Checker) -> None:
    folder = Path(__file__).parent / "clean"
    formats = {".txt": "plain", ".md": "markdown", ".html": "html"}
    articles = [file for file in sorted(folder.iterdir()) if file.suffix in formats and file.name != "README.md"]
    assert len(articles) >= 12
    alarms = []
    for file in articles:
        report = checker.check(file.read_text("utf-8"), format=formats[file.suffix], name=file.name)
        alarms += [
            f"{file.name}:{f.line}:{f.column}: {f.rule}: {f.excerpt}"
            for f in report.findings
            if f.severity in ("error", "warning")
        ]
        if report.verdict != "pass":
            alarms.append(f"{file.name}: {report.verdict} {report.score}")
    assert alarms == []
