"""The public call: text in, Report out."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from types import MappingProxyType
from typing import Any

from qualitycheck import language, packs
from qualitycheck.detect import Detector
from qualitycheck.errors import ConfigError
from qualitycheck.model import Finding, Hit, Metrics, Report, Rule, Skip
from qualitycheck.readers import read
from qualitycheck.scanners.metric import metrics_of
from qualitycheck.score import PROFILES, score
from qualitycheck.text import Document, document


@dataclass(frozen=True, slots=True)
class Config:
    """What a Checker is made of.

    ``rules``: None for the built-in packs. ``preview``: also run rules that are not stable yet. ``profile``: one of
    ``qualitycheck.score.PROFILES``. ``languagetool``: address of a LanguageTool server (extra ``[languagetool]``);
    None leaves its rules out.
    """

    rules: Sequence[Rule] | None = None
    preview: bool = False
    profile: str = "news"
    languagetool: str | None = None


class Checker:
    """Checks texts. Thread-safe, reusable, picklable; no text makes it raise.

    Raises ConfigError for a configuration that cannot be used, RuleError for built-in rules that do not load.
    """

    def __init__(self, config: Config | None = None) -> None:
        self.config = config or Config()
        if self.config.profile not in PROFILES:
            raise ConfigError(f"no profile {self.config.profile!r}; write one of {', '.join(PROFILES)}")
        rules = packs.builtin_rules() if self.config.rules is None else tuple(self.config.rules)
        statuses = ("stable", "preview") if self.config.preview else ("stable",)
        here = [rule for rule in rules if rule.status in statuses and rule.kind != "languagetool"]
        there: list[Rule] = []
        extra = []
        if self.config.languagetool is not None:
            from qualitycheck.scanners import languagetool

            there = [rule for rule in rules if rule.kind == "languagetool"]
            extra = [languagetool.build(there, self.config.languagetool)]
        #: The rules that run, by id.
        self.rules: Mapping[str, Rule] = MappingProxyType({rule.id: rule for rule in (*here, *there)})
        self._detector = Detector(here, extra)

    def __reduce__(self) -> tuple[Any, ...]:
        return Checker, (self.config,)

    def check(
        self,
        text: str,
        *,
        title: str | None = None,
        format: str = "plain",
        lang: str = "auto",
        name: str = "<text>",
    ) -> Report:
        """The report of ``text``.

        ``title``: a headline that is not part of ``text``; findings in it have ``field == "title"``. None takes the
        headline from the text itself. ``format``: a key of ``qualitycheck.readers.READERS``. ``lang``: a language tag,
        or ``auto``. Raises ConfigError for an unknown format or what is no language tag, nothing because of a text.
        """
        source = read(text, name=name, format=format)
        ready = document(source, title)
        skipped = list(source.skipped)
        spoken, foreign = _languages(ready, lang)
        if spoken != "en":
            skipped.append(Skip("document", f"language {spoken}; the rules read English"))
        texts = {"text": _Text(source.text), "title": _Text(title or "")}
        for index, other in sorted(foreign.items()) if spoken == "en" else ():
            line = texts["text"].at(ready.locate(*ready.blocks[index][:2])[1].start)[0]
            skipped.append(Skip(f"paragraph at line {line}", f"language {other}; the rules read English"))
        hits, not_looked_at = self._detector.detect(ready, foreign)
        skipped += not_looked_at
        findings = _findings(ready, hits, texts)
        metrics = metrics_of(ready)
        if spoken != "en":
            metrics = _without_formulas(metrics)
        return score(name, findings, metrics, self.rules, skipped, self.config.profile)


def check(
    text: str, *, title: str | None = None, format: str = "plain", lang: str = "auto", name: str = "<text>"
) -> Report:
    """The report of ``text`` with the built-in rules. For more than a few texts make one ``Checker``: it keeps them."""
    return Checker().check(text, title=title, format=format, lang=lang, name=name)


def _languages(ready: Document, lang: str) -> tuple[str, dict[int, str]]:
    """The language of the document, and the blocks that are not English."""
    spoken = language.document_language(ready.prose, ready.blocks) if lang == "auto" else _tag(lang)
    if spoken in ("en", "und"):
        return "en", language.foreign_blocks(ready.prose, ready.blocks) if lang == "auto" else {}
    return spoken, dict.fromkeys(range(len(ready.blocks)), spoken)


def _tag(lang: str) -> str:
    tag = re.split("[-_]", lang)[0].lower()
    if not re.fullmatch("[a-z]{2,3}", tag):
        raise ConfigError(f"no language {lang!r}; write a tag like en or en-GB, or auto")
    return tag


def _without_formulas(metrics: Metrics) -> Metrics:
    formulas = {name: None for name in Metrics.__slots__ if name not in _COUNTS}
    return replace(metrics, **formulas)  # type: ignore[arg-type]  # all but the counts may be None


_COUNTS = frozenset({"words", "sentences", "reading_time"})


_PLACE = re.compile(r"\{([a-z]+)\}")
_LINE_BREAK = re.compile(r"\r\n?|\n")


class _Text:
    """A text and where its lines begin. Line breaks are LF, CRLF and CR; a column is one code point."""

    def __init__(self, text: str) -> None:
        self.text = text

    @cached_property
    def _starts(self) -> list[int]:
        return [0, *(match.end() for match in _LINE_BREAK.finditer(self.text))]

    def at(self, offset: int) -> tuple[int, int]:
        """Line and column of ``offset``, both from 1."""
        line = bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1


def _findings(ready: Document, hits: Sequence[Hit], texts: Mapping[str, _Text]) -> list[Finding]:
    findings = []
    for hit in hits:
        if hit.rule.severity == "cue":
            continue
        field, (start, end) = ready.locate(hit.start, hit.end)
        text = texts[field]
        line, column = text.at(start)
        end_line, end_column = text.at(end)
        message = _filled(hit.rule.message, {**hit.detail, "hit": _shortened(ready.prose[hit.start : hit.end])})
        fix = hit.fix or hit.rule.fix
        if fix is not None and "{" in fix.replacement:
            fix = replace(fix, replacement=_filled(fix.replacement, hit.detail))
        findings.append(
            Finding(
                hit.rule.id, hit.rule.severity, field, start, end, line, column, end_line, end_column, message,
                text.text[start:end], fix,
            )
        )  # fmt: skip
    findings.sort(key=lambda finding: (finding.field != "title", finding.start, finding.end, finding.rule))
    return findings


def _shortened(text: str) -> str:
    shown = " ".join(text.split())
    return shown if len(shown) <= 80 else f"{shown[:50].rstrip()} … {shown[-25:].lstrip()}"


def _filled(template: str, values: Mapping[str, str]) -> str:
    return _PLACE.sub(lambda place: values.get(place.group(1), place.group()), template)
