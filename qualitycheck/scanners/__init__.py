"""Scanners: one module a kind of rule.

A module has ``build(rules) -> Scanner``. It gets *all* rules of its kind, so that a document is read once however
many rules there are. To add a kind, write the module and add its line to ``KINDS``.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from importlib import import_module
from typing import NamedTuple, Protocol

from qualitycheck.keys import NEAR, Key
from qualitycheck.model import Hit, Rule, Skip
from qualitycheck.quotation import FAULTS
from qualitycheck.readability import METRIC_NAMES
from qualitycheck.text import Document

#: ``(index into the scanner's literals, start, end)`` of a literal in the document.
LiteralHit = tuple[int, int, int]


class Scanner(Protocol):
    """``folded`` and ``cased`` are the literals that it wants found in ``document.folded`` and ``document.plain``."""

    folded: Sequence[str]
    cased: Sequence[str]

    def scan(
        self, document: Document, folded: Sequence[LiteralHit], cased: Sequence[LiteralHit]
    ) -> Iterable[Hit | Skip]:
        """Hits in any order; a Skip for each thing that could not be looked at. Never raises because of a text."""
        ...


class Kind(NamedTuple):
    """``module`` is imported when the first rule of the kind is built; ``keys`` are those of its ``match``.

    ``places`` are what a hit can fill in the rule's message beside ``hit``; a pattern's named groups come to them.
    """

    module: str
    keys: Mapping[str, Key]
    places: tuple[str, ...] = ()


KINDS: dict[str, Kind] = {
    "phrase": Kind(
        "qualitycheck.scanners.phrase",
        {
            "any": Key("phrases", "words or phrases: a list, or a .tsv file beside the rule", must=True),
            "case": Key("flag", "letter case counts", default=False),
            "near": Key("mapping", "something that must be near", keys=NEAR),
            "not-near": Key("mapping", "something that must not be near", keys=NEAR),
        },
        places=("right", "note"),
    ),
    "regex": Kind(
        "qualitycheck.scanners.regex",
        {
            "pattern": Key(
                "pattern", "a regular expression; the group `hit`, where it has one, is the span", must=True
            ),
            "anchors": Key(
                "texts",
                "literal texts of which one is in every match; `{a-z}`, `{A-Z}` or `{0-9}` stands for any of these",
                must=True,
            ),
            "case": Key("flag", "letter case counts", default=False),
            "window": Key("integer", "code points looked at on each side of an anchor", default=200),
            "classes": Key("mapping", "group name: class of `qualitycheck.lexicon` that the word in it must have"),
            "timeout": Key("positive", "seconds a search may take", default=2.0),
        },
    ),
    "line": Kind(
        "qualitycheck.scanners.line",
        {
            "any": Key(
                "phrases", "what whole lines are made of: a list, or a .tsv file; without it any line", default=()
            ),
            "share": Key("positive", "the share of the words of a line that must be in such phrases", default=1.0),
            "says": Key("choice", "what a line says: `title`, what the title of the document says", choices=("title",)),
        },
    ),
    "furniture": Kind(
        "qualitycheck.scanners.furniture",
        {
            "signs": Key(
                "numbers", "id of a sign (a rule, mostly a cue): log-odds that its line is furniture", must=True
            ),
            "shape": Key(
                "numbers", "what a line can be (`scanners.furniture.TRAITS`): log-odds that it adds", must=True
            ),
            "switch": Key("number", "log-odds that a change from text to furniture costs, and back", default=2.0),
            "min-lines": Key("integer", "the fewest lines of a block that are no running prose", default=5),
            "distinct": Key("integer", "so many different lines of it have a sign, one of them no cue", default=4),
            "share": Key("positive", "and this share of its lines", default=0.15),
            "fitted": Key("text", "on what and when the numbers were fitted", must=True),
        },
        places=("lines",),
    ),
    "wrong-words": Kind(
        "qualitycheck.scanners.wrong_words",
        {
            "tables": Key("tables", "names of .tsv files beside the rule (`rules/README.md`)", must=True),
            "rows": Key(
                "choice",
                "which rows: `certain` ones; `likely` ones `in-context`, with a word near that they need; `alone`: "
                "`likely` ones without such a word, and cues",
                must=True,
                choices=("certain", "in-context", "alone"),
            ),
        },
        places=("right", "note"),
    ),
    "cluster": Kind(
        "qualitycheck.scanners.cluster",
        {
            "of": Key("texts", "ids of signs (rules, mostly cues)", must=True),
            "distinct": Key("integer", "so many different signs, or rows of tables, make a finding of each", default=3),
            "within": Key("integer", "code points between one sign and another", default=1000),
        },
        places=("others", "count", "right", "note"),
    ),
    "infix": Kind(
        "qualitycheck.scanners.infix",
        {
            "any": Key(
                "phrases",
                "a .tsv file: `wrong` is a synonym inside an unknown word that is known with `right` in its place",
                must=True,
            )
        },
        places=("right",),
    ),
    "quotes": Kind(
        "qualitycheck.scanners.quotes",
        {"fault": Key("choices", "what is wrong with the marks", must=True, choices=(*FAULTS, "cut-short"))},
        places=("quotation",),
    ),
    "repetition": Kind(
        "qualitycheck.scanners.repetition",
        {
            "of": Key(
                "choice",
                "what is repeated; `pair`: an adjective after “and”; `phrase`: two to four words; `loop`: words, three "
                "times; `near-sentence`: in other words; `restated`: the content words of the one before; "
                "`measure`: in another unit, and wrongly",
                must=True,
                choices=(
                    "word",
                    "possessive",
                    "pair",
                    "phrase",
                    "loop",
                    "sentence",
                    "paragraph",
                    "near-sentence",
                    "restated",
                    "measure",
                ),
            ),
            "allow": Key("texts", "words that honest writers double", default=()),
            "min-words": Key("integer", "the shortest sentence or paragraph that counts", default=8),
        },
        places=("word", "right", "other"),
    ),
    "consistency": Kind(
        "qualitycheck.scanners.consistency",
        {
            "of": Key(
                "choice",
                "what should be written one way; `long-quotation`: of 5 to 15 words; `end-mark`: of a quotation, in or "
                "outside its marks; `name`: of a person, place or office; "
                "`number`: an abstract noun, quoted in the singular and plural outside; `twin`: adjectives of one stem "
                "(`historic`, `historical`) before one noun; `headline`: a name that stands only there; "
                "`headline-number`: an amount that stands only there",
                must=True,
                choices=(
                    "quotation",
                    "long-quotation",
                    "end-mark",
                    "hyphen",
                    "form",
                    "name",
                    "number",
                    "twin",
                    "headline",
                    "headline-number",
                ),
            ),
            "forms": Key(
                "texts", "the forms of one thing, for `of: form`: all but the commonest are found", default=()
            ),
        },
        places=("other", "usual", "count"),
    ),
    "density": Kind(
        "qualitycheck.scanners.density",
        {
            "any": Key("phrases", "phrases: a list, or a .tsv file beside the rule", must=True),
            "distinct": Key("integer", "so many different ones make a finding of each", default=3),
            "per-1000-words": Key("number", "and so many in 1,000 words", default=0.0),
        },
        places=("count", "right", "note"),
    ),
    "metric": Kind(
        "qualitycheck.scanners.metric",
        {
            "name": Key(
                "choice",
                "a metric: `words` for a sentence or paragraph, else any of textstat",
                must=True,
                choices=tuple(sorted(METRIC_NAMES)),
            ),
            "of": Key("choice", "what is measured", default="document", choices=("document", "paragraph", "sentence")),
            "above": Key("number", "find what is above"),
            "below": Key("number", "find what is below"),
            "min-words": Key("integer", "shorter texts are not measured", default=100),
        },
        places=("value",),
    ),
    "evidence": Kind(
        "qualitycheck.scanners.evidence",
        {
            "weights": Key("numbers", "id of a sign (a rule, mostly a cue): log-odds that a hit of it adds", must=True),
            "bias": Key("number", "log-odds before anything is seen", default=0.0),
            "per-1000-words": Key("number", "log-odds that 1,000 words take away", default=0.0),
            "floor": Key("number", "log-odds from which the rule speaks", default=0.0),
            "most": Key("integer", "so many hits of one sign count", default=3),
            "distinct": Key("integer", "so many different signs are needed", default=2),
            "fitted": Key("text", "on what and when the numbers were fitted", must=True),
        },
        places=("signs", "count"),
    ),
    "languagetool": Kind(
        "qualitycheck.scanners.languagetool",
        {"ids": Key("texts", "ids of LanguageTool's own rules", must=True)},
        places=("said",),
    ),
}


def build(kind: str, rules: Sequence[Rule]) -> Scanner:
    """The scanner of ``kind`` for ``rules``, all of that kind."""
    scanner: Scanner = import_module(KINDS[kind].module).build(rules)
    return scanner
