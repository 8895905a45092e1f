"""Pages in traditional characters are read as the same report in simplified ones."""

from __future__ import annotations

from kg.match.rulebook.word_lists import read_table
from kg.model import Source
from kg.read.page.characters import simplified
from kg.read.page.known import Known
from kg.read.page.layout import read_document
from tests.read.reading import LABELS, LEXICON, SITE_WORDS, SURNAMES, NoWords

ROWS = read_table(LEXICON / "traditional.tsv")
SIMPLE = {ord(old): new for old, new in ROWS}
KNOWN = Known(SURNAMES, SITE_WORDS, LABELS, SIMPLE)
PAGE = "青禾縣雲岭鄉推進農業產業發展\n\n本報訊(記者 王芳)該鄉為農戶建起兩個大棚,「三上門」機制覆蓋國有農場。\n"


def test_a_page_in_traditional_characters_is_read_in_simplified_ones() -> None:
    document = read_document(Source("報紙.txt", PAGE, "", "utf-8"), NoWords(), KNOWN)
    assert "青禾县云岭乡推进农业产业发展" in document.text
    assert "“三上门”机制覆盖国有农场" in document.text


def test_its_places_count_in_the_page_as_it_came() -> None:
    document = read_document(Source("報紙.txt", PAGE, "", "utf-8"), NoWords(), KNOWN)
    start = document.text.index("三上门")
    assert "".join(PAGE[document.origin[place]] for place in range(start, start + 3)) == "三上門"


def test_a_page_in_simplified_characters_keeps_the_few_others() -> None:
    page = "青禾县王芳後山茶场是一家家庭农场,今年采茶。" * 10 + "招牌上写著農家。"
    assert simplified(page, SIMPLE) == page


def test_no_character_is_both_traditional_and_simplified() -> None:
    assert not {old for old, _ in ROWS} & {new for _, new in ROWS}
