"""Fit the weights of rules/clickbait/headline.yaml on labelled headlines, and write them into the rule.

    python scripts/fit_headlines.py [FOLDER]

FOLDER (../shared/data) holds the sets named below. The signs are the cues of the pack `clickbait`; a sign is there or
not, however often. The weights are those of a logistic regression with a penalty on their squares, in which each class
of each set counts the same, whatever its size, but for the titles of offices (``SETS``). Laid down, not fitted, is
this: a sign of clickbait cannot weigh less than nothing, nor one of the family `plain` more; and none weighs more than
``HEAVIEST``, because the sets are labelled by publisher, so that a habit of one house looks like proof. The floor is
the lowest that keeps the honest headlines of each set within ``ALLOWED``.

It also prints what the same fit does on headlines it has not seen: the other set, and the other half of each set. The
same data give the same numbers.
"""

from __future__ import annotations

import datetime
import math
import re
import sys
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from fit_evidence import rows

from qualitycheck import packs
from qualitycheck.detect import Detector
from qualitycheck.readers import read
from qualitycheck.text import document

ROOT = Path(__file__).parent.parent
RULE = ROOT / "rules" / "clickbait" / "headline.yaml"
SETS = {"clickbait_chakraborty2016": 1.0, "clickbait_peterldowns2015": 1.0, "titles_nonclickbait_dev": 8.0}
HEADLINES = 10_000  # as which each class of each set counts, times the number above: guides and offices write those
#                     honest headlines that are most like clickbait, and they have no clickbait to set against them
PENALTY = 10.0  # half of it, times the square of each weight, is added to the loss
HEAVIEST = 2.5
BOUNDS = {"plain": (-1.5, 0.0)}  # by family; of others 0 and HEAVIEST
LEAST_WEIGHT = 0.2  # less tells a reader nothing
DISTINCT = 2
ALLOWED = {"clickbait_chakraborty2016": 0.01, "clickbait_peterldowns2015": 0.01, "titles_nonclickbait_dev": 0.006}
STEP = 0.05  # of the floor
CLOSE = 1e-4  # a sweep that moves no weight further is the last


class Headline(NamedTuple):
    """``is_loud``: rules that speak alone have found it."""

    signs: frozenset[str]
    is_clickbait: bool
    is_loud: bool


class Fit(NamedTuple):
    weights: Mapping[str, float]
    bias: float

    def evidence(self, signs: Iterable[str]) -> float:
        """As ``qualitycheck.scanners.evidence.log_odds`` has it."""
        shares = [self.weights.get(sign, 0.0) for sign in signs]
        return -math.inf if sum(share > 0 for share in shares) < DISTINCT else self.bias + sum(shares)


def headlines(folder: Path, detector: Detector) -> dict[str, list[Headline]]:
    """The headlines of each set with what the rules find in them."""
    nothing = read("", name="headline")

    def look(row: Mapping[str, object]) -> Headline:
        hits, _ = detector.detect(document(nothing, title=str(row["text"])), {})
        cues = frozenset(hit.rule.id for hit in hits if hit.rule.severity == "cue")
        loud = any(hit.rule.severity in ("error", "warning") for hit in hits)
        return Headline(cues, bool(row.get("label")), loud)

    return {name: [look(row) for row in rows(folder, name)] for name in SETS}


def weigh(sets: Mapping[str, Sequence[Headline]], families: Mapping[str, str]) -> Fit:
    """The weights by coordinate descent: one Newton step for one weight after another, until none moves."""
    clickbait, honest = Counter[frozenset[str]](), Counter[frozenset[str]]()
    for name, of_set in sets.items():
        sizes = Counter(headline.is_clickbait for headline in of_set)
        for headline in of_set:
            group = clickbait if headline.is_clickbait else honest
            group[headline.signs] += SETS[name] * HEADLINES / sizes[headline.is_clickbait]  # type: ignore[assignment]
    patterns = sorted({*clickbait, *honest}, key=sorted)
    ayes = [float(clickbait[pattern]) for pattern in patterns]
    noes = [float(honest[pattern]) for pattern in patterns]
    signs = sorted({sign for pattern in patterns for sign in pattern})
    where = {sign: [i for i, pattern in enumerate(patterns) if sign in pattern] for sign in signs}
    where[""] = list(range(len(patterns)))  # the bias
    weights = dict.fromkeys(where, 0.0)
    odds = [0.0] * len(patterns)
    moved = math.inf
    while moved > CLOSE:
        moved = 0.0
        for sign, at in where.items():
            penalty = PENALTY if sign else 0.0
            slope, bend = penalty * weights[sign], penalty
            for i in at:
                chance = 1 / (1 + math.exp(-odds[i]))
                slope += (ayes[i] + noes[i]) * chance - ayes[i]
                bend += (ayes[i] + noes[i]) * chance * (1 - chance)
            least, most = BOUNDS.get(families[sign], (0.0, HEAVIEST)) if sign else (-math.inf, math.inf)
            weight = min(most, max(least, weights[sign] - slope / bend))
            step = weight - weights[sign]
            if step:
                weights[sign] = weight
                for i in at:
                    odds[i] += step
                moved = max(moved, abs(step))
    kept = {sign: round(weight, 2) for sign, weight in weights.items() if sign and abs(weight) >= LEAST_WEIGHT}
    return Fit(kept, round(weights[""], 2))


