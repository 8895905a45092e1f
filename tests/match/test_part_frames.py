"""Every way of naming in every way of listing: the parts come out word for word, or none where nothing ties them."""

from __future__ import annotations

from collections.abc import Callable
from itertools import product

import pytest

from kg.pipeline import Tools
from tests.match.listed import Groups, flat, misread

NAMES: dict[str, Groups] = {
    "“三联”机制": (("联产业", "联项目", "联民生"),),
    "“三联”工作法": (("组织联建", "产业联育", "人才联培"),),
    "“四勤”工作法": (("勤走访民情", "勤记录台账", "勤化解矛盾", "勤反馈结果"),),
    "“三个一”机制": (("一张清单", "一套流程", "一个窗口"),),
    "“五步”工作法": (("收集", "上报", "分流", "处置", "反馈"),),
    "“三有”标准": (("有场所", "有人员", "有制度"),),
    "“四到位”要求": (("认识到位", "组织到位", "措施到位", "督查到位"),),
    "“三包三联”机制": (("包户", "包事", "包组"), ("联组织", "联产业", "联人才")),
    "“三亮四比”活动": (("亮身份", "亮职责", "亮承诺"), ("比学习", "比作风", "比业绩", "比奉献")),
    "“一核三治”模式": (("党建核心",), ("自治", "法治", "德治")),
    "“1+3+N”体系": (("1个中心",), ("3个平台",), ("N个站点",)),
    "“双报到”制度": (("单位报到", "党员报到"),),
    "“四议两公开”工作法": (("支部提议", "两委商议", "党员审议", "村民决议"), ("决议公开", "结果公开")),
    "“三变”改革": (("资源变资产", "资金变股金", "农民变股东"),),
    "“三级联动”机制": (("县", "乡", "村"),),
    "“五个统一”模式": (("统一供种", "统一管理", "统一技术", "统一收购", "统一销售"),),
    "“三方共治”机制": (("居委会", "业委会", "物业公司"),),
    "“三会”制度": (("议事会", "听证会", "评议会"),),
    "“三张清单”制度": (("需求清单", "资源清单", "项目清单"),),
    "“党建三同”机制": (("同部署", "同推进", "同考核"),),
    "“四联共进”模式": (("联席", "联动", "联防", "联治"),),
    "“三大员”制度": (("信息员", "调解员", "巡逻员"),),
    "“四个一点”办法": (("社里出一点", "工厂让一点", "乡亲凑一点", "工匠省一点"),),
    "“三联四共”机制": (("班子联学", "工坊联办", "市场联拓"), ("班子共建", "难题共解", "文化共育", "村庄共治")),
}


def _rows(groups: Groups, mark: str = "，") -> str:
    return mark.join("、".join(group) for group in groups)


def _joined(groups: Groups) -> str:
    return "；".join("和".join(("、".join(g[:-1]), g[-1])) if len(g) > 1 else g[0] for g in groups)


def _led(groups: Groups) -> str:
    return "，".join(f"{verb}{'、'.join(group)}" for verb, group in zip(("坚持", "做到", "落实"), groups, strict=False))


def _ranked(groups: Groups, tail: str) -> str:
    return tail.join(f"{'一二三四五六七八'[k]}是{item}" for k, item in enumerate(flat(groups)))


FRAMES: dict[str, Callable[[str, Groups], str]] = {
    "即": lambda name, groups: f"推行{name}，即{_rows(groups, '；')}。",
    "即：": lambda name, groups: f"推行{name}，即：{_rows(groups, '；')}。",
    "：": lambda name, groups: f"推行{name}：{_rows(groups, '；')}。",
    "（）": lambda name, groups: f"推行{name}（{_rows(groups, '；')}），效果明显。",
    "就是": lambda name, groups: f"推行{name}，就是{_rows(groups)}。",
    "包括": lambda name, groups: f"推行{name}，包括{_rows(groups)}。",
    "分别是": lambda name, groups: f"推行{name}，分别是{_rows(groups)}。",
    "具体为": lambda name, groups: f"推行{name}，具体为{_rows(groups)}。",
    "主要内容是": lambda name, groups: f"推行{name}，主要内容是{_rows(groups)}。",
    "。即": lambda name, groups: f"推行{name}。即{_rows(groups)}，群众满意度提高。",
    "，": lambda name, groups: f"推行{name}，{_rows(groups)}，有效提升了治理水平。",
    "。": lambda name, groups: f"推行{name}。{_rows(groups)}，群众满意度提高。",
    "的": lambda name, groups: f"推行{_rows(groups)}的{name}。",
    "at once": lambda name, groups: f"推行{_rows(groups)}{name}。",
    "为主要内容": lambda name, groups: f"推行以{_rows(groups)}为主要内容的{name}。",
    "quoted before": lambda name, groups: f"推行“{_rows(groups)}”的{name}。",
    "探索出": lambda name, groups: f"探索出{_rows(groups)}的{name}，干群关系更加融洽。",
    "和": lambda name, groups: f"推行{name}，即{_joined(groups)}。",
    "一是。": lambda name, groups: f"推行{name}。{_ranked(groups, '，干部带头落实。')}，干部带头落实。",
    "一是；": lambda name, groups: f"推行{name}：{_ranked(groups, '；')}。",
    "glossed": lambda name, groups: f"推行{name}，即{'；'.join(f'{i}，干部带头落实' for i in flat(groups))}。",
    "clauses": lambda name, groups: f"推行{name}，{_led(groups)}，有效提升了治理水平。",
    "quoted behind": lambda name, groups: f"推行{name}，做到“{_rows(groups)}”，群众满意度提高。",
    "。quoted behind": lambda name, groups: f"推行{name}。坚持“{_rows(groups)}”，群众满意度提高。",
    "paragraphs": lambda name, groups: (
        f"推行{name}，打通最后一公里。\n" + "\n".join(f"{i}。干部带头落实，群众十分满意。" for i in flat(groups))
    ),
}
# No word of the name stands in the list, and nothing brings it in: what only stands there may be anything.
UNTIED = {(name, frame) for name in ("“五步”工作法", "“三级联动”机制", "“三方共治”机制") for frame in ("，", "。")}
UNTIED |= {("“三级联动”机制", frame) for frame in ("paragraphs", "clauses")} | {("“三方共治”机制", "clauses")}
# What each member says of itself, or the verb before a single one, is read into it.
READ_IN = {("“三方共治”机制", "glossed"), ("“一核三治”模式", "clauses"), ("“1+3+N”体系", "clauses")}


@pytest.mark.parametrize("name", NAMES)
def test_the_parts_of_a_name_come_out_word_for_word_however_they_are_listed(name: str, tools: Tools) -> None:
    frames = {frame: write for frame, write in FRAMES.items() if (name, frame) not in READ_IN}
    assert misread(name, NAMES[name], frames, UNTIED, tools) == []


def test_each_pair_that_is_left_out_is_one_of_those_that_are_tried() -> None:
    assert set(product(NAMES, FRAMES)) >= UNTIED | READ_IN
