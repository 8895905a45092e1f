"""Every rule file proves itself: its examples run, and each of its lines is needed by one of them."""

from __future__ import annotations

import unicodedata
from collections import Counter
from pathlib import Path

import pytest

from kg.errors import RuleError
from kg.match.rulebook.patterns import compile_pattern
from kg.match.rulebook.rule_types import EntityRule, PageRule, RelationRule, StanceRule
from kg.match.rulebook.rules import load_rules
from kg.model import Role, Source
from kg.pipeline import Tools, load_tools, read
from kg.proof import prove
from kg.proof.closers import prove_closers
from kg.proof.parts import prove_parts
from tests.command import SEEDS

RULES = load_rules()
Rule = EntityRule | RelationRule | StanceRule | PageRule
EVERY: tuple[Rule, ...] = (*RULES.entities, *RULES.relations, *RULES.stances, *RULES.pages)
RELATIONS = (
    "adopts implements establishes develops received cooperatesWith supports participatesIn subOrganizationOf "
    "locatedIn appliesTo appliesToText partOfProgram"
)
# A stretch of so many characters that stands in a seed as well was taken from there.
TAKEN = 12


def shown(path: str) -> str:
    return path.removeprefix("kg/rules/")


def bare(text: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFKC", text) if c.isalnum())


def test_rule_files_are_found() -> None:
    assert len(RULES.entities) >= 10
    assert {rule.predicate for rule in RULES.relations} == set(RELATIONS.split())
    assert {str(rule.stance) for rule in RULES.stances} == {"Planned", "Denied"}
    assert len(RULES.pages) >= 8


@pytest.mark.parametrize("rule", EVERY, ids=lambda rule: shown(rule.path))
def test_a_rule_file_proves_itself(rule: Rule, tools: Tools) -> None:
    assert prove(rule, tools) == []


def test_every_noun_that_sums_up_a_list_proves_itself(tools: Tools) -> None:
    assert RULES.tables["list_closers"] and list(prove_closers(tools)) == []


@pytest.mark.parametrize(
    ("row", "fault"),
    [
        ("驿亭\tFacility\t建立\t修建{Facility=石桥长廊}、听泉古道等驿亭。", "石桥长廊"),
        ("精品空间\tFacility\t建立\t打造{Facility=檐下书吧}、{Facility=老井茶亭}等精品空间。", "without this line"),
    ],
)
def test_a_users_noun_that_sums_up_a_list_is_proved_like_ours(tmp_path: Path, row: str, fault: str) -> None:
    tools = load_tools([folder(tmp_path, lexicon__list_closers_tsv=f"# 合称\n{row}\n")])
    (told,) = prove_closers(tools)
    assert told.startswith(f"list_closers: {row.split()[0]}: ") and fault in told


@pytest.mark.parametrize("rule", [*RULES.relations, *RULES.stances], ids=lambda rule: shown(rule.path))
def test_a_rule_file_knows_ten_ways_to_say_it_and_five_not_to(rule: RelationRule | StanceRule) -> None:
    assert len(rule.yes) >= 10 and len(rule.no) >= 5


@pytest.mark.parametrize("rule", EVERY, ids=lambda rule: shown(rule.path))
def test_no_example_is_given_twice(rule: Rule) -> None:
    found = Counter(example.text for example in (*rule.yes, *rule.no, *rule.todo))
    assert [text for text, times in found.items() if times > 1] == []


@pytest.mark.parametrize("rule", [*RULES.relations, *RULES.stances], ids=lambda rule: shown(rule.path))
def test_at_most_a_third_of_the_examples_come_from_the_seeds(rule: RelationRule | StanceRule) -> None:
    seeds = bare("".join(path.read_text("utf-8") for path in sorted(SEEDS.glob("*.txt"))))
    examples = [bare(example.text) for example in rule.yes]
    taken = [e for e in examples if any(e[i : i + TAKEN] in seeds for i in range(len(e) - TAKEN + 1))]
    assert len(taken) <= len(examples) / 3, taken


def test_a_wording_has_one_id() -> None:
    names = Counter(rule.name for rule in RULES.relations)
    assert [name for name, times in names.items() if times > 1] == []


def folder(root: Path, **files: str) -> Path:
    """A user's folder: file names with / and . written as __ and _."""
    for name, text in files.items():
        path = root / name.replace("__", "/").replace("_toml", ".toml").replace("_tsv", ".tsv")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return root


PRAISES = """# 表扬
predicate = "praises"
label = { zh = "表扬", en = "praises" }
subject = "Place"
object = "Persons"
colour = "red"
patterns = [
  "{subject}夸{object}",
  "{subject}{verb:无此表}{object}",
  "(?<=当众|当着大家){subject}夸{object}",
]
yes = ["{subject=云岭县}夸{object=王小明}。"]
no = [{ text = "云岭县夸奖大会。", why = "nobody" }]
"""


def told(root: Path) -> str:
    with pytest.raises(RuleError) as error:
        load_rules([root])
    return str(error.value)


def test_every_fault_of_a_rule_file_is_told_with_its_line_and_the_way_out(tmp_path: Path) -> None:
    found = told(folder(tmp_path, relations__praises_toml=PRAISES))
    path = f"{tmp_path}/relations/praises.toml"
    assert "4 fault(s)" in found
    assert f"{path}:6: unknown key 'colour'" in found and "Such a file may say: agents" in found
    assert f"{path}:5: unknown class 'Persons'" in found and "Classes are" in found
    assert f"{path}:9: patterns: '{{subject}}{{verb:无此表}}{{object}}': no word list '无此表'" in found
    behind = "'(?<=当众|当着大家){subject}夸{object}': not a regular expression: look-behind"
    assert f"{path}:10: patterns: {behind}" in found


def test_a_wording_that_is_no_expression_is_told_when_it_is_first_needed() -> None:
    pattern = compile_pattern("(?<=当众|当着大家){verb:推行}", {}, {"推行": ("推行",)}, {})
    with pytest.raises(RuleError, match=r"当着大家.*not a regular expression: look-behind"):
        assert pattern.regex


def test_a_row_of_a_word_list_that_no_rule_can_read_is_told_with_its_line(tmp_path: Path) -> None:
    found = told(folder(tmp_path, lexicon__units_tsv="# 单位\n亩\n石\tmass\tsome\t-\t-\t-\t-\n"))
    path = f"{tmp_path}/lexicon/units.tsv"
    assert f"{path}:2: 1 column(s): 亩" in found and "A row of units.tsv holds a word, kind (" in found
    assert f"{path}:3: 石: 'some' is no least numeral" in found


def test_a_word_list_that_nothing_reads_is_told(tmp_path: Path) -> None:
    found = told(folder(tmp_path, lexicon__heads_temple_tsv="# 庙\n庙\n"))
    assert "heads_temple.tsv: no rule reads this list" in found and "heads_facility" in found


def test_a_word_list_that_a_rule_file_names_is_read(tmp_path: Path) -> None:
    temple = """# 庙
class = "Temple"
below = "Facility"
label = { zh = "庙宇", en = "temple" }
heads = ["{heads_temple}"]
forms = ["proper"]
yes = ["修缮{Temple=城隍庙}。"]
no = [{ text = "庙会开场。", why = "a fair" }]
"""
    rules = load_rules([folder(tmp_path, entities__temple_toml=temple, lexicon__heads_temple_tsv="# 庙\n庙\n寺\n")])
    assert next(rule for rule in rules.entities if rule.type == "Temple").heads == {"庙", "寺"}


FORUM = """# 论坛的页脚
pieces.floor = '{word:楼层}|沙发'
lines = ['第[0-9]+{floor}', '{flor}回帖', '{word:无此组}']
notices = ['本帖(']
foot = ["发帖"]
within = "顶帖"
yes = ["{line=第3楼}"]
no = [{ text = "楼上楼下", why = "where they live" }]
"""


def test_every_fault_of_a_file_of_pages_is_told_with_its_line_and_the_way_out(tmp_path: Path) -> None:
    words = "# 页\n楼\t楼层\n"
    found = told(folder(tmp_path, page__forum_toml=FORUM, lexicon__page_words_tsv=words))
    path = f"{tmp_path}/page/forum.toml"
    assert "5 fault(s)" in found
    assert f"{path}:6: 'within' must be a list of patterns" in found
    assert f"{path}:5: unknown key 'foot'" in found and "Such a file may say: asides, beside" in found
    assert f"{path}:3: lines: '{{flor}}回帖': no piece {{flor}}; this file has floor" in found
    assert f"{path}:3: lines: '{{word:无此组}}': no group '无此组' in lexicon/page_words.tsv" in found
    assert f"{path}:4: notices: '本帖(': not a regular expression" in found


def page_file(*lines: str) -> str:
    return "# 论坛的页脚\npieces.floor = '楼|沙发'\n" + "\n".join(lines)


@pytest.mark.parametrize(
    ("page", "faults"),
    [
        (
            page_file(
                "lines = ['第[0-9]+{floor}', '板凳']",
                'yes = ["{line=第3楼}"]',
                'no = [{ text = "楼下", why = "where" }]',
            ),
            [
                "no example needs '板凳'",
                "no example needs '沙发' in {floor}",
            ],
        ),
        (
            page_file(
                "lines = ['第(?:[0-9]+|一)楼']",
                "asides = ['{floor}']",
                'yes = ["{line=第3楼}", "坐{aside=（沙发）}了", "见（楼）", "{part=第4楼}"]',
                'no = [{ text = "第1楼", why = "made up" }]',
            ),
            [
                "no: 第1楼\n  says line 第1楼, not nothing (made up)",
                "yes: 见（楼）\n  marks nothing: write {line=见（楼）}",
                "yes: 见（楼）\n  says aside （楼）, not nothing",
                "marks part; a page has line, related, notice, aside, dated, issue, beside",
            ],
        ),
    ],
)
def test_a_users_file_of_pages_is_proved_like_ours(tmp_path: Path, page: str, faults: list[str]) -> None:
    tools = load_tools([folder(tmp_path, page__forum_toml=page)])
    found = prove(tools.rules.pages[-1], tools)
    assert all(any(fault in one for one in found) for fault in faults), found


def test_what_a_users_file_of_pages_says_is_no_part_of_a_report(tmp_path: Path) -> None:
    page = """# 论坛的页脚
lines = ['第[0-9]+{word:楼层}']
asides = ['本帖于\\d+年编辑']
yes = ["{line=第3楼}", "见{aside=（本帖于2024年编辑）}"]
no = [{ text = "楼上楼下", why = "where they live" }]
"""
    user = folder(tmp_path, page__forum_toml=page, lexicon__page_words_tsv="# 页\n楼\t楼层\n")
    report = "青禾县推行河长制，落实河长86名。（本帖于2024年编辑）\n\n第12楼\n\n村里清理河道15公里。\n"
    source = Source("帖.txt", report, "0" * 64, "utf-8")
    told_by = [
        [p.role for a in document.articles for p in a.paragraphs if "楼" in document.quote(p.span)]
        + [document.quote(p.span) for a in document.articles for p in a.paragraphs if "本帖" in document.quote(p.span)]
        for document in (read(source, load_tools()), read(source, load_tools([user])))
    ]
    assert told_by[0] == [Role.HEADING, report.split("\n")[0]] and told_by[1] == [Role.DATELINE]


@pytest.mark.parametrize("name", ["lexicon/units.tsv", "relations/praises.toml"])
def test_a_file_that_is_not_utf8_is_told(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.parent.mkdir(parents=True)
    path.write_bytes("# 词表\n".encode("gb18030"))
    assert f"{path}: is not UTF-8 from byte 2 on" in told(tmp_path)


def test_a_users_file_of_parts_is_proved_like_ours(tmp_path: Path) -> None:
    sums = """# 合起来
label = { zh = "合称", en = "put together" }
patterns = ["{told}，凑成{whole}", "{told}，攒成{whole}"]
yes = ["{part=修村道}、{part=打水井}、{part=装路灯}，凑成{whole=“三暖”工程}。"]
no = [{ text = "路、井、灯凑不成{whole=“三个一”工程}。", why = "denied" }]
"""
    rules = load_rules([folder(tmp_path, parts__sums_toml=sums)])
    [fault] = prove_parts(rules.parts[-1], rules)
    assert f"{tmp_path}/parts/sums.toml:3: no example needs '{{told}}，攒成{{whole}}'" in fault


def test_an_example_that_fails_proves_no_line_and_every_fault_names_its_own(tmp_path: Path) -> None:
    file = tmp_path / "relations" / "trying.toml"
    file.parent.mkdir()
    file.write_text(
        """predicate = "adopts"
label = { zh = "推行", en = "adopts" }
subject = "Place Organization"
object = "Mechanism"
patterns = ['{subject}率先启用{object}', '{subject}首推{object}']
yes = [
  "{subject=云岭县}率先启用{object=“四联”机制}。",
  "{subject=云岭县}推开{object=“四联”机制}。",
]
no = [{ text = "{subject=云岭县}没有启用{object=“四联”机制}。", why = "denied" }]
""",
        "utf-8",
    )
    tools = load_tools([tmp_path])
    (rule,) = [rule for rule in tools.rules.relations if rule.path == str(file)]
    failed, unneeded = prove(rule, tools)
    assert failed.startswith(f"{file}:8: yes: 云岭县推开“四联”机制。")
    assert unneeded.startswith(f"{file}:5: no example needs '{{subject}}首推{{object}}'")
