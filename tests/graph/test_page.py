"""The page in a browser, with the network off: what a reader does is done here with clicks and keys."""

from __future__ import annotations

import csv
import io
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree

import pytest
from pyoxigraph import Store

from kg.graph.render import render
from kg.graph.store import query
from tests.graph import example
from tests.graph.test_network import crowd

if TYPE_CHECKING:
    from playwright.sync_api import Browser, ConsoleMessage, Dialog, Page, Request

pytestmark = pytest.mark.browser

ROOT = Path(__file__).parents[2]

MECHANISM, EVENT, DENIED = "#6b46b0", "#b83a75", "#b3261e"  # as drawn on light
Open = Callable[..., "Page"]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    found = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    required = os.environ.get("KG_REQUIRE_BROWSER") == "1"
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        if required:
            raise
        pytest.skip("the browser tests need playwright: pip install playwright")
    if found is None:
        if required:
            pytest.fail("no chromium, chromium-browser or google-chrome on the path")
        pytest.skip("no chromium, chromium-browser or google-chrome on the path")
    with sync_playwright() as playwright:
        yield playwright.chromium.launch(executable_path=found)


def listen(page: Page, faults: list[str]) -> None:
    """Write down every request beyond the file, every complaint and every dialog."""

    def asked(request: Request) -> None:
        if not request.url.startswith(("file:", "data:", "blob:")):
            faults.append(request.url)

    def said(message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            faults.append(message.text)

    def opened(dialog: Dialog) -> None:
        faults.append(dialog.message)
        dialog.dismiss()

    page.on("request", asked)
    page.on("console", said)
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("dialog", opened)


@pytest.fixture
def visit(browser: Browser, tmp_path: Path) -> Iterator[Open]:
    """Opens a page from its file; afterwards nothing may have been asked of the network or complained of."""
    faults: list[str] = []
    contexts = []

    def visit(
        store: Store | None = None, at: str = "", html: str = "", texts: dict[str, str] | None = None, **more: Any
    ) -> Page:
        path = tmp_path / "图.html"
        path.write_text(
            html or render(example.store() if store is None else store, example.TEXTS if texts is None else texts),
            "utf-8",
        )
        settings = {"viewport": {"width": 1360, "height": 860}, "locale": "zh-CN", "offline": True, **more}
        context = browser.new_context(**settings)
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(8000)
        listen(page, faults)
        page.goto(path.as_uri() + at)
        page.wait_for_selector("html[data-ready=true]")
        return page

    yield visit
    for context in contexts:
        context.close()
    assert faults == []


def spot(page: Page, colour: str, thin: bool = False) -> dict[str, int] | None:
    """Where the picture has a patch of a colour, or a thin line that is near it; settles first."""
    page.wait_for_timeout(500)
    found: dict[str, int] | None = page.evaluate(
        """([colour, thin]) => {
          const canvas = document.querySelector("#picture canvas");
          const copy = new OffscreenCanvas(canvas.width, canvas.height).getContext("2d", { willReadFrequently: true });
          copy.drawImage(canvas, 0, 0);
          const { data, width, height } = copy.getImageData(0, 0, canvas.width, canvas.height);
          const [r, g, b] = [1, 3, 5].map((i) => parseInt(colour.slice(i, i + 2), 16));
          const is = (x, y) => {
            const i = 4 * (y * width + x);
            return Math.abs(data[i] - r) + Math.abs(data[i + 1] - g) + Math.abs(data[i + 2] - b) <= (thin ? 60 : 0);
          };
          const box = canvas.getBoundingClientRect();
          const ratio = box.width / width;
          for (let y = 2; y < height - 2; y += 1) for (let x = 2; x < width - 2; x += 1)
            if (is(x, y) && (thin || (is(x + 2, y) && is(x, y + 2))))
              return { x: box.x + (x + 1) * ratio, y: box.y + (y + 1) * ratio };
          return null;
        }""",
        [colour, thin],
    )
    return found


def search(page: Page, words: str) -> None:
    page.keyboard.press("/")
    page.keyboard.type(words)
    page.keyboard.press("Enter")


def heading(page: Page) -> str:
    return page.locator("#panel h2").inner_text()


# ---- the file -------------------------------------------------------------------------------


def test_the_same_graph_makes_the_same_bytes() -> None:
    assert render(example.store(), example.TEXTS) == render(example.store(), dict(reversed(example.TEXTS.items())))


def test_no_hash_decides_about_the_bytes() -> None:
    made = "from tests.graph import example; from kg.graph.render import render; import hashlib; "
    made += "print(hashlib.sha256(render(example.store(), example.TEXTS).encode()).hexdigest())"
    seeds = ("1", "2")
    found = [
        subprocess.run(
            [sys.executable, "-c", made],
            env=os.environ | {"PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT)},
            capture_output=True,
            check=True,
        ).stdout
        for seed in seeds
    ]
    assert found[0] == found[1] and len(found[0]) >= 64


def test_the_text_stands_in_the_file_as_people_read_it() -> None:
    page = render(example.store(), example.TEXTS)
    assert "三帮两带一评" in page and "𠮷祥茶业有限公司落户青石镇" in page and '<html lang="zh-Hans">' in page


def test_the_policy_lets_only_the_scripts_and_styles_of_the_file_run() -> None:
    page = render(example.store(), example.TEXTS)
    [policy] = re.findall(r'http-equiv="Content-Security-Policy" content="([^"]*)"', page)
    assert policy.startswith("default-src &#39;none&#39;; script-src &#39;sha256-") and "unsafe" not in policy
    assert len(re.findall(r"(?m)^<script>", page)) == policy.split("style-src")[0].count("sha256-")


def test_a_store_with_nothing_in_it_makes_a_page(visit: Open) -> None:
    page = visit(Store(), texts={})
    assert "0 个实体" in page.locator("#panel").inner_text()


# ---- look -----------------------------------------------------------------------------------


def test_the_picture_shows_classes_in_their_colours_and_the_panel_what_there_is(visit: Open) -> None:
    page = visit()
    assert spot(page, MECHANISM) and spot(page, EVENT)
    told = page.locator("#panel").inner_text()
    assert "2 篇报道" in told and "三帮 3/3 ✓" in told
    assert page.locator("#legend label", has_text="机制").first.inner_text().split() == ["机制", "3"]


def test_the_legend_switches_classes_and_relations(visit: Open) -> None:
    page = visit()
    assert spot(page, EVENT)
    page.get_by_label("活动").uncheck()
    assert spot(page, EVENT) is None and "off=Event" in page.url
    page.reload()
    assert spot(page, EVENT) is None
    page.get_by_label("活动").check()
    assert spot(page, EVENT)
    page.get_by_label("否认").uncheck()
    assert spot(page, EVENT) and "off=s:Denied" in page.url


@pytest.mark.parametrize("width", [390, 1360])
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("locale", ["zh-CN", "en-GB"])
def test_nothing_sticks_out_at_the_side(visit: Open, width: int, scheme: str, locale: str) -> None:
    page = visit(viewport={"width": width, "height": 800}, color_scheme=scheme, locale=locale)
    for view in ("graph", "facts", "text"):
        page.click(f"#view-{view}")
        assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert page.evaluate("document.documentElement.dataset.theme") == scheme


def test_words_and_colours_change_at_a_click_and_are_remembered(visit: Open) -> None:
    page = visit()
    page.click("#language")
    assert (
        page.locator("#view-facts").inner_text().startswith("Facts")
        and page.evaluate("document.documentElement.lang") == "en"
    )
    assert "Mechanism" in page.locator("#legend").inner_text()
    page.click("#theme")
    page.reload()
    assert page.locator("#view-facts").inner_text().startswith("Facts")
    assert page.evaluate("document.documentElement.dataset.theme") == "dark"


# ---- find -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("三帮", "三帮两带一评"),
        ("ylx", "云岭县"),
        ("云领", "云岭县"),
        ("青石镇松坪", "松坪村"),
        ("hqs", "何秋生"),
        ("𠮷祥", "𠮷祥茶业有限公司"),
    ],
)
def test_a_thing_is_found_by_name_alias_slip_and_initials(visit: Open, words: str, name: str) -> None:
    page = visit()
    search(page, words)
    assert heading(page) == name


