"""`furniture`: menus, footers, boxes of links: runs of lines that together are no text, found as blocks.

No line of a menu tells by itself. As text extractors do, each line gets evidence by its shape (short, without an end
mark, in title case) and by the signs in it (rules, mostly cues), and its neighbours decide with it: the likeliest way
through a hidden Markov model with two states, text and furniture, in which each change costs ``switch`` (Viterbi 1967;
Kohlschütter et al. 2010 for the features). So an odd line among furniture is furniture, and a short line among prose
is text. A block begins and ends with a sign, unless the text does; it is reported where it shows enough different
ones, in place of the milder findings in it.

Like `cluster` it looks at what other rules found. ``scripts/fit_furniture.py`` fits the weights, natural log-odds.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from operator import itemgetter

from qualitycheck import shape
from qualitycheck.model import SEVERITIES, Fix, Hit, Rule
from qualitycheck.text import Document

_LENGTHS = ((2, "1-2-words"), (5, "3-5-words"), (10, "6-10-words"), (20, "11-20-words"))
#: What a line can be; ``match.shape`` has a weight for each.
TRAITS = (
    *("any", *(name for _, name in _LENGTHS), "21-words"),
    *("end-mark", "sentence", "colon", "title-case", "function-words", "item"),
)
_MOST = 6.0  # log-odds that one line adds or takes away


def furnish(rules: Sequence[Rule], document: Document, hits: Sequence[Hit]) -> list[Hit]:
    """``hits`` with one for each block of furniture, which stands for all signs in it that are milder."""
    kept = list(hits)
    for rule in rules:
        signs: dict[int, list[Rule]] = {}
        for hit in kept:
            if hit.rule.id in rule.match["signs"]:
                signs.setdefault(document.block_index(hit.start), []).append(hit.rule)
        if len(signs) < rule.match["distinct"]:
            continue
        blocks = list(_blocks(rule, document, signs))
        inside = {index for first, after in blocks for index in range(first, after)}
        kept = [hit for hit in kept if not (_stands_for(rule, hit) and document.block_index(hit.start) in inside)]
        for first, after in blocks:
            # A headline right under a menu may look like its last entry, and half a link of Markdown may be left.
            fix = Fix("", safe=after == len(document.blocks) and document.source.format == "plain")
            start, end = document.blocks[first].start, document.blocks[after - 1].end
            kept.append(Hit(rule, start, end, {"lines": str(after - first)}, fix))
    return kept


def traits(document: Document, index: int) -> Iterator[str]:
    """Which of ``TRAITS`` the block has."""
    count = document.words(index)
    mark = shape.end_mark(document, index)
    yield "any"
    yield next((name for most, name in _LENGTHS if count <= most), "21-words")
    if mark in (":", "…"):
        yield "colon"
    elif mark:
        yield "end-mark"
        if count > 10:
            yield "sentence"
    if document.blocks[index].kind in ("item", "quote", "cell"):
        yield "item"
    if count <= 20:
        words = shape.words_of(document, index)
        if shape.is_title_case(words):
            yield "title-case"
        if count > 2 and shape.has_function_words(words):
            yield "function-words"


def likeliest(evidence: Sequence[float], switch: float) -> list[bool]:
    """Which lines are furniture: the states of two, with these log-odds of the second, that fit best together."""
    text, furniture = 0.0, 0.0
    came: list[tuple[bool, bool]] = []  # of each state of each line: whether the line before was furniture
    for log_odds in evidence:
        to_text, to_furniture = furniture - switch > text, furniture >= text - switch
        came.append((to_text, to_furniture))
        text, furniture = (
            furniture - switch if to_text else text,
            (furniture if to_furniture else text - switch) + log_odds,
        )
    state = furniture > text
    states = []
    for before in reversed(came):
        states.append(state)
        state = before[state]
    return states[::-1]


def _stands_for(rule: Rule, hit: Hit) -> bool:
    return hit.rule.id in rule.match["signs"] and SEVERITIES.index(hit.rule.severity) > SEVERITIES.index(rule.severity)


def _blocks(rule: Rule, document: Document, signs: Mapping[int, Sequence[Rule]]) -> Iterator[tuple[int, int]]:
    """First block, and the one after the last, of each piece of furniture."""
    evidence = [_evidence(rule, document, index, signs.get(index, ())) for index in range(len(document.blocks))]
    states = likeliest(evidence, rule.match["switch"])
    for state, group in groupby(enumerate(states), key=itemgetter(1)):
        if not state:
            continue
        lines = [index for index, _ in group]
        first, after = lines[0], lines[-1] + 1
        with_sign = [index for index in lines if index in signs]
        if with_sign and first > 0:
            first = with_sign[0]
        if with_sign and after < len(document.blocks):
            after = with_sign[-1] + 1
        if _tells(rule, document, signs, first, after):
            yield first, after


def _evidence(rule: Rule, document: Document, index: int, signs: Sequence[Rule]) -> float:
    if document.blocks[index].kind == "title" and not signs:
        return -_MOST
    total: float = sum(rule.match["shape"][trait] for trait in traits(document, index))
    total += max((rule.match["signs"][sign.id] for sign in signs), default=0.0)
    return max(-_MOST, min(_MOST, total))


def _tells(rule: Rule, document: Document, signs: Mapping[int, Sequence[Rule]], first: int, after: int) -> bool:
    with_sign = [index for index in range(first, after) if index in signs]
    different = {document.folded[slice(*document.blocks[index][:2])] for index in with_sign}
    speaks = any(sign.severity != "cue" for index in with_sign for sign in signs[index])
    return (
        speaks
        and not shape.is_introduced(document, first)
        and sum(not shape.is_running(document, index) for index in range(first, after)) >= rule.match["min-lines"]
        and len(different) >= rule.match["distinct"]
        and len(with_sign) >= rule.match["share"] * (after - first)
    )
