"""The scanner against a server in this process that speaks LanguageTool's /v2: no Java, no network."""

from __future__ import annotations

import json
import pickle
import socket
import sys
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs

import pytest

from qualitycheck.errors import ConfigError
from qualitycheck.model import Block, Hit, Rule, Skip, Source
from qualitycheck.readers import read
from qualitycheck.scanners.languagetool import BATCH, LanguageToolScanner, build
from qualitycheck.text import Document, document

BAD = "has surpassing"


def rule(name: str, *ids: str) -> Rule:
    return Rule(
        id=f"languagetool.{name}", title="t", message="{said}", why="w", severity="warning", status="preview",
        lang="en", scope="document", kind="languagetool", match={"ids": list(ids)}, path="x", family=name,
    )  # fmt: skip


HAVE = rule("have", "PRP_HAVE_VB")
BRACKETS = rule("brackets", "EN_UNPAIRED_BRACKETS")


def match(text: str, at: int, length: int, name: str = "PRP_HAVE_VB") -> dict[str, object]:
    """What LanguageTool answers for ``text[at:at + length]``: its offsets count UTF-16 units."""
    start, end = (len(text[:n].encode("utf-16-le")) // 2 for n in (at, at + length))
    return {
        "message": "The inflection seems to be incorrect here.",
        "replacements": [{"value": "x"}],
        "offset": start,
        "length": end - start,
        "context": {"text": text[at : at + length], "offset": 0, "length": end - start},
        "sentence": "",
        "rule": {"id": name, "description": "", "issueType": "grammar", "category": {"id": "GRAMMAR", "name": ""}},
    }


def honest(text: str) -> bytes:
    found = []
    at = text.find(BAD)
    while at >= 0:
        found.append(match(text, at, len(BAD)))
        at = text.find(BAD, at + 1)
    return json.dumps({"matches": found}).encode()


class Fake:
    """A server, the forms it was sent, and how it answers. ``answer`` may raise to cut the connection."""

    def __init__(self) -> None:
        self.forms: list[dict[str, str]] = []
        self.answer: Callable[[str], bytes] = honest
        self.closing = threading.Event()
        fake = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                if self.path != "/v2/languages":
                    return self.send_error(404)
                return self.reply(json.dumps([{"name": "English", "code": "en", "longCode": "en-US"}]).encode())

            def do_POST(self) -> None:
                if self.path != "/v2/check":
                    self.send_error(404)
                    return
                form = {
                    k: v[0] for k, v in parse_qs(self.rfile.read(int(self.headers["Content-Length"])).decode()).items()
                }
                fake.forms.append(form)
                try:
                    self.reply(fake.answer(form["text"]))
                except ConnectionError:
                    self.close_connection = True

            def reply(self, body: bytes) -> None:
                self.send_response(200)
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *_: object) -> None:
                pass

        self.http = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self.http.server_port}"
        self.thread = threading.Thread(target=self.http.serve_forever, kwargs={"poll_interval": 0.01})
        self.thread.start()

    def close(self) -> None:
        self.closing.set()
        self.http.shutdown()
        self.thread.join()
        self.http.server_close()


@pytest.fixture
def fake() -> Iterator[Fake]:
    server = Fake()
    yield server
    server.close()


@pytest.fixture(autouse=True)
def no_local_server(monkeypatch: pytest.MonkeyPatch) -> None:
    """language_tool_python would start Java and download 250 MB; no test may get near that."""
    from language_tool_python import LanguageTool

    def forbidden(*_: object, **__: object) -> None:
        raise AssertionError("a local server")

    monkeypatch.setattr(LanguageTool, "_start_local_server", forbidden)
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")


def of(*paragraphs: str) -> Document:
    return document(read("\n\n".join(paragraphs)))


def scan(scanner: LanguageToolScanner, text: Document) -> tuple[list[str], list[Skip]]:
    """The texts hit and the skips."""
    found = list(scanner.scan(text, (), ()))
    hits = [text.prose[hit.start : hit.end] for hit in found if isinstance(hit, Hit)]
    return hits, [skip for skip in found if isinstance(skip, Skip)]


