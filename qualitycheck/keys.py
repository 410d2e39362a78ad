"""What may stand in a rule file: the keys of a rule, of its examples and of its conditions.

The keys of ``match`` belong to the scanner kinds and stand in ``qualitycheck.scanners.KINDS``. Everything that reads
a rule (the loader, ``rules/schema.json``, ``rules new``) works from these tables.
"""

from __future__ import annotations

from typing import Any, Literal, NamedTuple

from qualitycheck.model import BLOCK_KINDS, SCOPES, SEVERITIES, STATUSES

Type = Literal[
    "text",
    "texts",
    "phrases",
    "tables",
    "patterns",
    "pattern",
    "integer",
    "number",
    "positive",
    "numbers",
    "flag",
    "choice",
    "choices",
    "mapping",
]

#: The title of ``rules/schema.json``, by which the loader knows a folder of packs.
SCHEMA_TITLE = "A qualitycheck rule"


class Key(NamedTuple):
    """One key: its type, what it means, whether it must be there, and what it may hold.

    ``phrases`` is a list of texts or the name of a ``.tsv`` file beside the rule, ``tables`` the names of such files,
    ``integer`` a whole number from 0, ``positive`` a number above 0, ``numbers`` a mapping of names to numbers.
    ``keys`` are those of a ``mapping`` (empty: anything). ``default`` is filled in where the key is absent.
    """

    type: Type
    says: str
    must: bool = False
    default: Any = None
    choices: tuple[str, ...] = ()
    keys: dict[str, Any] = {}  # noqa: RUF012 - a literal table, never changed


#: The parts of a document, as ``qualitycheck.shape.part`` tells them.
PARTS = ("start", "middle", "end")

NEAR = {
    "any": Key("texts", "words or phrases, one of which must occur", must=True),
    "within": Key("text", "`12 words`, `sentence`, `paragraph` or `document`", default="sentence"),
}

WHEN: dict[str, Key] = {
    "blocks": Key("choices", "the kinds of block a hit may be in", choices=BLOCK_KINDS),
    "min-words": Key("integer", "the block has at least so many words"),
    "max-words": Key("integer", "the block has at most so many words"),
    "end-mark": Key("flag", "whether the block ends in `.`, `!`, `?`, `:` or `…` (quotation marks aside)"),
    "title-case": Key("flag", "whether its content words begin with capitals, all or nearly all, and at least two"),
    "first-blocks": Key("integer", "the block is one of the first so many of the document"),
    "last-blocks": Key("integer", "the block is one of the last so many of the document"),
    "part": Key(
        "choices",
        "where it stands: at the `start`, before the first running prose (12 words and an end mark), in the `middle`, "
        "or at the `end`, after the last",
        choices=PARTS,
    ),
    "isolated": Key("flag", "whether the blocks before and after it are running prose"),
    "introduced": Key("flag", "whether the block before it ends in a colon, as before a list or an example"),
    "min-run": Key("integer", "at least so many short blocks (10 words, no end mark) stand in a row with it"),
    "max-run": Key("integer", "at most so many short blocks stand in a row with it"),
    "min-links": Key("number", "at least this share of the block, 0 to 1, is the text of links (Markdown, HTML)"),
    "beside": Key("texts", "ids of rules (also cues) of which one has a hit in the same block or in one beside it"),
    "with": Key("texts", "ids of rules (also cues) of which one has a hit anywhere in the document"),
    "document-words": Key("integer", "the document has at least so many words"),
    "off-topic": Key("integer", "it has so many content words, and the stem of none is anywhere else in the document"),
}

FIX = {
    "replace": Key("text", "what stands there instead; empty deletes the hit", must=True),
    "safe": Key("flag", "whether a fix may be made without a person looking at it", default=False),
}

EXAMPLE = {
    "text": Key("text", "the example; `<<` and `>>` around what must be found", must=True),
    "from": Key("text", "`seeds/FILE:LINE` whose line holds the text"),
    "format": Key("choice", "the format the text is in", default="plain", choices=("plain", "markdown", "html")),
}

MEASURED = {
    "alarms": Key("integer", "hits on clean text", must=True),
    "words": Key("integer", "words of clean text looked at", must=True),
    "sets": Key("texts", "names of the files", must=True),
    "date": Key("text", "when, YYYY-MM-DD", must=True),
}

RULE: dict[str, Key] = {
    "title": Key("text", "what the rule finds, as a heading", must=True),
    "message": Key("text", "what the user sees; `{hit}` is the text found", must=True),
    "why": Key("text", "why it matters and which machine makes it", must=True),
    "severity": Key("choice", "how bad it is; `cue` is never shown alone", must=True, choices=SEVERITIES),
    "status": Key("choice", "`stable` runs by default, `preview` when asked for", must=True, choices=STATUSES),
    "lang": Key("choice", "the language it is for: `en`, or `any`", must=True, choices=("en", "any")),
    "scope": Key("choice", "where to look", must=True, choices=SCOPES),
    "match": Key("mapping", "`kind:` and the keys of that kind", must=True),
    "when": Key("mapping", "conditions that must all hold", keys=WHEN),
    "unless": Key("patterns", "patterns that take a hit back when their match overlaps it"),
    "fix": Key("mapping", "what may be put in the place of a hit", keys=FIX),
    "examples": Key("mapping", "`bad`, `good` and perhaps `misfires`", must=True),
    "measured": Key("mapping", "false alarms, written by `qualitycheck rules measure --write`", keys=MEASURED),
    "references": Key("texts", "sources"),
    "tags": Key("texts", "`family:NAME` groups rules for the score"),
}
