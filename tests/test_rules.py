"""Every rule file proves itself: its examples run, and each of its lines is needed by one of them."""

from __future__ import annotations

import unicodedata
from collections import Counter
from pathlib import Path

import pytest

from kg.errors import RuleError
from kg.match.rulebook.rule_types import EntityRule, RelationRule, StanceRule
from kg.match.rulebook.rules import load_rules
from kg.pipeline import Tools, load_tools
from kg.proof import prove
from kg.proof.closers import prove_closers
from kg.proof.parts import prove_parts
from tests.command import SEEDS

RULES = load_rules()
EVERY: tuple[EntityRule | RelationRule | StanceRule, ...] = (*RULES.entities, *RULES.relations, *RULES.stances)
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


@pytest.mark.parametrize("rule", EVERY, ids=lambda rule: shown(rule.path))
def test_a_rule_file_proves_itself(rule: EntityRule | RelationRule | StanceRule, tools: Tools) -> None:
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
def test_no_example_is_given_twice(rule: EntityRule | RelationRule | StanceRule) -> None:
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
    assert "3 fault(s)" in found
    assert f"{path}:6: unknown key 'colour'" in found and "Such a file may say: agents" in found
    assert f"{path}:5: unknown class 'Persons'" in found and "Classes are" in found
    assert f"{path}:9: patterns: '{{subject}}{{verb:无此表}}{{object}}': no word list '无此表'" in found


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
