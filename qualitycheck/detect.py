"""Run the scanners over a document, apply conditions, count cues, drop overlaps."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import regex
from ahocorasick_rs import AhoCorasick, MatchKind

from qualitycheck.model import SEVERITIES, Hit, Rule, Skip
from qualitycheck.scanners import LiteralHit, Scanner, build
from qualitycheck.text import Document

_RANK = {severity: rank for rank, severity in enumerate(SEVERITIES)}
_END_MARKS = tuple(".!?:…")


class _Company:
    """Which rules hit which blocks: what conditions may ask about besides the hit itself."""

    def __init__(self, document: Document, hits: Sequence[Hit]) -> None:
        self.blocks: dict[str, set[int]] = {}
        for hit in hits:
            self.blocks.setdefault(hit.rule.id, set()).add(document.block_index(hit.start))


_Condition = Callable[[Document, Hit, int, Any, _Company], bool]


def _words(document: Document, index: int) -> int:
    block = document.blocks[index]
    return document.prose.count(" ", block.start, block.end) + 1


def _end_mark(document: Document, hit: Hit, index: int, value: bool, company: _Company) -> bool:
    block = document.blocks[index]
    return document.plain[block.start : block.end].rstrip("\"')] ").endswith(_END_MARKS) == value


def _beside(document: Document, hit: Hit, index: int, value: Sequence[str], company: _Company) -> bool:
    near = {index - 1, index, index + 1}
    return any(near & company.blocks.get(rule, set()) for rule in value)


#: The conditions of ``when``; their keys and meanings are in ``qualitycheck.keys.WHEN``.
CONDITIONS: dict[str, _Condition] = {
    "blocks": lambda document, hit, index, value, company: document.blocks[index].kind in value,
    "min-words": lambda document, hit, index, value, company: _words(document, index) >= value,
    "max-words": lambda document, hit, index, value, company: _words(document, index) <= value,
    "end-mark": _end_mark,
    "first-blocks": lambda document, hit, index, value, company: index < value,
    "last-blocks": lambda document, hit, index, value, company: index >= len(document.blocks) - value,
    "beside": _beside,
    "with": lambda document, hit, index, value, company: any(rule in company.blocks for rule in value),
    "document-words": lambda document, hit, index, value, company: document.prose.count(" ") >= value,
}


class Literals:
    """One automaton for the literals of all scanners; each scanner gets its own hits under its own indexes."""

    def __init__(self, wanted: Sequence[Sequence[str]]) -> None:
        owners: dict[str, list[tuple[int, int]]] = {}
        for scanner, literals in enumerate(wanted):
            for index, text in enumerate(literals):
                owners.setdefault(text, []).append((scanner, index))
        self._count = len(wanted)
        self._owners = list(owners.values())
        self._automaton = AhoCorasick(list(owners), matchkind=MatchKind.Standard) if owners else None

    def find(self, text: str) -> list[list[LiteralHit]]:
        """The hits in ``text`` by scanner, in order of their ends."""
        hits: list[list[LiteralHit]] = [[] for _ in range(self._count)]
        if self._automaton is not None:
            for literal, start, end in self._automaton.find_matches_as_indexes(text, overlapping=True):
                for scanner, index in self._owners[literal]:
                    hits[scanner].append((index, start, end))
        return hits


class Detector:
    """``rules`` made ready to run. Holds no state of a document, so one may serve many threads."""

    def __init__(self, rules: Sequence[Rule], extra: Sequence[Scanner] = ()) -> None:
        by_kind: dict[str, list[Rule]] = {}
        for rule in rules:
            by_kind.setdefault(rule.kind, []).append(rule)
        self.rules = tuple(rules)
        self._scanners = [build(kind, of_kind) for kind, of_kind in by_kind.items()] + list(extra)
        self._folded = Literals([scanner.folded for scanner in self._scanners])
        self._cased = Literals([scanner.cased for scanner in self._scanners])
        self._unless: dict[str, list[regex.Pattern[str]]] = {}

    def detect(self, document: Document, foreign: Mapping[int, str]) -> tuple[list[Hit], list[Skip]]:
        """Hits in order of their place, cues among them, and what could not be looked at.

        ``foreign`` maps the indexes of blocks in another language to it; rules bound to a language are silent there.
        """
        hits: list[Hit] = []
        skips: list[Skip] = []
        folded, cased = self._folded.find(document.folded), self._cased.find(document.plain)
        for scanner, of_folded, of_cased in zip(self._scanners, folded, cased, strict=True):
            for found in scanner.scan(document, of_folded, of_cased):
                if isinstance(found, Skip):
                    skips.append(found)
                elif found.rule.lang == "any" or document.block_index(found.start) not in foreign:
                    hits.append(found)
        hits = [hit for hit in hits if not self._taken_back(document, hit)]
        company = _Company(document, hits)
        hits = [hit for hit in hits if _holds(document, hit, company)]
        return _drop_overlaps(hits), skips

    def _taken_back(self, document: Document, hit: Hit) -> bool:
        if not hit.rule.unless:
            return False
        patterns = self._unless.get(hit.rule.id)
        if patterns is None:
            patterns = [regex.compile(pattern, regex.MULTILINE) for pattern in hit.rule.unless]
            self._unless[hit.rule.id] = patterns
        block = document.blocks[document.block_index(hit.start)]
        text = document.plain if hit.rule.match.get("case") else document.folded
        return any(
            match.start() < hit.end and hit.start < match.end()
            for pattern in patterns
            for match in pattern.finditer(text, block.start, block.end)
        )


def _holds(document: Document, hit: Hit, company: _Company) -> bool:
    if not hit.rule.when:
        return True
    index = document.block_index(hit.start)
    return all(CONDITIONS[name](document, hit, index, value, company) for name, value in hit.rule.when.items())


def _drop_overlaps(hits: Sequence[Hit]) -> list[Hit]:
    """Of overlapping hits of one family the most severe stays, of equal ones the longest, of those the first."""
    order = sorted(hits, key=lambda hit: (_RANK[hit.rule.severity], hit.start - hit.end, hit.start, hit.rule.id))
    kept: dict[str, list[Hit]] = {}  # by family, in order of place, which makes neighbours the only candidates
    for hit in order:
        family = kept.setdefault(f"{hit.rule.pack}.{hit.rule.family}", [])
        at = bisect_left(family, hit.start, key=lambda other: other.start)
        if not any(
            hit.start < other.end and other.start < hit.end or hit[1:3] == other[1:3] for other in family[max(0, at - 1) : at + 1]
        ):
            family.insert(at, hit)
    flat = [hit for family in kept.values() for hit in family]
    return sorted(flat, key=lambda hit: (hit.start, hit.end, hit.rule.id))
