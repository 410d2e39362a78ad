"""What the packaging tests share. None of them needs a network: what is installed here becomes their wheelhouse."""

from __future__ import annotations

import os
import subprocess
import sys
import tomllib
from collections.abc import Callable, Iterable
from importlib.metadata import Distribution, distribution
from pathlib import Path
from zipfile import ZipFile

import pytest
from packaging.requirements import Requirement
from packaging.tags import parse_tag, sys_tags
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parent.parent.parent
PYPROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
DEAD_END = "http://127.0.0.1:9"  # a proxy that is not there: whoever wants the network fails

Run = Callable[..., subprocess.CompletedProcess[str]]
Succeed = Callable[..., str]


@pytest.fixture(scope="session")
def wheelhouse(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of wheels: all that the project needs to run and to be built."""
    folder = tmp_path_factory.mktemp("wheelhouse")
    for needed in _closure(PYPROJECT["project"]["dependencies"] + PYPROJECT["build-system"]["requires"]):
        _repack(needed, folder)
    return folder


@pytest.fixture(scope="session")
def run(wheelhouse: Path, tmp_path_factory: pytest.TempPathFactory) -> Run:
    """``run(*command, cwd=FOLDER)``: a process as a user starts it, but offline; pip finds the ``wheelhouse`` only."""
    home = tmp_path_factory.mktemp("home")
    kept = {name: os.environ[name] for name in ("PATH", "SYSTEMROOT", "TMPDIR", "TEMP", "LANG") if name in os.environ}
    environment = kept | {
        "HOME": str(home),
        "XDG_CACHE_HOME": str(home / "cache"),
        "PIP_CONFIG_FILE": os.devnull,
        "PIP_NO_INDEX": "1",
        "PIP_FIND_LINKS": wheelhouse.as_uri(),
        "PIP_NO_COMPILE": "1",
        "PIP_DISABLE_PIP_VERSION_CHECK": "1",
        "PRE_COMMIT_HOME": str(home / ".cache" / "pre-commit"),  # where pre-commit keeps it: below a dot folder
        "VIRTUALENV_NO_PERIODIC_UPDATE": "1",
        "GIT_CONFIG_NOSYSTEM": "1",
        **dict.fromkeys(("GIT_AUTHOR_NAME", "GIT_COMMITTER_NAME"), "Test"),
        **dict.fromkeys(("GIT_AUTHOR_EMAIL", "GIT_COMMITTER_EMAIL"), "test@example.org"),
        **dict.fromkeys(("http_proxy", "https_proxy", "all_proxy"), DEAD_END),
    }

    def run(*command: str | Path, cwd: Path) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            command, cwd=cwd, env=environment, stdin=subprocess.DEVNULL, capture_output=True, text=True,
            encoding="utf-8", check=False, timeout=120,
        )  # fmt: skip

    return run


@pytest.fixture(scope="session")
def succeed(run: Run) -> Succeed:
    """Like ``run``, for a command that must end with 0; gives its standard output."""

    def succeed(*command: str | Path, cwd: Path) -> str:
        done = run(*command, cwd=cwd)
        assert done.returncode == 0, f"{command}\n{done.stdout}\n{done.stderr}"
        return done.stdout

    return succeed


def _closure(requirements: Iterable[str]) -> list[Distribution]:
    """The installed distributions that ``requirements`` need, and those that these need."""
    found: dict[str, Distribution] = {}
    wanted = [Requirement(text) for text in requirements]
    while wanted:
        requirement = wanted.pop()
        name = canonicalize_name(requirement.name)
        if name in found or not (requirement.marker is None or requirement.marker.evaluate({"extra": ""})):
            continue
        found[name] = distribution(name)
        wanted += [Requirement(text) for text in found[name].requires or ()]
    return list(found.values())


def _repack(installed: Distribution, folder: Path) -> None:
    """Put the files of ``installed`` back into the wheel that they came from, but for its scripts."""
    lines = (installed.read_text("WHEEL") or "").splitlines()
    built_for = {tag for line in lines if line.startswith("Tag: ") for tag in parse_tag(line.removeprefix("Tag: "))}
    tag = next(tag for tag in sys_tags() if tag in built_for)
    name = canonicalize_name(installed.name).replace("-", "_")
    with ZipFile(folder / f"{name}-{installed.version}-{tag}.whl", "w") as wheel:
        for file in installed.files or ():
            if ".." not in file.parts and "__pycache__" not in file.parts:
                wheel.write(Path(str(file.locate())), file.as_posix())


def python_of(environment: Path) -> Path:
    return environment / ("Scripts" if sys.platform == "win32" else "bin") / "python"
