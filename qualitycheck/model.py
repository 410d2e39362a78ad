"""The frozen types that every stage passes on. Imports nothing of the package.

Two kinds of offsets exist, and only :class:`Offsets` knows both:

* *source offsets* count code points of the decoded text as the user wrote it. Everything public speaks them.
* *prose offsets* count code points of ``Source.prose``, the text as a reader sees it: no markup, entities decoded,
  hard wraps joined, one block a line. Scanners speak them, so that no rule ever has to think of markup.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal, NamedTuple

Severity = Literal["error", "warning", "info", "cue"]
Status = Literal["stable", "preview", "deprecated"]
Verdict = Literal["pass", "review", "reject"]
Field = Literal["text", "title"]
Scope = Literal["document", "title", "heading", "paragraph", "sentence", "line", "quotation"]
BlockKind = Literal["title", "heading", "paragraph", "item", "quote", "cell", "line"]

SEVERITIES: tuple[Severity, ...] = ("error", "warning", "info", "cue")
STATUSES: tuple[Status, ...] = ("stable", "preview", "deprecated")
SCOPES: tuple[Scope, ...] = ("document", "title", "heading", "paragraph", "sentence", "line", "quotation")
BLOCK_KINDS: tuple[BlockKind, ...] = ("title", "heading", "paragraph", "item", "quote", "cell", "line")

#: Stands in the prose for something that is not prose but takes a word's place: inline code, a bare URL, an image.
OBJECT = "\ufffc"


class Block(NamedTuple):
    """A run of prose that belongs together: a span of ``Source.prose`` without a line break in it.

    ``kind`` ``line`` is a piece after a hard line break inside a paragraph (``<br>``, a verse line).
    """

    start: int
    end: int
    kind: BlockKind


class Span(NamedTuple):
    """Half-open span, in the offsets of the text that its owner names."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Offsets:
    """Where each piece of the prose stands in the source.

    Piece ``i`` covers prose ``[prose_starts[i], prose_starts[i + 1])`` and source
    ``[source_starts[i], source_ends[i])``. A piece of equal length on both sides maps code point by code point; any
    other (an entity, a joined line break) maps as a whole. Pieces are in prose order and never empty in the prose.
    """

    prose_starts: tuple[int, ...]
    source_starts: tuple[int, ...]
    source_ends: tuple[int, ...]
    prose_end: int

    @staticmethod
    def identity(length: int) -> Offsets:
        """Prose and source are the same ``length`` code points."""
        return Offsets((0,), (0,), (length,), length)

    def span(self, start: int, end: int) -> Span:
        """The smallest source span that holds prose ``[start, end)``; empty spans stay empty."""
        if not self.prose_starts:
            return Span(0, 0)
        if end <= start:
            at = self._start(min(start, self.prose_end))
            return Span(at, at)
        return Span(self._start(start), self._end(end))

    def _piece(self, at: int) -> tuple[int, bool]:
        i = max(0, bisect_right(self.prose_starts, at) - 1)
        following = self.prose_starts[i + 1] if i + 1 < len(self.prose_starts) else self.prose_end
        return i, following - self.prose_starts[i] == self.source_ends[i] - self.source_starts[i]

    def _start(self, at: int) -> int:
        i, linear = self._piece(at)
        return self.source_starts[i] + (at - self.prose_starts[i] if linear else 0)

    def _end(self, at: int) -> int:
        i, linear = self._piece(at - 1)
        return self.source_starts[i] + (at - self.prose_starts[i]) if linear else self.source_ends[i]


@dataclass(frozen=True, slots=True)
class Skip:
    """Something that was not looked at, and why: ``Skip("paragraph at line 12", "German; the rules are English")``."""

    what: str
    why: str


@dataclass(frozen=True, slots=True)
class Source:
    """A text made out of its format by a reader.

    ``blocks`` are in order, do not overlap, and are separated in ``prose`` by one ``\\n`` each. At most one block has
    the kind ``title``. ``lang`` is what the document says of itself (``<html lang>``, front matter), else ``None``.
    ``front`` holds the scalar keys of the front matter as strings.
    """

    name: str
    text: str
    format: str
    prose: str
    offsets: Offsets
    blocks: tuple[Block, ...]
    lang: str | None = None
    front: Mapping[str, str] = field(default_factory=dict)
    skipped: tuple[Skip, ...] = ()


