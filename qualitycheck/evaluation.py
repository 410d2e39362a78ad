"""How good each rule is on labelled texts: hits, false alarms, precision and recall."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, Literal, NamedTuple

from qualitycheck.checker import Checker, Config
from qualitycheck.errors import InputError
from qualitycheck.model import Rule, Span

Label = Literal["clean", "damaged"]
LABELS: tuple[Label, ...] = ("clean", "damaged")


class Labelled(NamedTuple):
    """A text that is known to be clean or damaged. ``defects`` are code points of ``text``; none: somewhere in it."""

    text: str
    label: Label
    title: str | None = None
    format: str = "plain"
    defects: tuple[Span, ...] = ()


@dataclass(slots=True)
class Tally:
    """Counts of one rule over all texts.

    ``right`` of the ``hits`` are on a defect, or on a damaged text whose defects are not marked. ``alarms`` are the
    hits on clean texts of ``clean_words`` words. ``found`` of ``wanted`` defects (damaged texts, where they are not
    marked) have a hit.
    """

    hits: int = 0
    right: int = 0
    alarms: int = 0
    clean_words: int = 0
    found: int = 0
    wanted: int = 0

    @property
    def alarms_per_1000_words(self) -> float | None:
        """None without clean text."""
        return 1000 * self.alarms / self.clean_words if self.clean_words else None

    @property
    def precision(self) -> float | None:
        """Share of hits that are right; None without hits."""
        return self.right / self.hits if self.hits else None

    @property
    def recall(self) -> float | None:
        """Share of defects that are found; None without defects."""
        return self.found / self.wanted if self.wanted else None

    def to_dict(self) -> dict[str, float | int | None]:
        """The counts that a reader wants, and the three shares."""
        return {
            "hits": self.hits,
            "alarms": self.alarms,
            "clean_words": self.clean_words,
            "alarms_per_1000_words": self.alarms_per_1000_words,
            "precision": self.precision,
            "recall": self.recall,
        }


ALL = "all rules"


def evaluate(rules: Mapping[str, Rule], texts: Iterable[Labelled]) -> dict[str, Tally]:
    """A Tally by rule id, and one under ``ALL`` for whatever would be shown as a warning or an error.

    Rules of every status and severity run, cues as well.
    """
    shown = [replace(rule, severity="info") if rule.severity == "cue" else rule for rule in rules.values()]
    checker = Checker(Config([replace(rule, status="stable") for rule in shown]))
    tallies = {rule_id: Tally() for rule_id in [*checker.rules, ALL]}
    loud = {rule_id for rule_id, rule in rules.items() if rule.severity in ("error", "warning")}
    for text in texts:
        spans: dict[str, list[Span]] = {}
        for finding in checker.check(text.text, title=text.title, format=text.format).findings:
            span = Span(finding.start, finding.end)
            spans.setdefault(finding.rule, []).append(span)
            if finding.rule in loud:
                spans.setdefault(ALL, []).append(span)
        words = len(text.text.split()) if text.label == "clean" else 0
        for rule_id, tally in tallies.items():
            _count(tally, text, spans.get(rule_id, []), words)
    return tallies


def _count(tally: Tally, text: Labelled, spans: list[Span], words: int) -> None:
    tally.hits += len(spans)
    if text.label == "clean":
        tally.alarms += len(spans)
        tally.clean_words += words
    elif text.defects:
        tally.right += sum(any(_overlap(span, defect) for defect in text.defects) for span in spans)
        tally.found += sum(any(_overlap(span, defect) for span in spans) for defect in text.defects)
        tally.wanted += len(text.defects)
    else:
        tally.right += len(spans)
        tally.found += bool(spans)
        tally.wanted += 1


def _overlap(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def labelled(rows: Iterable[tuple[str, Any]], default: Label | None) -> Iterator[Labelled]:
    """The records of ``rows`` (``(place, JSON value)``); ``default`` labels those that bear no label.

    Raises InputError, naming the place, for a record that is no labelled text.
    """
    for place, row in rows:
        if not isinstance(row, dict) or not isinstance(row.get("text"), str):
            raise InputError(f'{place}: no text in field \'text\'; write {{"text": "...", "label": "clean"}}')
        label = row.get("label", default)
        if label not in LABELS:
            raise InputError(f'{place}: label {label!r}; write "clean" or "damaged", or give --label')
        try:
            defects = tuple(Span(int(start), int(end)) for start, end in row.get("defects", ()))
        except (TypeError, ValueError):
            raise InputError(f"{place}: defects {row['defects']!r}; write [[start, end], ...] in code points") from None
        yield Labelled(row["text"], label, row.get("title"), row.get("format", "plain"), defects)
