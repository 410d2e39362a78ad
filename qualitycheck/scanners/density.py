"""`density`: phrases that are honest alone and tell a machine when several different ones stand in one text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from qualitycheck.model import Fix, Hit, Rule
from qualitycheck.scanners import LiteralHit
from qualitycheck.scanners.words import is_whole, literal
from qualitycheck.text import Document


class DensityScanner:
    """Gives every hit of a rule once the document holds enough different phrases of it, and none before.

    Rows of one ``group`` count as one phrase: inflections of it, or things that one habit makes a writer say.
    """

    cased: Sequence[str] = ()

    def __init__(self, rules: Sequence[Rule]) -> None:
        entries = [(rule, row) for rule in rules for row in rule.match["any"]]
        self._entries = entries
        self._phrases = [row.get("group", row["wrong"]) for _, row in entries]
        self.folded = [literal(row["wrong"], case=False) for _, row in entries]

    def scan(self, document: Document, folded: Sequence[LiteralHit], cased: Sequence[LiteralHit]) -> Iterator[Hit]:
        found: dict[str, list[tuple[int, int, int]]] = {}
        for index, start, end in folded:
            rule, _ = self._entries[index]
            if is_whole(document.folded, start, end) and document.unit(rule.scope, start) is not None:
                found.setdefault(rule.id, []).append((start, -end, index))
        for hits in found.values():
            rule = self._entries[hits[0][2]][0]
            kept: list[tuple[int, int, int]] = []
            for start, minus_end, index in sorted(hits):
                if not kept or start >= kept[-1][1]:  # the longest of overlapping phrases counts, once
                    kept.append((start, -minus_end, index))
            distinct = len({self._phrases[index] for _, _, index in kept})
            words = document.folded.count(" ") + len(document.blocks)
            if distinct < rule.match["distinct"] or 1000 * len(kept) < rule.match["per-1000-words"] * words:
                continue
            for start, end, index in kept:
                row = self._entries[index][1]
                detail = {"count": str(distinct), "right": row.get("right", ""), "note": row.get("note", "")}
                yield Hit(rule, start, end, detail, Fix(row["right"]) if "right" in row else None)


def build(rules: Sequence[Rule]) -> DensityScanner:
    """One scanner for all density rules."""
    return DensityScanner(rules)
