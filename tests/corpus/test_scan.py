"""`qualitycheck scan`: order, memory, records that cannot be used."""

from __future__ import annotations

import gzip
import json
import sys
import tracemalloc
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

from qualitycheck import Checker
from qualitycheck.cli.scan import scan
from qualitycheck.corpus.records import Fields, numbered_lines, parse
from qualitycheck.corpus.runner import run


def write(path: Path, *rows: object) -> Path:
    path.write_text("".join(row if isinstance(row, str) else json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


def read(path: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


@pytest.mark.parametrize("jobs", [1, 2])
def test_one_report_a_record_in_order(tmp_path: Path, jobs: int, checker: Checker) -> None:
    rows = [{"id": i, "text": f"Page {i}. The the end." if i % 3 else f"Page {i}."} for i in range(300)]
    source, out = write(tmp_path / "in.jsonl", *rows), tmp_path / "out.jsonl"
    result = CliRunner().invoke(scan, [str(source), "-o", str(out), "--name-field", "id", "--jobs", str(jobs)])
    assert result.exit_code == 0, result.output
    reports = read(out)
    assert [report["name"] for report in reports] == [str(i) for i in range(300)]
    assert reports[1] == checker.check(str(rows[1]["text"]), name="1").to_dict()
    assert "300 records" in result.stderr


def test_a_record_that_cannot_be_used_is_named_and_the_others_are_checked(tmp_path: Path) -> None:
    good = {"body": "Fine.", "head": "A title"}
    source = write(tmp_path / "in.jsonl", good, "{broken\n", "\n", {"text": "x"}, [1], {"body": 7}, good)
    out = tmp_path / "out.jsonl"
    result = CliRunner().invoke(
        scan, [str(source), "-o", str(out), "--text-field", "body", "--title-field", "head", "--jobs", "1"]
    )
    assert result.exit_code == 2
    assert ["error" in row for row in read(out)] == [False, True, True, True, True, False]
    assert f"{source}:2: no JSON" in result.stderr
    assert f"{source}:4: no text in field 'body'; the fields are text" in result.stderr
    assert "2 records" in result.stderr


def test_gzip_standard_input_and_standard_output(tmp_path: Path) -> None:
    packed = tmp_path / "in.jsonl.gz"
    packed.write_bytes(gzip.compress(b'{"text": "One."}\n'))
    result = CliRunner().invoke(scan, [str(packed), "-", "--jobs", "1"], input='{"text": "Two."}\n')
    assert [json.loads(line)["name"] for line in result.stdout.splitlines()] == [f"{packed}:1", "-:1"]


def test_invalid_utf8_loses_nothing() -> None:
    record = parse("x:1", b'\xef\xbb\xbf{"text": "caf\xe9 ok"}', Fields())
    assert record.text == "caf\ufffd ok"


@pytest.mark.parametrize(
    "arguments", [["lost.jsonl"], ["in.jsonl", "-o", "in.jsonl"], ["in.jsonl", "-o", "no/x.jsonl"]]
)
def test_wrong_use_is_a_clear_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], arguments: list[str]
) -> None:
    from qualitycheck.cli import main

    monkeypatch.chdir(tmp_path)
    write(tmp_path / "in.jsonl", {"text": "x"})
    monkeypatch.setattr(sys, "argv", ["qualitycheck", "scan", *arguments, "--jobs", "1"])
    with pytest.raises(SystemExit) as stop:
        main()
    assert stop.value.code == 2
    assert arguments[-1] in capsys.readouterr().err
    assert read(tmp_path / "in.jsonl") == [{"text": "x"}]


def test_memory_does_not_grow_with_the_corpus() -> None:
    def corpus(count: int) -> Iterator[tuple[str, bytes]]:
        line = json.dumps({"text": "The mill by the river was sold. " * 20}).encode()
        return (("c:1", line) for _ in range(count))

    def peak(count: int) -> int:
        tracemalloc.start()
        for _ in run(corpus(count), fields=Fields()):
            pass
        _, most = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        return most

    peak(64)
    small = peak(128)
    assert peak(1280) < 2 * small


def test_lines_are_numbered_as_an_editor_numbers_them(tmp_path: Path) -> None:
    file = write(tmp_path / "in.jsonl", "{}\n\n{}\n")
    assert [place for place, _ in numbered_lines(str(file))] == [f"{file}:1", f"{file}:3"]
