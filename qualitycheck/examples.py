"""The tests inside the rules: a bad example gives exactly its marked spans, a good one nothing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from qualitycheck.detect import Detector
from qualitycheck.errors import Fault
from qualitycheck.model import Example, Rule, Span
from qualitycheck.readers import read
from qualitycheck.text import document

#: Rules of these kinds ask a server, so their examples are tested where one runs (``tests/languagetool``).
NEED_A_SERVER = frozenset({"languagetool"})


def faults(rules: Sequence[Rule], known: Mapping[str, Rule] | None = None) -> Iterator[Fault]:
    """What is wrong with the examples of ``rules``, in order. ``known`` holds the rules their conditions may name."""
    by_id = {**(known or {}), **{rule.id: rule for rule in rules}}
    for rule in rules:
        yield from _conditions(rule, by_id)
        if rule.kind in NEED_A_SERVER:
            continue
        detector = detector_for(rule, by_id)
        for key, examples in (("bad", rule.bad), ("good", rule.good), ("misfires", rule.misfires)):
            for i, example in enumerate(examples, 1):
                fault = _fault(rule, example, detector)
                if fault:
                    yield Fault(rule.path, example.line, f"examples.{key}[{i}]", *fault)


def found(rule: Rule, example: Example, detector: Detector) -> tuple[Span, ...]:
    """The spans that ``rule`` finds in ``example``, in code points of its text."""
    if rule.scope == "title":
        ready = document(read("", name=rule.id), title=example.text)
    else:
        ready = document(read(example.text, name=rule.id, format=example.format))
    hits, _ = detector.detect(ready, {})
    return tuple(ready.locate(hit.start, hit.end)[1] for hit in hits if hit.rule.id == rule.id)


def detector_for(rule: Rule, known: Mapping[str, Rule]) -> Detector:
    """What runs ``rule`` alone, with the rules that its conditions name."""
    return Detector([rule, *_company(rule, known)])


def _company(rule: Rule, known: Mapping[str, Rule]) -> list[Rule]:
    names = dict.fromkeys(name for _, of_key in _named(rule) for name in of_key)
    return [known[name] for name in names if name in known and name != rule.id]


def _named(rule: Rule) -> Iterator[tuple[str, Iterable[str]]]:
    """The keys of a rule that name others, and whom."""
    yield "when.beside", rule.when.get("beside", ())
    yield "when.with", rule.when.get("with", ())
    if rule.kind == "evidence":
        yield "match.weights", rule.match["weights"]
    if rule.kind == "cluster":
        yield "match.of", rule.match["of"]
    if rule.kind == "furniture":
        yield "match.signs", rule.match["signs"]


def _conditions(rule: Rule, known: Mapping[str, Rule]) -> Iterator[Fault]:
    for key, names in _named(rule):
        for name in names:
            if name not in known:
                yield Fault(rule.path, 1, key, f"there is no rule {name!r}", "name a rule by its id")


def _fault(rule: Rule, example: Example, detector: Detector) -> tuple[str, str] | None:
    spans = found(rule, example, detector)
    if spans == example.spans:
        return None
    shown = ", ".join(f"<<{example.text[start:end]}>>" for start, end in spans) or "nothing"
    if not example.spans:
        return f"finds {shown}", "mend the pattern, or list the text under misfires"
    marked = ", ".join(f"<<{example.text[start:end]}>>" for start, end in example.spans)
    return f"finds {shown} instead of {marked}", "mend the pattern or the marks"
