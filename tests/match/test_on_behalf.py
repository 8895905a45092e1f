"""What those who lead a small place do for it is said of them and of the place."""

from __future__ import annotations

import pytest

from kg.model import Details, Source
from kg.pipeline import Tools, understand


@pytest.mark.parametrize(
    ("text", "place", "said"),
    [
        ("寻乌县桥头镇党委推行“三联”机制。", "桥头镇", True),
        ("寻乌县桥头镇石桥村党支部成立石桥果蔬专业合作社。", "石桥村", True),
        ("寻乌县桥头镇石桥村很美。村党支部推行“三联”机制。", "石桥村", True),
        ("寻乌县松湾社区居委会开展“敲门行动”。", "松湾社区", True),
        # A county is no small place, a hospital leads none, and a grid's branch is not the village's.
        ("寻乌县委推行“三联”机制。", "寻乌县", False),
        ("寻乌县桥头镇卫生院推行“三联”机制。", "桥头镇", False),
        ("寻乌县桥头镇石桥村网格党支部推行“三联”机制。", "石桥村", False),
    ],
)
def test_what_a_committee_runs_is_said_of_its_town_or_village_too(
    text: str, place: str, said: bool, tools: Tools
) -> None:
    known = understand(Source("report.txt", text, "0" * 64, "utf-8", Details()), tools)
    names = {entity.iri: entity.name for entity in known.entities}
    done = [f for f in known.facts if f.predicate in ("adopts", "implements", "establishes")]
    behalf = [names[f.subject] for f in done if any(e.rule.startswith("on-behalf/") for e in f.evidence)]
    assert done
    assert (place in behalf) == said


def test_of_firms_that_a_county_has_brought_in_none_founds_the_other(tools: Tools) -> None:
    text = "寻乌县引进培育绿野科技有限公司、云茶食品有限公司等企业9家。"
    known = understand(Source("report.txt", text, "0" * 64, "utf-8", Details()), tools)
    names = {entity.iri: entity.name for entity in known.entities}
    assert "绿野科技有限公司" not in {names[f.subject] for f in known.facts if f.predicate == "establishes"}
