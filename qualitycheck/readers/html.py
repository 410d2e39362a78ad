"""HTML: the article of a page, without what is around it."""

from __future__ import annotations

import re

from qualitycheck.model import OBJECT, BlockKind, Source
from qualitycheck.readers.prose import ODD_BREAKS, Builder, Paragraph

#: Elements that take a word's place.
OBJECTS = frozenset(("code", "kbd", "samp", "var", "tt", "math"))
# Elements that are not prose, with all that is in them: as parts of a line, as parts of a page.
_SKIPPED_INLINE = frozenset(
    ("script", "style", "noscript", "template", "svg", "select", "option", "button", "rp", "rt")
)
_SKIPPED_BLOCKS = frozenset(("pre", "textarea", "form", "nav", "footer", "aside", "dialog"))
_SKIPPED_FRAMES = frozenset(("iframe", "object", "video", "audio", "canvas"))
SKIPPED = _SKIPPED_INLINE | _SKIPPED_BLOCKS | _SKIPPED_FRAMES

_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_TABLES = frozenset(("table", "thead", "tbody", "tfoot", "tr", "caption"))
_LISTS = frozenset(("ul", "ol", "dl"))
_LEAVES = frozenset(("p", "hr"))  # hold no blocks, so they need no place on the stack
_KINDS: dict[str, BlockKind] = {
    **dict.fromkeys(_HEADINGS, "heading"),
    **dict.fromkeys(("li", "dt", "dd"), "item"),
    **dict.fromkeys(("td", "th"), "cell"),
    **dict.fromkeys(("article", "main", "section"), "paragraph"),
    "blockquote": "quote",
}
_PAGE = frozenset(("html", "head", "body", "header", "div", "center", "address", "hgroup", "legend", "fieldset"))
_FIGURES = frozenset(("figure", "figcaption", "details", "summary"))
_BLOCKS = _KINDS.keys() | _TABLES | _LISTS | _LEAVES | _PAGE | _FIGURES
_END_HEADING = _HEADINGS | _LISTS | {"p", "article", "section", "main", "table", "blockquote"}
# A forgotten end tag must not swallow the article, and some pages are one big form.
_END_SKIP = frozenset(("main", "body"))
_END_FORM = _END_SKIP | {"article", "h1"}

_SPACES = re.compile("  +")
_LANG = re.compile(r"""\slang\s*=\s*["']?([A-Za-z][\w-]*)""", re.IGNORECASE)


def read_html(text: str, name: str) -> Source:
    """The article of ``text``: what is in ``<article>``, else in ``<main>``, else in the body.

    The title is the only ``<h1>``, else ``<title>``.
    """
    page = Page(Builder())
    page.walk(text, 0)
    page.builder.blocks = page.article()
    return page.builder.source(text, name, "html", page.lang)


