"""`infix`: words that are none, because a synonym was put into the place of a part of them.

A spinner that replaces letters instead of words turns `teenager` into `guyager` and `house` into `houtilize`. Such a
word is unknown, holds the synonym, and becomes a known word when the synonym is taken back.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from qualitycheck.lexicon import mask
from qualitycheck.model import Fix, Hit, Rule
from qualitycheck.scanners import LiteralHit
from qualitycheck.scanners.words import literal
from qualitycheck.text import Document

# Beside a whole word these make an honest, if rare, word: `reutilize` is no broken `reuse`.
_PREFIXES = (
    "a an anti auto bi by co counter cross de dis down e en ex extra fore hyper im in inter ir mega micro mid mini mis"
    " multi non off on out over post pre pro re self semi sub super tele trans tri ultra un under up"
)
_SUFFIXES = (
    "able age al ally ance ant ary ation d dom ed en er ers es ess est ful hood ible ic ily ing ings ish ism ist ists"
    " ite ity ive ize ized less let ly man men ment ments ness or ous r rs s ship some st th wide wise woman women y"
)
_AFFIXES = frozenset(f"{_PREFIXES} {_SUFFIXES}".split())
_SHORTEST = 5  # letters of the word that the broken one was made of


class InfixScanner:
    """Looks at the words in which the shared automaton found a synonym."""

    cased: Sequence[str] = ()

    def __init__(self, rules: Sequence[Rule]) -> None:
        self._entries = [(rule, row) for rule in rules for row in rule.match["any"]]
        self.folded = [literal(row["wrong"], case=False) for _, row in self._entries]

    def scan(self, document: Document, folded: Sequence[LiteralHit], cased: Sequence[LiteralHit]) -> Iterator[Hit]:
        text = document.folded
        for index, start, end in folded:
            before, after = _reach(text, start, end)
            if before == start and after == end:
                continue
            rule, row = self._entries[index]
            whole, head, tail = text[before:after], text[before:start], text[end:after]
            mended = head + row["right"] + tail
            if (
                len(mended) >= _SHORTEST
                and document.plain[before:after].islower()
                and head not in _AFFIXES
                and tail not in _AFFIXES
                and mask(mended)
                and not mask(whole)
                and document.unit(rule.scope, start) is not None
            ):
                yield Hit(rule, before, after, {"right": mended}, Fix(mended))


def _reach(text: str, start: int, end: int) -> tuple[int, int]:
    """The word around ``text[start:end]``."""
    while start and text[start - 1].isalpha():
        start -= 1
    while end < len(text) and text[end].isalpha():
        end += 1
    return start, end


def build(rules: Sequence[Rule]) -> InfixScanner:
    """One scanner for all infix rules."""
    return InfixScanner(rules)
