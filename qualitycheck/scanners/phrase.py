"""`phrase`: fixed words and expressions, from a list or a table, with company that must or must not be near."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any, NamedTuple

from qualitycheck.model import Fix, Hit, Rule, Span
from qualitycheck.scanners import LiteralHit
from qualitycheck.scanners.words import is_whole, literal, near_test, needs_test
from qualitycheck.text import Document

_Test = Callable[[Document, Span], bool] | None


class _Entry(NamedTuple):
    rule: Rule
    row: dict[str, Any]
    must: tuple[_Test, ...]
    must_not: tuple[_Test, ...]


class PhraseScanner:
    """Looks at nothing but the literals that the shared automaton found."""

    def __init__(self, rules: Sequence[Rule]) -> None:
        entries: dict[bool, list[_Entry]] = {False: [], True: []}
        literals: dict[bool, list[str]] = {False: [], True: []}
        for rule in rules:
            case = rule.match["case"]
            near, not_near = near_test(rule.match["near"]), near_test(rule.match["not-near"])
            for row in rule.match["any"]:
                entry = _Entry(
                    rule, row, (near, needs_test(row.get("needs"))), (not_near, needs_test(row.get("unless")))
                )
                entries[case].append(entry)
                literals[case].append(literal(row["wrong"], case=case))
        self._entries = entries
        self.folded, self.cased = literals[False], literals[True]

    def scan(self, document: Document, folded: Sequence[LiteralHit], cased: Sequence[LiteralHit]) -> Iterator[Hit]:
        for case, text, found in ((False, document.folded, folded), (True, document.plain, cased)):
            for index, start, end in found:
                rule, row, must, must_not = self._entries[case][index]
                if not is_whole(text, start, end) or document.unit(rule.scope, start) is None:
                    continue
                span = Span(start, end)
                if all(test is None or test(document, span) for test in must) and not any(
                    test is not None and test(document, span) for test in must_not
                ):
                    yield Hit(rule, start, end, _detail(row), Fix(row["right"]) if "right" in row else None)


def _detail(row: dict[str, Any]) -> dict[str, str]:
    return {name: row.get(name, "") for name in ("right", "note")}


def build(rules: Sequence[Rule]) -> PhraseScanner:
    """One scanner for all phrase rules."""
    return PhraseScanner(rules)
