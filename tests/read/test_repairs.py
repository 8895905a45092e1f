"""What a page tore apart is put together where the evidence allows, and every repair is logged."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.model import Document, Role, Span
from kg.read.page.characters import even_out
from kg.read.page.layout import as_printed
from kg.read.page.sentences import sentences
from tests.read.reading import ARTICLES, ROOT, Untouched, broken, dictionary, paragraphs, read

SEED = next((ROOT / "seeds").glob("000_*.txt"), None)
NEXT = "近年来，青禾县坚持生态优先，推进产业发展，群众生活一天比一天好。"


def mend(text: str) -> Document:
    return read(text, words=dictionary())


def whats(document: Document) -> list[str]:
    return [repair.what for repair in document.repairs]


# ---- columns ------------------------------------------------------------------------------


HEAD = "三年来，青禾县把乡村治理放在突出位置，投入资金一亿二千万元，组织干部走村入户，"


@pytest.mark.parametrize(
    ("left", "right"),
    [
        # a word runs over the seam
        ("经验被列为生态产", "品价值实现典型案例，在全省推广。"),
        # a quotation closes, a bracket closes, a number goes on
        ('打造"便民服务、产业', '服务"两张网,群众得实惠。'),
        ("建成便民服务站（", "点）十二个，群众得实惠。"),
        ("建成高标准农田12", "00亩，带动群众增收。"),
        # what cannot begin a paragraph goes on in the one that has no end
        ("走出一条产业兴旺、生态宜居", "的新路子，经验在全省推广。"),
        # the page says elsewhere what the seam says
        ("建成一批乡村治理", "放在家门口的服务站，经验在全省推广。"),
    ],
)
def test_a_torn_paragraph_is_put_together(left: str, right: str) -> None:
    apart = mend(f"{HEAD}{left}\n\n{NEXT}\n\n{right}")
    assert paragraphs(apart) == paragraphs(mend(f"{HEAD}{left}{right}\n\n{NEXT}"))
    assert whats(apart) == ["接到断栏之后"]


def test_a_paragraph_may_go_on_directly_below() -> None:
    assert len(paragraphs(mend(f"{HEAD}着力提升城\n\n市基层治理效能。\n\n{NEXT}"))) == 2


def test_columns_may_go_on_in_turns_and_above() -> None:
    document = mend(
        f"{HEAD}经验被列为生态产\n\n定，2020年获评全国示范县。该县围绕首位产业谋划发展，产值不断提高。\n\n"
        f"品价值实现典型案例。环境质量达一级标准、水质考核断面达标率100%、土壤环境安全稳\n\n{NEXT}"
    )
    assert paragraphs(document)[0] == (
        f"{HEAD}经验被列为生态产品价值实现典型案例。环境质量达一级标准、水质考核断面达标率100%、土壤环境安全稳定，"
        "2020年获评全国示范县。该县围绕首位产业谋划发展，产值不断提高。"
    )


def test_without_evidence_it_stays_open() -> None:
    document = mend(f"{HEAD}方便群众，\n\n{NEXT}\n\n今年3月，全县召开现场会。")
    assert [part.tail for part in document.articles[0].paragraphs] == [False, True, True]
    assert not document.repairs


def test_headlines_and_other_articles_are_not_joined() -> None:
    document = mend(f"{HEAD}让群众办事不出\n\n抓实便民服务，提升治理水平\n\n在全县，新站已经投入使用。")
    assert [part.role for part in document.articles[0].paragraphs] == [Role.BODY, Role.HEADING, Role.BODY]


def test_a_sentence_over_a_tear_is_quoted_in_pieces() -> None:
    source = f"{HEAD}经验被列为生态产\n\n{NEXT}\n\n品价值实现典型案例。"
    document = mend(source)
    start = document.text.index("生态产品价值")
    spans = document.in_source(Span(start, start + 6))
    assert [source[span.start : span.end] for span in spans] == ["生态产", "品价值"]


# ---- headlines ----------------------------------------------------------------------------


def test_a_headline_of_the_page_is_taken_out_of_a_sentence() -> None:
    document = mend(
        "青禾办事 不出村\n\n青禾县坚持把基层治理摆在突出位 置，推行三上门制度，建成便 青禾办事不出村 "
        "民服务站十二个，方便群众办 事，得到好评。"
    )
    assert paragraphs(document) == [
        "青禾办事不出村",
        "青禾县坚持把基层治理摆在突出位置，推行三上门制度，建成便民服务站十二个，方便群众办事，得到好评。",
        "青禾办事不出村",
    ]
    assert whats(document) == ["标题移出正文"]


def test_a_short_line_that_parts_a_word_is_a_headline() -> None:
    document = mend(
        "青禾县坚持把基层治理摆在突出位置来抓，全面贯 彻各项部署，坚持以习近平新时代中国特色社会主 "
        "义思想为指导，持续推动全县高质量发 奋力书写青禾篇章 "
        "展，真抓实干，攻坚克难，各项事业不断取得新的 进展，人民群众的获得感不断增强。"
    )
    assert "推动全县高质量发展，真抓实干" in document.text
    assert paragraphs(document)[1] == "奋力书写青禾篇章"
    assert document.articles[0].paragraphs[1].role is Role.HEADING


def test_a_phrase_of_the_headline_in_running_text_stays() -> None:
    document = mend(
        "青禾办事 不出村\n\n青禾县坚持把基层治理摆在突出位 置，让青禾办事不出村成为 常态，方便群众办 事，得到好评。"
    )
    assert not document.repairs


# ---- paragraphs run together --------------------------------------------------------------


def test_paragraphs_that_a_column_ran_together_are_parted_where_they_begin_alike() -> None:
    body = "县里投入资金改善条件，群众得到实惠，各项工作取得新的进展。"
    document = mend(
        f"坚持绿色引导，生态持续向好。{body}\n\n坚持创新驱动，动能加快转换。{body}\n\n"
        f"坚持民生为本，福祉持续增进。{body[:12]} {body[12:]} 坚持从严治党，领导不断加强。{body}"
    )
    assert len(paragraphs(document)) == 4
    assert whats(document) == ["分段"]


# ---- misprints ----------------------------------------------------------------------------


def test_a_look_alike_of_a_frequent_name_is_its_slip() -> None:
    page = "".join(f"柏乌县第{i}站建成投用，柏乌群众办事方便。" for i in "一二三四五")
    document = mend(f'{page}\n\n柏鸟的发展离不开群众,大力推行"三上门" 制度,方便 群众。\n\n产业兴,群众 富,日子 好。')
    assert "柏乌的发展" in document.text
    place = document.text.index("柏乌的发展")
    assert as_printed(document, Span(place, place + 2)) == "柏鸟"


def test_a_real_second_name_is_no_slip() -> None:
    page = "".join(f"寻乌县第{i}站建成投用，寻乌群众办事方便。" for i in "一二三四五")
    document = mend(f'{page}\n\n寻邬县是旧名,大力推行"三上门" 制度,方便 群众。\n\n产业兴,群众 富,日子 好。')
    assert "寻邬县是旧名" in document.text


def test_a_clean_page_is_believed_to_the_letter() -> None:
    page = "".join(f"柏乌县第{i}站建成投用，柏乌群众办事方便。" for i in "一二三四五")
    assert "柏鸟的发展" in mend(f"{page}\n\n柏鸟的发展离不开群众。").text


# ---- whole pages --------------------------------------------------------------------------


def test_articles_are_found() -> None:
    assert len(ARTICLES) >= 10


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.stem)
def test_a_clean_article_needs_no_repair_and_no_dictionary(path: Path) -> None:
    text = path.read_text("utf-8")
    document = read(text, words=Untouched())
    assert not document.repairs
    lines = [even_out(line).lstrip("□") for line in text.splitlines() if line]
    assert document.text == "\n".join("".join(line.split()) for line in lines)


def test_broken_pages_say_what_clean_ones_say() -> None:
    said = kept = wrong = 0
    for path in ARTICLES:
        clean = path.read_text("utf-8")
        whole = Counter(_sentences(read(clean)))
        title = _sentences(read(clean))[0]
        for seed in range(1, 11):
            found = Counter(one for one in _sentences(mend(broken(clean, seed))) if one != title)
            said += whole.total() - 1
            kept += (whole & found).total()
            wrong += (found - whole).total()
    assert kept / said > 0.97
    assert wrong / said < 0.02


def _sentences(document: Document) -> list[str]:
    return [document.quote(sentence.span) for sentence in sentences(document) if sentence.whole]


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.stem)
def test_every_character_of_a_broken_page_knows_its_origin(path: Path) -> None:
    for seed in range(1, 6):
        source = broken(path.read_text("utf-8"), seed)
        document = mend(source)
        places = [place for char, place in zip(document.text, document.origin, strict=True) if char != "\n"]
        assert len(set(places)) == len(places)
        for sentence in sentences(document):
            printed = "".join(source[span.start : span.end] for span in document.in_source(sentence.span))
            assert _bare(as_printed(document, sentence.span)) == _bare(even_out(printed))


SCRAPS = [
    line[start : start + length]
    for path in ARTICLES[:4]
    for line in path.read_text("utf-8").splitlines()
    for start, length in ((0, 30), (17, 60), (40, 90), (0, 400))
    if len(line) > start
]


@settings(max_examples=150, deadline=None)
@given(
    st.lists(
        st.tuples(st.sampled_from(SCRAPS), st.sampled_from([" ", "\n", "\n\n", "\n\n", " の ", "\u3000"])), max_size=14
    )
)
def test_whatever_is_pasted_together_nothing_is_lost_and_all_is_quoted(page: list[tuple[str, str]]) -> None:
    source = "".join(scrap + gap for scrap, gap in page)
    document = mend(source)
    kept = [place for char, place in zip(document.text, document.origin, strict=True) if char != "\n"]
    assert len(set(kept)) == len(kept)
    lost = {place for place, char in enumerate(source) if "一" <= char <= "鿿"} - set(kept)
    assert not lost
    for article in document.articles:
        for part in article.paragraphs:
            spans = document.in_source(part.span)
            assert all(span.start < span.end for span in spans)
            printed = "".join(source[span.start : span.end] for span in spans)
            assert _bare(as_printed(document, part.span)) == _bare(even_out(printed)).replace("の", "")


def _bare(text: str) -> str:
    return "".join(text.split())


@pytest.mark.skipif(SEED is None, reason="the page is not ours to pass on")
def test_the_page_of_the_county_reads_as_its_editor_wrote_it() -> None:
    assert SEED is not None
    document = mend(SEED.read_text("utf-8"))
    assert "列为生态产品价值实现典型案例。" in document.text
    assert "习近平新时代中国特色社会主义思想为指导" in document.text
    assert "土壤环境安全稳定，2020年获评" in document.text
    assert "重点领域人才需求" in document.text
    assert "寻鸟" not in document.text
    assert "柯树塘废弃矿山区" in document.text
    assert "力谱写寻乌高质量发展新篇" in paragraphs(document)
    assert [[credit.name for credit in article.credits] for article in document.articles] == [[], ["胡怀军"]]
