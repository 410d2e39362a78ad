"""Run the scanners over a document, apply conditions, count cues, drop overlaps."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import chain
from typing import Any, NamedTuple

from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

from qualitycheck import shape
from qualitycheck.model import SEVERITIES, Hit, Rule, Skip, Span
from qualitycheck.patterns import compiled
from qualitycheck.scanners import LiteralHit, Scanner, build
from qualitycheck.scanners.cluster import gather
from qualitycheck.scanners.evidence import weigh
from qualitycheck.scanners.furniture import furnish
from qualitycheck.text import Document

_RANK = {severity: rank for rank, severity in enumerate(SEVERITIES)}
_UNLESS_WHOLE = 2000  # code points; in a longer block `unless` looks only so far around a hit:
_UNLESS_REACH = 200
_UNLESS_TIMEOUT = 2.0  # seconds
MOST_HITS = 1000  # of one rule in one document; nobody reads more, and a text made to have them costs no more


class _Place(NamedTuple):
    """Where a hit is: the index of its block, and the blocks in which each rule has a hit."""

    document: Document
    at: int
    company: Mapping[str, set[int]] = {}

    def has_beside(self, rule: str) -> bool:
        return not self.company.get(rule, set()).isdisjoint((self.at - 1, self.at, self.at + 1))


_Conditions = Mapping[str, Callable[[_Place, Any], bool]]

#: The conditions of ``when``; their keys and meanings are in ``qualitycheck.keys.WHEN``. Those of the line itself
#: are asked of each hit as it is found.
OF_LINE: _Conditions = {
    "blocks": lambda place, kinds: place.document.blocks[place.at].kind in kinds,
    "min-words": lambda place, least: place.document.words(place.at) >= least,
    "max-words": lambda place, most: place.document.words(place.at) <= most,
    "end-mark": lambda place, wanted: bool(shape.end_mark(place.document, place.at)) == wanted,
    "title-case": lambda place, wanted: shape.is_title_case(shape.words_of(place.document, place.at)) == wanted,
    "first-blocks": lambda place, count: place.at < count,
    "last-blocks": lambda place, count: place.at >= len(place.document.blocks) - count,
    "part": lambda place, parts: shape.part(place.document, place.at) in parts,
    "isolated": lambda place, wanted: shape.is_isolated(place.document, place.at) == wanted,
    "introduced": lambda place, wanted: shape.is_introduced(place.document, place.at) == wanted,
    "min-run": lambda place, least: shape.run(place.document, place.at) >= least,
    "max-run": lambda place, most: shape.run(place.document, place.at) <= most,
    "min-links": lambda place, least: shape.link_share(place.document, place.at) >= least,
}
#: These are asked when all rules have been heard: of what others found, and of the whole text, which costs most.
OF_TEXT: _Conditions = {
    "beside": lambda place, rules: any(map(place.has_beside, rules)),
    "with": lambda place, rules: any(rule in place.company for rule in rules),
    "document-words": lambda place, least: place.document.prose.count(" ") + 1 >= least,
    "off-topic": lambda place, least: shape.is_off_topic(place.document, place.at, least),
}
CONDITIONS: _Conditions = {**OF_LINE, **OF_TEXT}


class Literals:
    """One automaton for the literals of all scanners; each scanner gets its own hits under its own indexes."""

    def __init__(self, wanted: Sequence[Sequence[str]]) -> None:
        owners: dict[str, list[tuple[int, int]]] = {}
        for scanner, literals in enumerate(wanted):
            for index, text in enumerate(literals):
                owners.setdefault(text, []).append((scanner, index))
        self._count = len(wanted)
        self._owners = list(owners.values())
        # Of the three ways to build it the fastest to build and to search, for some thousand literals.
        kind = Implementation.ContiguousNFA
        self._automaton = AhoCorasick(list(owners), MatchKind.Standard, implementation=kind) if owners else None

    def find(self, text: str, region: Span) -> list[list[LiteralHit]]:
        """The hits in ``text[region]`` by scanner, in order of their ends."""
        hits: list[list[LiteralHit]] = [[] for _ in range(self._count)]
        if self._automaton is not None:
            shift = region.start
            piece = text if region == (0, len(text)) else text[region.start : region.end]
            for literal, start, end in self._automaton.find_matches_as_indexes(piece, overlapping=True):
                for scanner, index in self._owners[literal]:
                    hits[scanner].append((index, start + shift, end + shift))
        return hits


class _Pass:
    """Scanners that look for their literals in the same part of a document, all at once."""

    def __init__(self, scanners: Sequence[Scanner]) -> None:
        self._scanners = scanners
        self._folded = Literals([scanner.folded for scanner in scanners])
        self._cased = Literals([scanner.cased for scanner in scanners])

    def scan(self, document: Document, region: Span) -> Iterator[Hit | Skip]:
        folded, cased = self._folded.find(document.folded, region), self._cased.find(document.plain, region)
        for scanner, of_folded, of_cased in zip(self._scanners, folded, cased, strict=True):
            yield from scanner.scan(document, of_folded, of_cased)


class Detector:
    """``rules`` made ready to run. Holds no state of a document, so one may serve many threads."""

    def __init__(self, rules: Sequence[Rule], extra: Sequence[Scanner] = ()) -> None:
        self._clusters = [rule for rule in rules if rule.kind == "cluster"]
        self._evidence = [rule for rule in rules if rule.kind == "evidence"]
        self._furniture = [rule for rule in rules if rule.kind == "furniture"]
        rules = [rule for rule in rules if rule.kind not in ("cluster", "evidence", "furniture")]
        # Rules for headlines have anchors like "you" and "0" that would be found all over the text.
        of_title = [rule for rule in rules if rule.scope == "title"]
        of_text = [rule for rule in rules if rule.scope != "title"]
        self._title = _Pass(_scanners(of_title))
        self._text = _Pass([*_scanners(of_text), *extra])

    def detect(self, document: Document, foreign: Mapping[int, str]) -> tuple[list[Hit], list[Skip]]:
        """Hits in order of their place, cues among them, and what could not be looked at.

        ``foreign`` maps the indexes of blocks in another language to it; rules bound to a language are silent there.
        """
        hits: list[Hit] = []
        skips: dict[Skip, None] = {}
        title = document.title
        of_title = self._title.scan(document, Span(title.start, title.end)) if title else ()
        counts: Counter[str] = Counter()
        for found in chain(of_title, self._text.scan(document, Span(0, len(document.prose)))):
            if isinstance(found, Skip):
                skips[found] = None
            elif _may_stand(document, found, foreign):
                rule = found.rule.id
                if counts[rule] < MOST_HITS:
                    taken_back = self._taken_back(document, found)
                    if isinstance(taken_back, Skip):
                        skips[taken_back] = None
                    elif not taken_back:
                        counts[rule] += 1
                        hits.append(found)
                else:
                    skips[Skip(rule, f"the first {MOST_HITS:,} places are shown")] = None
        company: dict[str, set[int]] = {}
        for hit in hits:
            company.setdefault(hit.rule.id, set()).add(document.block_index(hit.start))
        hits = [hit for hit in hits if _in_text(document, hit, company)]
        hits += gather(self._clusters, document, hits)
        hits += weigh(self._evidence, document, hits)
        hits = furnish(self._furniture, document, hits)
        return _drop_overlaps(hits), list(skips)

    def _taken_back(self, document: Document, hit: Hit) -> bool | Skip:
        """Whether a pattern of ``unless`` overlaps the hit; a Skip where that took too long to tell."""
        if not hit.rule.unless:
            return False
        patterns = [compiled(pattern) for pattern in hit.rule.unless]
        start, end, _ = document.blocks[document.block_index(hit.start)]
        if end - start > _UNLESS_WHOLE:
            reach = min(hit.end + _UNLESS_REACH, hit.start + _UNLESS_WHOLE)
            start, end = max(start, hit.start - _UNLESS_REACH), min(end, reach)
        text = document.plain if hit.rule.match.get("case") else document.folded
        try:
            return any(
                match.start() < hit.end and hit.start < match.end()
                for pattern in patterns
                for match in pattern.finditer(text, start, end, timeout=_UNLESS_TIMEOUT)
            )
        except TimeoutError:
            return Skip(hit.rule.id, f"`unless` took more than {_UNLESS_TIMEOUT} s at offset {hit.start} of the prose")


def _scanners(rules: Sequence[Rule]) -> list[Scanner]:
    by_kind: dict[str, list[Rule]] = {}
    for rule in rules:
        by_kind.setdefault(rule.kind, []).append(rule)
    return [build(kind, of_kind) for kind, of_kind in by_kind.items()]


def _may_stand(document: Document, hit: Hit, foreign: Mapping[int, str]) -> bool:
    """Whether the rule reads the language of the block, and the conditions of the line hold."""
    at = document.block_index(hit.start)
    return (hit.rule.lang == "any" or at not in foreign) and _hold(OF_LINE, hit, _Place(document, at))


def _in_text(document: Document, hit: Hit, company: Mapping[str, set[int]]) -> bool:
    return not hit.rule.when or _hold(OF_TEXT, hit, _Place(document, document.block_index(hit.start), company))


def _hold(conditions: _Conditions, hit: Hit, place: _Place) -> bool:
    return all(conditions[name](place, value) for name, value in hit.rule.when.items() if name in conditions)


def _overlap(one: Hit, other: Hit) -> bool:
    return (one.start < other.end and other.start < one.end) or one[1:3] == other[1:3]


def _drop_overlaps(hits: Sequence[Hit]) -> list[Hit]:
    """Of overlapping hits of one family the most severe stays, of equal ones the longest, of those the first."""
    order = sorted(hits, key=lambda hit: (_RANK[hit.rule.severity], hit.start - hit.end, hit.start, hit.rule.id))
    kept: dict[str, list[Hit]] = {}  # by family, in order of place, which makes neighbours the only candidates
    for hit in order:
        family = kept.setdefault(f"{hit.rule.pack}.{hit.rule.family}", [])
        at = bisect_left(family, hit.start, key=lambda other: other.start)
        neighbours = family[max(0, at - 1) : at + 2]  # an empty span may hide one that begins with it
        if not any(_overlap(hit, other) for other in neighbours):
            family.insert(at, hit)
    flat = [hit for family in kept.values() for hit in family]
    return sorted(flat, key=lambda hit: (hit.start, hit.end, hit.rule.id))