def filler(size: int = BATCH // 2) -> str:
    """A paragraph that shares a batch with no second one of its size."""
    return ("It rained. " * (size // 11 + 1)).strip()


def test_hits_carry_the_rule_the_span_and_the_message(fake: Fake) -> None:
    text = of("A title line", f"China {BAD} the Union.")
    (hit,) = build([HAVE], fake.url).scan(text, (), ())
    assert hit == Hit(HAVE, 19, 33, {"said": "The inflection seems to be incorrect here."})


def test_one_request_asks_for_all_ids_and_nothing_else(fake: Fake) -> None:
    scan(build([HAVE, BRACKETS], fake.url), of("One.", "Two."))
    (form,) = fake.forms
    assert set(form.pop("enabledRules").split(",")) == {"PRP_HAVE_VB", "EN_UNPAIRED_BRACKETS"}
    assert form == {"language": "en-US", "enabledOnly": "true", "text": "One.\n\nTwo."}


def test_one_id_may_serve_two_rules(fake: Fake) -> None:
    found = build([HAVE, rule("too", "PRP_HAVE_VB")], fake.url).scan(of(BAD), (), ())
    assert [hit.rule.id for hit in found if isinstance(hit, Hit)] == ["languagetool.have", "languagetool.too"]


def test_ids_that_nobody_asked_for_are_dropped(fake: Fake) -> None:
    fake.answer = lambda text: json.dumps({"matches": [match(text, 0, 3, "WHITESPACE_RULE")]}).encode()
    assert scan(build([HAVE], fake.url), of("One.")) == ([], [])


@pytest.mark.parametrize(
    "before", ["🏆 ", "👩‍👩‍👧 𝐛𝐨𝐥𝐝 ", "e\u0301 ", "half \ud83d of a pair ", "😀" * 400 + " "], ids=ascii
)
def test_spans_are_code_points_after_any_character(fake: Fake, before: str) -> None:
    text = of("🏆 First.", f"{before}it {BAD} that 😀. It {BAD} this.")
    assert scan(build([HAVE], fake.url), text) == ([BAD, BAD], [])
    # language_tool_python converts offsets with what another thread may have left behind: give it nothing to convert.
    assert max(fake.forms[0]["text"]) <= "\uffff"


def test_a_hard_line_break_does_not_end_the_paragraph(fake: Fake) -> None:
    prose = "One\ntwo\nThree"
    blocks = (Block(0, 3, "paragraph"), Block(4, 7, "line"), Block(8, 13, "paragraph"))
    source = Source("x", prose, "plain", prose, read(prose).offsets, blocks)
    scan(build([HAVE], fake.url), Document(source, prose, blocks))
    assert fake.forms[0]["text"] == "One\ntwo\n\nThree"


def test_an_empty_document_is_not_sent(fake: Fake) -> None:
    assert scan(build([HAVE], fake.url), of("")) == ([], [])
    assert fake.forms == []


def test_batches_are_small_enough_and_lose_nothing(fake: Fake) -> None:
    parts = [f"{i} it {BAD} that. {filler(3000)}" for i in range(30)]
    assert scan(build([HAVE], fake.url), of(*parts)) == ([BAD] * 30, [])
    sizes = [len(form["text"]) for form in fake.forms]
    assert len(sizes) == 5
    assert max(sizes) <= BATCH


def test_a_paragraph_longer_than_a_batch_is_cut_between_sentences(fake: Fake) -> None:
    text = of(f"It {BAD} 😀. " + filler(3 * BATCH) + f" It {BAD} that.")
    assert scan(build([HAVE], fake.url), text) == ([BAD, BAD], [])
    assert all(len(form["text"]) <= BATCH and form["text"].endswith(".") for form in fake.forms)


def test_a_sentence_longer_than_a_batch_is_said_to_be_left_out(fake: Fake) -> None:
    hits, (skip,) = scan(build([HAVE], fake.url), of("x" * (BATCH + 1), f"It {BAD} that."))
    assert hits == [BAD]
    assert skip.why.startswith(f"{BATCH + 1} characters")


def test_no_server_is_a_skip() -> None:
    assert scan(build([HAVE]), of(BAD)) == (
        [],
        [Skip("languagetool", "no server given; name one that runs by its address")],
    )


def test_an_absent_package_is_a_skip(fake: Fake, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "language_tool_python", None)
    hits, (skip,) = scan(build([HAVE], fake.url), of(BAD))
    assert not hits
    assert "install the extra [languagetool]" in skip.why


def test_an_unreachable_server_is_a_skip() -> None:
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        port = unused.getsockname()[1]
        hits, (skip,) = scan(build([HAVE], f"http://user:secret@127.0.0.1:{port}"), of(BAD))
    assert not hits
    assert skip.why.startswith(f"no usable answer from 127.0.0.1:{port} (Connect")


def test_a_server_that_dies_in_mid_scan_loses_nothing_found_before(fake: Fake) -> None:
    def dies(text: str) -> bytes:
        if text.startswith("Second"):
            raise ConnectionError
        return honest(text)

    fake.answer = dies
    scanner = build([HAVE], fake.url)
    parts = [f"{name} it {BAD} that. {filler()}" for name in ("First", "Second", "Third")]
    hits, (skip,) = scan(scanner, of(*parts))
    assert hits == [BAD]
    assert skip.why.endswith("1 of 3 parts of the text were checked")
    asked = len(fake.forms)
    assert scan(scanner, of(BAD))[1] == [Skip("languagetool", skip.why.replace("1 of 3", "0 of 1"))]
    assert len(fake.forms) == asked, "a server that failed is left alone for a while"


def test_after_its_rest_a_server_is_asked_again(fake: Fake) -> None:
    scanner = LanguageToolScanner([HAVE], fake.url, rest=0)
    fake.answer = lambda _: b"<html>restarting</html>"
    assert scan(scanner, of(BAD))[0] == []
    fake.answer = honest
    assert scan(scanner, of(BAD)) == ([BAD], [])


def test_a_slow_server_costs_one_time_out(fake: Fake) -> None:
    def slow(text: str) -> bytes:
        if text != "Quick.":
            fake.closing.wait(30)
        return honest(text)

    fake.answer = slow
    scanner = LanguageToolScanner([HAVE], fake.url, timeout=1)
    assert scan(scanner, of("Quick.")) == ([], [])
    for _ in range(3):
        hits, (skip,) = scan(scanner, of(f"It {BAD}.", filler(), filler()))
        assert not hits
        assert skip.why == (
            f"no answer from {fake.url.removeprefix('http://')} within 1 s; 0 of 2 parts of the text were checked"
        )
    assert len(fake.forms) == 2


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"<html>Bad gateway</html>",
        b"\xff\xfe",
        b"null",
        b"{}",
        b"[]",
        b'{"matches": [{}]}',
        b'{"matches": [null]}',
        json.dumps({"matches": [match("x" * 99, 90, 9)]}).encode(),
        json.dumps({"matches": [match("x", 0, 1) | {"offset": -4}]}).encode(),
        json.dumps({"matches": [match("x", 0, 1) | {"offset": "here"}]}).encode(),
    ],
)
def test_a_wrong_answer_is_a_skip(fake: Fake, body: bytes) -> None:
    fake.answer = lambda _: body
    hits, (skip,) = scan(build([HAVE], fake.url), of(f"It {BAD} that."))
    assert not hits
    assert skip.why.startswith("no usable answer from")


@pytest.mark.parametrize("tail", ["", "/", "/v2", "/v2/"])
def test_the_address_may_end_as_people_write_it(fake: Fake, tail: str) -> None:
    assert scan(build([HAVE], fake.url + tail), of(BAD)) == ([BAD], [])


@pytest.mark.parametrize("address", ["", "localhost:8081", "ftp://localhost", "http://", "http://[", "http://h:99999"])
def test_an_address_that_is_none_is_a_config_error(address: str) -> None:
    with pytest.raises(ConfigError, match="write http://HOST:PORT"):
        build([HAVE], address)


def test_eight_threads_find_what_one_finds(fake: Fake) -> None:
    scanner = build([HAVE], fake.url)
    texts = [of("😀" * n + f" it {BAD} that {n}.", "𝐛𝐨𝐥𝐝 " * (n % 5) + BAD) for n in range(40)]
    with ThreadPoolExecutor(8) as threads:
        assert list(threads.map(lambda text: scan(scanner, text), texts)) == [([BAD, BAD], [])] * 40


def test_it_pickles_after_use(fake: Fake) -> None:
    scanner = LanguageToolScanner([HAVE], fake.url, timeout=7)
    scan(scanner, of(BAD))
    copy = pickle.loads(pickle.dumps(scanner))  # noqa: S301 - our own bytes
    assert scan(copy, of(BAD)) == ([BAD], [])