def test_initials_are_right_for_the_characters_people_use(visit: Open) -> None:
    # The first level of GB 2312 stands in the order of pinyin: where each letter begins in it is the standard's.
    begins = {0xB0A1: "a", 0xB0C5: "b", 0xB2C1: "c", 0xB4EE: "d", 0xB6EA: "e", 0xB7A2: "f", 0xB8C1: "g", 0xB9FE: "h",
              0xBBF7: "j", 0xBFA6: "k", 0xC0AC: "l", 0xC2E8: "m", 0xC4C3: "n", 0xC5B6: "o", 0xC5BE: "p", 0xC6DA: "q",
              0xC8BB: "r", 0xC8F6: "s", 0xCBFA: "t", 0xCDDA: "w", 0xCEF4: "x", 0xD1B9: "y", 0xD4D1: "z"}  # fmt: skip
    codes = [code for code in range(0xB0A1, 0xD7FA) if code & 255 >= 0xA1 and code & 255 != 0xFF]
    letters = {code: begins[max(start for start in begins if start <= code)] for code in codes}
    lines = []
    for code in codes[::25]:
        char = code.to_bytes(2, "big").decode("gb2312")
        lines.append(f'id:{char} a jc:Event ; rdfs:label "{char}7{code}" .')
    page = visit(example.store("\n".join(lines)))
    right = 0
    for code in codes[::25]:
        page.fill("#search", f"{letters[code]}7{code}")
        right += page.locator("#results li[aria-disabled]").count() == 0
    assert right >= 0.98 * len(codes[::25])


