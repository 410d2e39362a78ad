"""README and docs: every block that can be run is run, and prints what is shown.

How the blocks are marked:

* ``console``: lines that begin with ``$ `` are run, the lines below them must be what is printed. Known are
  ``qualitycheck``, targets of the Makefile that call nothing else, and ``echo $?``.
* ``python``: run; the blocks of one page share their names. A block after it that says ``prints`` is its output.
* A block with the name of a file is that file.

A line ``...`` stands for lines that are left out. All else must be there, in one piece.
"""

from __future__ import annotations

import re
import shlex
import shutil
from collections.abc import Iterator
from contextlib import redirect_stdout
from io import StringIO
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import pytest
from click.testing import CliRunner

from qualitycheck.cli import cli
from tests.conftest import ROOT, SEEDS

if TYPE_CHECKING:
    from qualitycheck import Checker

PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
LEFT_OUT = "..."

_BLOCK = re.compile(r"^```(\w+)(?: (\S+))?\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_LINK = re.compile(r"\]\((?!https?:|#)([^)#]+)")
_TABLE_ROW = re.compile(r"^\|.*\| `([^`]+)`, (\d{3}):(\d+) \| `([a-z.-]+)` \|$", re.MULTILINE)
_DURATION = re.compile(r"\d+\.\d s\b")


class Step(NamedTuple):
    """Something to run and what it is shown to print; None: nothing is said about that."""

    line: int
    language: str
    code: str
    shown: str | None


def steps(page: str) -> Iterator[Step]:
    """What ``page`` does, in order; a file is a step of language ``file``, with its name and content."""
    python: Step | None = None
    for block in _BLOCK.finditer(page):
        language, name, content = block.groups()
        line = page.count("\n", 0, block.start()) + 2
        if python and name == "prints":
            yield python._replace(shown=content)
            python = None
            continue
        if python:
            yield python
            python = None
        assert name != "prints", f"line {line}: only a python block can have its output after it"
        if language == "console":
            assert content.startswith("$ "), f"line {line}: begins with no command"
            for command in re.split(r"^\$ ", content, flags=re.MULTILINE)[1:]:
                code, _, shown = command.partition("\n")
                yield Step(line, "console", code, shown)
        elif language == "python":
            python = Step(line, "python", content, None)
        elif name:
            yield Step(line, "file", name, content)
    if python:
        yield python


class Shell:
    """Runs command lines inside this process."""

    def __init__(self) -> None:
        self.exit_code = 0

    def run(self, command: str) -> str:
        if command == "echo $?":
            return f"{self.exit_code}\n"
        words = shlex.split(command)
        if words[0] == "make":
            words = shlex.split(recipe(words[1]))
        assert words[0] == "qualitycheck", f"{command!r} cannot be tested; use a block that is not `console`"
        given = Path(words.pop()).read_text("utf-8") if "<" in words else None
        result = CliRunner().invoke(cli, [word for word in words[1:] if word != "<"], input=given)
        assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
        self.exit_code = result.exit_code
        return result.output


def recipe(target: str) -> str:
    """The one command of a target of the Makefile."""
    found = re.search(rf"^{target}:.*\n\t@\$\(BIN\)/(.*)\n(?!\t)", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE)
    assert found, f"the Makefile has no target {target} of one command"
    return found[1]


def occurs(shown: str, printed: str) -> bool:
    """Whether ``printed`` is ``shown``, any lines standing where ``shown`` leaves some out."""
    lines = [_DURATION.sub("N s", line.rstrip()) for line in shown.rstrip().split("\n")]
    parts = ["(?:.*\n)*" if line.strip() == LEFT_OUT else re.escape(line) + "\n" for line in lines]
    whole = _DURATION.sub("N s", "\n".join(line.rstrip() for line in printed.rstrip().split("\n"))) + "\n"
    return re.fullmatch("".join(parts), whole) is not None


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder that the pages speak of: a checkout, as far as they look at it."""
    shutil.copytree(ROOT / "seeds", tmp_path / "seeds")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("page", [pytest.param(page, id=page.name) for page in PAGES])
def test_page(page: Path, folder: Path) -> None:
    shell = Shell()
    names: dict[str, Any] = {"__name__": page.stem}
    for step in steps(page.read_text("utf-8")):
        place = f"{page.name}:{step.line}"
        if step.language == "file":
            (folder / step.code).parent.mkdir(parents=True, exist_ok=True)
            (folder / step.code).write_text(step.shown or "", "utf-8")
            continue
        if step.language == "console":
            printed = shell.run(step.code)
        else:
            with redirect_stdout(StringIO()) as out:
                exec(compile("\n" * (step.line - 1) + step.code, page, "exec"), names)  # noqa: S102
            printed = out.getvalue()
        if step.shown is not None:
            assert occurs(step.shown, printed), f"{place}: {step.code}\nshows\n{step.shown}\nbut prints\n{printed}"


@pytest.mark.parametrize(
    ("shown", "is_there"),
    [
        ("a\nb\nc\n", True),
        ("a\n...\nc\n", True),
        ("...\nb\n...\n", True),
        ("a\nb\nc\n...\n", True),
        ("a\nc\n", False),
        ("a\nb\n", False),
        ("...\nb\na\n...\n", False),
        ("", False),
    ],
)
def test_what_is_shown_may_leave_out_only_what_it_says(shown: str, is_there: bool) -> None:
    assert occurs(shown, "a\nb\nc\n") is is_there


def test_the_readme_has_blocks_of_each_sort() -> None:
    assert {step.language for step in steps(PAGES[0].read_text("utf-8"))} == {"console", "python", "file"}


def test_the_score_is_the_sum_that_the_report_page_describes(checker: Checker) -> None:
    parts = {"mt": "translation", "spam": "injected", "clickbait": "headline", "formulaic": "style"}
    for path in SEEDS:
        report = checker.check(path.read_text("utf-8"))
        families: dict[str, dict[str, list[float]]] = {}
        for finding in report.findings:
            rule = checker.rules[finding.rule]
            cost = {"error": 13, "warning": 5, "info": 0.5}[finding.severity]
            families.setdefault(f"{rule.pack}.{rule.family}", {}).setdefault(rule.id, []).append(cost)
        lost = dict.fromkeys(report.subscores, 0.0)
        for family, costs in families.items():
            each = [cost / 2**i for of_rule in costs.values() for i, cost in enumerate(of_rule)]
            lost[parts.get(family.partition(".")[0], "readability")] += min(sum(each), 3 * max(each))
        ease = report.metrics.flesch_reading_ease
        assert ease is not None
        lost["readability"] = min(10, lost["readability"] + max(25 - ease, ease - 90, 0) / 4)
        assert {part: round(max(0, 100 - cost), 1) for part, cost in lost.items()} == report.subscores
        assert report.score == round(max(0, 100 - sum(100 - part for part in report.subscores.values())), 1)


def test_links_lead_somewhere() -> None:
    for page in PAGES:
        for target in _LINK.findall(page.read_text("utf-8")):
            assert (page.parent / target).exists(), f"{page.name}: {target}"


def test_the_table_of_the_readme_is_true_of_the_seeds(checker: Checker) -> None:
    rows = _TABLE_ROW.findall(PAGES[0].read_text("utf-8"))
    assert len(rows) >= 10
    for example, seed, line, rule in rows:
        (file,) = (path for path in SEEDS if path.name.startswith(seed))
        text = file.read_text("utf-8")
        assert example in text.split("\n")[int(line) - 1], example
        found = [f.excerpt for f in checker.check(text).findings if f.rule == rule and f.line == int(line)]
        assert any(excerpt in example or example in excerpt for excerpt in found), (example, rule, found)
