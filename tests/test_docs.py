"""What README says is run, and what it shows is what comes out."""

from __future__ import annotations

import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from kg.cli import COMMANDS
from tests.command import ROOT, SEEDS, kg

README = (ROOT / "README.md").read_text("utf-8")
RULES = (ROOT / "docs" / "rules.md").read_text("utf-8")
# The language of a block, and the file that it is, where it says so.
BLOCK = re.compile(r"^```(\w+)(?: (\S+))?\n(.*?)^```$", re.MULTILINE | re.DOTALL)
BLOCKS = [(found[1], found[3]) for found in BLOCK.finditer(README)]


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder as README supposes it: the seeds, and the graph that `make run` built of them."""
    folder = tmp_path_factory.mktemp("readme")
    shutil.copytree(SEEDS, folder / "seeds")
    assert kg("build", "seeds/", "-o", "output/", cwd=folder).returncode == 0
    return folder


def sessions(text: str = README) -> list[tuple[str, str]]:
    """Each command that a page shows after `$`, with what it shows below; a quoted query may run over lines."""
    found: list[tuple[str, str]] = []
    for kind, body in ((block[1], block[3]) for block in BLOCK.finditer(text)):
        if kind == "console":
            for part in re.split(r"^\$ ", body, flags=re.MULTILINE)[1:]:
                command, shown = re.fullmatch(r"((?:[^'\n]|'[^']*')*)\n(.*)", part, re.DOTALL).groups()  # type: ignore[union-attr]
                found.append((command, shown))
    return found


def likened(shown: str) -> re.Pattern[str]:
    """What is shown, where a line of … stands for any lines."""
    lines = (r"(?:.*\n)*?" if line.strip() == "…" else f"{re.escape(line.rstrip())} *\n" for line in shown.splitlines())
    return re.compile("".join(lines) + r"\n*")


def test_readme_shows_commands() -> None:
    assert len(sessions()) >= 4
    assert sum(kind == "python" for kind, _ in BLOCKS) >= 1


@pytest.mark.parametrize(("command", "shown"), sessions(), ids=range(len(sessions())))
def test_what_readme_shows_comes_out(command: str, shown: str, place: Path) -> None:
    words = shlex.split(command)
    assert words[0] == "kg"
    done = kg(*words[1:], cwd=place)
    assert done.returncode == 0, done.stderr.decode()
    said = done.stdout.decode("utf-8")
    assert likened(shown).fullmatch(said), said


@pytest.mark.parametrize("code", [text for kind, text in BLOCKS if kind == "python"])
def test_the_python_of_readme_runs(code: str, place: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=place, env={"PYTHONPATH": str(ROOT), "PATH": "/usr/bin"}, capture_output=True,
        check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr.decode()


def test_the_turtle_of_readme_is_of_the_graph(place: Path) -> None:
    graph = (place / "output" / "graph.ttl").read_text("utf-8")
    (shown,) = [text for kind, text in BLOCKS if kind == "turtle"]
    terms = {term for term in re.findall(r'id:[^\s;,.]+|"(?:[^"\\]|\\.)+"', shown) if "…" not in term}
    assert len(terms) > 4
    assert not [term for term in terms if term not in graph]


def test_every_command_is_documented() -> None:
    for name, module in COMMANDS.items():
        assert f"kg {name}" in README, f"README does not name kg {name}"
        assert module.HELP and module.__doc__


def test_every_chore_that_readme_names_exists() -> None:
    chores = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
    named = set(re.findall(r"`make ([a-z]+)`", README))
    assert named and named <= chores


def test_every_room_that_readme_names_exists() -> None:
    table = README.split("I want to …")[1].split("\n\n")[0]
    rooms = re.findall(r"`((?:kg|ontology|tests)/[^`]*)`", table)
    assert len(rooms) > 8
    for room in rooms:
        assert list(ROOT.glob(room.rstrip("/"))) or ((ROOT / room).parent.is_dir() and "x." in room), f"no {room} here"


def test_links_within_the_tree_lead_somewhere() -> None:
    for target in re.findall(r"\]\((?!https?://|#)([^)#]+)", README):
        assert (ROOT / target).exists(), f"README links to {target}, which is not there"


@pytest.fixture(scope="module")
def taught(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that holds the files of the page on rules."""
    folder = tmp_path_factory.mktemp("rules")
    for block in BLOCK.finditer(RULES):
        if block[2]:
            (folder / block[2]).parent.mkdir(parents=True, exist_ok=True)
            (folder / block[2]).write_text(block[3], "utf-8")
    return folder


@pytest.mark.slow
@pytest.mark.parametrize(("command", "shown"), sessions(RULES), ids=range(len(sessions(RULES))))
def test_the_rules_of_the_page_on_rules_hold(command: str, shown: str, taught: Path) -> None:
    words = shlex.split(command)
    done = kg(*words[1:], cwd=taught)
    assert done.returncode == 0, done.stdout.decode() + done.stderr.decode()
    assert likened(shown).fullmatch(done.stdout.decode("utf-8")), done.stdout.decode("utf-8")


def test_the_map_of_rooms_names_every_module_of_every_room() -> None:
    page = (ROOT / "docs" / "rooms.md").read_text("utf-8")
    rows = re.findall(r"^\|.*\| `(kg[/\w]*)/` \| (.*) \| (.*) \|$", page, re.M)
    named = {room: sorted(re.findall(r"`(\w+)`", begin + rest)) for room, begin, rest in rows}
    rooms = [init.parent for init in (ROOT / "kg").rglob("__init__.py") if [*init.parent.glob("[a-z]*.py")]]
    assert named == {
        room.relative_to(ROOT).as_posix(): sorted(module.stem for module in room.glob("[a-z]*.py")) for room in rooms
    }
