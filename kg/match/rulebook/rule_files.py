"""Folders of rules and word lists in, what stands in them out, with the hash of their bytes."""

from __future__ import annotations

import hashlib
import tomllib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from kg.match.rulebook.faults import Faults, RuleFile
from kg.match.rulebook.word_lists import COLUMNS, WordList, check_names, numbered

BUILT_IN = Path(__file__).parents[2]
KINDS = ("entities", "relations", "parts", "stances", "page")
# The gazetteer reads them in a way of its own.
DIVISIONS = ("divisions", "former_divisions")


@dataclass(frozen=True, slots=True)
class Written:
    """All rule files by their kind, all word lists, their rows together, and the hash of the bytes."""

    files: Mapping[str, Sequence[RuleFile]]
    lists: Sequence[WordList]
    tables: Mapping[str, tuple[tuple[str, ...], ...]]
    digest: str


def read_files(folders: Sequence[Path], faults: Faults) -> Written:
    """The built-in files, then those of the folders; what cannot be read is a fault."""
    hashed = hashlib.sha256()
    ours = _lists(BUILT_IN / "lexicon", "kg/lexicon", hashed.update, faults)
    theirs = [file for f in folders for file in _lists(f / "lexicon", f"{f}/lexicon", hashed.update, faults)]
    files: dict[str, list[RuleFile]] = {kind: [] for kind in KINDS}
    for root, shown in [(BUILT_IN / "rules", "kg/rules"), *((r, str(r)) for r in map(_rules_root, folders))]:
        for kind in KINDS:
            files[kind] += _rule_files(root / kind, f"{shown}/{kind}", hashed.update, faults)
    for folder in folders:
        _note_strays(folder, faults)
    texts = [file.text for kind in KINDS for file in files[kind]]
    check_names(theirs, {file.name for file in ours} - {COLUMNS, *DIVISIONS}, texts, faults)
    tables: dict[str, tuple[tuple[str, ...], ...]] = {}
    for file in (*ours, *theirs):
        tables[file.name] = tables.get(file.name, ()) + tuple(row for _, row in file.rows)
    return Written(files, (*ours, *theirs), tables, hashed.hexdigest())


def _rules_root(folder: Path) -> Path:
    return folder / "rules" if (folder / "rules").is_dir() else folder


def _note_strays(folder: Path, faults: Faults) -> None:
    """Note what looks like a rule file or word list in a user's folder and stands where nobody reads it."""
    root = _rules_root(folder)
    homes = {root / kind: ".toml" for kind in KINDS} | {folder / "lexicon": ".tsv"}
    for path in sorted(folder.rglob("*")):
        if not path.is_file() or path.name.startswith(".") or homes.get(path.parent) == path.suffix:
            continue
        if path.suffix in (".toml", ".tsv") or (path.parent in homes and path.suffix != ".md"):
            faults.add(
                str(path), "is read by nothing here",
                f"Rule files end in .toml, in {', '.join(KINDS)}; word lists end in .tsv, in lexicon.",
            )  # fmt: skip


def _lists(folder: Path, shown: str, hashed: Callable[[bytes], None], faults: Faults) -> list[WordList]:
    found = []
    for path in sorted(folder.glob("*.tsv")):
        data = path.read_bytes()
        hashed(path.name.encode() + b"\0" + data)
        if folder == BUILT_IN / "lexicon" and path.stem in DIVISIONS:
            continue
        where = f"{shown}/{path.name}"
        text = _decoded(where, data, faults)
        found.append(WordList(where, path.stem, numbered(text)))
    return found


def _rule_files(folder: Path, shown: str, hashed: Callable[[bytes], None], faults: Faults) -> Iterator[RuleFile]:
    for path in sorted(folder.glob("*.toml")):
        data = path.read_bytes()
        hashed(f"{folder.name}/{path.name}".encode() + b"\0" + data)
        where = f"{shown}/{path.name}"
        text = _decoded(where, data, faults)
        try:
            yield RuleFile(where, text, tomllib.loads(text), folder.is_relative_to(BUILT_IN))
        except tomllib.TOMLDecodeError as error:
            faults.add(where, f"is not TOML: {error}", "See https://toml.io.")


def _decoded(where: str, data: bytes, faults: Faults) -> str:
    try:
        # Editors of Windows put a mark before the text.
        return data.decode("utf-8").removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        faults.add(where, f"is not UTF-8 from byte {error.start} on", "Save it as UTF-8.")
        return ""
