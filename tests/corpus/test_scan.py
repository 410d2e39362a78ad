"""`qualitycheck scan`: order, memory, records that cannot be used."""

from __future__ import annotations

import gzip
import json
import multiprocessing
import os
import subprocess
import sys
import tracemalloc
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from qualitycheck import Checker
from qualitycheck.cli import cli
from qualitycheck.cli.scan import scan
from qualitycheck.corpus.records import Fields, numbered_lines, parse
from qualitycheck.corpus.runner import run
from qualitycheck.errors import ConfigError, QualityCheckError
from qualitycheck.model import Report

ROOT = Path(__file__).parents[2]


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
    ("line", "text"),
    [
        (rb'{"text": "smile \ud83d ok", "id": NaN}', "smile \ufffd ok"),
        (rb'{"text": "smile \ude00 ok", "a\ud83d": 1}', "smile \ufffd ok"),
        (rb'{"text": "smile \ud83d\ude00 \ud83d"}', "smile \U0001f600 \ufffd"),
        (rb'{"text": "no escape: \\ud83d \ud83d"}', r"no escape: \ud83d" + " \ufffd"),
    ],
)
def test_half_a_character_loses_nothing(line: bytes, text: str) -> None:
    assert parse("x:1", line, Fields()).text == text
    (batch,) = run([("x:1", line)], fields=Fields())
    assert batch.faults == ()
    assert json.loads(batch.lines)["verdict"] == "pass"


@pytest.mark.parametrize("line", [b"[" * 100_000, b"1" * 100_000, b'{"text": "\\ud83d'])
def test_what_no_reader_of_json_takes_is_a_fault(line: bytes) -> None:
    assert "no JSON" in (parse("x:1", line, Fields()).fault or "")


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="file names are Unicode there")
def test_a_file_name_that_is_not_unicode(tmp_path: Path) -> None:
    file = write(tmp_path / os.fsdecode(b"caf\xe9.jsonl"), {"text": "x"})
    (batch,) = run(numbered_lines(str(file)), fields=Fields())
    assert json.loads(batch.lines)["name"] == f"{tmp_path}/caf\ufffd.jsonl:1"


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


# ---- what goes wrong -------------------------------------------------------------------------------------------


class PanicException(BaseException):
    """As Rust extensions raise it."""


class BrittleChecker(Checker):
    """Raises what the text says."""

    def check(self, text: str, **more: Any) -> Report:
        for error in (ValueError("half a \ud83d"), PanicException("index out\nof range"), ConfigError("no such thing")):
            if text == type(error).__name__:
                raise error
        if text == "interrupt":
            raise KeyboardInterrupt
        return super().check(text, **more)


def numbered(*texts: str) -> list[tuple[str, bytes]]:
    return [(f"x:{number}", json.dumps({"text": text}).encode()) for number, text in enumerate(texts, 1)]


