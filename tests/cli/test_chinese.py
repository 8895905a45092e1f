"""Every error that a user can meet has its gist in Chinese."""

from __future__ import annotations

import ast
from collections.abc import Iterator

import pytest

from kg.cli.chinese import both
from tests.command import ROOT

ERRORS = {"InputError", "OutputError", "QueryError", "KgError"}


def said() -> Iterator[tuple[str, str]]:
    """Where, and what an error says there; whatever is filled in is X."""
    for path in sorted((ROOT / "kg").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in ERRORS:
                for argument in node.args[1:]:
                    text = words(argument)
                    if text.strip("X"):
                        yield f"{path.relative_to(ROOT)}:{argument.lineno}", text


def words(node: ast.expr) -> str:
    if isinstance(node, ast.Constant):
        return str(node.value)
    if isinstance(node, ast.JoinedStr):
        return "".join(words(part) for part in node.values)
    if isinstance(node, ast.BinOp):
        return words(node.left) + words(node.right)
    return "X"


FOUND = sorted(set(said()))


@pytest.mark.parametrize(
    ("text", "gist"),
    [
        ("answers with a table, which Turtle cannot hold", "结果是表格，不能写成 Turtle"),
        ("answers with 404 Not Found", "拒绝了"),
        ("needs nothing", "不用填入变量"),
        ("needs place=…", "需要填入变量"),
    ],
)
def test_a_gist_is_of_what_is_said(text: str, gist: str) -> None:
    assert both(text) == f"{gist} {text}"


def test_errors_are_found() -> None:
    assert len(FOUND) > 40


@pytest.mark.parametrize(("where", "text"), FOUND)
def test_every_error_has_its_gist(where: str, text: str) -> None:
    assert both(text) != text, f"{where}: say “{text}” in Chinese too, in kg/cli/chinese.py"
