"""`regex`: patterns that are tried only where one of their literal anchors stands."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import inf

import regex

from qualitycheck import lexicon
from qualitycheck.model import Hit, Rule, Skip, Span
from qualitycheck.scanners import LiteralHit
from qualitycheck.scanners.words import literal
from qualitycheck.text import Document


class RegexScanner:
    """A pattern is compiled on its first anchor hit and searched for in a window around it.

    The window is cut to the unit of the rule's scope, so `^` and `$` (both match at line ends) are the ends of a
    block; for `scope: sentence` and `quotation` they are the ends of the sentence or quotation.
    """

    def __init__(self, rules: Sequence[Rule]) -> None:
        self._rules = tuple(rules)
        self._owners: dict[bool, list[int]] = {False: [], True: []}
        literals: dict[bool, list[str]] = {False: [], True: []}
        for index, rule in enumerate(rules):
            case = rule.match["case"]
            for anchor in rule.match["anchors"]:
                literals[case].append(literal(anchor, case=case))
                self._owners[case].append(index)
        self.folded, self.cased = literals[False], literals[True]
        # The condition holds of the block in the end; asked first, it spares most prose the search for short lines.
        self._most_words = [rule.when.get("max-words", inf) for rule in rules]
        self._patterns: dict[int, regex.Pattern[str]] = {}

    def __getstate__(self) -> dict[str, object]:
        return self.__dict__ | {"_patterns": {}}

    def _pattern(self, index: int) -> regex.Pattern[str]:
        if index not in self._patterns:
            self._patterns[index] = regex.compile(self._rules[index].match["pattern"], regex.MULTILINE)
        return self._patterns[index]

    def scan(
        self, document: Document, folded: Sequence[LiteralHit], cased: Sequence[LiteralHit]
    ) -> Iterator[Hit | Skip]:
        for case, found in ((False, folded), (True, cased)):
            text = document.plain if case else document.folded
            windows: dict[int, list[Span]] = {}
            owners = self._owners[case]
            seen_to = [-1] * len(self._rules)  # where a further anchor brings nothing new to its rule
            for literal_index, start, end in found:
                index = owners[literal_index]
                if end <= seen_to[index]:
                    continue
                rule = self._rules[index]
                # Where an anchor begins with the line break before a block, its last character is in the block.
                unit = document.unit(rule.scope, end - 1)
                if unit is None or document.prose.count(" ", *unit) >= self._most_words[index]:
                    continue
                reach = rule.match["window"]
                window = Span(max(unit.start, start - reach), min(unit.end, end + reach))
                known = windows.setdefault(index, [])
                if known and window.start <= known[-1].end and window.start > unit.start:
                    known[-1] = Span(known[-1].start, max(window.end, known[-1].end))
                else:
                    known.append(window)
                seen_to[index] = unit.end if window.end == unit.end else end
            for index, spans in windows.items():
                yield from self._search(index, document, text, spans)

    def _search(self, index: int, document: Document, text: str, windows: list[Span]) -> Iterator[Hit | Skip]:
        rule = self._rules[index]
        pattern = self._pattern(index)
        cut = rule.scope in ("sentence", "quotation")
        timeout = rule.match["timeout"]
        after = -1
        for window in windows:
            # A sentence is cut out, so that the pattern cannot look at what stands before and after it.
            piece, shift = (text[window.start : window.end], window.start) if cut else (text, 0)
            try:
                for match in pattern.finditer(piece, window.start - shift, window.end - shift, timeout=timeout):
                    start, end = match.span("hit" if "hit" in pattern.groupindex else 0)
                    if start + shift >= after and start < end and _fits(match, rule):
                        after = end + shift
                        yield Hit(rule, start + shift, after, {k: v or "" for k, v in match.groupdict().items()})
            except TimeoutError:
                yield Skip(rule.id, f"took more than {timeout} s at offset {window.start} of the prose")


def _fits(match: regex.Match[str], rule: Rule) -> bool:
    classes = rule.match["classes"]
    return not classes or all(
        match.group(group) is None or lexicon.is_a(match.group(group).lower(), name) for group, name in classes.items()
    )


def build(rules: Sequence[Rule]) -> RegexScanner:
    """One scanner for all regex rules."""
    return RegexScanner(rules)
