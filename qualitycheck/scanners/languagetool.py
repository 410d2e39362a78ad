"""`languagetool`: finds of a LanguageTool server that the user runs, for the few of its rules that a pack names."""

from __future__ import annotations

import re
import time
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future
from functools import partial
from threading import Lock, Thread
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar
from urllib.parse import urlsplit

from qualitycheck.errors import ConfigError
from qualitycheck.model import OBJECT, Hit, Rule, Skip, Span

if TYPE_CHECKING:
    from qualitycheck.scanners import LiteralHit
    from qualitycheck.text import Document

#: Characters of one request at most: what LanguageTool's public servers take.
BATCH = 20_000

_WHAT = "languagetool"
_T = TypeVar("_T")

# LanguageTool counts UTF-16 units, and language_tool_python keeps what it needs to convert them in a class attribute
# that all threads overwrite. Text without characters of two units needs no conversion.
_TWO_UNITS = re.compile("[\U00010000-\U0010ffff]")


class _Unavailable(Exception):  # noqa: N818 - a state of the server, no error of ours
    """Why there is no answer, in words for the user."""


class _Batch(NamedTuple):
    """A text to send: prose spans with paragraph breaks between them; ``starts`` are their places in it."""

    text: str
    starts: tuple[int, ...]
    spans: tuple[Span, ...]

    def prose(self, start: int, end: int) -> Span:
        """Where ``text[start:end]`` stands in the prose, cut at the end of the span it starts in."""
        if not 0 <= start <= end <= len(self.text):
            raise ValueError("an offset outside the text")
        i = bisect_right(self.starts, start) - 1
        span, shift = self.spans[i], self.spans[i].start - self.starts[i]
        return Span(min(start + shift, span.end), min(end + shift, span.end))


class LanguageToolScanner:
    """Asks for all ids of all rules in one request a batch.

    ``server`` is the address of a LanguageTool server; None makes every scan a Skip. It has ``timeout`` seconds for
    each request. After a failure it is left alone for ``rest`` seconds, so that a dead server costs a corpus one wait
    and not one a document. Raises ConfigError for an address that is none.
    """

    folded: Sequence[str] = ()
    cased: Sequence[str] = ()

    def __init__(self, rules: Sequence[Rule], server: str | None, *, timeout: float = 20.0, rest: float = 30.0) -> None:
        self._address = None if server is None else _address(server)
        self._owners: dict[str, list[Rule]] = {}
        for rule in rules:
            for name in rule.match["ids"]:
                self._owners.setdefault(name, []).append(rule)
        self._copy = partial(LanguageToolScanner, tuple(rules), server, timeout=timeout, rest=rest)
        self._timeout = timeout
        self._rest = rest
        self._lock = Lock()
        self._tool: Any = None
        self._failure = ""
        self._resting_until = float("-inf")

    def __reduce__(self) -> tuple[Callable[[], LanguageToolScanner], tuple[()]]:
        return self._copy, ()

    def scan(
        self, document: Document, folded: Sequence[LiteralHit], cased: Sequence[LiteralHit]
    ) -> Iterator[Hit | Skip]:
        if self._address is None:
            yield Skip(_WHAT, "no server given; name one that runs by its address")
            return
        batches = tuple(_batches(document))
        for done, batch in enumerate(batches):
            try:
                found = self._ask(batch)
            except _Unavailable as why:
                yield Skip(_WHAT, f"{why}; {done} of {len(batches)} parts of the text were checked")
                return
            for name, span, said in found:
                for rule in self._owners.get(name, ()):
                    if span.start < span.end and document.unit(rule.scope, span.start) is not None:
                        yield Hit(rule, span.start, span.end, {"said": said})
        if unsent := sum(end - start for start, end in _too_long(document)):
            yield Skip(_WHAT, f"{unsent} characters of sentences longer than {BATCH} characters")

    def _ask(self, batch: _Batch) -> list[tuple[str, Span, str]]:
        tool = self._connected()
        try:
            matches = _within(self._timeout, partial(tool.check, batch.text))
            return [(m.rule_id, batch.prose(m.offset, m.offset + m.error_length), m.message) for m in matches]
        except Exception as error:
            with self._lock:
                raise self._failed(error) from error

    def _connected(self) -> Any:
        """The one connection. It keeps no state between requests, so threads may share it."""
        with self._lock:  # held while connecting: who waits for it then hears of a failure at once
            if time.monotonic() < self._resting_until:
                raise _Unavailable(self._failure)
            if self._tool is None:
                try:
                    self._tool = self._connect()
                except Exception as error:
                    raise self._failed(error) from error
            return self._tool

    def _connect(self) -> Any:
        from language_tool_python import LanguageTool

        # Its own time-out is 300 s and can be set in no other way; it ends requests that nobody waits for any more.
        impatient = type("LanguageTool", (LanguageTool,), {"_TIMEOUT": self._timeout})
        tool: Any = _within(self._timeout, partial(impatient, "en-US", remote_server=self._address))
        # LanguageTool refuses a list of categories to leave out beside `enabled_rules_only`, which leaves out all.
        tool.enabled_rules = set(self._owners)
        tool.enabled_rules_only = True
        return tool

    def _failed(self, error: Exception) -> _Unavailable:
        """Remember ``error``; call with the lock held."""
        server = urlsplit(self._address or "").netloc.rpartition("@")[2]
        if isinstance(error, ImportError):
            self._failure = "language-tool-python is not installed; install the extra [languagetool]"
        elif isinstance(error, TimeoutError):
            self._failure = f"no answer from {server} within {self._timeout:g} s"
        else:
            self._failure = f"no usable answer from {server} ({type(error.__cause__ or error).__name__})"
        self._resting_until = time.monotonic() + self._rest
        return _Unavailable(self._failure)


