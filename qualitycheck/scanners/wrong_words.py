"""`wrong-words`: rows of tables that say what machines print instead of a fixed English expression.

Tables may grow to tens of thousands of rows, so nothing is done for a row before one of its anchors is met: the words
of the loosened text are looked up, all rows at once, in one dictionary that costs nothing to make. An automaton of all
their literals would take longer to build than a short text takes to check.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise

from qualitycheck.expressions import REACH, Match, Place, find, loosen, places, row_of, words_and_stems
from qualitycheck.model import Fix, Hit, Rule, Span
from qualitycheck.scanners import LiteralHit
from qualitycheck.scanners.words import terms_within
from qualitycheck.text import Document

_SUREST = ("certain", "in-context", "alone")
_NEAR = 400  # code points on each side of a row in which `needs` and `unless` are looked for: some 65 words


class WrongWordsScanner:
    """Which rows stand in a document, with what they need near and without what takes them back."""

    folded: Sequence[str] = ()
    cased: Sequence[str] = ()

    def __init__(self, rules: Sequence[Rule]) -> None:
        self._rules = {rule.id: rule for rule in rules}
        self._cells: dict[str, str] = {}  # of all tables, by the two words of an anchor
        for rule in rules:
            cells = rule.match["tables"].cells
            shared = {words: f"{self._cells[words]}\t{cells[words]}" for words in self._cells.keys() & cells.keys()}
            self._cells |= cells
            self._cells |= shared
        self._single = {words[:-1] for words in self._cells if words.endswith(" ")}

    def scan(self, document: Document, folded: Sequence[LiteralHit], cased: Sequence[LiteralHit]) -> Iterator[Hit]:
        # One place is one sign: of overlapping rows the surest counts, of equally sure ones the longest.
        taken: set[int] = set()
        for hit in sorted(self._hits(document), key=_order):
            if taken.isdisjoint(range(hit.start, hit.end)):
                taken.update(range(hit.start, hit.end))
                yield hit

    def _hits(self, document: Document) -> Iterator[Hit]:
        loose = loosen(document.folded)
        seen: set[tuple[str, int, int]] = set()
        for place, start in self._met(loose):
            rule = self._rules[place.name]
            row = row_of(rule.match["tables"].lines[place.number])
            match = find(row, document.plain, loose, start, start + len(place.literal))
            if match is None or (place.name, place.number, match.start) in seen:
                continue
            seen.add((place.name, place.number, match.start))
            if (
                document.unit(rule.scope, match.start) is not None
                and not _near(row.get("unless", ()), document, match)
                and ("needs" not in row or _near(row["needs"], document, match) != (rule.match["rows"] == "alone"))
            ):
                detail = {"row": row["wrong"], "right": match.right, "note": row.get("note", "")}
                yield Hit(rule, match.start, match.end, detail, Fix(match.right) if match.right else None)

    def _met(self, loose: str) -> Iterator[tuple[Place, int]]:
        """Anchors that are in the text with a word beside that they need, and where."""
        words, stems = words_and_stems(loose)
        known, single = self._cells, self._single
        met = [(at, pair) for at, pair in enumerate(map(" ".join, pairwise(stems))) if pair in known]
        met += [(at, f"{stem} ") for at, stem in enumerate(stems) if stem in single]
        starts = list(accumulate(map(len, words), lambda at, size: at + size + 1, initial=0)) if met else []
        for at, pair in met:
            for place in places(known[pair]):
                start = starts[at] - place.offset
                if start >= 0 and loose.startswith(place.literal, start) and _is_likely(place, loose, start):
                    yield place, start


def _order(hit: Hit) -> tuple[int, int, int]:
    return _SUREST.index(hit.rule.match["rows"]), hit.start - hit.end, hit.start


def _is_likely(place: Place, loose: str, start: int) -> bool:
    if not place.beside:
        return True
    around = loose[max(0, start - REACH) : start + len(place.literal) + REACH]
    return any(word in around for word in place.beside)


def _near(terms: tuple[str, ...], document: Document, match: Match) -> bool:
    return bool(terms) and terms_within(terms, document, Span(match.start, match.end), _NEAR)


def build(rules: Sequence[Rule]) -> WrongWordsScanner:
    """One scanner for all rules with tables of wrong words."""
    return WrongWordsScanner(rules)