def test_what_is_not_there_is_said_not_to_be(visit: Open) -> None:
    page = visit()
    page.fill("#search", "海王星")
    assert "没有找到“海王星”" in page.locator("#results").inner_text()
    page.keyboard.press("Enter")
    assert page.locator("#panel h2").count() == 0


def test_arrows_choose_a_result_and_walk_the_neighbours_and_escape_goes_back(visit: Open) -> None:
    page = visit()
    page.keyboard.press("/")
    page.keyboard.type("松坪")
    page.keyboard.press("ArrowDown")
    second = page.locator("#results li[aria-selected=true]").inner_text()
    page.keyboard.press("Enter")
    assert second.startswith(heading(page))
    search(page, "三帮")
    page.keyboard.press("ArrowDown")
    assert heading(page) == "云岭县"
    page.keyboard.press("Escape")
    assert page.locator("#panel h2").count() == 0


def test_back_and_forward_restore_what_was_seen(visit: Open) -> None:
    page = visit()
    search(page, "三帮")
    search(page, "松坪村党")
    page.go_back()
    assert heading(page) == "三帮两带一评"
    page.go_forward()
    assert heading(page) == "松坪村党支部"


def test_a_link_opens_where_it_was_copied(visit: Open) -> None:
    page = visit(at="#v=facts&n=石桥区-机制-四个一")
    assert heading(page) == "四个一" and page.locator("#tables tbody tr").count() > 10
    assert page.evaluate("decodeURI(location.hash)") == "#v=facts&n=石桥区-机制-四个一"


# ---- read -----------------------------------------------------------------------------------


def test_a_click_on_a_node_tells_its_facts_with_the_sentence(visit: Open) -> None:
    page = visit()
    where = spot(page, EVENT)
    assert where
    page.mouse.click(where["x"], where["y"])
    assert heading(page) == "万家行"
    assert page.locator("#panel .tag.Denied").inner_text() == "否认"
    marks = page.locator("#panel blockquote").first.locator("mark").all_inner_texts()
    assert "".join(marks) == '云岭县没有参加"万家行"活动'


def test_a_click_on_a_line_tells_of_the_relation(visit: Open) -> None:
    page = visit()
    where = spot(page, DENIED, thin=True)
    assert where
    page.mouse.click(where["x"], where["y"])
    assert heading(page) == "云岭县 参加 万家行" and page.url.count("~") == 2


