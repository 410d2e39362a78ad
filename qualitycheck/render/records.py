"""The report for programs: JSON in one piece or a document a line, as ``docs/report.schema.json`` has it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from qualitycheck.render.summary import Summary

if TYPE_CHECKING:
    from qualitycheck.model import Rule
    from qualitycheck.render.look import Documents, Look


def json(documents: Documents, _rules: Mapping[str, Rule], _look: Look) -> Iterator[str]:
    """One JSON object over all documents; each document on a line of its own."""
    from qualitycheck import __version__

    tool = {"name": "qualitycheck", "version": __version__}
    yield f'{{"schema": 1, "tool": {_dumps(tool)}, "documents": ['
    summary = Summary()
    separator = "\n"
    for report, _ in documents:
        summary.add(report)
        yield separator + _dumps(report.to_dict())
        separator = ",\n"
    yield f'\n], "summary": {_dumps(summary.to_dict())}}}\n'


def jsonl(documents: Documents, _rules: Mapping[str, Rule], _look: Look) -> Iterator[str]:
    """One JSON object a document and line."""
    for report, _ in documents:
        yield _dumps(report.to_dict()) + "\n"


def _dumps(value: dict[str, Any]) -> str:
    import json as standard

    return standard.dumps(value, ensure_ascii=False)
