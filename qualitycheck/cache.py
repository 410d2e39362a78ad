"""The user's cache: what may be lost at any time, and is made again."""

from __future__ import annotations

import os
from pathlib import Path


def folder() -> Path | None:
    """Where it is; None for a user without a home."""
    base = os.environ.get("XDG_CACHE_HOME") or os.environ.get("LOCALAPPDATA")
    try:
        return (Path(base) if base else Path.home() / ".cache") / "qualitycheck"
    except RuntimeError:
        return None


def keep(content: bytes, target: Path, most: int) -> None:
    """Write ``target`` in one step, and delete all but the newest ``most`` whose names begin as its own.

    Raises OSError.
    """
    import tempfile  # which a start that finds its cache need not pay for

    kind = target.name.partition("-")[0] + "-"
    target.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile(dir=target.parent, prefix=kind, delete=False) as handle:
        handle.write(content)
    Path(handle.name).replace(target)
    newest_first = sorted(target.parent.glob(f"{kind}*"), key=lambda file: file.stat().st_mtime_ns, reverse=True)
    for old in newest_first[most:]:
        old.unlink(missing_ok=True)
