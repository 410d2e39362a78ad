"""Which files a command means, and what is in them."""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from qualitycheck.errors import InputError
from qualitycheck.readers import format_of

STDIN = "-"

# Folders of other people's texts. Hidden folders are left out as well, and ``site-packages`` is where a virtual
# environment keeps its texts, whatever it is called.
_FOREIGN = frozenset({"node_modules", "site-packages"})

# Process substitution and /dev/stdin are fine; any other pipe or device may never end.
_STREAMS = ("/dev/fd/", "/dev/stdin", "/proc/self/fd/")

_HOOK_VARIABLES = frozenset({"GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX"})


def find(paths: Iterable[str], fail: Callable[[InputError], None]) -> Iterator[str]:
    """The files that ``paths`` name, each once, in order; a folder stands for the files of known suffixes in it.

    Inside a git work tree a folder's ignored files are left out. A folder that cannot be listed goes to ``fail``.
    """
    # os.path, because pathlib raises for a path that it may not look at or that is too long.
    seen = set()
    for path in paths:
        is_folder = path != STDIN and os.path.isdir(path)  # noqa: PTH112
        for file in _in_folder(Path(path), fail) if is_folder else (path,):
            real = file if file == STDIN else os.path.normcase(os.path.realpath(file))
            if real not in seen:
                seen.add(real)
                yield file


def read_bytes(path: str) -> bytes:
    """The content of a file or of standard input. Raises InputError, whose text says what is wrong and not where."""
    try:
        if path == STDIN:
            if sys.stdin is None:
                raise InputError("standard input is closed")
            return sys.stdin.buffer.read()
        mode = Path(path).stat().st_mode
        if not stat.S_ISREG(mode) and not path.startswith(_STREAMS):
            raise InputError("not a regular file")
        return Path(path).read_bytes()
    except OSError as error:
        raise InputError((error.strerror or str(error)).lower()) from error


def _in_folder(folder: Path, fail: Callable[[InputError], None]) -> list[str]:
    # A folder that git ignores as a whole was named on purpose.
    names = _listed_by_git(folder) or _walked(folder, fail)
    wanted = (folder / name for name in sorted(names) if _is_wanted(Path(name)))
    return [str(path) for path in wanted if os.path.isfile(path)]  # noqa: PTH113


def _is_wanted(path: Path) -> bool:
    return format_of(path.name) is not None and not any(map(_is_left_out, path.parent.parts))


def _is_left_out(folder: str) -> bool:
    return folder.startswith(".") or folder in _FOREIGN


def _listed_by_git(folder: Path) -> list[str]:
    import subprocess

    # git sets these for its hooks, and they hold for the folder that it was started in.
    environment = {name: value for name, value in os.environ.items() if name not in _HOOK_VARIABLES}
    # The settings of a repository may name a program to run as file system monitor: not because of a check.
    command = ["git", "-c", "core.fsmonitor=false", "ls-files", "-z", "-co", "--exclude-standard"]
    try:
        done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, timeout=60, check=False)  # noqa: S603
    except (OSError, subprocess.TimeoutExpired):
        return []
    return [os.fsdecode(name) for name in done.stdout.split(b"\0") if name] if done.returncode == 0 else []


def _walked(folder: Path, fail: Callable[[InputError], None]) -> Iterator[str]:
    def unreadable(error: OSError) -> None:
        fail(InputError(f"{error.filename}: {(error.strerror or str(error)).lower()}"))

    for root, folders, files in os.walk(folder, onerror=unreadable):
        folders[:] = [name for name in folders if not _is_left_out(name)]
        for name in files:
            yield str((Path(root) / name).relative_to(folder))
