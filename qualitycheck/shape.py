"""What a line looks like and where it stands: its shape, its neighbours, its part of the text, its links, its topic.

Everything is about block ``index`` of a document. What is asked of many blocks of a text is computed once and kept.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from typing import Any, TypeVar

from qualitycheck.lexicon import is_a
from qualitycheck.model import Span
from qualitycheck.text import Document

_WORD = re.compile(r"[^\W\d_][\w'-]*")
_END_MARKS = tuple(".!?:…")
_MOST_TAIL = 20  # code points looked at behind the end mark: quotation marks, brackets
_SHORT = 10  # words: what a label, an entry of a menu or a headline may have
_RUNNING = 12  # words: from here a block with an end mark is running prose
_TITLE_CASE = 0.8  # of the content words; headlines leave a word like “per” or “via” in lower case
_STEM = 4  # letters: shorter words say little of a topic, and no stem is cut shorter
_SUFFIX = re.compile(r"(?:'s?|ings?|ed|ers?|ly|ments?|ations?|ions?|ies|es|s|e|y)$")
_LINKS = {
    "markdown": re.compile(r"(?<!!)\[(?P<text>[^\[\]]{1,1000})\]\([^()]{0,2000}\)"),
    "html": re.compile(r"<a\b[^<>]{0,2000}>(?P<text>(?:[^<]|<(?!/?a\b)[^<>]{0,200}>){1,400})</a>", re.IGNORECASE),
}

_T = TypeVar("_T")


def _kept(document: Document, name: str, make: Callable[[Document], _T]) -> _T:
    memo: dict[str, Any] = document.memo
    if name not in memo:
        memo[name] = make(document)
    kept: _T = memo[name]
    return kept


def end_mark(document: Document, index: int) -> str:
    """The mark in which the block ends, behind quotation marks and brackets; empty where there is none."""
    block = document.blocks[index]
    tail = document.plain[max(block.start, block.end - _MOST_TAIL) : block.end].rstrip("\"')] ")
    return tail[-1] if tail.endswith(_END_MARKS) else ""


def is_short(document: Document, index: int) -> bool:
    """Whether the block has no end mark and at most ten words."""
    return document.words(index) <= _SHORT and not end_mark(document, index)


def is_running(document: Document, index: int) -> bool:
    """Whether the block is running prose: at least twelve words and an end mark."""
    return document.words(index) >= _RUNNING and bool(end_mark(document, index))


def words_of(document: Document, index: int) -> list[str]:
    """The words of the block as they are written, without numbers."""
    block = document.blocks[index]
    return _WORD.findall(document.plain, block.start, block.end)


def is_title_case(words: Sequence[str]) -> bool:
    """Whether at least two content words, and four out of five of all, begin with a capital."""
    content = [word for word in words if not is_a(word.lower(), "function")]
    return len(content) > 1 and sum(word[0].isupper() for word in content) >= _TITLE_CASE * len(content)


def has_function_words(words: Sequence[str]) -> bool:
    """Whether at least a third of the words are function words, as in sentences."""
    return 3 * sum(is_a(word.lower(), "function") for word in words) >= len(words)


def part(document: Document, index: int) -> str:
    """``start`` before the first block of running prose, ``end`` after the last one, else ``middle``."""
    first, last = _kept(document, "running prose", _ends_of_prose)
    return "start" if index < first else "end" if index > last else "middle"


def is_isolated(document: Document, index: int) -> bool:
    """Whether the blocks before and after are running prose; beyond the ends of the text there is none."""
    return 0 < index < len(document.blocks) - 1 and all(is_running(document, i) for i in (index - 1, index + 1))


def is_introduced(document: Document, index: int) -> bool:
    """Whether the block before ends in a colon: "The side menu has these entries:"."""
    return index > 0 and end_mark(document, index - 1) == ":"


def run(document: Document, index: int) -> int:
    """How many short blocks stand in a row with this one; 0 if it is none."""
    return _kept(document, "runs", _runs)[index]


def link_share(document: Document, index: int) -> float:
    """The share of the block that is the text of links, 0 to 1; 0 in plain text."""
    starts, links = _kept(document, "links", _links)
    block = document.blocks[index]
    if not links or block.end <= document.shift:
        return 0.0
    start, end = document.locate(block.start, block.end)[1]
    around = links[max(0, bisect_right(starts, start) - 1) : bisect_left(starts, end)]
    linked = sum(max(0, min(end, link.end) - max(start, link.start)) for link in around)
    return min(1.0, linked / max(1, block.end - block.start))


def is_off_topic(document: Document, index: int, least: int) -> bool:
    """Whether the block has at least so many content words and shares the stem of none with another block."""
    block = document.blocks[index]
    own = Counter(_stems(document.folded, block.start, block.end))
    if len(own) < least:
        return False
    everywhere = _kept(document, "stems", lambda whole: Counter(_stems(whole.folded, 0, len(whole.folded))))
    return all(everywhere[stem] == count for stem, count in own.items())


def _ends_of_prose(document: Document) -> tuple[int, int]:
    count = len(document.blocks)
    first = next((i for i in range(count) if is_running(document, i)), count)
    last = next((i for i in range(count - 1, first, -1) if is_running(document, i)), first)
    return first, last


def _runs(document: Document) -> list[int]:
    runs: list[int] = []
    begin = 0
    for i in range(len(document.blocks) + 1):
        if i == len(document.blocks) or not is_short(document, i):
            runs += [i - begin] * (i - begin)
            if i < len(document.blocks):
                runs.append(0)
            begin = i + 1
    return runs


def _links(document: Document) -> tuple[list[int], list[Span]]:
    pattern = _LINKS.get(document.source.format)
    links = [Span(*match.span("text")) for match in pattern.finditer(document.source.text)] if pattern else []
    return [link.start for link in links], links


def _stems(folded: str, start: int, end: int) -> Iterator[str]:
    for match in _WORD.finditer(folded, start, end):
        word = match[0]
        if len(word) >= _STEM and not is_a(word, "function"):
            yield stem(word)


def stem(word: str) -> str:
    """``word``, in lower case, without its ending: rough, but the same for *vote*, *voting* and *votes*."""
    bare = _SUFFIX.sub("", word)
    return bare if len(bare) >= _STEM - 1 else word
