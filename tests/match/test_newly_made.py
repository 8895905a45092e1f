"""Of whom the clauses speak that follow what was built, founded, opened or bred."""

from __future__ import annotations

import pytest

from tests.match.test_owners import owned

BUREAU, VILLAGE, COUNTY = "{GovernmentBody=云岭县住建局}", "{Village=白河村}", "{County=云岭县}"

TOLD: list[tuple[str, list[str], str]] = [
    (f"{COUNTY}成立{{PartyOrganization=茶产业联合党委}}，下设支部3个，有90名党员领办茶园。",
     ["云岭县", *["茶产业联合党委"] * 2], "a body that was founded has what follows"),
    (f"{BUREAU}设立{{Institution=云岭茶叶研究院}}，派驻专家9人，选育新品种8个。",
     ["云岭县住建局", *["云岭茶叶研究院"] * 2], "and does it"),
    (f"{COUNTY}成立{{PartyOrganization=茶产业联合党委}}，由县委书记牵头，推行联动机制，种植茶园90亩，产茶9吨。",
     ["云岭县", "茶产业联合党委", *["云岭县"] * 3], "until its founder goes on"),
    (f"{COUNTY}成立{{Association=茶叶协会}}，种植户90户。", ["云岭县", "茶叶协会"], "who grows is no growing"),
    (f"{COUNTY}成立{{GovernmentBody=茶产业领导小组}}，调整网格9个。",
     ["云岭县"] * 2, "who only steers acts for his founder"),
    (f"{COUNTY}引进{{Enterprise=恒远公司}}，建成生产线4条，流转土地90亩。",
     ["云岭县", "恒远公司", "云岭县"], "a firm from elsewhere builds, too"),
    (f"{VILLAGE}建成{{Facility=茶旅中心}}，月租90元，住进青年9人。",
     ["白河村", *["茶旅中心"] * 2], "of a facility it goes on where something was told of it"),
    (f"{VILLAGE}建成{{Facility=茶旅中心}}，产茶9吨。", ["白河村"] * 2, "but not before"),
    (f"{VILLAGE}建成{{Facility=茶旅中心}}，投资90万元。", ["白河村", "茶旅中心"], "what it has cost"),
    (f"{VILLAGE}建成{{Facility=茶旅中心}}，投资90万元打造广场。", ["白河村"] * 2, "what is spent on another thing"),
    (f"{VILLAGE}开办“{{Program:quoted=绣娘}}”，已办9期。", ["白河村"] * 2, "a programme is none of them"),
    (f"{VILLAGE}开办{{Program:quoted=“绣娘”培训班}}，已办9期。", ["白河村", "“绣娘”培训班"], "but for a course"),
    (f"{VILLAGE}发起{{Program:quoted=“暖巢”行动}}，从学生中招募90人。", ["白河村", "“暖巢”行动"], "whom it takes in"),
    (f"{VILLAGE}举办{{Event=采摘节}}，吸引游客9万人次。", ["白河村", "采摘节"], "who comes to a festival"),
    (f"{VILLAGE}启动{{Project=清水工程}}，铺设管网9公里。", ["白河村"] * 2, "what the village lays"),
    (f"{VILLAGE}上线{{Facility:quoted=“一键通”小程序}}，注册村民9万人。", ["白河村", "“一键通”小程序"], "who signs in"),
    (f"{VILLAGE}拉起{{Team:quoted=“绣娘”直播队}}，18个姐妹。", ["白河村", "“绣娘”直播队"], "how many there are"),
    (f"{BUREAU}选育出{{Industry:quoted=“云岭8号”}}，耐寒，累计推广9万亩，培训茶农90人。",
     ["云岭县住建局"] * 2 + ["“云岭8号”", "云岭县住建局"], "a variety is spread and yields"),
    (f"{BUREAU}推出{{Industry:quoted=“云岭8号”}}，累计推广9万亩。", ["云岭县住建局"] * 2, "where it was bred"),
    (f"{VILLAGE}种茶，前身是1986年建的{{Facility=云岭罐头厂}}，用工9人。",
     ["白河村"] * 3, "what somebody was is not made"),
    (f"{VILLAGE}组建3类{{Team=服务队}}，队员90名。", ["白河村"] * 2, "of several kinds of them none"),
]  # fmt: skip


@pytest.mark.parametrize(("marked", "who", "why"), TOLD, ids=[why for _, _, why in TOLD])
def test_of_what_was_made_the_clauses_behind_it_speak(marked: str, who: list[str], why: str) -> None:
    assert owned(marked) == who, why
