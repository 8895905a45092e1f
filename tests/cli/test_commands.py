"""Each command does what its help says, in any console."""

from __future__ import annotations

import csv
import hashlib
import io
import json
import re
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import docx
import pytest
from filelock import FileLock

from tests.command import ROOT, SEEDS, kg, kg_here
from tests.read.printed import printed

# Characters that GBK has, and some that it lacks: a rare name, an emoji, a letter of another script.
TEXT = "南漳县推行“四步议事”机制，即提议、商议、决议、评议。2021年，全县调解矛盾纠纷460件。\U00020bb7家\U0001f600ಠ。\n"


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("built")
    done = kg("build", SEEDS, "-o", folder)
    assert done.returncode == 0, done.stderr.decode()
    return folder


def text_of(done: subprocess.CompletedProcess[bytes]) -> str:
    assert done.returncode == 0, done.stderr.decode("utf-8", "replace")
    return done.stdout.decode("utf-8")


def test_build_says_what_it_found_and_how_to_go_on(out: Path, tmp_path: Path) -> None:
    done = kg("build", SEEDS, "-o", tmp_path)
    said = text_of(done)
    for word in ("实体 entities", "Mechanism", "事实 facts", "数据 observations", "组成 parts", "rejected", "kg view"):
        assert word in said
    assert done.stderr == b"", "a pipe is silent"


def test_build_reports_in_json_what_stands_in_the_manifest(tmp_path: Path) -> None:
    done = kg_here("build", SEEDS, "-o", tmp_path, "--json")
    told = json.loads(done.stdout)
    assert told == json.loads((tmp_path / "manifest.json").read_text("utf-8"))
    assert told["counts"]["documents"] == 2 and told["counts"]["facts"] > 20
    digests = {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in SEEDS.glob("*.txt")}
    assert {one["name"]: one["sha256"] for one in told["inputs"]} == digests
    assert sorted(told["files"]) == ["dataset.ttl", "graph.html", "graph.nt", "graph.ttl", "rejected.tsv"]


def test_the_manifest_names_the_version_of_whatever_is_pinned(out: Path) -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    pinned = {name for name, sign in (re.split("(?=[=~>])", one, maxsplit=1) for one in project["dependencies"])
              if sign.startswith(("==", "~="))}  # fmt: skip
    assert len(pinned) > 2
    assert pinned <= json.loads((out / "manifest.json").read_text("utf-8"))["versions"].keys()


