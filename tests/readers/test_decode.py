from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qualitycheck.errors import ConfigError
from qualitycheck.readers import READERS, decode, format_of, read


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_marks_tell_the_encoding_and_are_dropped(encoding: str) -> None:
    assert decode("Bien sûr 😀\r\n".encode(encoding)) == ("Bien sûr 😀\r\n", ())


@pytest.mark.parametrize("encoding", ["utf-16-be", "utf-32-be"])
def test_big_endian_marks(encoding: str) -> None:
    assert decode("\ufeffsûr".encode(encoding)) == ("sûr", ())


def test_invalid_bytes_are_replaced_and_told() -> None:
    decoded = decode(b"caf\xe9 au lait")
    assert decoded is not None
    text, (skip,) = decoded
    assert text == "caf\ufffd au lait"
    assert skip.what == "bytes that are not UTF-8, the first at offset 3"


def test_half_a_code_unit_of_utf_16() -> None:
    decoded = decode("\ufeffab".encode("utf-16-le") + b"\x00")
    assert decoded is not None
    text, skipped = decoded
    assert text == "ab\ufffd"
    assert len(skipped) == 1


def test_encoded_surrogates_are_replaced() -> None:
    decoded = decode("a\ud800b".encode("utf-8", "surrogatepass"))
    assert decoded is not None
    decoded[0].encode()


@pytest.mark.parametrize(
    "data",
    [
        b"\x7fELF\x02\x01\x01" + bytes(9),
        b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0",
        b"PK\x03\x04\x14\0\0\0\x08\0",
        bytes(range(256)) * 40,
        b"\0" * 5000,
    ],
)
def test_binary_files(data: bytes) -> None:
    assert decode(data) is None


def test_one_nul_byte_makes_no_binary_file() -> None:
    assert decode(b"word " * 100 + b"\0" + b" word" * 100) == ("word " * 100 + "\0" + " word" * 100, ())


def test_nothing() -> None:
    assert decode(b"") == ("", ())


@given(st.binary())
def test_any_bytes_decode_to_text_that_can_be_encoded(data: bytes) -> None:
    decoded = decode(data)
    if decoded is not None:
        decoded[0].encode()


@pytest.mark.parametrize(
    ("filename", "format_"),
    [
        ("a.md", "markdown"),
        ("dir.html/README.MD", "markdown"),
        ("a.b.markdown", "markdown"),
        ("a.mkd", "markdown"),
        ("a.htm", "html"),
        ("a.XHTML", "html"),
        ("a.txt", "plain"),
        ("a.text", "plain"),
        ("a.mdx", None),
        ("md", None),
        (".md", None),
        ("", None),
    ],
)
def test_format_of(filename: str, format_: str | None) -> None:
    assert format_of(filename) == format_
    assert format_ is None or format_ in READERS


def test_unknown_format() -> None:
    with pytest.raises(ConfigError, match=r"unknown format 'docx'.*plain, markdown, html"):
        read("text", format="docx")