def flagged(fit: Fit, floor: float, of_set: Sequence[Headline], *, clickbait: bool) -> float:
    """The share of the headlines of one class that the pack flags."""
    of_class = [headline for headline in of_set if headline.is_clickbait == clickbait]
    return sum(headline.is_loud or fit.evidence(headline.signs) >= floor for headline in of_class) / len(of_class)


def floor_of(fit: Fit, sets: Mapping[str, Sequence[Headline]]) -> float:
    """The lowest floor at which no set has more than ``ALLOWED`` of its honest headlines flagged."""
    floor = 0.0
    while any(flagged(fit, floor, of_set, clickbait=False) > ALLOWED[name] for name, of_set in sets.items()):
        floor = round(floor + STEP, 2)
    return floor


def show(what: str, fit: Fit, floor: float, sets: Mapping[str, Sequence[Headline]]) -> None:
    for name, of_set in sets.items():
        false = flagged(fit, floor, of_set, clickbait=False)
        figures = f"honest flagged {100 * false:.2f} %"
        if any(headline.is_clickbait for headline in of_set):
            recall = flagged(fit, floor, of_set, clickbait=True)
            right = recall * sum(headline.is_clickbait for headline in of_set)
            wrong = false * sum(not headline.is_clickbait for headline in of_set)
            precision = right / (right + wrong)
            f1 = 2 * precision * recall / (precision + recall)
            figures = f"P {precision:.3f}  R {recall:.3f}  F1 {f1:.3f}  {figures}"
        print(f"{what:42} {name:28} {figures}")


def main() -> None:
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT.parent / "shared" / "data"
    rules = [rule for rule in packs.load(ROOT / "rules" / "clickbait") if rule.kind != "evidence"]
    families = {rule.id: rule.family for rule in rules}
    # Of overlapping hits of one family one is shown, but all of them are evidence.
    sets = headlines(folder, Detector([replace(rule, family=rule.id) for rule in rules]))
    fit = weigh(sets, families)
    floor = floor_of(fit, sets)
    show("fitted on all", fit, floor, sets)
    first, second, titles = SETS
    for seen, unseen in ((first, second), (second, first)):
        known = {name: sets[name] for name in (seen, titles)}
        of_seen = weigh(known, families)
        show(f"fitted without {unseen}", of_seen, floor_of(of_seen, known), {unseen: sets[unseen]})
    halves = {name: of_set[::2] for name, of_set in sets.items()}
    of_half = weigh(halves, families)
    others = {name: of_set[1::2] for name, of_set in sets.items()}
    show("fitted on one half, on the other", of_half, floor_of(of_half, halves), others)
    lines = [
        "match:",
        "  kind: evidence",
        f"  floor: {floor}",
        f"  bias: {fit.bias}",
        "  most: 1",
        f"  distinct: {DISTINCT}",
        f'  fitted: "{", ".join(SETS)}; {datetime.datetime.now(datetime.UTC).date()}"',
        "  weights:",
        *(
            f"    {sign}: {weight}"
            for sign, weight in sorted(fit.weights.items(), key=lambda item: (-item[1], item[0]))
        ),
    ]
    text = RULE.read_text(encoding="utf-8")
    RULE.write_text(
        re.sub(r"^match:\n(?:  .*\n)+", "\n".join(lines) + "\n", text, flags=re.MULTILINE), encoding="utf-8"
    )
    print(f"floor {floor}, bias {fit.bias}, {len(fit.weights)} weights written to {RULE.relative_to(ROOT)}")


if __name__ == "__main__":
    main()
