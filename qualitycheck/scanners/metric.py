"""`metric`: a number about the text, a paragraph or a sentence that is out of bounds."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from qualitycheck import readability
from qualitycheck.model import Hit, Metrics, Rule, Span
from qualitycheck.scanners import LiteralHit
from qualitycheck.text import Document


class MetricScanner:
    """Numbers of the document come from the metrics it has anyway; anything else is measured where it may matter."""

    folded: Sequence[str] = ()
    cased: Sequence[str] = ()

    def __init__(self, rules: Sequence[Rule]) -> None:
        self._rules = tuple(rules)

    def scan(self, document: Document, folded: Sequence[LiteralHit], cased: Sequence[LiteralHit]) -> Iterator[Hit]:
        for rule in self._rules:
            of, name, least = rule.match["of"], rule.match["name"], rule.match["min-words"]
            if of == "document":
                yield from _document(document, rule, name, least)
                continue
            for index, block in enumerate(document.blocks):
                words = document.words(index)
                if words < least or (name == "words" and words <= (rule.match["above"] or 0)):
                    continue
                units = (Span(block.start, block.end),) if of == "paragraph" else document.sentences(index)
                for start, end in units:
                    if document.unit(rule.scope, start) is not None:
                        yield from _piece(document.plain[start:end], start, rule, name, least)


def metrics_of(document: Document) -> Metrics:
    """The ten metrics of ``document``, measured once, of its straightened text: textstat reads “don’t” as “dont”."""
    if "metrics" not in document.memo:
        document.memo["metrics"] = readability.measure(document.plain)
    metrics: Metrics = document.memo["metrics"]
    return metrics


def _document(document: Document, rule: Rule, name: str, least: int) -> Iterator[Hit]:
    metrics = metrics_of(document)
    if metrics.words < least or not document.blocks:
        return
    value = getattr(metrics, name) if hasattr(metrics, name) else readability.compute(name, document.plain)
    if value is not None and _out_of_bounds(value, rule):
        block = next((block for block in document.blocks if block.kind == "paragraph"), document.blocks[-1])
        yield Hit(rule, block.start, block.start, {"value": f"{value:.0f}"})


def _piece(text: str, start: int, rule: Rule, name: str, least: int) -> Iterator[Hit]:
    words = text.count(" ") + 1
    value = words if name == "words" else readability.compute(name, text)
    if words >= least and value is not None and _out_of_bounds(value, rule):
        yield Hit(rule, start, start + len(text), {"value": f"{value:.0f}"})


def _out_of_bounds(value: float, rule: Rule) -> bool:
    above, below = rule.match["above"], rule.match["below"]
    return (above is not None and value > above) or (below is not None and value < below)


def build(rules: Sequence[Rule]) -> MetricScanner:
    """One scanner for all metric rules."""
    return MetricScanner(rules)