def build(rules: Sequence[Rule], server: str | None = None) -> LanguageToolScanner:
    """One scanner for all languagetool rules. ``server`` is an address such as ``http://localhost:8081``."""
    return LanguageToolScanner(rules, server)


def _address(server: str) -> str:
    """``server`` as the package wants it: it appends ``v2/``, after cutting what follows the last slash."""
    try:
        parts = urlsplit(server)
        usable = parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
    except ValueError:
        usable = False
    if not usable:
        raise ConfigError(f"languagetool: {server!r} is no address of a server; write http://HOST:PORT")
    return server.rstrip("/").removesuffix("/v2") + "/"


def _within(seconds: float, call: Callable[[], _T]) -> _T:
    """What ``call`` returns; TimeoutError after ``seconds``, however slowly an answer drips in."""
    answer: Future[_T] = Future()

    def run() -> None:
        try:
            answer.set_result(call())
        except BaseException as error:
            answer.set_exception(error)

    Thread(target=run, daemon=True).start()
    return answer.result(seconds)


def _batches(document: Document) -> Iterator[_Batch]:
    texts: list[str] = []
    starts: list[int] = []
    spans: list[Span] = []
    length = 0
    for span, gap in _pieces(document):
        if texts and length + len(gap) + span.end - span.start > BATCH:
            yield _Batch("".join(texts), tuple(starts), tuple(spans))
            texts, starts, spans, length = [], [], [], 0
        text = _TWO_UNITS.sub(OBJECT, document.prose[span.start : span.end])
        texts += (gap, text) if texts else (text,)
        length += len(text) + (len(gap) if len(texts) > 1 else 0)
        starts.append(length - len(text))
        spans.append(span)
    if texts:
        yield _Batch("".join(texts), tuple(starts), tuple(spans))


def _pieces(document: Document) -> Iterator[tuple[Span, str]]:
    """Spans of at most ``BATCH`` characters, each with what parts it from the one before.

    LanguageTool ends a paragraph at an empty line only; a piece after a hard line break goes on with its paragraph.
    """
    for index, block in enumerate(document.blocks):
        if block.end - block.start <= BATCH:
            if block.end > block.start:
                yield Span(block.start, block.end), "\n" if block.kind == "line" else "\n\n"
            continue
        gap = "\n\n"
        for sentence in document.sentences(index):
            if sentence.end - sentence.start <= BATCH:
                yield sentence, gap
                gap = " "


def _too_long(document: Document) -> Iterator[Span]:
    for index, block in enumerate(document.blocks):
        if block.end - block.start > BATCH:
            yield from (s for s in document.sentences(index) if s.end - s.start > BATCH)
