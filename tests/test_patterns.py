"""Patterns from the user's cache are the patterns that were compiled; a broken cache is none."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
import regex

from qualitycheck import cache, patterns

PATTERN = r"(?x)(?<=\b[a-z]{3}[ ])(?P<hit>And|Or)(?=[ ](?P<noun>\p{Lu}\w+)) | ^ß$"


@pytest.fixture(autouse=True)
def _own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    monkeypatch.setattr(patterns, "_new", {})
    patterns.compiled.cache_clear()
    patterns._stored.cache_clear()
    yield
    patterns.compiled.cache_clear()
    patterns._stored.cache_clear()


def kept() -> list[Path]:
    return list((cache.folder() or Path()).glob("patterns-*"))


def start_again() -> None:
    patterns.compiled.cache_clear()
    patterns._stored.cache_clear()


def test_a_kept_pattern_finds_the_same() -> None:
    made = patterns.compiled(PATTERN)
    patterns.keep_compiled()
    assert len(kept()) == 1
    start_again()
    assert PATTERN in patterns._stored()
    again = patterns.compiled(PATTERN)
    text = "the Cat and Or Dog\nß\nher And Hat or Not"
    assert [match.groupdict() for match in again.finditer(text)] == [m.groupdict() for m in made.finditer(text)]
    assert again.pattern == made.pattern
    assert again.flags == made.flags
    assert not patterns._new


def test_what_is_kept_is_added_to() -> None:
    patterns.compiled("one")
    patterns.keep_compiled()
    start_again()
    patterns.compiled("two")
    patterns.keep_compiled()
    start_again()
    assert set(patterns._stored()) == {"one", "two"}


@pytest.mark.parametrize("content", [b"", b"x", b"\0" * 100, b"\0\0\0\0{garbage"])
def test_a_broken_cache_is_made_again(content: bytes) -> None:
    patterns.compiled("one")
    patterns.keep_compiled()
    (file,) = kept()
    file.write_bytes(content)
    start_again()
    assert patterns.compiled("one").search("one")
    patterns.keep_compiled()
    start_again()
    assert set(patterns._stored()) == {"one"}


def test_no_home_no_cache(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(patterns, "folder", lambda: None)
    assert patterns.compiled("one").search("one")
    patterns.keep_compiled()
    assert kept() == []


def test_a_bad_pattern_is_an_error() -> None:
    with pytest.raises(regex.error):
        patterns.compiled("(")


def test_the_command_keeps_what_it_compiled(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("He has went away, and the the dog too.", "utf-8")
    command = [sys.executable, "-m", "qualitycheck", "check", str(tmp_path / "a.txt")]
    subprocess.run(command, check=False, capture_output=True)
    assert kept()
