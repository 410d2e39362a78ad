"""What several documents come to."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from qualitycheck.render.excerpt import printable

if TYPE_CHECKING:
    from qualitycheck.model import Finding, Report, Severity, Verdict
    from qualitycheck.render.look import Look

VERDICTS: tuple[Verdict, ...] = ("pass", "review", "reject")
SHOWN: tuple[Severity, ...] = ("error", "warning", "info")


class Summary:
    """Counts of documents by verdict and of findings by severity; grows by ``add``."""

    def __init__(self) -> None:
        self.verdicts: Counter[str] = Counter()
        self.findings: Counter[str] = Counter()

    def add(self, report: Report) -> None:
        self.verdicts[report.verdict] += 1
        self.findings.update(finding.severity for finding in report.findings)

    def to_dict(self) -> dict[str, Any]:
        """``summary`` of the JSON report."""
        return {
            "documents": self.verdicts.total(),
            "verdicts": {verdict: self.verdicts[verdict] for verdict in VERDICTS},
            "findings": {severity: self.findings[severity] for severity in SHOWN},
        }

    def __str__(self) -> str:
        verdicts = ", ".join(f"{self.verdicts[verdict]} {verdict}" for verdict in VERDICTS if self.verdicts[verdict])
        documents = counted(self.verdicts.total(), "document")
        return f"{documents}{verdicts and f' ({verdicts})'}: {severities(self.findings)}"


def severities(counts: Counter[str]) -> str:
    """``2 errors, 1 warning``, or ``no findings``."""
    named = (counted(counts[s], s) if s != "info" else f"{counts[s]:,} info" for s in SHOWN if counts[s])
    return ", ".join(named) or "no findings"


def counted(number: int, noun: str) -> str:
    """``1 document``, ``2 documents``."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def headline(name: str, finding: Finding, look: Look) -> str:
    """``path:line:column: severity: message [rule]``, always one line."""
    place = f"{printable(name)}:{finding.line}:{finding.column}:"
    severity = look.paint(f"{finding.severity}:", finding.severity)
    rule = look.paint(f"[{finding.rule}]", "faint")
    return f"{look.paint(place, 'strong')} {severity} {printable(finding.message)} {rule}"
