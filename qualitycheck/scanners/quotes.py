"""`quotes`: quotation marks that do not add up, and quotations that a machine cut short."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from qualitycheck.lexicon import is_a
from qualitycheck.model import Hit, Rule, Span
from qualitycheck.scanners import LiteralHit
from qualitycheck.text import Document

# What is left of `“rapid” proliferation of nuclear weapons` once its end mark has moved: a noun phrase as a sentence.
_LEFT_OVER = re.compile(r'["\'] (?P<head>[A-Z][a-z]+) (?:of|in|for|to|by|from|with) (?P<rest>[^.!?:;"\n]{3,60})[.]')
_LONGEST_CUT = 3  # words; a longer quotation that ends in a full stop is a sentence of its own


class QuotesScanner:
    """Reads the faults off the document's quotations and gives each to the rules that ask for it."""

    folded: Sequence[str] = ()
    cased: Sequence[str] = ()

    def __init__(self, rules: Sequence[Rule]) -> None:
        self._by_fault: dict[str, list[Rule]] = {}
        for rule in rules:
            for fault in rule.match["fault"]:
                self._by_fault.setdefault(fault, []).append(rule)

    def scan(self, document: Document, folded: Sequence[LiteralHit], cased: Sequence[LiteralHit]) -> Iterator[Hit]:
        quotations = document.quotations
        for name, start, end in quotations.faults:
            for rule in self._by_fault.get(name, ()):
                if document.unit(rule.scope, start) is not None:
                    yield Hit(rule, start, end)
        for rule in self._by_fault.get("cut-short", ()):
            for span in quotations.spans:
                left_over_to = _cut_short(document, span)
                if left_over_to is not None:
                    yield Hit(rule, span.start - 1, left_over_to, {"quotation": document.prose[span.start : span.end]})


def _cut_short(document: Document, span: Span) -> int | None:
    """Where the left-over sentence after the quotation ``span`` ends, or None if the quotation is whole."""
    plain = document.plain
    words = plain[span.start : span.end]
    if not words.endswith(".") or words.count(" ") >= _LONGEST_CUT or not words[0].islower():
        return None
    if span.start < 3 or plain[span.start - 2] != " " or not plain[span.start - 3].islower():
        return None  # the quotation opens its sentence, so its end mark may be its own
    left = _LEFT_OVER.match(plain, span.end)
    if left is None or is_a(left["head"].lower(), "function"):
        return None
    head = left["head"].lower()
    verb = any(is_a(word, "auxiliary") or is_a(word, "only-verb-past") for word in left["rest"].lower().split())
    return left.end() if is_a(head, "noun-singular") and not verb else None


def build(rules: Sequence[Rule]) -> QuotesScanner:
    """One scanner for all quotes rules."""
    return QuotesScanner(rules)
