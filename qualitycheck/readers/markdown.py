"""Markdown: CommonMark with GitHub's additions, front matter, and the shortcodes of site generators."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, NamedTuple

from qualitycheck.model import OBJECT, BlockKind, Source
from qualitycheck.readers.html import OBJECTS, SKIPPED, Page
from qualitycheck.readers.prose import BLANK, ODD_BREAKS, Builder, Piece

if TYPE_CHECKING:
    from pyromark.event import Range

_FRONT = re.compile(
    r"\ufeff?(?P<fence>---|\+\+\+)[ \t]*\r?\n(?P<body>(?:.*\n)*?)(?:(?P=fence)|\.\.\.)[ \t]*\r?(?:\n|\Z)"
)
_ENTRY = re.compile(r"""["']?(?P<key>[A-Za-z_][\w.-]*)["']?[ \t]*[:=](?:[ \t]+|$)(?P<value>.*)""")
_BLOCK_SCALAR = re.compile(r"[|>][-+\d]*$")
_ESCAPES = {"'": re.compile("''"), '"': re.compile(r'\\["\\/]')}
_COMMENT = re.compile(r"\s#.*")

_SHORTCODE = re.compile(
    r"\{%-?[ \t]*(?P<name>\w*)[^{}]*%\}"  # Liquid: Jekyll, Eleventy, Docsy
    r"|\{\{[<%][^{}]*[>%]\}\}"  # Hugo
    r"|\{:[^{}\n]*\}"  # kramdown's attributes
    r"|(?<=\]\()\{\{[^{}\n]*\}\}"  # an address that Liquid makes; elsewhere {{ }} may be a place nobody filled
)
_CODE_SHORTCODES = frozenset(("highlight", "raw", "code", "codeblock", "comment", "mermaid"))
_BESIDE = re.compile(r"[^\r\n]")
_ODD_BREAK = re.compile("[\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029]")  # as of `&NewLine;`; a block is one line

_TAG = re.compile(r"<(?P<end>/?)(?P<name>[A-Za-z][\w-]*)")
_KINDS: dict[str, BlockKind] = {
    "BlockQuote": "quote",
    "Item": "item",
    "TableCell": "cell",
    "FootnoteDefinition": "paragraph",
}
_STYLES = frozenset(("Emphasis", "Strong", "Strikethrough"))
_OBJECT_EVENTS = frozenset(("Code", "InlineMath", "DisplayMath"))
_OBJECT_LINKS = frozenset(("Autolink", "Email"))


class _Front(NamedTuple):
    """Front matter: its scalars, the pieces of the title, and where the text after it starts."""

    values: dict[str, str]
    title: list[Piece]
    end: int


def read_markdown(text: str, name: str) -> Source:
    """The prose of ``text``. The title is that of the front matter, else the first level-1 heading."""
    front = _front_matter(text)
    builder = Builder()
    builder.pieces = front.title
    builder.close("title")
    _Reader(builder, _without_shortcodes(text, front.end), front.end).read()
    titles = [i for i, block in enumerate(builder.blocks) if block.kind == "title"]
    for i in titles[1:]:
        builder.blocks[i] = builder.blocks[i]._replace(kind="heading")
    lang = front.values.get("lang") or front.values.get("language")
    return builder.source(text, name, "markdown", lang, front.values)


class _Reader:
    """One run of the parser over ``body``, which stands at ``offset`` of the source."""

    def __init__(self, builder: Builder, body: str, offset: int) -> None:
        self.builder = builder
        self.body = body
        self.offset = offset
        self.bytes = body.encode()
        self.ascii = len(self.bytes) == len(body)
        self.byte = self.char = 0  # the same place in both
        self.containers: list[BlockKind] = ["paragraph"]
        self.kind: BlockKind = "paragraph"  # of the open block
        self.skipping = 0  # images, code blocks and autolinks that are open
        self.hidden = ""  # inline HTML element that is open and is not prose
        self.gap = False  # markup that leaves nothing was the last thing: one of the spaces around it is enough
        self.html: list[tuple[int, str]] = []

    def read(self) -> None:
        # Here and not above, so that plain text does not pay for it.
        from pyromark import Options, events_with_range

        options = (
            Options.ENABLE_TABLES
            | Options.ENABLE_FOOTNOTES
            | Options.ENABLE_STRIKETHROUGH
            | Options.ENABLE_TASKLISTS
            | Options.ENABLE_MATH
            | Options.ENABLE_HEADING_ATTRIBUTES
        )
        events: Iterable[tuple[Any, Range]] = events_with_range(self.body, options=options)
        for event, span in events:
            name: str
            value: Any
            name, value = (event, None) if type(event) is str else next(iter(event.items()))
            if name == "Start" or name == "End":
                tag, detail = (value, None) if type(value) is str else next(iter(value.items()))
                if tag == "Link" or tag == "Image":
                    self.link(tag, detail, span, name == "Start")
                elif tag not in _STYLES:
                    self.block(tag, detail, name == "Start")
            elif name == "Html":
                self.html.append((self.place(span["start"]), value))
            elif name == "InlineHtml":
                self.inline_html(value, span)
            elif self.skipping or self.hidden:
                continue
            elif name == "Text":
                self.text(value, span)
            elif name == "SoftBreak":
                at = self.place(span["start"])
                self.builder.add(" ", at, at + 1)
            elif name == "HardBreak":
                self.line_break(span)
            elif name == "InlineMath" and self.bytes[span["end"] : span["end"] + 1].isdigit():
                # "$5–$10" is no formula.
                at = self.place(span["start"])
                shown = f"${value}$".replace("\r", " ").replace("\n", " ")
                self.builder.add(shown, at, self.place(span["end"]))
            elif name in _OBJECT_EVENTS:
                self.add_object(span)
        self.builder.close(self.kind)

    def text(self, value: str, span: Range) -> None:
        start, end = span["start"], span["end"]
        size = end - start if self.ascii else len(self.bytes[start:end].decode("utf-8", "replace"))
        at = self.place(start)
        pieces = self.builder.pieces
        if self.gap and value[:1] == " " and pieces and pieces[-1].text[-1] == " ":
            value = value[1:]
            at, size = at + 1, size - 1
        self.gap = False
        if value:
            self.builder.add(_ODD_BREAK.sub(" ", value), at, at + size)

    def link(self, tag: str, detail: Any, span: Range, start: bool) -> None:
        """Only the text of a link is prose; an image, and a link that shows its address, take a word's place."""
        if start and (tag == "Image" or detail["link_type"] in _OBJECT_LINKS):
            if not self.skipping and not self.hidden and (tag == "Link" or self.builder.at_word):
                self.add_object(span)
            self.skipping += 1
        elif not start and (tag == "Image" or self.bytes[span["start"] : span["start"] + 1] == b"<"):
            self.skipping -= 1

    def block(self, tag: str, detail: Any, start: bool) -> None:
        self.builder.close(self.kind)
        self.hidden = ""
        self.gap = False
        if tag in _KINDS:
            if start:
                self.containers.append(_KINDS[tag])
            else:
                self.containers.pop()
        elif tag == "CodeBlock":
            self.skipping += 1 if start else -1
        elif tag == "HtmlBlock" and not start:
            self.add_html()
        self.kind = self.containers[-1]
        if tag == "Heading" and start:
            self.kind = "title" if detail["level"] == "H1" else "heading"

    def inline_html(self, markup: str, span: Range) -> None:
        self.gap = True
        match = _TAG.match(markup)
        if match is None or self.skipping:
            return
        tag, is_end = match["name"].lower(), bool(match["end"])
        if self.hidden:
            if is_end and tag == self.hidden:
                self.hidden = ""
        elif tag == "br":
            self.line_break(span)
        elif tag == "img":
            if self.builder.at_word:
                self.add_object(span)
        elif not is_end and tag in OBJECTS:
            self.add_object(span)
            self.hidden = tag
        elif not is_end and tag in SKIPPED and not markup.endswith("/>"):
            self.hidden = tag

    def place(self, byte: int) -> int:
        """Source offset of the code point at ``byte`` of the body. Cheap if asked in order."""
        if self.ascii:
            return byte + self.offset
        if byte >= self.byte:
            self.char += len(self.bytes[self.byte : byte].decode("utf-8", "replace"))
        else:
            self.char -= len(self.bytes[byte : self.byte].decode("utf-8", "replace"))
        self.byte = byte
        return self.char + self.offset

    def add_object(self, span: Range) -> None:
        start = self.place(span["start"])
        size = len(self.bytes[span["start"] : span["end"]].decode("utf-8", "replace"))
        self.builder.add(OBJECT, start, start + size)

    def line_break(self, span: Range) -> None:
        """A hard break: a new block, but in a heading a space."""
        if self.kind in ("title", "heading"):
            at = self.place(span["start"])
            self.builder.add(" ", at, at + 1)
        else:
            self.builder.close(self.kind)
            self.kind = "line" if self.kind == "paragraph" else self.kind

    def add_html(self) -> None:
        """The text of an HTML block. The marks of the quotation that it stands in are blanked."""
        parts: list[str] = []
        first = at = self.html[0][0] if self.html else 0
        for start, line in self.html:
            parts += (" " * (start - at), line)
            at = start + len(line)
        self.html = []
        markup = "".join(parts)
        # Most are one comment, which is not worth loading the parser.
        if not (markup.startswith("<!--") and markup.find("-->") == len(markup.rstrip()) - 3):
            Page(self.builder, self.containers[-1]).walk(markup, first)


def _without_shortcodes(text: str, start: int) -> str:
    """``text`` from ``start`` on, with blanks for shortcodes that fill a line and OBJECTs for others; same length."""
    text = text[start:] if start else text
    for char in ODD_BREAKS:
        if char in text:
            text = text.replace(char, " ")
    if "\r" in text:
        text = re.sub(r"\r(?!\n)", "\n", text)
    if "{%" not in text and "{{" not in text and "{:" not in text:
        return text
    parts: list[str] = []
    done = 0
    opened, name = -1, ""
    for match in _SHORTCODE.finditer(text):
        begin, end = match.span()
        if opened >= 0:
            if match["name"] != f"end{name}":
                continue
            begin, opened = opened, -1
        elif match["name"] in _CODE_SHORTCODES:
            opened, name = begin, match["name"]
            continue
        parts += (text[done:begin], _mask(text, begin, end))
        done = end
    parts.append(text[done:])
    return "".join(parts)


def _mask(text: str, start: int, end: int) -> str:
    line_end = text.find("\n", end)
    before = text[text.rfind("\n", 0, start) + 1 : start]
    after = text[end : line_end if line_end >= 0 else len(text)]
    alone = not before.strip() and not after.strip()
    return _BESIDE.sub(" " if alone else OBJECT, text[start:end])


def _front_matter(text: str) -> _Front:
    """Top-level scalars of YAML or TOML front matter. A reader of lines is enough for them, and starts at once."""
    match = _FRONT.match(text)
    if match is None or not _looks_like_front_matter(match["body"]):
        return _Front({}, [], 0)
    values: dict[str, str] = {}
    title: list[Piece] = []
    key = ""
    pieces: list[Piece] = []
    at = match.start("body")
    for line in [*match["body"].split("\n"), "]"]:
        if not line[:1].isspace():
            if key and pieces:
                pieces = _unquoted(pieces)
                values.setdefault(key, "".join([piece.text for piece in pieces]))
                if key == "title" and not title:
                    title = pieces
            key, pieces = "", []
            if line.startswith("[") and match["fence"] == "+++":
                break
            entry = _ENTRY.match(line)
            if entry is None:
                at += len(line) + 1
                continue
            key = entry["key"]
            if entry["value"][:1] in ("[", "{", "&", "*", "!"):
                key = ""
            value, start = entry["value"], at + entry.start("value")
            if _BLOCK_SCALAR.match(value.strip()):
                value = ""
        else:
            value, start = line, at
        bare = value.strip(BLANK)
        if key and bare:
            start += value.index(bare)
            if pieces:
                pieces.append(Piece(" ", pieces[-1].end, pieces[-1].end + 1))
            pieces.append(Piece(bare, start, start + len(bare)))
        at += len(line) + 1
    return _Front(values, title, match.end())


def _looks_like_front_matter(body: str) -> bool:
    """Whether the first line is an entry; otherwise the fence was a rule between paragraphs."""
    first = body.lstrip().partition("\n")[0]
    return not first or first.startswith("#") or _ENTRY.match(first) is not None


def _unquoted(pieces: list[Piece]) -> list[Piece]:
    """``pieces`` of a scalar without its quotation marks, escapes and comment."""
    text, start, end = pieces[0]
    quote = text[0]
    last = pieces[-1]
    if quote not in _ESCAPES:
        return [Piece(bare := _COMMENT.sub("", piece.text), piece.start, piece.start + len(bare)) for piece in pieces]
    pieces = [Piece(text[1:], start + 1, end), *pieces[1:]]
    last = pieces[-1]
    close = last.text.rfind(quote)
    if close >= 0:
        pieces[-1] = Piece(last.text[:close], last.start, last.start + close)
    result: list[Piece] = []
    for text, start, _ in pieces:
        done = 0
        for match in _ESCAPES[quote].finditer(text):
            result.append(Piece(text[done : match.start()], start + done, start + match.start()))
            result.append(Piece(match[0][1], start + match.start(), start + match.end()))
            done = match.end()
        result.append(Piece(text[done:], start + done, start + len(text)))
    return [piece for piece in result if piece.text]
