"""`regex`: patterns that are tried only where one of their literal anchors stands."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import inf
from typing import NamedTuple

import regex

from qualitycheck import lexicon
from qualitycheck.model import Hit, Rule, Skip, Span
from qualitycheck.patterns import compiled
from qualitycheck.scanners import LiteralHit
from qualitycheck.text import KINDS_BY_SCOPE, Document

_INSIDE_A_BLOCK = frozenset({"sentence", "quotation"})  # scopes


class _Window(NamedTuple):
    """Where a match may begin, and the unit in which it must lie."""

    start: int
    end: int
    unit: Span


class RegexScanner:
    """A pattern is compiled on its first anchor hit and searched for in a window around it.

    The window is cut to the unit of the rule's scope, so `^` and `$` (both match at line ends) are the ends of a
    block; for `scope: sentence` and `quotation` they are the ends of the sentence or quotation. A match may reach over
    the end of its window, never over the end of its unit.
    """

    def __init__(self, rules: Sequence[Rule]) -> None:
        self._rules = tuple(rules)
        self._owners: dict[bool, list[tuple[int, int]]] = {False: [], True: []}
        literals: dict[bool, list[str]] = {False: [], True: []}
        for index, rule in enumerate(rules):
            case = rule.match["case"]
            for anchor in rule.match["anchors"]:
                literals[case].append(anchor)
                # What tells the unit is the anchor's last character that is no space: the first may be the line break
                # before a block, the last the space after a sentence.
                self._owners[case].append((index, len(anchor) - len(anchor.rstrip(" ")) + 1))
        self.folded, self.cased = literals[False], literals[True]
        # The condition holds of the block in the end; asked first, it spares most prose the search for short lines.
        self._most_words = [rule.when.get("max-words", inf) for rule in rules]

    def scan(
        self, document: Document, folded: Sequence[LiteralHit], cased: Sequence[LiteralHit]
    ) -> Iterator[Hit | Skip]:
        for case, found in ((False, folded), (True, cased)):
            text = document.plain if case else document.folded
            for index, windows in self._windows(document, found, self._owners[case]).items():
                yield from self._search(index, text, windows)

    def _windows(
        self, document: Document, found: Sequence[LiteralHit], owners: Sequence[tuple[int, int]]
    ) -> dict[int, list[_Window]]:
        windows: dict[int, list[_Window]] = {}
        seen_to = [-1] * len(self._rules)  # where a further anchor brings nothing new to its rule
        number, block, whole, words = -1, None, None, 0  # the block of the last anchor, most often that of the next
        for literal_index, start, end in found:
            index, back = owners[literal_index]
            if end <= seen_to[index]:
                continue
            rule, at = self._rules[index], end - back
            if block is None or not block.start <= at < block.end:
                number = document.block_index(at)
                block, words = document.blocks[number], document.words(number)
                whole = Span(block.start, block.end)
            if words > self._most_words[index]:
                continue
            kinds = KINDS_BY_SCOPE.get(rule.scope)
            if kinds is not None and block.kind not in kinds:
                continue
            unit = document.unit(rule.scope, at) if rule.scope in _INSIDE_A_BLOCK else whole
            if unit is None:
                continue
            reach = rule.match["window"]
            window = _Window(max(unit.start, start - reach), min(unit.end, end + reach), unit)
            known = windows.setdefault(index, [])
            if known and known[-1].unit == unit and window.start <= known[-1].end:
                known[-1] = _Window(known[-1].start, max(window.end, known[-1].end), unit)
            else:
                known.append(window)
            seen_to[index] = unit.end if window.end == unit.end else end
        return windows

    def _search(self, index: int, text: str, windows: Sequence[_Window]) -> Iterator[Hit | Skip]:
        rule = self._rules[index]
        pattern = compiled(rule.match["pattern"])
        cut = rule.scope in _INSIDE_A_BLOCK
        timeout = rule.match["timeout"]
        after = -1
        for window_start, window_end, unit in windows:
            # A sentence is cut out, so that the pattern cannot look at what stands before and after it.
            piece, shift = (text[unit.start : unit.end], unit.start) if cut else (text, 0)
            begin, end = max(window_start, after) - shift, window_end - shift
            try:
                for found in pattern.finditer(piece, begin, end, timeout=timeout):
                    # The end of the window is no end of anything: a match is made again with all of its unit.
                    whole = window_end == unit.end
                    match = found if whole else pattern.match(piece, found.start(), unit.end - shift, timeout=timeout)
                    if match is None:
                        continue
                    start, stop = match.span("hit" if "hit" in pattern.groupindex else 0)
                    if start + shift >= after and start < stop and _fits(match, rule):
                        after = stop + shift
                        yield Hit(rule, start + shift, after, {k: v or "" for k, v in match.groupdict().items()})
            except TimeoutError:
                yield Skip(rule.id, f"took more than {timeout} s at offset {window_start} of the prose")


def _fits(match: regex.Match[str], rule: Rule) -> bool:
    classes = rule.match["classes"]
    return not classes or all(
        match.group(group) is None or lexicon.is_a(match.group(group).lower(), name) for group, name in classes.items()
    )


def build(rules: Sequence[Rule]) -> RegexScanner:
    """One scanner for all regex rules."""
    return RegexScanner(rules)
