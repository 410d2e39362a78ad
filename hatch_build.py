"""Puts the rules into the wheel, also compiled, so that a cold start reads one JSON file instead of YAML."""

from __future__ import annotations

import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CustomBuildHook(BuildHookInterface):  # type: ignore[type-arg]
    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        self.folder = TemporaryDirectory()
        if version == "editable":
            return  # a checkout reads its YAML files, so that edits show at once
        sys.path.insert(0, self.root)
        from qualitycheck.packs import compile_rules

        compiled = Path(self.folder.name) / "compiled.json"
        compiled.write_bytes(compile_rules(Path(self.root) / "rules"))
        build_data["force_include"] |= {
            "rules": "qualitycheck/rules",
            str(compiled): "qualitycheck/rules/compiled.json",
        }

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:  # noqa: ARG002
        self.folder.cleanup()