@dataclass(frozen=True, slots=True)
class Fix:
    """Replace the finding's span by ``replacement`` (empty: delete). ``safe``: no reader can be the worse for it."""

    replacement: str
    safe: bool = False


@dataclass(frozen=True, slots=True)
class Example:
    """``text`` without its marks and the ``spans`` that a rule must find in it (none: it must stay silent).

    ``line`` is where the example stands in the rule file, 1-based. ``evidence`` is ``seeds/FILE:LINE``.
    """

    text: str
    spans: tuple[Span, ...]
    line: int
    evidence: str | None = None
    format: str = "plain"


@dataclass(frozen=True, slots=True)
class Rule:
    """One YAML file: what to look for, what to say, why, and the examples that prove it.

    ``match`` holds the keys of the scanner kind, checked and with defaults filled in. ``when`` holds the conditions
    of ``qualitycheck.detect.CONDITIONS``; ``unless`` regular expressions whose match, overlapping a hit, takes it back.
    """

    id: str
    title: str
    message: str
    why: str
    severity: Severity
    status: Status
    lang: str
    scope: Scope
    kind: str
    match: Mapping[str, Any]
    path: str
    family: str
    bad: tuple[Example, ...] = ()
    good: tuple[Example, ...] = ()
    misfires: tuple[Example, ...] = ()
    when: Mapping[str, Any] = field(default_factory=dict)
    unless: tuple[str, ...] = ()
    fix: Fix | None = None
    measured: Mapping[str, Any] | None = None
    references: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()

    @property
    def pack(self) -> str:
        """The part of the id before the first dot."""
        return self.id.partition(".")[0]


class Hit(NamedTuple):
    """What a scanner found, in prose offsets. ``detail`` fills the places of the rule's message beside ``{hit}``.

    ``fix`` overrules the rule's own (the right expression of a table row).
    """

    rule: Rule
    start: int
    end: int
    detail: Mapping[str, str] = {}
    fix: Fix | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """A hit as the user sees it. ``start``/``end`` are code points of the text that ``field`` names.

    ``line`` and ``column`` are 1-based; a column is one code point. ``excerpt`` is exactly ``text[start:end]``.
    """

    rule: str
    severity: Severity
    field: Field
    start: int
    end: int
    line: int
    column: int
    end_line: int
    end_column: int
    message: str
    excerpt: str
    fix: Fix | None = None

    def to_dict(self) -> dict[str, Any]:
        """Plain data with the keys of the JSON report."""
        fix = None if self.fix is None else {"replacement": self.fix.replacement, "safe": self.fix.safe}
        return {name: getattr(self, name) for name in self.__slots__ if name != "fix"} | {"fix": fix}


@dataclass(frozen=True, slots=True)
class Metrics:
    """Readability of the prose. A value that cannot be computed (too little text) is ``None``, never 0.

    ``reading_time`` is in seconds. The formulas and their sources are in ``qualitycheck.readability``.
    """

    words: int
    sentences: int
    reading_time: float
    flesch_reading_ease: float | None
    flesch_kincaid_grade: float | None
    gunning_fog: float | None
    smog_index: float | None
    coleman_liau_index: float | None
    automated_readability_index: float | None
    dale_chall: float | None

    def to_dict(self) -> dict[str, float | int | None]:
        """The ten metrics by name."""
        return {name: getattr(self, name) for name in self.__slots__}


@dataclass(frozen=True, slots=True)
class Report:
    """Everything that is known of one document.

    ``score`` is 0 to 100; ``subscores`` maps each part to 0..100, and
    ``score == max(0, 100 - sum(100 - part for part in subscores.values()))``, rounded to a tenth.
    """

    name: str
    score: float
    verdict: Verdict
    subscores: Mapping[str, float]
    metrics: Metrics
    findings: tuple[Finding, ...]
    skipped: tuple[Skip, ...] = ()

    def to_dict(self) -> dict[str, Any]:
        """Plain data, one document of the JSON report (``docs/report.schema.json``)."""
        return {
            "name": self.name,
            "score": self.score,
            "verdict": self.verdict,
            "subscores": dict(self.subscores),
            "metrics": self.metrics.to_dict(),
            "skipped": [{"what": skip.what, "why": skip.why} for skip in self.skipped],
            "findings": [finding.to_dict() for finding in self.findings],
        }
