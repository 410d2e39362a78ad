"""`evidence`: weak signs that together tell a machine, weighed as a Poisson likelihood ratio.

Each sign is a rule, mostly a cue. If it occurs with rate d in damaged and c in clean text, a hit of it makes damage
``d / c`` times likelier, and every word without one makes it a little less likely. So the evidence of a document is

    bias + sum(weight of the sign * its hits, at most `most` each) - per_1000_words * words / 1000

in natural log-odds, with weight ``ln(d / c)`` and per_1000_words ``sum(d - c) * 1000``. ``scripts/fit_evidence.py``
counts the rates and writes the numbers into the rule, where a reader can follow them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from qualitycheck.model import Hit, Rule
from qualitycheck.text import Document


def weigh(rules: Sequence[Rule], document: Document, hits: Sequence[Hit]) -> Iterator[Hit]:
    """A hit of each rule whose evidence in ``hits`` reaches its floor, at the place of the weightiest sign."""
    for rule in rules:
        weights, most = rule.match["weights"], rule.match["most"]
        signs: dict[str, list[Hit]] = {}
        for hit in hits:
            if hit.rule.id in weights:
                signs.setdefault(hit.rule.id, []).append(hit)
        if len(signs) < rule.match["distinct"]:
            continue
        shares = {sign: weights[sign] * min(most, len(found)) for sign, found in signs.items()}
        words = document.prose.count(" ") + len(document.blocks)
        total = rule.match["bias"] + sum(shares.values()) - rule.match["per-1000-words"] * words / 1000
        if total < rule.match["floor"]:
            continue
        ordered = sorted(shares, key=lambda sign: (-shares[sign], sign))
        whole = sum(shares.values())
        listed = ", ".join(f"{sign} {100 * shares[sign] / whole:.0f} %" for sign in ordered)
        first = signs[ordered[0]][0]
        yield Hit(rule, first.start, first.end, {"signs": listed, "count": str(sum(map(len, signs.values())))})
