"""The local runner: batches of lines over processes, reports in the order of the records, constant memory."""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from itertools import islice
from multiprocessing import get_context
from typing import NamedTuple

import orjson

from qualitycheck.checker import Checker, Config
from qualitycheck.corpus.records import Fields, parse

_BATCH = 64  # records; small enough that two processes share a short file, large enough to pay for the way there
_AHEAD = 4  # batches a process that may wait to be written out


class Batch(NamedTuple):
    """``lines``: one JSON line a record. ``verdicts`` counts them. ``faults``: ``FILE:LINE: what is wrong``."""

    lines: bytes
    verdicts: Counter[str]
    faults: tuple[str, ...]


class _Work(NamedTuple):
    fields: Fields
    format: str
    lang: str


def run(
    lines: Iterable[tuple[str, bytes]],
    *,
    fields: Fields,
    format: str = "plain",
    lang: str = "auto",
    jobs: int = 1,
    config: Config | None = None,
) -> Iterator[Batch]:
    """Check every line of ``lines`` (``(FILE:LINE, JSON)``), in order.

    At most ``jobs * 4`` batches of 64 records are held at any time. A line without a usable record gives a JSON line
    with ``name`` and ``error``, so that line N of the output is always record N.
    """
    work = _Work(fields, format, lang)
    rest = iter(lines)
    batches = iter(lambda: list(islice(rest, _BATCH)), [])
    if jobs == 1:
        checker = Checker(config)
        yield from (_check(checker, batch, work) for batch in batches)
        return
    # Not forked: a fork copies the locks of whatever threads the caller runs.
    with ProcessPoolExecutor(jobs, get_context("spawn"), _start, (config,)) as pool:
        waiting: deque[Future[Batch]] = deque()
        try:
            for batch in batches:
                waiting.append(pool.submit(_check_here, batch, work))
                if len(waiting) >= jobs * _AHEAD:
                    yield waiting.popleft().result()
            while waiting:
                yield waiting.popleft().result()
        finally:
            for future in waiting:
                future.cancel()


_process: list[Callable[[list[tuple[str, bytes]], _Work], Batch]] = []


def _start(config: Config | None) -> None:
    checker = Checker(config)
    _process.append(lambda batch, work: _check(checker, batch, work))


def _check_here(batch: list[tuple[str, bytes]], work: _Work) -> Batch:
    return _process[0](batch, work)


def _check(checker: Checker, batch: list[tuple[str, bytes]], work: _Work) -> Batch:
    out: list[bytes] = []
    verdicts: Counter[str] = Counter()
    faults: list[str] = []
    for place, line in batch:
        record = parse(place, line, work.fields)
        if record.fault is not None:
            faults.append(f"{place}: {record.fault}")
            out.append(orjson.dumps({"name": record.name, "error": record.fault}))
            continue
        report = checker.check(record.text, title=record.title, format=work.format, lang=work.lang, name=record.name)
        verdicts[report.verdict] += 1
        out.append(orjson.dumps(report.to_dict()))
    return Batch(b"".join(line + b"\n" for line in out), verdicts, tuple(faults))
