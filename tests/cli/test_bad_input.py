"""What a user may get wrong: one clear line, nothing good overwritten, the rest built."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from kg.cli import main
from kg.model import Knowledge, Source
from kg.pipeline import Tools, understand
from tests.command import ROOT

TEXT = "南漳县推行“四步议事”机制。2021年，全县调解矛盾纠纷460件。\n"


@pytest.fixture(autouse=True)
def rules_are_loaded_once(tools: object, monkeypatch: pytest.MonkeyPatch) -> None:
    import kg.pipeline

    loaded = kg.pipeline.load_tools
    monkeypatch.setattr(kg.pipeline, "load_tools", lambda folders=(): loaded(folders) if folders else tools)


@pytest.fixture
def good(tmp_path: Path) -> Path:
    path = tmp_path / "好.txt"
    path.write_text(TEXT, "utf-8")
    return path


def empty(path: Path) -> None:
    path.write_bytes(b"")


def blank(path: Path) -> None:
    path.write_text(" \n　\n", "utf-8")


def pdf(path: Path) -> None:
    path.write_bytes(b"%PDF-1.7\n" + bytes(range(256)))


def binary(path: Path) -> None:
    path.write_bytes(bytes(range(256)) * 4)


def truncated(path: Path) -> None:
    path.write_bytes(TEXT.encode("utf-8")[:-2] + b"\xff\xfe\xfd" + "。".encode())


def textless(path: Path) -> None:
    path.mkdir()
    (path / "photo.jpg").write_bytes(b"\xff\xd8\xff")


def missing(path: Path) -> None:
    """Nothing there."""


def pipe(path: Path) -> None:
    os.mkfifo(path)


MISTAKES = [empty, blank, pdf, binary, truncated, textless, missing]
if hasattr(os, "mkfifo"):  # Windows has none
    MISTAKES.append(pipe)


def lines_of(capsys: pytest.CaptureFixture[str]) -> list[str]:
    return capsys.readouterr().err.splitlines()


@pytest.mark.parametrize("make", MISTAKES, ids=lambda make: make.__name__)
def test_a_bad_input_is_named_and_the_others_are_built(
    make: Callable[[Path], None], good: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    bad = tmp_path / "坏.txt"
    make(bad)
    assert main(["build", str(bad), str(good), "-o", str(tmp_path / "out")]) == 1
    (line,) = lines_of(capsys)
    assert line.startswith("kg: ") and "坏.txt" in line and " — " in line
    assert "四步议事" in (tmp_path / "out" / "graph.ttl").read_text("utf-8")
    assert "坏.txt" in (tmp_path / "out" / "manifest.json").read_text("utf-8")


@pytest.mark.parametrize("make", MISTAKES, ids=lambda make: make.__name__)
def test_nothing_readable_overwrites_nothing(
    make: Callable[[Path], None], good: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out"
    assert main(["build", str(good), "-o", str(out)]) == 0
    before = {path.name: path.read_bytes() for path in out.iterdir()}
    bad = tmp_path / "坏.txt"
    make(bad)
    assert main(["build", str(bad), "-o", str(out)]) == 3
    assert {path.name: path.read_bytes() for path in out.iterdir()} == before


def test_an_encoding_that_fails_says_which_may_do(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    big5 = tmp_path / "舊.txt"
    big5.write_bytes("經濟發展與鄉村振興會議記錄，實施產業幫扶機制。".encode("big5"))
    assert main(["build", str(big5), "-o", str(tmp_path / "out")]) == 3
    (line,) = lines_of(capsys)
    assert "--encoding" in line and "big5" in line
    assert main(["build", str(big5), "--encoding", "big5", "-o", str(tmp_path / "out")]) == 0


def test_an_output_that_is_a_file_stays_that_file(
    good: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    taken = tmp_path / "taken"
    taken.write_text("precious", "utf-8")
    assert main(["build", str(good), "-o", str(taken)]) == 2
    (line,) = lines_of(capsys)
    assert "taken" in line and "-o" in line
    assert taken.read_text("utf-8") == "precious"


def test_a_failure_while_writing_leaves_what_was_good(
    good: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "out"
    assert main(["build", str(good), "-o", str(out)]) == 0
    before = {path.name: path.read_bytes() for path in out.iterdir()}
    good.write_text(TEXT * 2, "utf-8")
    synced = os.fsync
    calls: list[int] = []

    def full(handle: int) -> None:
        calls.append(handle)
        if len(calls) == 3:
            raise OSError(28, "No space left on device")
        synced(handle)

    monkeypatch.setattr(os, "fsync", full)
    assert main(["build", str(good), "-o", str(out)]) == 2
    assert "No space left on device" in lines_of(capsys)[-1]
    assert {path.name: path.read_bytes() for path in out.iterdir()} == before


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["build", "{good}", "--issued", "昨天"], 2, "2021-07-01"),
        (["build", "{good}", "--issued", "2021-02-30"], 2, "不是日期"),
        (["build", "{good}", "--issued", "2021-W07-1"], 2, "不是日期"),
        (["build", "{good}", "{good}", "--title", "题"], 2, "documents.csv"),
        (["query", "{tmp}/none", "ASK {{}}"], 3, "kg build"),
        (["query", "{out}", "SELECT ?x {{"], 2, "SPARQL"),
        (["query", "{out}", "SELECT * {{ SERVICE <http://127.0.0.1:1/> {{ ?a ?b ?c }} }}"], 2, "SERVICE"),
        (["query", "{out}", "DELETE WHERE {{ ?a ?b ?c }}"], 2, ""),
        (["query", "{out}", "--name", "nobody-asked"], 2, "mechanism-parts"),
        (["query", "{out}", "--name", "post"], 2, "是不是"),
        (["query", "{out}", "--name", "established"], 2, "--set place="),
        (["query", "{out}", "ASK {{}}", "--name", "posts"], 2, "--name"),
        (["query", "{out}", "SELECT ?x {{ ?x a jc:Person }}", "--format", "turtle"], 2, "CONSTRUCT"),
        (["view", "{tmp}/none"], 3, "kg build"),
        (["read", "{tmp}/none.txt"], 3, "none.txt"),
        (["explain", "一句话", "--rules", "{tmp}"], 2, "lexicon, entities"),
        (["validate", "{out}", "--rules", "{tmp}"], 2, "文件夹里没有规则"),
    ],
)
def test_a_wrong_use_is_one_line(
    arguments: list[str], code: int, said: str, good: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out"
    assert main(["build", str(good), "-o", str(out)]) == 0
    capsys.readouterr()
    assert main([argument.format(good=good, tmp=tmp_path, out=out) for argument in arguments]) == code
    (line,) = lines_of(capsys)
    assert line.startswith("kg: ") and said in line
    assert "Traceback" not in line


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["dig"],
        ["build"],
        ["build", "a", "--dig"],
        ["build", "a", "--place"],
        ["query"],
        ["query", ".", "ASK {}", "--endpoint", "http://localhost/"],
        ["query", ".", "--set", "x"],
        ["query", ".", "--format", "xls"],
        ["read", "a", "--repairs", "--source"],
        ["serve", ".", "--port", "x"],
        ["serve", ".", "--seconds", "0"],
        ["serve", ".", "--cors", "x"],
        ["check", "--rules", "none"],
    ],
    ids=" ".join,
)
def test_a_wrong_command_line_is_usage_in_both_languages(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(arguments)
    assert stopped.value.code == 2
    (line,) = lines_of(capsys)
    before, said = line.split("用法有误 usage: ")
    command = before.removesuffix(": ")
    assert command == " ".join(["kg", *arguments[:1]]) or arguments in ([], ["dig"])
    assert said.endswith(f" — {command} --help")
    assert not said.startswith(("argument", "the following", "unrecognized", "DIR or", "DIR and")), "only in English"


def test_options_may_stand_anywhere(good: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = str(tmp_path / "out")
    assert main(["build", str(good), "-o", out, str(tmp_path / "none.txt")]) == 1
    capsys.readouterr()
    assert main(["query", out, "--format", "csv", "SELECT ?n { ?x a jc:Mechanism ; rdfs:label ?n }"]) == 0
    assert capsys.readouterr().out == "n\n四步议事\n"
    assert main(["read", "--source", "--", "-none.txt"]) == 3
    assert "-none.txt: 不存在" in capsys.readouterr().err


def test_the_rest_of_a_folder_is_built(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "报纸"
    folder.mkdir()
    (folder / "一.txt").write_text(TEXT, "utf-8")
    empty(folder / "二.txt")
    pdf(folder / "三.txt")
    assert main(["build", str(folder), "-o", str(tmp_path / "out")]) == 1
    assert len(lines_of(capsys)) == 2


def test_a_build_does_not_read_the_page_that_it_wrote(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "一.txt").write_text(TEXT, "utf-8")
    graphs = []
    for output in ("output", "output", "."):
        assert main(["build", str(tmp_path), "-o", str(tmp_path / output)]) == 0
        assert main(["build", str(tmp_path), "-o", str(tmp_path / output)]) == 0
        graphs.append((tmp_path / output / "graph.nt").read_text("utf-8"))
    assert lines_of(capsys) == [] and len(set(graphs)) == 1


def test_no_error_is_dressed_as_one_of_input() -> None:
    """A mistake in our code must show itself; only a corpus goes on to its next text, and says where it was stopped."""
    for path in {*(ROOT / "kg").rglob("*.py")} - {ROOT / "kg" / "corpus.py"}:
        text = path.read_text("utf-8")
        assert "except Exception" not in text and "except:" not in text and "except BaseException" not in text, path


def test_a_text_that_brings_a_fault_of_the_program_to_light_is_left_out_and_the_others_are_built(
    good: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    import kg.corpus

    (tmp_path / "怪.txt").write_text("怪县推行“四步议事”机制。\n", "utf-8")

    def stopped(source: Source, tools: Tools) -> Knowledge:
        if source.name.startswith("怪"):
            raise ZeroDivisionError
        return understand(source, tools)

    monkeypatch.setattr(kg.corpus, "understand", stopped)
    assert main(["build", str(good), str(tmp_path / "怪.txt"), "-o", str(tmp_path / "out")]) == 1
    said = capsys.readouterr().err
    assert "怪.txt" in said and "ZeroDivisionError at test_bad_input.py:" in said and "已跳过" in said
    assert "南漳县" in (tmp_path / "out" / "graph.ttl").read_text("utf-8")


def test_one_text_under_two_names_is_told_of_once(
    good: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "texts"
    folder.mkdir()
    (folder / "a.txt").write_bytes(good.read_bytes())
    (folder / "b.txt").write_bytes(good.read_bytes())
    (folder / "documents.csv").write_text("file,issued\na.txt,2021-01-01\nb.txt,2022-01-01\n", "utf-8")
    assert main(["build", str(folder), "-o", str(tmp_path / "out")]) == 1
    assert "b.txt: 与另一个文件是同一篇" in capsys.readouterr().err
    graph = (tmp_path / "out" / "graph.ttl").read_text("utf-8")
    assert "2021-01-01" in graph and "2022-01-01" not in graph
