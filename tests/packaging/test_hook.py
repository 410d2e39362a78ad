"""The hook, installed and run by pre-commit in a repository of texts."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.packaging.conftest import ROOT, Run, Succeed

pytestmark = [
    pytest.mark.xdist_group("hook"),  # one installation for all
    pytest.mark.skipif(not (ROOT / ".git").exists(), reason="pre-commit installs from a git repository"),
]

REVISION = "v0.0.0-test"
PRE_COMMIT = (sys.executable, "-m", "pre_commit")
DEFECT = "The river rose for three days.\n\nThe town has surpassing the mark of 1954.\n"
CLEAN = ROOT / "tests" / "clean" / "recipe-bean-stew.md"


@pytest.fixture(scope="module")
def hooks(tmp_path_factory: pytest.TempPathFactory, succeed: Succeed) -> Path:
    """A repository that holds this working tree as one tagged commit."""
    folder = tmp_path_factory.mktemp("hooks")
    listing = subprocess.run(
        ["git", "ls-files", "-z", "-co", "--exclude-standard"], cwd=ROOT, capture_output=True, check=True
    ).stdout
    for name in filter(None, listing.decode().split("\0")):
        if (ROOT / name).is_file():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / name, folder / name)
    succeed("git", "init", "--quiet", cwd=folder)
    succeed("git", "add", "--all", cwd=folder)
    succeed("git", "commit", "--quiet", "--message", "all", cwd=folder)
    succeed("git", "tag", REVISION, cwd=folder)
    return folder


@pytest.fixture
def texts(hooks: Path, tmp_path: Path, succeed: Succeed) -> Path:
    """A repository that uses the hook and has nothing in its index but that."""
    (tmp_path / ".pre-commit-config.yaml").write_text(
        f"repos:\n- repo: {hooks}\n  rev: {REVISION}\n  hooks:\n  - id: qualitycheck\n", encoding="utf-8"
    )
    succeed("git", "init", "--quiet", cwd=tmp_path)
    succeed("git", "add", "--all", cwd=tmp_path)
    return tmp_path


def test_clean_texts_pass_without_a_word(texts: Path, run: Run, succeed: Succeed) -> None:
    shutil.copy(CLEAN, texts)
    succeed("git", "add", "--all", cwd=texts)
    done = run(*PRE_COMMIT, "run", "--all-files", "--verbose", cwd=texts)
    assert done.returncode == 0, done.stdout + done.stderr
    result = done.stdout.partition("qualitycheck...")[2]
    assert [line.partition(":")[0] for line in result.splitlines()[1:]] == ["- hook id", "- duration"], done.stdout
    assert "Passed" in result


def test_a_defect_stops_the_commit_and_says_where_it_is(texts: Path, run: Run, succeed: Succeed) -> None:
    (texts / "posts").mkdir()
    (texts / "posts" / "river.md").write_text(DEFECT, encoding="utf-8")
    (texts / "posts" / "river.txt").write_text(DEFECT, encoding="utf-8")
    (texts / "posts" / "river.html").write_text(f"<p>{DEFECT}</p>", encoding="utf-8")
    succeed(*PRE_COMMIT, "install", cwd=texts)
    succeed("git", "add", "--all", cwd=texts)
    done = run("git", "commit", "--message", "a river", cwd=texts)
    assert done.returncode == 1, done.stdout + done.stderr
    for name in ("river.md", "river.txt", "river.html"):
        assert f"posts/{name}:3:10: " in done.stderr
    assert run("git", "rev-parse", "HEAD", cwd=texts).returncode != 0


def test_files_that_hold_no_article_are_not_looked_at(texts: Path, succeed: Succeed) -> None:
    (texts / "river.png").write_bytes(b"\x89PNG\r\n\x1a\n" + DEFECT.encode())
    (texts / "river.py").write_text(f'TEXT = """{DEFECT}"""\n', encoding="utf-8")
    (texts / "LICENSE").write_text(DEFECT, encoding="utf-8")
    succeed("git", "add", "--all", cwd=texts)
    said = succeed(*PRE_COMMIT, "run", "--all-files", cwd=texts)
    assert "(no files to check)Skipped" in said
