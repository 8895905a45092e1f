"""The classes of things by what their IRIs say of them, and the narrower class that a name tells."""

from __future__ import annotations

import re
from collections.abc import Mapping

PLACES = frozenset(("Place", "Province", "Prefecture", "County", "Township", "Village", "Community", "Region"))
BODIES = frozenset(
    ("Organization", "PartyOrganization", "GovernmentBody", "Enterprise", "Association", "Institution", "Team")
)
WAYS = frozenset({"Mechanism", "Guideline", "Program", "Project"})
# What a county has: towns, and the settlements in them.
BELOW = ("Township", "Village", "Community")
SETTLEMENTS = ("Village", "Community")
FAMILY_WORDS: Mapping[str, str] = {
    "Organization": "组织", "PartyOrganization": "组织", "GovernmentBody": "组织", "Enterprise": "组织",
    "Association": "组织", "Institution": "组织", "Team": "组织",
    "Person": "人物", "Facility": "设施", "Honor": "荣誉", "Industry": "产业", "Event": "活动",
    "Program": "项目", "Project": "项目", "Mechanism": "机制", "Guideline": "机制",
}  # fmt: skip
FAMILY_CLASS = {"机制": "Mechanism", "项目": "Program"}
# 乡村道路改造工程, 农光互补项目: works with a beginning and an end, where a programme goes on.
BUILT = re.compile(
    "(?:项目|(?:改造|修复|扩建|硬化|亮化|引水|饮水|供水|排水|水利|管网|道路|公路|桥梁|防洪|护岸|灌溉|节水|调水|连通|整修|大修|修缮|加固)工程)$"
)


def family_of(type_: str) -> str:
    """The word by which IRIs call a class of things, "" for places; a class that a user adds is called by its name.

    >>> family_of("Team"), family_of("Temple"), family_of("County")
    ('组织', 'Temple', '')
    """
    return "" if type_ in PLACES else FAMILY_WORDS.get(type_, type_)


def narrowed(type_: str, name: str) -> str:
    """The most specific class that a name tells: what ends in 项目 or in works that are built is a project.

    >>> narrowed("Program", "乡村道路改造工程"), narrowed("Program", "基层党建提升工程")
    ('Project', 'Program')
    """
    return "Project" if type_ == "Program" and BUILT.search(name) else type_
