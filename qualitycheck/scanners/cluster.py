"""`cluster`: weak signs that tell something when several different ones stand close together.

Like `evidence` it looks at what other rules found. Evidence adds up a whole document; a cluster is a place in it.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from qualitycheck.model import Hit, Rule
from qualitycheck.text import Document


def gather(rules: Sequence[Rule], document: Document, hits: Sequence[Hit]) -> Iterator[Hit]:
    """For each rule a hit at every sign that has enough different signs near it."""
    for rule in rules:
        signs = sorted((hit for hit in hits if hit.rule.id in rule.match["of"]), key=lambda hit: hit.start)
        starts = [hit.start for hit in signs]
        for hit in signs:
            first = bisect_left(starts, hit.start - rule.match["within"])
            after = bisect_right(starts, hit.start + rule.match["within"])
            # Two rows for one place are one sign.
            others = {
                _kind(sign): f"“{document.prose[sign.start : sign.end]}”"
                for sign in signs[first:after]
                if (sign.end <= hit.start or hit.end <= sign.start) and _kind(sign) != _kind(hit)
            }
            if len(others) + 1 >= rule.match["distinct"]:
                detail = {**hit.detail, "others": ", ".join(others.values()), "count": str(len(others) + 1)}
                yield Hit(rule, hit.start, hit.end, detail, hit.fix)


def _kind(hit: Hit) -> tuple[str, str]:
    return hit.rule.id, hit.detail.get("row", "")