class Page:
    """Walks over markup and puts its text into ``builder``. ``kind`` is that of text outside of any element."""

    def __init__(self, builder: Builder, kind: BlockKind = "paragraph") -> None:
        self.builder = builder
        self.lang: str | None = None
        self._outer: BlockKind = kind
        self._open: list[tuple[str, BlockKind]] = []
        self._count: dict[str, int] = {}  # of each tag in _open
        self._places: list[tuple[str, str]] = []  # of each block: its region, and "title", "h1" or ""
        self._after_break = False

    def article(self) -> list[Paragraph]:
        """The blocks of the article, the title marked."""
        places = self._places
        regions = {region for region, _ in places}
        wanted = next((region for region in ("article", "main") if region in regions), "body")
        inside = [tag != "title" and wanted in ("body", region) for region, tag in places]
        headlines = [i for i, (_, tag) in enumerate(places) if tag == "h1"]
        headlines = [i for i in headlines if inside[i]] or headlines
        titles = headlines if len(headlines) == 1 else [i for i, (_, tag) in enumerate(places) if tag == "title"]
        title = titles[0] if titles else -1
        return [
            block._replace(kind="title") if i == title else block
            for i, block in enumerate(self.builder.blocks)
            if i == title or inside[i]
        ]

    def walk(self, markup: str, offset: int) -> None:
        """Read ``markup``, which stands at ``offset`` of the source."""
        # Here and not above, because it takes 60 ms.
        from turbohtml import TokenType, tokenize

        text_token, reference = TokenType.TEXT, TokenType.CHARACTER_REFERENCE
        start_tag, end_tag = TokenType.START_TAG, TokenType.END_TAG
        # All one to one. "</>" is the one thing that the tokenizer drops without a token of its own.
        markup = markup.replace("</>", "<!>").replace("\r\n", " \n").replace("\r", "\n")
        for char in ODD_BREAKS:
            if char in markup:
                markup = markup.replace(char, " ")
        lines = [offset, *(offset + match.end() for match in re.finditer("\n", markup))]
        add = self.builder.add
        skip = ""  # the element that is being skipped
        depth = 0  # how many of its name are open
        for token in tokenize(markup, resolve_references=False, capture_source=True, capture_attributes=False):
            kind = token.type
            if kind is text_token:
                if not skip:
                    self._text(token.data or "", lines[token.line - 1] + token.col)
                continue
            tag = token.tag
            if tag is None:
                if kind is reference and not skip:
                    at = lines[token.line - 1] + token.col
                    data = token.data or "\ufffd"
                    add(" " if data.isspace() and data != "\xa0" else data, at, at + len(token.source or "&"))
                continue
            if skip:
                depth += (kind is start_tag) - (kind is end_tag) if tag == skip else 0
                if skip in OBJECTS:
                    ended = not depth or tag in _BLOCKS
                else:
                    ended = not depth or (kind is start_tag and tag in (_END_FORM if skip == "form" else _END_SKIP))
                if not ended:
                    continue
                leaving, skip = tag == skip, ""
                if leaving:
                    continue
            if kind is end_tag:
                if tag in _BLOCKS or tag == "title":
                    self._end(tag)
            elif tag == "br":
                self._break(lines[token.line - 1] + token.col)
            elif tag in _BLOCKS or tag == "title":
                self._start(tag)
                if tag == "html" and (match := _LANG.search(token.source or "")):
                    self.lang = match[1]
            elif tag in OBJECTS or (tag == "img" and self.builder.at_word):
                at = lines[token.line - 1] + token.col
                add(OBJECT, at, at + len(token.source or "<"))
                if tag != "img":
                    skip, depth = tag, 1
            elif tag in SKIPPED and not token.self_closing:
                skip, depth = tag, 1
                if tag not in _SKIPPED_INLINE:
                    self._close()
        self._close()

    def _text(self, data: str, at: int) -> None:
        """Add ``data`` with its white space collapsed."""
        pieces = self.builder.pieces
        if not pieces and data.isspace():
            return
        if "\n" in data or "\t" in data or "\f" in data:
            data = data.replace("\n", " ").replace("\t", " ").replace("\f", " ")
        start = 0
        if data[0] == " " and pieces and pieces[-1].text[-1] == " ":
            start = len(data) - len(data.lstrip(" "))
        if "  " in data:
            for match in _SPACES.finditer(data, start):
                stop = match.start() + 1
                self.builder.add(data[start:stop], at + start, at + stop)
                start = match.end()
        if start < len(data):
            self.builder.add(data[start:] if start else data, at + start, at + len(data))

    def _start(self, tag: str) -> None:
        self._close()
        if tag in _LEAVES and not (self._open and self._open[-1][0] in _HEADINGS):
            return
        if tag in _END_HEADING and self._open and self._open[-1][0] in _HEADINGS:
            self._pop()
        if tag not in _LEAVES:
            self._open.append((tag, _KINDS.get(tag, self._kind())))
            self._count[tag] = self._count.get(tag, 0) + 1

    def _end(self, tag: str) -> None:
        self._close()
        if self._count.get(tag):
            while self._pop() != tag:
                pass

    def _break(self, at: int) -> None:
        if self._kind() == "heading":
            self._text(" ", at)
        else:
            self._close()
            self._after_break = True

    def _pop(self) -> str:
        tag, _ = self._open.pop()
        self._count[tag] -= 1
        return tag

    def _kind(self) -> BlockKind:
        return self._open[-1][1] if self._open else self._outer

    def _close(self) -> None:
        if self.builder.pieces:
            kind = self._kind()
            if self.builder.close("line" if self._after_break and kind == "paragraph" else kind):
                region = "article" if self._count.get("article") else "main" if self._count.get("main") else "body"
                tag = self._open[-1][0] if self._open else ""
                if tag not in ("title", "h1"):
                    tag = "title" if self._count.get("title") else "h1" if self._count.get("h1") else ""
                self._places.append((region, tag))
        self._after_break = False
