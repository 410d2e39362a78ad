"""The local runner: batches of lines over processes, reports in the order of the records, constant memory."""

from __future__ import annotations

import os
import signal
import threading
import traceback
from collections import Counter, deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager, suppress
from functools import cache
from itertools import islice
from multiprocessing import get_context
from multiprocessing.connection import Connection
from typing import NamedTuple

import orjson

from qualitycheck.checker import Checker, Config
from qualitycheck.corpus.records import Fields, Record, parse
from qualitycheck.errors import QualityCheckError, is_panic

_BATCH = 64  # records; small enough that two processes share a short file, large enough to pay for the way there
_AHEAD = 4  # batches a process that may wait to be written out
_SENDING = 1.0  # seconds that a worker may take to send a batch which nobody may want any more


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

    At most ``jobs * 4`` batches of 64 records are held at any time. A line without a usable record, or on which the
    checker fails, gives a JSON line with ``name`` and ``error``, so that line N of the output is always record N.
    Worker processes end with the iterator, and with this process. Raises QualityCheckError if one ends by itself.
    """
    work = _Work(fields, format, lang)
    rest = iter(lines)
    batches = iter(lambda: list(islice(rest, _BATCH)), [])
    if jobs == 1:
        checker = Checker(config)
        yield from (_check(checker, batch, work) for batch in batches)
        return
    # Not forked: a fork copies the locks of whatever threads the caller runs.
    context = get_context("spawn")
    # Nothing is ever sent; the workers see the other end close, also when this process is killed.
    their_end, our_end = context.Pipe(duplex=False)
    pool = ProcessPoolExecutor(jobs, context, _start, (config, their_end))
    waiting: deque[Future[Batch]] = deque()
    done = 0
    try:
        for batch in batches:
            with _interrupts_wait():
                waiting.append(pool.submit(_check_here, batch, work))
            while len(waiting) >= jobs * _AHEAD or (waiting and waiting[0].done()):
                yield waiting.popleft().result()
                done += _BATCH
        while waiting:
            yield waiting.popleft().result()
            done += _BATCH
    except BrokenProcessPool as error:
        raise QualityCheckError(
            f"a worker process was ended from outside (out of memory?) after the reports of {done:,} records; "
            "fewer jobs need less memory"
        ) from error
    finally:
        our_end.close()
        pool.shutdown(cancel_futures=True)
        their_end.close()


@contextmanager
def _interrupts_wait() -> Iterator[None]:
    """Ctrl-C comes after the block, and to no process that the block starts.

    ``submit`` starts the workers: one that is interrupted while it imports, before it can say that it leaves Ctrl-C to
    its parent, ends with a traceback. Windows cannot block signals.
    """
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, ())
    try:
        signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


# What a worker process has beside its batches. A pool can hand things to its workers by module variables only.
_checker: Callable[[], Checker]
_sending = threading.Lock()  # held except while a batch is checked


def _start(config: Config | None, lifeline: Connection) -> None:
    global _checker
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    # Made with the first batch: the pool passes on an error of a batch, but none from here.
    _checker = cache(lambda: Checker(config))
    _sending.acquire()
    threading.Thread(target=_end_with, args=(lifeline,), daemon=True).start()


def _end_with(lifeline: Connection) -> None:
    """End this process when the other end of ``lifeline`` is closed, in the middle of a batch if need be.

    Not in the middle of sending one, because the reader would wait for the rest of it for ever.
    """
    with suppress(EOFError):
        lifeline.recv_bytes()
    _sending.acquire(timeout=_SENDING)
    os._exit(1)


def _check_here(batch: list[tuple[str, bytes]], work: _Work) -> Batch:
    _sending.release()
    try:
        return _check(_checker(), batch, work)
    finally:
        _sending.acquire()


def _check(checker: Checker, batch: list[tuple[str, bytes]], work: _Work) -> Batch:
    out: list[bytes] = []
    verdicts: Counter[str] = Counter()
    faults: list[str] = []
    for place, line in batch:
        record = parse(place, line, work.fields)
        fault = record.fault
        if fault is None:
            try:
                verdict, report = _report(checker, record, work)
            except QualityCheckError:  # of a setting: it is the same for every record
                raise
            # A bug in the checker may show in one text of a million, and must not take the others with it.
            except BaseException as error:
                if not isinstance(error, Exception) and not is_panic(error):
                    raise
                fault = f"the checker failed: {_said(error)}"
            else:
                verdicts[verdict] += 1
                out.append(report)
                continue
        faults.append(f"{place}: {fault}")
        out.append(orjson.dumps({"name": record.name, "error": fault}))
    return Batch(b"".join(line + b"\n" for line in out), verdicts, tuple(faults))


def _report(checker: Checker, record: Record, work: _Work) -> tuple[str, bytes]:
    report = checker.check(record.text, title=record.title, format=work.format, lang=work.lang, name=record.name)
    return report.verdict, orjson.dumps(report.to_dict())


def _said(error: BaseException) -> str:
    """``ValueError: what it says``, as one line that UTF-8 can write."""
    said = " ".join("".join(traceback.format_exception_only(error)).split())
    return said.encode("utf-8", "backslashreplace").decode("utf-8")
