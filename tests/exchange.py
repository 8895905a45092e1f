"""A seed in, the same report about another county out: every name and every number exchanged, in two ways."""

from __future__ import annotations

import re
from functools import partial

# What announces its own parts (六带头, 四个一) keeps its numeral, or the list would lie.
NAMES = {
    # the first page: 寻乌 becomes 太康 or 汝城, with slips of the print as near
    "德新达": ("鼎力恒", "宏盛泰"),
    "寻鸟": ("大康", "汝域"),
    "寻盲": ("太盲", "汝盲"),
    "寻龙高速": ("太蒙高速", "汝资高速"),
    "寻乌": ("太康", "汝城"),
    "会昌": ("扶沟", "资兴"),
    "赣州": ("周口", "郴州"),
    "江西": ("河南", "湖南"),
    "柯树塘": ("桐子塘", "杨柳塘"),
    "柯树镑": ("桐子镑", "杨柳镑"),
    "晨光镇": ("鹿鸣镇", "石羊镇"),
    "竹背村": ("麦垄村", "乌下村"),
    "南桥镇": ("北陂镇", "高塘镇"),
    "冠洲村": ("岳庄村", "周家村"),
    "太湖水库": ("鹤潭水库", "龙口水库"),
    "古利运": ("贺世昌", "欧阳建国"),
    "陈星明": ("孙晓峰", "邓小兰"),
    "胡怀军": ("段志强", "罗毅"),
    "恒大": ("万科", "小米"),
    "阿里巴巴": ("京东", "格力"),
    "腾讯": ("百度", "美的"),
    "深圳": ("厦门", "东莞"),
    "粤港澳大湾区": ("长三角", "珠三角"),
    "大湾区": ("长三角", "珠三角"),
    "自然资源部": ("生态环境部", "国家林草局"),
    "基层党建质量提升": ("基层党建效能跃升", "基层党建固本强基"),
    "联村共治、法润乡风": ("联户共建、德润民风", "村社联动、诚信立身"),
    "三治融合": ("四德并举", "五治协同"),
    "三清单一协议": ("三手册一公约", "四清单一承诺"),
    "社区吹哨、部门报到": ("街道点单、科室接单", "村居派单、单位领办"),
    "七改三网": ("六改四网", "八改五网"),
    "净空、净水、净土": ("护山、护河、护田", "治气、治水、治土"),
    "园丁联生、视频联亲、萤火联户、圆梦联心": (
        "园丁进班、视频进家、萤火进户、圆梦进心",
        "名师送课、书信送暖、结对送学、节日送情",
    ),
    "四联": ("四进", "四送"),
    "阳光普照": ("金光满园", "向阳而生"),
    "绿水青山": ("碧波深林", "山水流金"),
    "遍地开花": ("满园结果", "百果飘香"),
    "飞地抱团": ("联手置业", "异地兴业"),
    "大地回春": ("荒坡复绿", "旧宅新生"),
    "百姓说事": ("街坊议事", "邻里圆桌"),
    "柑橘": ("苹果", "烤烟"),
    "脐橙": ("樱桃", "西瓜"),
    "百香果": ("蓝莓", "辣椒"),
    "油茶": ("花椒", "黄花菜"),
    "猕猴桃": ("葡萄", "草莓"),
    "通用设备制造": ("专用设备制造", "汽车制造"),
    # the second page: 吉水 becomes 罗山 or 江永
    "景旺": ("卓越达", "科恒"),
    "井冈蜜柚": ("舒峰蜜柚", "澜沧蜜柚"),
    "赣中南": ("豫东南", "湘西南"),
    "吉安": ("信阳", "永州"),
    "吉水": ("罗山", "江永"),
    "吉先锋": ("罗先锋", "永先锋"),
    "黄桥镇": ("青岗镇", "大田坝镇"),
    "大柘村": ("梅畈村", "新华村"),
    "盘谷镇": ("龙溪镇", "温泉镇"),
    "同江": ("沣江", "勐波"),
    "黄泥洞": ("石板洞", "白沙洞"),
    "仁和店": ("永兴店", "安乐店"),
    "固洲": ("柳湾", "漭水"),
    "曾发荣": ("潘德贵", "李志强"),
    "欧阳诗怡": ("司马若兰", "杨云"),
    "皮芳": ("汤敏", "段丽"),
    "厉德敏": ("翟永康", "字正华"),
    "谢东": ("孟凯", "赵晓明"),
    "万尚家居": ("鑫源家居", "金鼎家居"),
    "建材装饰": ("五金机电", "茶叶流通"),
    "党旗领航": ("红帆引路", "先锋引领"),
    "点将赛": ("擂台赛", "比武赛"),
    "三化三争": ("四化四争", "五化五比"),
    "数字声光": ("数字光电", "绿色硅光"),
    "小龙虾": ("大闸蟹", "稻田鱼"),
}

# A number by which a text announces parts, a hotline, a year, the whole of something: they say what they say.
KEPT = re.compile(r"(?:19|20)\d\d|423|12345|100")


def exchanged(text: str, way: int) -> str:
    """Every name and number for another one, wherever the print broke it.

    >>> exchanged("寻 乌县打造了186个综合体，2020年。", 0)
    '太 康县打造了297个综合体，2020年。'
    """
    # Longest first: one name may hold another.
    for old in sorted(NAMES, key=lambda name: (-len(name), name)):
        broken = re.compile(r"(\s*)".join(map(re.escape, old)))
        text = broken.sub(partial(_with_gaps, NAMES[old][way]), text)
    return re.sub(r"\d{2,}", lambda found: _other(found[0]), text)


def _with_gaps(name: str, found: re.Match[str]) -> str:
    """The name, with the blanks of the print between its characters."""
    gaps = found.groups()
    parts = [char + (gaps[i] if i < min(len(gaps), len(name) - 1) else "") for i, char in enumerate(name)]
    return "".join(parts)


def _other(number: str) -> str:
    if KEPT.fullmatch(number):
        return number
    return "".join(digit if digit == "0" else str(int(digit) % 9 + 1) for digit in number)