def test_the_user_tells_what_the_page_does_not(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("全县推行“四步议事”机制，调解矛盾纠纷460件。\n", "utf-8")
    more = ["--issued", "2021-07-01", "--place", "南漳县", "--title", "家门口议事", "--url", "https://example.org/a"]
    assert kg_here("build", tmp_path / "a.txt", "-o", tmp_path / "out", *more).returncode == 0
    graph = (tmp_path / "out" / "graph.nt").read_text("utf-8")
    assert '"2021-07-01"' in graph and "家门口议事" in graph and "https://example.org/a" in graph
    assert "id/南漳县>" in graph


def test_what_a_text_says_of_no_place_waits_for_the_user_to_tell_it(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("截至目前，共清理乱堆乱放38处，拆除破损店招63块。\n", "utf-8")
    out = tmp_path / "out"
    answered = text_of(kg_here("build", tmp_path / "a.txt", "-o", out))
    assert "--place" in answered
    assert [line.split("\t")[3] for line in (out / "rejected.tsv").read_text("utf-8").splitlines()[1:]] == [
        "38处",
        "63块",
    ]
    answered = text_of(kg_here("build", tmp_path / "a.txt", "-o", out, "--place", "南漳县"))
    assert "--place" not in answered
    asked = "SELECT ?n { ?o jc:observationOf id:南漳县 ; jc:value ?n } ORDER BY ?n"
    assert text_of(kg_here("query", out, asked, "--format", "csv")).split() == ["n", "38", "63"]


def test_a_place_that_nobody_knows_is_said_to_be_passed_over(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("全县推行“四步议事”机制。", "utf-8")
    for place, heard in (("没有县", False), ("鼓楼区", False), ("福州市鼓楼区", True), ("南漳", True)):
        done = kg_here("build", tmp_path / "a.txt", "-o", tmp_path / "out", "--place", place)
        assert done.returncode == 0
        assert (f"kg: --place {place}: 文中没有" in done.stderr.decode("utf-8")) is not heard, place


def test_a_table_beside_the_texts_tells_it_too(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("全县推行“四步议事”机制，调解矛盾纠纷460件。\n", "utf-8")
    (tmp_path / "documents.csv").write_text("file,issued,place\na.txt,2021-07-01,南漳县\n", "utf-8")
    assert kg_here("build", tmp_path, "-o", tmp_path / "out").returncode == 0
    graph = (tmp_path / "out" / "graph.nt").read_text("utf-8")
    assert '"2021-07-01"' in graph and "id/南漳县>" in graph


def test_query_answers_in_every_form(out: Path) -> None:
    asked = "SELECT ?name { ?x a jc:County ; rdfs:label ?name } ORDER BY ?name"
    table = text_of(kg("query", out, asked))
    assert "寻乌县" in table and "吉水县" in table
    rows = list(csv.DictReader(io.StringIO(text_of(kg("query", out, asked, "--format", "csv")))))
    assert {"寻乌县", "吉水县"} <= {row["name"] for row in rows}
    found = json.loads(text_of(kg("query", out, asked, "--format", "json")))
    assert len(found["results"]["bindings"]) == len(rows)
    turtle = text_of(kg("query", out, "CONSTRUCT { ?x rdfs:label ?name } WHERE { ?x a jc:County ; rdfs:label ?name }"))
    assert 'id:寻乌县 rdfs:label "寻乌县"@zh-Hans' in " ".join(turtle.split())


def test_query_lists_the_named_questions_and_answers_them(out: Path) -> None:
    assert "mechanism-parts" in text_of(kg("query", out))
    answered = text_of(kg("query", out, "--name", "mechanisms-of-place", "--set", "place=寻乌县"))
    assert "三联四会六带头" in answered


def test_query_lists_the_questions_with_what_may_be_filled_in(out: Path) -> None:
    said = text_of(kg("query", out, "--list"))
    assert said.count("--name ") >= 20
    assert "--name mechanism-parts --set mechanism=三联四会六带头\n    某项机制由什么组成？\n    What is" in said


def test_the_questions_are_listed_without_a_graph(out: Path) -> None:
    assert text_of(kg("query", "--list")) == text_of(kg("query", out))


def test_a_name_that_nothing_bears_is_told_beside_the_empty_answer(out: Path) -> None:
    done = kg("query", out, "--name", "mechanisms-of-place", "--set", "place=寻乌县城", "--format", "csv")
    assert done.returncode == 0 and len(done.stdout.splitlines()) == 1
    (line,) = done.stderr.decode("utf-8").splitlines()
    assert line.startswith("kg: place=寻乌县城: ") and "寻乌县" in line.split("near to it: ")[1].split("、")
    # Of a thing that is there, and of which there is nothing to tell, an empty answer says enough.
    assert kg("query", out, "--name", "mechanisms-of-place", "--set", "place=江西省南边").stderr
    assert not kg("query", out, "--name", "mechanism-parts", "--set", "mechanism=寻乌县").stderr


def test_a_variable_may_have_any_name(out: Path) -> None:
    asked = "SELECT ?name ?sparql { ?c a jc:County ; rdfs:label ?name ; rdfs:label ?sparql }"
    answered = text_of(kg("query", out, asked, "--set", "name=寻乌县", "--set", "sparql=寻乌县", "--format", "csv"))
    assert answered.splitlines() == ["name,sparql", "寻乌县,寻乌县"]


def test_export_writes_what_the_ending_says_and_tells_where(out: Path, tmp_path: Path) -> None:
    for ending in ("trig", "gexf", "csv"):
        assert text_of(kg("export", out, tmp_path / f"g.{ending}")).strip() == str(tmp_path / f"g.{ending}")
    assert "GRAPH id:doc-" in (tmp_path / "g.trig").read_text("utf-8")
    rows = list(csv.DictReader(io.StringIO((tmp_path / "g.csv" / "facts.csv").read_bytes().decode("utf-8-sig"))))
    assert any(row["subject_label"] == "寻乌县" and row["predicate_zh"] == "推行" and row["quotation"] for row in rows)


def test_export_refuses_an_ending_that_it_does_not_know(out: Path, tmp_path: Path) -> None:
    done = kg("export", out, tmp_path / "g.docx")
    said = done.stderr.decode("utf-8")
    assert done.returncode == 2 and "扩展名不是能写的格式" in said and ".ttl .nt .trig" in said
    assert not list(tmp_path.iterdir())


def test_a_second_build_waits_for_the_first_and_says_so(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, "utf-8")
    folder = tmp_path / "out"
    folder.mkdir()
    (folder / ".kg.holder").write_text("4711\n", "utf-8")
    with FileLock(folder / ".kg.lock"):
        second = subprocess.Popen(
            [sys.executable, "-m", "kg", "build", str(tmp_path / "a.txt"), "-o", str(folder)],
            stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=Path(__file__).parents[2],
        )  # fmt: skip
        assert second.stderr is not None
        said = second.stderr.readline().decode("utf-8")
        assert "4711" in said and "waiting" in said
        assert second.poll() is None and not (folder / "graph.nt").exists()
    second.communicate(timeout=60)
    assert second.returncode == 0 and (folder / "manifest.json").exists()


def test_view_says_where_the_page_is(out: Path) -> None:
    done = kg("view", out, BROWSER="true")
    assert text_of(done).strip() == (out / "graph.html").resolve().as_uri()


def test_explain_names_rule_and_span() -> None:
    said = text_of(kg_here("explain", "南漳县推行“四步议事”机制。"))
    assert "adopts" in said and "南漳县" in said
    assert said.endswith("四步议事 0/4\n"), "a list that is not there is not announced"


@pytest.mark.slow
def test_explain_tells_who_holds_what_and_of_whom_it_is_not_said_where() -> None:
    said = text_of(kg_here("explain", "老党员王秀英说，路修好了。", "--relation", "memberOf"))
    assert "王秀英: 老党员, no body or place is named for it" in said
    said = text_of(kg_here("explain", "青石村党支部书记李华说，路修好了。", "--relation", "memberOf"))
    assert "李华: 村党支部书记, in 青石村党支部  Stated  [posts/before]" in said


def test_explain_says_so_where_it_finds_nothing() -> None:
    assert text_of(kg_here("explain", "大家都笑了。")) == "没有认出什么 nothing is found\n"


def test_explain_reads_what_a_console_that_speaks_gbk_pipes_to_it() -> None:
    assert "南漳县" in text_of(kg("explain", "-", given="南漳县推行“四步议事”机制。".encode("gb18030")))


def test_explain_tells_how_each_quantity_was_read() -> None:
    said = text_of(kg_here("explain", "全县带动近3.5万户种茶，最老的茶农78岁。"))
    assert "<~ 35000 户" in said
    assert "78岁  = 78 岁" in said, "also one that measures nothing"


@pytest.mark.slow
def test_read_shows_the_repaired_text_and_the_repairs() -> None:
    page = min(SEEDS.glob("*.txt"))
    assert "4212.16万元" in text_of(kg_here("read", page))
    repairs = text_of(kg_here("read", page, "--repairs")).splitlines()
    assert len(repairs) > 5 and repairs[0].startswith("起 start")


@pytest.mark.slow
def test_read_shows_the_text_that_places_count_in(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text(f"<html><body><div class='article'><p>{TEXT}</p></div></body></html>", "utf-8")
    source = text_of(kg_here("read", tmp_path / "a.html", "--source"))
    assert kg_here("build", tmp_path / "a.html", "-o", tmp_path / "out").returncode == 0
    asked = "SELECT ?start ?end ?exact { ?p oa:start ?start ; oa:end ?end ; oa:exact ?exact }"
    rows = list(csv.DictReader(io.StringIO(text_of(kg_here("query", tmp_path / "out", asked, "--format", "csv")))))
    assert len(rows) > 3
    assert all(source[int(row["start"]) : int(row["end"])] == row["exact"] for row in rows)


def test_standard_input_is_an_input(tmp_path: Path) -> None:
    assert text_of(kg("read", "-", "--source", given=TEXT.encode("gb18030"))) == TEXT
    assert kg("build", "-", "-o", tmp_path, given=TEXT.encode()).returncode == 0
    assert "四步议事" in (tmp_path / "graph.ttl").read_text("utf-8")


@pytest.mark.slow
def test_all_formats_of_a_folder_are_built_and_pages_are_told(tmp_path: Path) -> None:
    texts = tmp_path / "texts"
    texts.mkdir()
    (texts / "a.pdf").write_bytes(
        printed([(40, 60, 10, TEXT[:40])], [(40, 60, 10, "2022年，南漳县新建便民服务站15个。")])
    )
    (texts / "b.pdf").write_bytes(printed([(40, 60, 10, "青禾县推行“三上门”制度。")], [], picture=[2]))
    document = docx.Document()
    document.add_paragraph("云岭县推行“四有”机制。")
    document.save(str(texts / "c.docx"))
    with zipfile.ZipFile(texts / "d.zip", "w") as file:
        file.writestr("内/e.txt", "平川县推行“五联”机制。")
    done = kg("build", texts, "-o", tmp_path / "out")
    assert done.returncode == 1
    (line,) = done.stderr.decode().splitlines()
    assert "b.pdf, page 2" in line and "OCR" in line
    asked = "SELECT ?name ?page { ?p oa:exact ?name ; jc:page ?page }"
    rows = list(csv.DictReader(io.StringIO(text_of(kg("query", tmp_path / "out", asked, "--format", "csv")))))
    pages = {row["name"]: row["page"] for row in rows}
    assert {pages["“四步议事”机制"], pages["便民服务站15个"]} == {"1", "2"}
    graph = (tmp_path / "out" / "graph.nt").read_text("utf-8")
    assert all(word in graph for word in ("三上门", "四有", "五联", '"d.zip/内/e.txt"'))


def test_rules_of_a_folder_are_added(tmp_path: Path) -> None:
    relations = tmp_path / "rules" / "relations"
    relations.mkdir(parents=True)
    (relations / "likes.toml").write_text("nonsense = 1\n", "utf-8")
    done = kg_here("check", "--rules", tmp_path)
    assert done.returncode == 1 and "likes.toml:1: 没有这个键 unknown key 'nonsense'" in done.stderr.decode()


def test_a_rule_file_that_stands_where_nobody_reads_it_is_told(tmp_path: Path) -> None:
    for name in ("relatons/likes.toml", "relations/likes.txt", "verbs.tsv"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("", "utf-8")
    done = kg_here("check", "--rules", tmp_path)
    assert done.returncode == 1 and done.stderr.decode().count("没有谁读它 is read by nothing here") == 3


def test_a_blank_where_a_tab_parts_the_columns_is_told_with_its_line(tmp_path: Path) -> None:
    (tmp_path / "lexicon").mkdir()
    (tmp_path / "lexicon" / "verbs.tsv").write_text("# 动词\n结好 推行\n", "utf-8")
    done = kg_here("check", "--rules", tmp_path)
    assert done.returncode == 1 and "verbs.tsv:2: 词里有空格" in done.stderr.decode()


def test_a_class_that_a_user_adds_reaches_the_graph(tmp_path: Path) -> None:
    entities = tmp_path / "rules" / "entities"
    entities.mkdir(parents=True)
    (entities / "temple.toml").write_text(
        """# 庙宇
class = "Temple"
below = "Facility"
label = { zh = "庙宇", en = "temple" }
heads = ["古寺"]
forms = ["nominal"]
alone = ["proper", "nominal"]
never = []
yes = ["游客走进{Temple=灵泉古寺}。"]
no = [{ text = "古树成荫。", why = "a tree" }]
""",
        "utf-8",
    )
    (tmp_path / "a.txt").write_text("寻乌县新建灵泉古寺，占地3亩。\n", "utf-8")
    assert kg_here("build", tmp_path / "a.txt", "--rules", tmp_path / "rules", "-o", tmp_path / "out").returncode == 0
    graph = (tmp_path / "out" / "graph.nt").read_text("utf-8")
    assert "#Temple>" in graph and "#establishes> <https://w3id.org/jiceng/id/寻乌县-Temple-灵泉古寺>" in graph


@pytest.mark.slow
def test_a_console_that_speaks_gbk_is_enough(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, "utf-8")
    built = tmp_path / "out"
    for arguments in (
        ["build", tmp_path / "a.txt", "-o", built],
        ["query", built],
        ["query", built, "SELECT ?s ?o { ?s rdfs:label ?o }"],
        ["read", tmp_path / "a.txt", "--repairs"],
        ["explain", TEXT],
        ["view", built],
        ["build", "--help"],
    ):
        done = kg(*arguments, PYTHONIOENCODING="gbk", PYTHONUTF8="0", BROWSER="true")
        assert done.returncode == 0, (arguments, done.stderr.decode("gbk"))
        done.stdout.decode("gbk")
    for path in built.iterdir():
        path.read_bytes().decode("utf-8")
    assert kg("build", tmp_path / "\U00020bb7.txt", PYTHONIOENCODING="gbk").returncode == 3


SLOW = {
    "jieba", "rdflib", "pyvis", "networkx", "IPython", "pyoxigraph", "rich", "kg.pipeline", "kg.match",
    "starlette", "uvicorn", "httpx",
}  # fmt: skip


@pytest.mark.parametrize(
    ("arguments", "needs"),
    [
        (["--help"], set()),
        (["build", "--help"], set()),
        (["view", "{out}"], set()),
        (["query", "{out}", "ASK {}"], {"pyoxigraph", "rich"}),
    ],
    ids=["help", "build-help", "view", "query"],
)
def test_what_is_not_needed_is_not_loaded(arguments: list[str], needs: set[str], out: Path) -> None:
    script = (
        "import sys\nfrom kg.cli import main\n"
        "try: main(sys.argv[1:])\nexcept SystemExit: pass\n"
        f"sys.stderr.write(' '.join(sorted(set(sys.modules) & {SLOW - needs!r})))\n"
    )
    filled = [argument.replace("{out}", str(out)) for argument in arguments]
    done = subprocess.run(
        [sys.executable, "-c", script, *filled], capture_output=True, text=True, cwd=Path(__file__).parents[2],
        env={"PATH": "/usr/bin", "BROWSER": "true", "PYTHONIOENCODING": "utf-8"}, check=True,
    )  # fmt: skip
    assert done.stderr == ""
