"""Nothing that a file can hold, and nothing that can be wrong with it, makes the command raise, hang or stay silent."""

from __future__ import annotations

import json
import os
import signal
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from qualitycheck.cli import cli

LIMIT = 120  # seconds, on a machine that runs other tests as well
PROSE = b"The council met on Monday and agreed on a plan for the river. It will be read again in May.\n"


@pytest.fixture(autouse=True)
def in_time(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[None]:
    """Every test in a folder of its own, and none longer than the limit."""
    monkeypatch.chdir(tmp_path)
    if sys.platform == "win32":
        yield
        return

    def too_long(*_: object) -> None:
        raise TimeoutError(f"more than {LIMIT} s")

    before = signal.signal(signal.SIGALRM, too_long)
    signal.alarm(LIMIT)
    yield
    signal.alarm(0)
    signal.signal(signal.SIGALRM, before)


def run(*arguments: str, data: bytes | None = None) -> tuple[int, str, str]:
    result = CliRunner().invoke(cli, ["check", *arguments], input=data)
    if result.exception and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result.exit_code, result.stdout, result.stderr


def document(content: bytes, name: str = "a.md") -> dict[str, Any]:
    """The JSON report of a file; the other formats are written as well, because they read the text too."""
    Path(name).write_bytes(content)
    for form in ("full", "concise", "jsonl"):
        code, _, errors = run("--format", form, "--", name)
        assert code in (0, 1)
        assert errors == ""
    code, written, _ = run("--format", "json", "--", name)
    (one,) = json.loads(written)["documents"]
    assert one["name"] == name
    return one


CONTENTS = {
    "empty": b"",
    "white space": b" \t\r\n\x0b\x0c\xc2\xa0\n" * 50,
    "only a mark": b"\xef\xbb\xbf",
    "no line break at the end": PROSE.rstrip(),
    "unclosed HTML": b"<p>The plan <b>was <a href='x>agreed <!-- on <script> by all <![CDATA[ of &#x; them",
    "unclosed fence": PROSE + b"\n```python\nprint(1)\n" + PROSE,
    "unclosed front matter": b"---\ntitle: The plan\n" + PROSE,
    "front matter that is not YAML": b"---\n\t{[: &a *b\n---\n" + PROSE,
    "quotes in quotes": b">" * 500 + b" " + PROSE,
    "lists in lists": b"".join(b"  " * depth + b"- item\n" for depth in range(300)),
    "elements in elements": b"<div>" * 5000 + PROSE,
    "brackets": b"[" * 5000 + PROSE,
    "emphasis": b"*a **b " * 2000,
    "entities": b"&amp;&nbsp;&#0;&#x110000;&bogus;" * 500,
    "one long word": b"a" * 300_000,
    "combining marks": b"e" + "\u0301".encode() * 50_000,
    "a NUL": PROSE + b"\x00" + PROSE,
    "every control": bytes(range(1, 32)) * 20 + PROSE,
}


@pytest.mark.parametrize("suffix", [".md", ".html", ".txt"])
@pytest.mark.parametrize("content", CONTENTS.values(), ids=CONTENTS)
def test_any_content_gives_a_report(content: bytes, suffix: str) -> None:
    one = document(content, f"a{suffix}")
    text = content.decode("utf-8-sig")
    for finding in one["findings"]:
        assert finding["excerpt"] == text[finding["start"] : finding["end"]]


@pytest.mark.parametrize("content", [b"", b" \n \n"], ids=["empty", "white space"])
def test_nothing_to_read_is_no_fault(content: bytes) -> None:
    one = document(content)
    assert one["findings"] == []
    assert one["metrics"]["words"] == 0
    assert one["metrics"]["flesch_reading_ease"] is None


@pytest.mark.parametrize("name", ["a.md", "a.html", "a.txt"])
def test_one_line_of_20_mb_in_one_word(name: str) -> None:
    Path(name).write_bytes(b"a" * 20_000_000)
    code, written, errors = run("--format", "jsonl", name)
    assert (code, errors) == (0, "")
    assert json.loads(written)["metrics"]["words"] == 1


def test_one_line_of_20_mb_of_sentences() -> None:
    Path("a.md").write_bytes(PROSE.replace(b"\n", b" ") * (20_000_000 // len(PROSE)))
    code, written, errors = run("--format", "jsonl", "a.md")
    assert code in (0, 1)
    assert json.loads(written)["metrics"]["words"] > 3_000_000
    assert errors == ""


@pytest.mark.parametrize("name", ["a.md", "a.html", "a.txt"])
def test_100_000_lines_of_one_word(name: str) -> None:
    Path(name).write_bytes(b"word\n" * 100_000)
    code, written, _ = run("--format", "jsonl", name)
    assert code in (0, 1)
    assert json.loads(written)["metrics"]["words"] == 100_000


def test_invalid_utf_8_is_said() -> None:
    one = document(PROSE + b"caf\xe9 \xff\xfe ok\n" + PROSE, "a.txt")
    assert any("UTF-8" in skip["why"] or "UTF-8" in skip["what"] for skip in one["skipped"])
    assert one["metrics"]["words"] > 30


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "utf-32-le", "utf-8"])
def test_a_byte_order_mark_tells_the_encoding(encoding: str) -> None:
    one = document(("\ufeff" + PROSE.decode()).encode(encoding), "a.txt")
    assert one["metrics"]["words"] == len(PROSE.split())
    assert one["skipped"] == []


@pytest.mark.parametrize(
    "content",
    [b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(range(256)) * 40, b"\x00" * 5000],
    ids=["image", "NUL"],
)
def test_a_binary_file_is_skipped_and_named(content: bytes) -> None:
    Path("x.md").write_bytes(content)
    code, written, errors = run("x.md")
    assert (code, written, errors) == (0, "x.md: skipped: binary, not text\n", "")
    assert document(content)["skipped"] == [{"what": "file", "why": "binary, not text"}]


def test_what_cannot_be_read_is_said_and_the_rest_is_checked() -> None:
    for name in ("a.md", "z.md"):
        Path(name).write_bytes(PROSE)
    Path("dangling.md").symlink_to("nowhere")
    Path("loop.md").symlink_to("loop.md")
    os.mkfifo("pipe.md")
    bad = ("gone.md", "dangling.md", "loop.md", "pipe.md", "a.md/b.md", "/dev/zero", "long" * 5000, "")
    code, written, errors = run("--format", "json", "a.md", *bad, "z.md")
    assert code == 2
    assert [one["name"] for one in json.loads(written)["documents"]] == ["a.md", "z.md"]
    assert [line.split(": ")[:2] for line in errors.splitlines()] == [["Error", name] for name in bad]


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_permission() -> None:
    Path("a.md").write_bytes(PROSE)
    Path("a.md").chmod(0)
    code, _, errors = run("a.md")
    assert (code, errors) == (2, "Error: a.md: permission denied\n")


def test_a_folder_with_the_name_of_a_file_is_a_folder() -> None:
    Path("x.md").mkdir()
    Path("x.md/a.md").write_bytes(PROSE)
    _, written, _ = run("--format", "json", "x.md")
    assert [one["name"] for one in json.loads(written)["documents"]] == ["x.md/a.md"]


def test_an_empty_folder() -> None:
    Path("empty").mkdir()
    code, written, errors = run("--format", "json", "empty")
    assert (code, errors) == (0, "Note: no file of a known suffix there.\n")
    assert json.loads(written)["documents"] == []


@pytest.mark.parametrize("name", ["two\nlines.md", "🧨 “é”.md", "-x.md", "--help", " ", "a:1:2.md", "\x1b[31m.md"])
def test_odd_file_names(name: str) -> None:
    document(PROSE, name)
    code, written, _ = run("--format", "full", "--", name)
    assert code == 0
    assert len(written.splitlines()[0].split(": pass, score ")) == 2
    assert "\x1b" not in written


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="file names are Unicode there")
def test_a_file_name_that_is_not_unicode() -> None:
    Path(os.fsdecode(b"caf\xe9.md")).write_bytes(PROSE)
    code, written, errors = run("--format", "json", ".")
    assert (code, errors) == (0, "")
    assert json.loads(written)["documents"][0]["name"] == "caf\ufffd.md"


@pytest.mark.parametrize("data", [b"", PROSE, b"\xff\xfe\x00", bytes(range(256)), b"\r" * 1000])
def test_standard_input(data: bytes) -> None:
    code, _, errors = run("-", data=data)
    assert (code, errors) == (0, "")
