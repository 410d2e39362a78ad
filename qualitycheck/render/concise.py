"""One line a finding, for other programs and for pipes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from qualitycheck.render.excerpt import printable
from qualitycheck.render.summary import Summary, headline

if TYPE_CHECKING:
    from qualitycheck.model import Rule
    from qualitycheck.render.look import Documents, Look


def concise(documents: Documents, _rules: Mapping[str, Rule], look: Look) -> Iterator[str]:
    """``path:line:column: severity: message [rule]``; nothing for a clean document; a summary if there was anything.

    A file that was not looked at at all is named, because silence would say that it is clean.
    """
    summary = Summary()
    for report, _ in documents:
        summary.add(report)
        lines = [f"{printable(report.name)}: skipped: {printable(s.why)}" for s in report.skipped if s.what == "file"]
        lines += [headline(report.name, finding, look) for finding in report.findings]
        if lines:
            yield "\n".join(lines) + "\n"
    if summary.findings:
        yield f"{summary}\n"