def test_parts_come_in_order_with_their_count_and_the_sentence_that_lists_them(visit: Open) -> None:
    page = visit()
    search(page, "三帮两带")
    panel = page.locator("#panel")
    assert panel.locator(".sum").all_inner_texts() == ["三帮\n3/3 ✓", "两带\n2/2 ✓", "一评\n1/1 ✓"]
    assert panel.locator("ol.parts").first.locator("li").all_inner_texts() == ["帮技术", "帮销路", "帮资金"]
    marks = panel.locator("blockquote").first.locator("mark").all_inner_texts()
    assert marks == ["帮技术", "帮销路", "帮资金", "党员带农户", "大户带散户", "年底评一次"]


def test_parts_that_the_text_does_not_list_are_not_made_up(visit: Open) -> None:
    page = visit()
    search(page, "四个一")
    assert page.locator("#panel .sum").inner_text() == "四个一\n称 4 项，原文未列"


def test_the_sentence_is_whole_with_subject_and_object_marked_after_characters_beyond_the_first_plane(
    visit: Open,
) -> None:
    page = visit()
    search(page, "何秋生")
    quote = page.locator("#panel blockquote").first
    assert quote.locator("mark").all_inner_texts() == ["何秋生", "被推选为", "松坪村党支部", "书记"]
    assert (
        quote.locator(".subject").inner_text() == "何秋生" and quote.locator(".object").inner_text() == "松坪村党支部"
    )
    assert quote.inner_text().startswith(
        '2019年,何秋生被推选为松坪村党支部书记,在他的带领下,松坪村获评全省"一村一品"示范村。'
    )
    assert page.locator("#panel .tag").all_inner_texts()[:2] == ["2019年起", "职务 书记"]


def test_figures_say_what_they_agree_with(visit: Open) -> None:
    page = visit()
    search(page, "ylx")
    figure = page.locator("details.fact", has_text="党小组占比")
    figure.click()
    assert (
        "87.5%" in figure.inner_text()
        and "42 ÷ 48 = 87.5%" in figure.inner_text()
        and "与另一数据相符" in figure.inner_text()
    )


def test_the_text_opens_at_the_passage_and_a_name_in_it_leads_to_its_node(visit: Open) -> None:
    page = visit()
    search(page, "三帮两带")
    page.locator("#panel .parts button").nth(1).click()
    assert page.locator("#article mark").inner_text() == "帮销路" and "v=text" in page.url
    page.locator("#article .mention", has_text="何秋生").first.click()
    assert heading(page) == "何秋生"
    assert page.locator("#article .mention.chosen").first.inner_text() == "何秋生"


def test_a_newcomer_finds_the_parts_and_where_the_paper_says_so_in_three_actions(visit: Open) -> None:
    page = visit()
    page.fill("#search", "三帮两带")  # one
    page.keyboard.press("Enter")  # two
    told = page.locator("#panel").inner_text()
    assert all(part in told for part in ("帮技术", "大户带散户", "年底评一次")) and "近年来,云岭县推行" in told


# ---- focus ----------------------------------------------------------------------------------


def test_neighbours_alone_can_be_seen(visit: Open) -> None:
    page = visit()
    search(page, "松坪村党")
    assert spot(page, "#8a5626")  # somebody is drawn at all
    page.get_by_role("button", name="只看邻居").click()
    assert spot(page, MECHANISM) is None and "s=1" in page.url
    page.get_by_role("button", name="两步之内").click()
    page.keyboard.press("Escape")
    assert "s=" not in page.url.split("#")[1]


def test_of_a_large_graph_the_core_is_drawn_and_the_rest_opened(visit: Open) -> None:
    page = visit(crowd(3500), texts={})
    assert "3500" in page.locator("#notice").inner_text()
    search(page, "3499")
    assert heading(page).endswith("3499")
    search(page, "ylx")
    more = page.get_by_role("button", name="展开邻居")
    if more.count():
        more.click()
        assert more.count() == 0


def test_the_way_between_two_things_is_told_step_by_step(visit: Open) -> None:
    page = visit()
    search(page, "何秋生")
    page.get_by_role("button", name="路径").click()
    page.keyboard.type("三帮")
    page.keyboard.press("Enter")
    assert heading(page) == "何秋生 ⋯ 三帮两带一评"
    steps = [step.split("\n")[0] for step in page.locator("#panel summary").all_inner_texts()]
    assert steps[0].startswith("何秋生 任职于 松坪村党支部") and steps[-1].startswith("云岭县 推行 三帮两带一评")
    page.reload()
    assert heading(page) == "何秋生 ⋯ 三帮两带一评"
    page.keyboard.press("Escape")
    assert heading(page) == "何秋生"