def test_a_record_that_the_checker_fails_on_is_named_and_the_others_are_checked(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("qualitycheck.corpus.runner.Checker", BrittleChecker)
    (batch,) = run(numbered("Fine.", "ValueError", "PanicException", "Fine."), fields=Fields())
    reports = [json.loads(line) for line in batch.lines.splitlines()]
    assert [report.get("error") for report in reports] == [
        None,
        r"the checker failed: ValueError: half a \ud83d",
        f"the checker failed: {__name__}.PanicException: index out of range",
        None,
    ]
    assert [fault.partition(": ")[0] for fault in batch.faults] == ["x:2", "x:3"]
    assert batch.verdicts.total() == 2


@pytest.mark.parametrize(("text", "error"), [("ConfigError", ConfigError), ("interrupt", KeyboardInterrupt)])
def test_what_is_no_fault_of_a_record_ends_the_run(
    monkeypatch: pytest.MonkeyPatch, text: str, error: type[BaseException]
) -> None:
    monkeypatch.setattr("qualitycheck.corpus.runner.Checker", BrittleChecker)
    with pytest.raises(error):
        list(run(numbered(text), fields=Fields()))


def test_a_setting_that_cannot_be_used_is_the_same_error_from_a_worker() -> None:
    with pytest.raises(ConfigError, match="unknown format 'pdf'"):
        list(run(numbered("x"), fields=Fields(), format="pdf", jobs=2))


def test_a_worker_that_is_killed_is_a_clear_error() -> None:
    def lines() -> Iterator[tuple[str, bytes]]:
        yield from numbered(*["Fine."] * 64)
        for worker in multiprocessing.active_children():
            worker.kill()
        yield from numbered("Fine.")

    with pytest.raises(QualityCheckError, match="after the reports of 0 records"):
        list(run(lines(), fields=Fields(), jobs=2))


# Scans 20 batches, and does something when the workers have been started for four and are not ready yet.
PROGRAM = f"""
import multiprocessing, os, signal, sys, threading
sys.path.insert(0, {str(ROOT)!r})
import qualitycheck.cli.scan
from qualitycheck.cli import main

def lines(path):
    for number in range(20 * 64):
        if number == 4 * 64:
            ACTION
        yield path, b'{{"text": "Fine."}}'

qualitycheck.cli.scan.numbered_lines = lines
sys.argv = ["qualitycheck", "scan", sys.executable, "--jobs", "2"]
main()
"""

# By then the parent waits for the first report, and the workers still import.
AFTER_SUBMITTING = "threading.Timer(0.1, os.killpg, (0, signal.SIGINT)).start()"


def program(action: str) -> subprocess.CompletedProcess[str]:
    """Ends when all its processes have ended: each has its standard error."""
    return subprocess.run(
        [sys.executable, "-c", PROGRAM.replace("ACTION", action)],
        env=os.environ | {"PYTHONPATH": str(ROOT)}, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True,
        timeout=60, start_new_session=True, check=False)  # fmt: skip


@pytest.mark.skipif(sys.platform == "win32", reason="needs signals")
def test_a_worker_leaves_interrupts_to_its_parent_from_the_start() -> None:
    done = program("[os.kill(worker.pid, signal.SIGINT) for worker in multiprocessing.active_children()]")
    assert done.returncode == 0
    assert done.stderr.startswith("1,280 records in ")


@pytest.mark.skipif(sys.platform == "win32", reason="needs process groups")
@pytest.mark.parametrize("when", ["os.killpg(0, signal.SIGINT)", AFTER_SUBMITTING], ids=["submitting", "waiting"])
def test_an_interrupt_while_workers_start_ends_them_all_quietly(when: str) -> None:
    done = program(when)
    assert (done.returncode, done.stderr.strip()) == (130, "")


@pytest.mark.skipif(sys.platform == "win32", reason="needs process groups")
def test_workers_end_with_a_parent_that_is_killed() -> None:
    assert program("os.kill(os.getpid(), signal.SIGKILL)").returncode == -9


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_a_closed_pipe_is_quiet(tmp_path: Path, jobs: str) -> None:
    source = write(tmp_path / "in.jsonl", *[{"text": "The mill by the river was sold."}] * 2000)
    with subprocess.Popen(
        [sys.executable, "-m", "qualitycheck", "scan", str(source), "--jobs", jobs],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=ROOT) as process:  # fmt: skip
        assert process.stdout is not None
        assert process.stderr is not None
        assert process.stdout.readline().startswith(b'{"name":')
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait(60) == 0


# ---- where reports go ------------------------------------------------------------------------------------------


def scanned(*arguments: str | Path) -> Result:
    return CliRunner().invoke(cli, ["scan", "--jobs", "1", *map(str, arguments)])


def test_a_missing_input_leaves_the_output_as_it_was(tmp_path: Path) -> None:
    source, out = write(tmp_path / "in.jsonl", {"text": "x"}), write(tmp_path / "out.jsonl", "before")
    result = scanned(source, tmp_path / "lost.jsonl", "-o", out)
    assert result.exit_code == 2
    assert "lost.jsonl: cannot be read: No such file" in result.stderr
    assert out.read_text() == "before"
    assert sorted(file.name for file in tmp_path.iterdir()) == ["in.jsonl", "out.jsonl"]


def test_what_was_finished_before_an_input_failed_is_kept_beside_the_output(tmp_path: Path) -> None:
    source, out = write(tmp_path / "in.jsonl", *[{"text": "x"}] * 64), write(tmp_path / "out.jsonl", "before")
    (tmp_path / "cut.jsonl.gz").write_bytes(gzip.compress(b'{"text": "One."}\n')[:-9])
    result = scanned(source, tmp_path / "cut.jsonl.gz", "-o", out)
    assert result.exit_code == 2
    assert f"{out}.part: holds the reports that were finished" in result.stderr
    assert out.read_text() == "before"
    assert len(read(tmp_path / "out.jsonl.part")) == 64
    again = scanned(tmp_path / "out.jsonl.part", "-o", out)
    assert again.exit_code == 2
    assert "out.jsonl.part: is also an input" in again.stderr
    assert scanned(source, "-o", out).exit_code == 0
    assert len(read(out)) == 64
    assert not (tmp_path / "out.jsonl.part").exists()


def test_an_interrupt_keeps_what_was_finished(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def lines(_: str) -> Iterator[tuple[str, bytes]]:
        yield from numbered(*["Fine."] * 64)
        raise KeyboardInterrupt

    monkeypatch.setattr("qualitycheck.cli.scan.numbered_lines", lines)
    scanned("-", "-o", tmp_path / "out.jsonl")
    assert len(read(tmp_path / "out.jsonl.part")) == 64


@pytest.mark.skipif(sys.platform == "win32", reason="needs links and modes")
def test_an_output_keeps_its_mode_and_a_link_to_it(tmp_path: Path) -> None:
    source, out = write(tmp_path / "in.jsonl", {"text": "x"}), write(tmp_path / "out.jsonl", "before")
    out.chmod(0o600)
    (tmp_path / "link.jsonl").symlink_to("out.jsonl")
    assert scanned(source, "-o", tmp_path / "link.jsonl").exit_code == 0
    assert (tmp_path / "link.jsonl").is_symlink()
    assert len(read(out)) == 1
    assert out.stat().st_mode & 0o777 == 0o600


@pytest.mark.skipif(not Path("/dev/stdout").exists(), reason="needs /dev/stdout")
def test_what_is_no_regular_file_is_written_as_it_stands(tmp_path: Path) -> None:
    source, log = write(tmp_path / "in.jsonl", {"text": "x"}), write(tmp_path / "log.jsonl", {"before": 1})
    assert scanned(source, "-o", "/dev/null").exit_code == 0
    with log.open("ab") as stream:  # as >> in a shell
        command = [sys.executable, "-m", "qualitycheck", "scan", str(source), "-o", "/dev/stdout", "--jobs", "1"]
        subprocess.run(command, cwd=ROOT, stdout=stream, stderr=subprocess.DEVNULL, timeout=60, check=True)
    assert [next(iter(row)) for row in read(log)] == ["before", "name"]
    os.mkfifo(tmp_path / "pipe")
    with subprocess.Popen(["cat", str(tmp_path / "pipe")], stdout=subprocess.PIPE) as reader:
        assert scanned(source, "-o", tmp_path / "pipe").exit_code == 0
        assert json.loads(reader.communicate(timeout=60)[0])["verdict"] == "pass"
