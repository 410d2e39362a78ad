"""The report for a person: every finding in its line, explained, then the numbers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from textwrap import wrap
from typing import TYPE_CHECKING

from qualitycheck.render.excerpt import pointed, printable
from qualitycheck.render.summary import Summary, headline, severities

if TYPE_CHECKING:
    from qualitycheck.model import Finding, Fix, Metrics, Report, Rule
    from qualitycheck.render.look import Documents, Look

_INDENT = "    "
_METRICS = (
    ("words", "words"),
    ("sentences", "sentences"),
    ("reading_time", "reading time"),
    ("flesch_reading_ease", "Flesch reading ease"),
    ("flesch_kincaid_grade", "Flesch-Kincaid grade"),
    ("gunning_fog", "Gunning fog"),
    ("smog_index", "SMOG"),
    ("coleman_liau_index", "Coleman-Liau"),
    ("automated_readability_index", "automated readability"),
    ("dale_chall", "Dale-Chall"),
)


def full(documents: Documents, rules: Mapping[str, Rule], look: Look) -> Iterator[str]:
    """Per document: verdict and score, findings with their line, why and fix, sub-scores, metrics, what was skipped.

    Why a rule matters is said once a document, where it first shows.
    """
    summary = Summary()
    for report, text in documents:
        summary.add(report)
        yield "\n".join(_document(report, text, rules, look)) + "\n\n"
    yield f"{look.paint(str(summary), 'strong')}\n"


def _document(report: Report, text: str, rules: Mapping[str, Rule], look: Look) -> Iterator[str]:
    name, verdict = look.paint(printable(report.name), "strong"), look.paint(report.verdict, report.verdict)
    counts = severities(Counter(finding.severity for finding in report.findings))
    yield f"{name}: {verdict}, score {report.score:g} of 100, {counts}"
    explained = set()
    for finding in report.findings:
        yield ""
        yield headline(report.name, finding, look)
        yield from _where(finding, text, look)
        if finding.rule in rules and finding.rule not in explained:
            explained.add(finding.rule)
            yield from _labelled("why", rules[finding.rule].why, look)
        if finding.fix:
            yield from _labelled("fix", _fix(finding.fix), look)
    yield ""
    yield from _labelled("score", _sum(report), look)
    yield from (_INDENT + row for row in _table(report.metrics))
    for skip in report.skipped:
        yield from _labelled("skipped", f"{skip.what}: {skip.why}", look)


def _where(finding: Finding, text: str, look: Look) -> Iterator[str]:
    if finding.field == "title":  # given apart from the text, which therefore does not show it
        line, carets = pointed(finding.excerpt, 0, len(finding.excerpt), look.width - len(_INDENT))
    else:
        line, carets = pointed(text, finding.start, finding.end, look.width - len(_INDENT))
    blank = len(carets) - len(carets.lstrip())
    yield _INDENT + line
    yield _INDENT + carets[:blank] + look.paint(carets[blank:], finding.severity)


def _labelled(label: str, text: str, look: Look) -> Iterator[str]:
    head = f"{label}: "
    lines = wrap(printable(" ".join(text.split())), look.width - len(_INDENT) - len(head)) or [""]
    yield _INDENT + look.paint(head, "faint") + lines[0]
    yield from (_INDENT + " " * len(head) + line for line in lines[1:])


def _fix(fix: Fix) -> str:
    action = f"write “{fix.replacement}”" if fix.replacement else "delete it"
    return f"{action} (safe)" if fix.safe else action


def _sum(report: Report) -> str:
    """The score as the sum it is, so that a person can recompute it."""
    lost = "".join(f" - {100 - part:.4g} {name}" for name, part in report.subscores.items() if part < 100)
    floor = ", but not below 0" if sum(100 - part for part in report.subscores.values()) > 100 else ""
    whole = ", ".join(name for name, part in report.subscores.items() if part >= 100)
    return f"{report.score:g} = 100{lost or ' - 0'}{floor}" + (f"; nothing off for {whole}" if whole else "")


def _table(metrics: Metrics) -> Iterator[str]:
    """Two columns of five, numbers flush right."""
    cells = [(label, _value(name, getattr(metrics, name))) for name, label in _METRICS]
    half = len(cells) // 2
    for (label, value), (label2, value2) in zip(cells[:half], cells[half:], strict=True):
        yield f"{label:<20}{value:>11}     {label2:<22}{value2:>7}"


def _value(name: str, value: float | None) -> str:
    if value is None:
        return "-"
    if name == "reading_time":
        minutes, seconds = divmod(round(value), 60)
        return f"{minutes} min {seconds:02} s" if minutes else f"{seconds} s"
    return f"{value:,}" if isinstance(value, int) else f"{value:.1f}"
