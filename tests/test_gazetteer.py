"""The division table: names, chains, and what loading it costs."""

from __future__ import annotations

import time
import tracemalloc

import pytest

from kg.gazetteer import FORMER, LEVELS, TABLE, Gazetteer, load_gazetteer


@pytest.fixture(scope="module")
def table() -> Gazetteer:
    return load_gazetteer()


def paths(table: Gazetteer, name: str, level: str | None = None) -> list[str]:
    return [table.path(division) for division in table.find(name, level)]


@pytest.mark.parametrize(
    ("name", "path"),
    [
        ("寻乌县", "江西省/赣州市/寻乌县"),
        ("寻乌", "江西省/赣州市/寻乌县"),
        ("江西", "江西省"),
        ("内蒙古", "内蒙古自治区"),
        ("恩施州", "湖北省/恩施土家族苗族自治州"),
        ("花垣", "湖南省/湘西土家族苗族自治州/花垣县"),
        ("前郭", "吉林省/松原市/前郭尔罗斯蒙古族自治县"),
        ("石河子市", "新疆维吾尔自治区/石河子市"),
        ("仙桃市", "湖北省/仙桃市"),
        ("东莞市", "广东省/东莞市"),
        ("香港", "香港特别行政区"),
    ],
)
def test_a_name_leads_to_its_chain(table: Gazetteer, name: str, path: str) -> None:
    assert paths(table, name) == [path]


def test_a_name_of_several_divisions_leads_to_all_of_them(table: Gazetteer) -> None:
    assert paths(table, "通州区") == ["北京市/通州区", "江苏省/南通市/通州区"]
    assert paths(table, "吉林") == ["吉林省", "吉林省/吉林市"]
    assert paths(table, "吉林", "Prefecture") == ["吉林省/吉林市"]
    assert len(table.find("南桥镇", "Township")) == 6


def test_a_county_of_two_characters_has_no_short_form(table: Gazetteer) -> None:
    assert [division.shorts for division in table.find("沛县")] == [()]


@pytest.mark.parametrize(
    ("name", "parent", "tail"),
    [
        ("寻乌县", "赣州市", ("寻乌县",)),
        ("鼓楼区", "福州市", ("福州市", "鼓楼区")),
        ("通州区", "北京市", ("北京市", "通州区")),
        ("晨光镇", "寻乌县", ("寻乌县", "晨光镇")),
        ("长安镇", "东莞市", ("东莞市", "长安镇")),
    ],
)
def test_a_tail_is_as_short_as_it_can_be(table: Gazetteer, name: str, parent: str, tail: tuple[str, ...]) -> None:
    found = [division for division in table.find(name) if parent in table.path(division).split("/")]
    assert [table.tail(division) for division in found] == [tail]


def test_no_two_divisions_share_a_tail(table: Gazetteer) -> None:
    tails = [table.tail(division) for division in table.upper.values()]
    assert len(tails) > 3000
    assert len(tails) == len(set(tails))


def test_every_division_lies_in_one_of_the_next_level(table: Gazetteer) -> None:
    codes = [line.split("\t")[0] for line in table.townships]
    assert len(codes) > 40_000
    assert {len(code) for code in table.upper} | {9} == set(LEVELS)
    assert all(code[:6] in table.upper or code[:4] in table.upper for code in codes)
    assert all(code[:2] in table.upper for code in table.upper)


def test_a_group_of_divisions_is_none_itself(table: Gazetteer) -> None:
    assert not table.find("市辖区") and not table.find("省直辖县级行政区划")


def test_a_city_without_counties_holds_towns(table: Gazetteer) -> None:
    assert [table.holds_towns(table.find(name)[0]) for name in ("东莞市", "寻乌县", "赣州市", "江西省")] == [
        True,
        True,
        False,
        False,
    ]


def test_loading_is_quick_and_small() -> None:
    text = TABLE.read_text(encoding="utf-8")
    times = []
    for _ in range(3):
        start = time.process_time()
        Gazetteer.load(text).is_town("晨光镇")
        times.append(time.process_time() - start)
    tracemalloc.start()
    Gazetteer.load(text).is_town("晨光镇")
    size = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    # Processor time, and some times the promise: a busy machine does not fail it.
    assert min(times) < 0.25
    assert size < 100_000_000


def test_a_former_name_leads_to_a_division_of_today(table: Gazetteer) -> None:
    rows = [line.split("\t") for line in FORMER.read_text("utf-8").splitlines() if line[0] != "#"]
    assert rows and all(code in table.upper and table.upper[code].name != name for name, code in rows)
