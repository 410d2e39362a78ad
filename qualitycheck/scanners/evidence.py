"""`evidence`: weak signs that together tell a machine, weighed as a Poisson likelihood ratio.

Each sign is a rule, mostly a cue. If it occurs with rate d in damaged and c in clean text, a hit of it makes damage
``d / c`` times likelier, and every word without one makes it a little less likely. So the evidence of a document is

    bias + sum(weight of the sign * its hits, at most `most` each) - per_1000_words * words / 1000

in natural log-odds, with weight ``ln(d / c)`` and per_1000_words ``sum(d - c) * 1000``. ``scripts/fit_evidence.py``
counts the rates and writes the numbers into the rule, where a reader can follow them. A headline is too short for
rates: the weights of ``clickbait.headline`` are those of a logistic regression (``scripts/fit_headlines.py``), some of
them below 0, of what stands in honest headlines.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from math import inf
from typing import Any

from qualitycheck.model import Hit, Rule
from qualitycheck.text import Document


def shares(match: Mapping[str, Any], counts: Mapping[str, int]) -> dict[str, float]:
    """What each sign among ``counts`` (hits by rule id) adds."""
    weights, most = match["weights"], match["most"]
    return {sign: weights[sign] * min(most, count) for sign, count in counts.items() if sign in weights}


def log_odds(match: Mapping[str, Any], of_signs: Mapping[str, float], words: int) -> float:
    """The evidence of a document of so many ``words`` with these ``shares``; minus infinity with too few above 0."""
    if sum(share > 0 for share in of_signs.values()) < match["distinct"]:
        return -inf
    total: float = match["bias"] + sum(of_signs.values()) - match["per-1000-words"] * words / 1000
    return total


def weigh(rules: Sequence[Rule], document: Document, hits: Sequence[Hit]) -> Iterator[Hit]:
    """A hit of each rule whose evidence in ``hits`` reaches its floor, at the place of the weightiest sign."""
    if not rules:
        return
    counts = Counter(hit.rule.id for hit in hits)
    words = document.prose.count(" ") + len(document.blocks)
    for rule in rules:
        of_signs = shares(rule.match, counts)
        ordered = sorted((s for s in of_signs if of_signs[s] > 0), key=lambda sign: (-of_signs[sign], sign))
        if not ordered or log_odds(rule.match, of_signs, words) < rule.match["floor"]:
            continue
        whole = sum(of_signs[sign] for sign in ordered)
        listed = ", ".join(f"{sign} {100 * of_signs[sign] / whole:.0f} %" for sign in ordered)
        first = next(hit for hit in hits if hit.rule.id == ordered[0])
        count = sum(counts[sign] for sign in ordered)
        yield Hit(rule, first.start, first.end, {"signs": listed, "count": str(count)})
