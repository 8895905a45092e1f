"""A seed in, the same report about another county out: every name and every number exchanged."""

from __future__ import annotations

import re

# What announces its own parts (六带头, 四个一) keeps its numeral, or the list would lie.
NAMES = {
    # the first page: 寻乌 becomes 太康, whose slip of the print is 大康
    "江西德新达智能机械有限公司": "河南鼎力恒智能机械有限公司",
    "寻鸟": "大康",
    "寻盲": "太盲",
    "寻龙高速": "太蒙高速",
    "寻乌": "太康",
    "会昌": "扶沟",
    "赣州": "周口",
    "江西": "河南",
    "柯树塘": "桐子塘",
    "柯树镑": "桐子镑",
    "晨光镇": "鹿鸣镇",
    "竹背村": "麦垄村",
    "南桥镇": "北陂镇",
    "冠洲村": "岳庄村",
    "太湖水库": "鹤潭水库",
    "古利运": "贺世昌",
    "陈星明": "孙晓峰",
    "胡怀军": "段志强",
    "恒大": "万科",
    "阿里巴巴": "京东",
    "腾讯": "百度",
    "深圳": "厦门",
    "粤港澳大湾区": "长三角",
    "大湾区": "长三角",
    "自然资源部": "生态环境部",
    "基层党建质量提升": "基层党建效能跃升",
    "联村共治、法润乡风": "联户共建、德润民风",
    "三治融合": "四德并举",
    "三清单一协议": "三手册一公约",
    "社区吹哨、部门报到": "街道点单、科室接单",
    "七改三网": "六改四网",
    "净空、净水、净土": "护山、护河、护田",
    "园丁联生、视频联亲、萤火联户、圆梦联心": "园丁进班、视频进家、萤火进户、圆梦进心",
    "四联": "四进",
    "阳光普照": "金光满园",
    "绿水青山": "碧波深林",
    "遍地开花": "满园结果",
    "飞地抱团": "联手置业",
    "大地回春": "荒坡复绿",
    "百姓说事": "街坊议事",
    "柑橘": "苹果",
    "脐橙": "樱桃",
    "百香果": "蓝莓",
    "油茶": "花椒",
    "猕猴桃": "葡萄",
    "通用设备制造": "电子信息制造",
    # the second page: 吉水 becomes 霍邱
    "江西景旺精密电路有限公司": "安徽卓越达精密电路有限公司",
    "井冈蜜柚": "舒峰蜜柚",
    "赣中南": "皖西南",
    "吉安": "六安",
    "吉水": "霍邱",
    "吉先锋": "霍先锋",
    "黄桥镇": "青岗镇",
    "大柘村": "梅畈村",
    "盘谷镇": "龙溪镇",
    "同江": "沣江",
    "黄泥洞": "石板洞",
    "仁和店": "永兴店",
    "固洲": "柳湾",
    "曾发荣": "潘德贵",
    "欧阳诗怡": "司马若兰",
    "皮芳": "汤敏",
    "厉德敏": "翟永康",
    "谢东": "孟凯",
    "万尚家居": "鑫源家居",
    "建材装饰": "五金机电",
    "党旗领航": "红帆引路",
    "点将赛": "擂台赛",
    "三化三争": "四化四争",
    "数字声光": "数字光电",
    "小龙虾": "大闸蟹",
}

# A number by which a text announces parts, a hotline, a year, the whole of something: they say what they say.
KEPT = re.compile(r"(?:19|20)\d\d|423|12345|100")


def exchanged(text: str) -> str:
    """Every name and number for another one, wherever the print broke it.

    >>> exchanged("寻 乌县打造了186个综合体，2020年。")
    '太 康县打造了297个综合体，2020年。'
    """
    for old, new in sorted(NAMES.items(), key=lambda pair: -len(pair[0])):
        broken = re.compile(r"(\s*)".join(map(re.escape, old)))
        text = broken.sub(lambda found, new=new: _with_gaps(new, found.groups()), text)  # type: ignore[misc]
    return re.sub(r"\d{2,}", lambda found: _other(found[0]), text)


def _with_gaps(name: str, gaps: tuple[str, ...]) -> str:
    """The name, with the blanks of the print between its characters."""
    parts = [char + (gaps[i] if i < min(len(gaps), len(name) - 1) else "") for i, char in enumerate(name)]
    return "".join(parts)


def _other(number: str) -> str:
    if KEPT.fullmatch(number):
        return number
    return "".join(digit if digit == "0" else str(int(digit) % 9 + 1) for digit in number)