def test_things_are_filtered_by_document_and_by_period(visit: Open) -> None:
    page = visit()
    page.locator("#legend").get_by_label("石桥区探索").uncheck()
    assert "off=d:doc-shiqiao" in page.url
    assert page.evaluate("document.querySelectorAll('#legend input:not(:checked)').length") == 1
    page.locator("#legend").get_by_label("2019年起").uncheck()
    assert "p:2019/" in page.url
    page.locator("#legend").get_by_role("button", name="全部").click()
    assert "off=" not in page.url


def test_the_query_behind_a_thing_finds_the_same_facts(visit: Open) -> None:
    page = visit()
    search(page, "松坪村党")
    page.get_by_role("button", name="SPARQL").click()
    rows = list(query(example.store(), page.locator("#panel pre").inner_text()))
    assert len(rows) == page.locator("#panel details.fact").count() == 2


def test_a_link_is_copied_or_at_least_said_to_be(visit: Open) -> None:
    page = visit()
    search(page, "三帮")
    page.get_by_role("button", name="复制链接").click()
    page.wait_for_function("document.querySelector('#live').textContent === '已复制'")


# ---- beside each other ----------------------------------------------------------------------


def test_on_a_wide_screen_the_text_stands_beside_the_graph(visit: Open) -> None:
    page = visit(at="#v=text")
    assert page.locator("#stage").is_visible() and page.locator("#article").is_visible()
    page.set_viewport_size({"width": 700, "height": 800})
    page.reload()
    assert not page.locator("#stage").is_visible() and page.locator("#article").is_visible()


def test_two_reports_are_compared_part_by_part_and_figure_by_figure(visit: Open) -> None:
    extra = """
        id:石桥区-机制-三帮两带一评 a jc:Mechanism ; rdfs:label "三帮两带一评" ; jc:hasPart id:doc-shiqiao-三帮 ;
            prov:wasDerivedFrom id:doc-shiqiao-0-3 .
        id:doc-shiqiao-三帮 a jc:Part ; rdfs:label "三帮" ; jc:statedCount 3 ; jc:position 1 ;
            prov:wasDerivedFrom id:doc-shiqiao-0-3 .
        id:doc-shiqiao-0-3 a jc:Passage ; dcterms:isPartOf id:doc-shiqiao ; oa:start 0 ; oa:end 3 .
        id:obs-9 a jc:Observation ; jc:observationOf id:石桥区 ; jc:indicator "网格" ; jc:quantityText "60个" ;
            prov:wasDerivedFrom id:doc-shiqiao-0-3 .
    """
    page = visit(example.store(extra))
    page.click("#view-compare")
    shared = page.locator("#compare tr", has=page.locator("th", has_text="三帮两带一评"))
    assert "3/3 ✓" in shared.inner_text() and "称 3 项，原文未列" in shared.inner_text()
    figure = page.locator("#compare tr", has=page.locator("th[scope=row]", has_text="网格"))
    assert "48个" in figure.inner_text() and "60个" in figure.inner_text()
    page.locator("#compare select").first.select_option("doc-yunling")
    assert "c=doc-yunling" in page.url


# ---- tables ---------------------------------------------------------------------------------


def test_a_table_is_sorted_and_filtered_with_keys(visit: Open) -> None:
    page = visit(at="#v=figures")
    page.get_by_role("button", name="数值").focus()
    page.keyboard.press("Enter")
    values = page.locator("#tables td:nth-child(4)").all_inner_texts()
    assert values[0] == "126000" and page.locator("th[aria-sort=descending]").count() == 1
    page.keyboard.press("Enter")
    assert page.locator("#tables td:nth-child(4)").all_inner_texts() == values[::-1]
    page.fill("#filter", "红色")
    assert page.locator("#tables tbody tr").count() == 1
    page.fill("#filter", "无此")
    assert page.locator("#tables .count").inner_text() == "没有符合筛选的行"


