"""The wheel, installed into a clean environment and used from another folder."""

from __future__ import annotations

import json
import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple
from zipfile import ZipFile

import pytest

from tests.packaging.conftest import PYPROJECT, ROOT, Run, Succeed, python_of

if TYPE_CHECKING:
    from qualitycheck import Checker
    from qualitycheck.model import Rule

pytestmark = pytest.mark.xdist_group("wheel")  # one build for all

SEED = min((ROOT / "seeds").glob("000_*.txt"))


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory, succeed: Succeed) -> Path:
    folder = tmp_path_factory.mktemp("dist")
    succeed(sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", folder, ROOT, cwd=folder)
    (built,) = folder.iterdir()
    return built


class Installed(NamedTuple):
    python: Path
    elsewhere: Path  # a folder outside the repository that holds a copy of a seed


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory, succeed: Succeed) -> Installed:
    environment, elsewhere = tmp_path_factory.mktemp("environment"), tmp_path_factory.mktemp("elsewhere")
    shutil.copy(SEED, elsewhere)
    python = python_of(environment)
    succeed(sys.executable, "-m", "venv", "--without-pip", environment, cwd=elsewhere)
    succeed(sys.executable, "-m", "pip", "--python", python, "install", "--quiet", wheel, cwd=elsewhere)
    return Installed(python, elsewhere)


def test_the_wheel_holds_code_data_rules_and_their_compiled_form(wheel: Path, rules: dict[str, Rule]) -> None:
    with ZipFile(wheel) as archive:
        names = {name for name in archive.namelist() if ".dist-info/" not in name}
        compiled = json.loads(archive.read("qualitycheck/rules/compiled.json"))
    package = {p.relative_to(ROOT).as_posix() for p in (ROOT / "qualitycheck").rglob("*") if _belongs(p)}
    packs = {"qualitycheck/" + p.relative_to(ROOT).as_posix() for p in (ROOT / "rules").rglob("*") if _belongs(p)}
    assert {"qualitycheck/py.typed", "qualitycheck/data/lexicon.txt"} <= package
    assert {Path(name).suffix for name in packs} >= {".yaml", ".tsv"}
    assert names == package | packs | {"qualitycheck/rules/compiled.json"}
    assert [rule["id"] for rule in compiled["rules"]] == sorted(rules)


def _belongs(path: Path) -> bool:
    return path.is_file() and "__pycache__" not in path.parts


def test_what_is_installed_fits_together(installed: Installed, succeed: Succeed) -> None:
    succeed(sys.executable, "-m", "pip", "--python", installed.python, "check", cwd=installed.elsewhere)
    files = (path.relative_to(ROOT) for path in (ROOT / "qualitycheck").rglob("*.py") if path.stem[0] != "_")
    modules = [".".join(path.with_suffix("").parts) for path in files]
    succeed(installed.python, "-I", "-c", f"import {', '.join(modules)}", cwd=installed.elsewhere)


def test_version(installed: Installed, succeed: Succeed) -> None:
    said = succeed(installed.python, "-m", "qualitycheck", "--version", cwd=installed.elsewhere)
    assert said.strip() == f"qualitycheck {PYPROJECT['project']['version']}"


def test_check_from_another_folder(installed: Installed, run: Run, checker: Checker) -> None:
    command = installed.python.with_name("qualitycheck")
    done = run(command, "check", "--format", "jsonl", SEED.name, cwd=installed.elsewhere)
    assert (done.returncode, done.stderr) == (1, "")
    here = checker.check(SEED.read_text(encoding="utf-8"), name=SEED.name)
    assert json.loads(done.stdout)["findings"] == here.to_dict()["findings"]


def test_rules_come_from_the_compiled_file(installed: Installed, succeed: Succeed, tmp_path: Path) -> None:
    code = f"""
import os, sys
os.environ["XDG_CACHE_HOME"] = {str(tmp_path)!r}  # nothing was kept there by an earlier run
import qualitycheck
qualitycheck.check("So it is.")
print("yaml" in sys.modules, sys.prefix)
"""
    said = succeed(installed.python, "-c", code, cwd=installed.elsewhere)
    assert said.split() == ["False", str(installed.python.parent.parent)]


def test_rules_can_be_listed_and_explained(installed: Installed, succeed: Succeed, rules: dict[str, Rule]) -> None:
    command = installed.python.with_name("qualitycheck")
    listed = succeed(command, "rules", "list", cwd=installed.elsewhere)
    assert [line.split()[0] for line in listed.splitlines()] == list(rules)
    rule = next(iter(rules.values()))
    explained = succeed(command, "explain", rule.id, cwd=installed.elsewhere)
    assert rule.title in explained
    where = explained.partition("Rule file: ")[2].strip()
    assert Path(where).is_relative_to(installed.python.parent.parent)
    assert Path(where).is_file()


def test_a_rule_can_be_tested_where_the_seeds_are_not(
    installed: Installed, succeed: Succeed, rules: dict[str, Rule]
) -> None:
    rule = next(rule for rule in rules.values() if any(example.evidence for example in rule.bad))
    file = (ROOT / "rules").joinpath(*rule.id.split(".")).with_suffix(".yaml")
    said = succeed(installed.python.with_name("qualitycheck"), "rules", "test", file, cwd=installed.elsewhere)
    assert said.startswith("1 rule, ")
