"""The cut is jieba's own, and importing it says nothing."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import jieba
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.match.rulebook.words import Words

WORDS = Words()
SEEDS = sorted((Path(__file__).parents[2] / "seeds").glob("*.txt"))
PIECES = st.one_of(
    st.sampled_from(
        ["党支部", "党支部书记", "合作社", "农民专业合作社", "推进", "乡村", "振兴", "的", "了", "在", "活动室", "茶叶",
         "龘", "㐀", "一二三", "万亩", "研究生命", "起源", "结合成", "分子时"]
    ),
    st.text("村镇县市省会议员工作风格局长江河长制度量子", max_size=6),
    st.text("abcXYZ0123456789+#&._%-", max_size=5),
    st.sampled_from(["，", "。", "“", "”", "（", "）", "、", " ", "\n", "\r\n", "\t", "％", "①", "😀", "é"]),
)  # fmt: skip


def as_jieba(text: str) -> list[str]:
    return list(jieba.cut(text, HMM=False))


def cut(text: str) -> list[str]:
    return [word for word, _ in WORDS.cut(text)]


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.stem)
def test_a_report_is_cut_as_jieba_cuts_it(path: Path) -> None:
    for line in path.read_text("utf-8", "replace").splitlines():
        assert cut(line) == as_jieba(line)


@settings(max_examples=300, deadline=None)
@given(st.lists(PIECES, max_size=14).map("".join))
def test_any_mixture_is_cut_as_jieba_cuts_it(text: str) -> None:
    assert cut(text) == as_jieba(text)


@given(st.lists(PIECES, max_size=8).map("".join))
def test_the_words_are_the_text(text: str) -> None:
    assert "".join(cut(text)) == text


def test_a_word_bears_the_tag_of_the_dictionary() -> None:
    assert WORDS.cut("推进农村") == (("推进", "v"), ("农村", "n"))
    assert WORDS.tag("龘龘") == "x"
    assert WORDS.frequency("龘龘") == 0 < WORDS.frequency("农村")


def test_nothing_is_cut_from_nothing() -> None:
    assert WORDS.cut("") == ()


def test_a_second_cut_is_the_first() -> None:
    assert WORDS.cut("青石镇茶叶合作社") is WORDS.cut("青石镇茶叶合作社")


def test_the_import_of_jieba_warns_of_nothing() -> None:
    program = "from kg.match.rulebook.words import Words; print(len(Words().cut('乡村振兴')))"
    done = subprocess.run([sys.executable, "-W", "always", "-c", program], capture_output=True, text=True, check=True)
    assert "Warning" not in done.stderr