def test_a_row_leads_to_its_thing(visit: Open) -> None:
    page = visit(at="#v=mechanisms")
    page.locator("#tables tbody button", has_text="三帮两带一评").first.focus()
    page.keyboard.press("Enter")
    assert heading(page) == "三帮两带一评" and page.locator("#tables").is_visible()


def test_a_table_goes_into_a_spreadsheet_and_no_cell_is_a_formula(visit: Open) -> None:
    page = visit(example.store('id:坏 a jc:Event ; rdfs:label "=HYPERLINK(1)" .'), at="#v=entities")
    with page.expect_download() as waiting:
        page.get_by_role("button", name="下载 CSV").click()
    rows = list(csv.reader(io.StringIO(waiting.value.path().read_text("utf-8-sig"))))
    assert rows[0][:2] == ["名称", "类别"] and len(rows) == 23
    assert "'=HYPERLINK(1)" in [row[0] for row in rows]


def test_the_picture_can_be_taken_away(visit: Open) -> None:
    page = visit()
    with page.expect_download() as waiting:
        page.click("#png")
    assert waiting.value.path().read_bytes().startswith(b"\x89PNG")
    with page.expect_download() as waiting:
        page.click("#svg")
    drawn = ElementTree.fromstring(waiting.value.path().read_text("utf-8"))
    titles = {title.text for title in drawn.iter("{http://www.w3.org/2000/svg}title")}
    assert {"云岭县", "𠮷祥茶业有限公司"} <= titles and len(titles) > 18


# ---- hostile names --------------------------------------------------------------------------

HOSTILE = [
    "<img src=x onerror=alert(1)>",
    "</script><script>alert(2)</script>",
    "javascript:alert(3)",
    "'\\\"><svg onload=alert(4)>",
    "{{ 7 * 7 }}<!--",
]


def hostile(i: int, name: str) -> str:
    """Turtle in which a mechanism, its part, a fact, a figure and a document say this name in every field."""
    text = '"' + name.replace("\\", "\\\\").replace('"', '\\"') + '"'
    passage = f"id:doc-bad{i}-0-{len(name)}"
    read = f"prov:wasDerivedFrom {passage}"
    return f"""
id:doc-bad{i} a jc:Document ; dcterms:title {text} ; dcterms:source {text} ; dcterms:issued {text} .
{passage} a jc:Passage ; dcterms:isPartOf id:doc-bad{i} ; oa:start 0 ; oa:end {len(name)} ; oa:exact {text} .
id:bad{i} a jc:Mechanism ; rdfs:label {text} ; skos:altLabel {text}@zh ; skos:hiddenLabel {text}@en ;
    skos:definition {text} ; jc:divisionPath {text} ; jc:hasPart id:part{i} ; {read} .
id:part{i} a jc:Part ; rdfs:label {text} ; jc:position 1 ; {read} .
id:fact-bad{i} a jc:Fact ; rdf:subject id:云岭县 ; rdf:predicate jc:adopts ; rdf:object id:bad{i} ;
    jc:status jc:Stated ; jc:rule {text} ; jc:period {text} ; jc:role {text} ; {read} .
id:云岭县 jc:adopts id:bad{i} .
id:obs-bad{i} a jc:Observation ; jc:observationOf id:bad{i} ; jc:indicator {text} ; jc:quantityText {text} ;
    jc:unit {text} ; jc:arithmetic {text} ; {read} .
"""


def test_no_name_in_any_field_runs(visit: Open) -> None:
    bad = dict(enumerate(HOSTILE))
    texts = example.TEXTS | {f"doc-bad{i}": f"{name}。云岭县推行{name}。" for i, name in bad.items()}
    store = example.store("".join(hostile(i, name) for i, name in bad.items()))
    page = visit(store, texts=texts, at="#n=<img src=x onerror=alert(5)>&off=</script>&e=javascript:alert(6)&v=%%%")
    for name in HOSTILE:
        page.fill("#search", name)
        page.keyboard.press("Enter")
        assert heading(page) == name
    for view in ("entities", "facts", "mechanisms", "figures", "compare", "text", "graph"):
        page.click(f"#view-{view}")
        page.wait_for_timeout(60)
    page.click("#help-button")
    assert page.locator("img, body svg[onload], iframe").count() == 0
    assert page.locator("script").count() == 3
