"""`wrong-words`: rows of tables that say what machines print instead of a fixed English expression.

The rows of all rules share one automaton over the *loosened* text (``qualitycheck.expressions``), apart from the
automaton of the other kinds: there, hyphens and diacritics count.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import Any

from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

from qualitycheck.expressions import find, loosen
from qualitycheck.model import Fix, Hit, Rule, Span
from qualitycheck.scanners import LiteralHit
from qualitycheck.scanners.words import terms_within
from qualitycheck.text import Document

_NEAR = 400  # code points on each side of a row in which `needs` and `unless` are looked for: some 65 words


class WrongWordsScanner:
    """Which rows stand in a document, with what they need near and without what takes them back."""

    folded: Sequence[str] = ()
    cased: Sequence[str] = ()

    def __init__(self, rules: Sequence[Rule]) -> None:
        self._rows: dict[str, list[tuple[Rule, Mapping[str, Any]]]] = {}
        for rule in rules:
            for row in rule.match["tables"]:
                for literal in row["literals"]:
                    self._rows.setdefault(literal, []).append((rule, row))
        self._of_literal = list(self._rows.values())

    @cached_property
    def _automaton(self) -> AhoCorasick:
        return AhoCorasick(list(self._rows), MatchKind.Standard, implementation=Implementation.ContiguousNFA)

    def scan(self, document: Document, folded: Sequence[LiteralHit], cased: Sequence[LiteralHit]) -> Iterator[Hit]:
        loose = loosen(document.folded)
        seen: set[tuple[str, str, int]] = set()
        for literal, start, end in self._automaton.find_matches_as_indexes(loose, overlapping=True):
            for rule, row in self._of_literal[literal]:
                match = find(row, document.plain, loose, start, end)
                if match is None or (rule.id, row["wrong"], match.start) in seen:
                    continue
                seen.add((rule.id, row["wrong"], match.start))
                if document.unit(rule.scope, match.start) is not None and _has_company(row, rule, document, match):
                    detail = {"row": row["wrong"], "right": match.right, "note": row.get("note", "")}
                    yield Hit(rule, match.start, match.end, detail, Fix(match.right) if match.right else None)


def _has_company(row: Mapping[str, Any], rule: Rule, document: Document, match: tuple[int, int, str]) -> bool:
    span = Span(*match[:2])
    if "unless" in row and terms_within(tuple(row["unless"]), document, span, _NEAR):
        return False
    return (
        rule.match["rows"] == "alone" or "needs" not in row or terms_within(tuple(row["needs"]), document, span, _NEAR)
    )


def build(rules: Sequence[Rule]) -> WrongWordsScanner:
    """One scanner for all rules with tables of wrong words."""
    return WrongWordsScanner(rules)
