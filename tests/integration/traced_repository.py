"""A Git repository of Lean files, and its trace as lean-dojo would have left it in its cache, made without lean-dojo.

lean-dojo traces with Lake, Lean's own modules and GitHub. What it needs of a trace to open a theorem is little: the
syntax trees say where theorems, their proofs and the namespaces around them are, in bytes.
"""

from __future__ import annotations

import importlib.util
import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

from data.declarations import Declaration, declarations

TOOLCHAIN = "leanprover/lean4:v4.20.0"
_SCOPE = re.compile(r"^(?P<word>namespace|section|end)\b[ ]*(?P<name>[\w.]*)", re.MULTILINE)
_STAND_IN = Path(__file__).with_name("lake_stand_in.py")
_ROOT = Path(__file__).parents[2]

Tree = dict[str, Any]


def write_repository(root: Path, files: dict[str, str], *, toolchain: str = TOOLCHAIN) -> Path:
    """A Git repository with these files in one commit."""
    for name, text in {**files, "lean-toolchain": f"{toolchain}\n", "lakefile.toml": 'name = "traced"\n'}.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    git(root, "init", "--quiet")
    git(root, "add", ".")
    git(root, "commit", "--quiet", "--message", "Begin")
    return root


def git(root: Path, *words: str) -> str:
    identity = ["-c", "user.name=Nobody", "-c", "user.email=nobody@example.org", "-c", "commit.gpgsign=false"]
    run = subprocess.run(["git", *identity, *words], cwd=root, capture_output=True, text=True, check=True)
    return run.stdout.strip()


def write_trace(root: Path, cache: Path) -> Path:
    """Put the trace of the repository's head into lean-dojo's cache; returns the traced repository."""
    traced = cache / f"gitpython-{root.name}-{git(root, 'rev-parse', 'HEAD')}" / root.name
    shutil.copytree(root, traced)
    spec = importlib.util.find_spec("lean_dojo")
    assert spec is not None
    assert spec.origin is not None
    shutil.copy(Path(spec.origin).parent / "interaction" / "Lean4Repl.lean", traced)
    for path in root.rglob("*.lean"):
        trees = traced / ".lake" / "build" / "ir" / path.relative_to(root).with_suffix("")
        trees.parent.mkdir(parents=True, exist_ok=True)
        trace = {"commandASTs": _File(path.read_text(encoding="utf-8")).commands(), "tactics": [], "premises": []}
        trees.with_suffix(".ast.json").write_text(json.dumps(trace))
        trees.with_suffix(".dep_paths").write_text("")
    return traced


def write_lake(directory: Path) -> Path:
    """A folder for PATH, with the stand-in as `lake`."""
    directory.mkdir()
    lake = directory / "lake"
    lake.write_text(f'#!/bin/sh\nPYTHONPATH="{_ROOT}" exec "{sys.executable}" -P "{_STAND_IN}" "$@"\n')
    lake.chmod(0o755)
    return directory


def environment(*, cache: Path, lake: Path) -> dict[str, str]:
    """What lean-dojo reads from the environment: where its cache is, and where to find Lake."""
    return {"CACHE_DIR": str(cache), "PATH": f"{lake}{os.pathsep}{os.environ['PATH']}"}


class _File:
    """The syntax trees of a Lean file, as coarse as they may be."""

    def __init__(self, text: str) -> None:
        self._text = text

    def commands(self) -> list[Tree]:
        scopes = [(match.start(), self._scope(match)) for match in _SCOPE.finditer(self._text)]
        theorems = [
            (found.start, self._declaration(found))
            for found in declarations(self._text)
            if found.keyword == "theorem" and not found.is_anonymous
        ]
        return [_node("Module.header"), *(tree for _, tree in sorted(scopes + theorems, key=lambda item: item[0]))]

    def _scope(self, match: re.Match[str]) -> Tree:
        word = match["word"]
        name = [self._leaf("ident", match.start("name"), match.end("name"))] if match["name"] else []
        children = name if word == "namespace" else [_node("null", *name)]
        return _node(f"Command.{word}", self._leaf("atom", match.start(), match.end("word")), *children)

    def _declaration(self, found: Declaration) -> Tree:
        keyword = self._leaf("atom", found.keyword_start, found.keyword_start + len(found.keyword))
        name = self._leaf("ident", found.name_start, found.name_end)
        theorem = _node(
            "Command.theorem", keyword, _node("Command.declId", name), _node("Command.declSig"), self._proof(found)
        )
        return _node("Command.declaration", _node("Command.declModifiers"), theorem)

    def _proof(self, found: Declaration) -> Tree:
        start = found.statement_end
        if not self._text.startswith(":=", start):
            return _node("Command.declValEqns", self._leaf("atom", start, found.end))
        value = start + 2
        value += len(self._text[value:]) - len(self._text[value:].lstrip())
        kind = "Term.byTactic" if found.is_by else "Term.app"
        return _node(
            "Command.declValSimple",
            self._leaf("atom", start, start + 2),
            _node(kind, self._leaf("atom", value, found.end)),
        )

    def _leaf(self, kind: str, start: int, end: int) -> Tree:
        offsets = {"pos": len(self._text[:start].encode()), "endPos": len(self._text[:end].encode())}
        value = self._text[start:end]
        rest = {"rawVal": value, "preresolved": []} if kind == "ident" else {}
        return {kind: {"info": {"original": {"leading": "", "trailing": "", **offsets}}, "val": value, **rest}}


def _node(kind: str, *children: Tree) -> Tree:
    name = kind if kind == "null" else f"Lean.Parser.{kind}"
    return {"node": {"info": "none", "kind": name, "args": list(children)}}
