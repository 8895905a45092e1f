"""A number in, as many invented county reports out: the same ones every time."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from typing import TypeVar

Choice = TypeVar("Choice")

COUNTIES = [
    ("河南省", "周口市", "太康县"), ("安徽省", "六安市", "霍邱县"), ("湖北省", "襄阳市", "南漳县"),
    ("湖南省", "益阳市", "桃江县"), ("四川省", "广元市", "剑阁县"), ("山西省", "长治市", "沁源县"),
    ("河北省", "张家口市", "赤城县"), ("陕西省", "商洛市", "镇安县"), ("福建省", "龙岩市", "长汀县"),
    ("贵州省", "遵义市", "凤冈县"), ("广西壮族自治区", "南宁市", "上林县"), ("云南省", "曲靖市", "会泽县"),
]  # fmt: skip
SURNAMES = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘蒋蔡余杜叶程苏魏吕丁任沈姚卢"
GIVEN = "国建明文志永春秀海玉德金桂荣华平军强丽敏晓立成林宝庆兴旺福祥云红霞勇伟刚翠兰英梅芳凤琴忠良"
PLACE = "青石白云龙泉桃花双溪大柳东岭西湾南坪北沟上河下塘清水金竹银杏松林枫树高岗平湖长桥新安永丰太平安乐"
CROPS = ["茶叶", "蓝莓", "花椒", "食用菌", "中药材", "猕猴桃", "黄桃", "小龙虾", "生猪", "烟叶", "核桃", "葡萄"]
TOPICS = ["基层治理", "产业帮扶", "人居环境整治", "矛盾调解", "人才引育", "项目建设", "安全生产", "移风易俗"]
DOINGS = ["摸底排查", "入户走访", "分类施策", "跟踪问效", "集中会商", "限时办结", "公开评议", "回访满意度", "结对帮带"]
NUMERALS = "零一二三四五六七八九"
THINGS = ["清单", "机制", "队伍", "平台", "台账", "会议", "阵地", "课堂", "积分", "热线"]
WHEN = ["清晨", "雨过天晴", "初夏时节", "暮色渐浓时", "秋收过后", "新春伊始", "周末午后", "夜幕降临"]
WHERE = ["村口的老樟树下", "文化广场上", "河畔步道旁", "田埂边", "新修的戏台前", "农家小院里", "产业路两侧", "集市入口"]
WHAT = ["歌声、笑声、掌声此起彼伏", "一排排新居错落有致", "老人们坐着拉家常", "孩子们追逐嬉闹", "机器的轰鸣声不绝于耳",
        "满载货物的车辆来来往往", "几位妇女正麻利地分拣果子", "鲜花开得正盛"]  # fmt: skip
SO = ["一幅安居乐业的画卷徐徐展开", "日子越过越红火", "处处透着生机", "让人忍不住停下脚步", "大家心里都有了盼头",
      "奋进的脚步从未停歇", "干群的心贴得更近了", "丰收的喜悦写在每个人脸上"]  # fmt: skip


class Reporter:
    """Writes one report after another, each about one county and with words of its own."""

    def __init__(self, seed: int) -> None:
        self.dice = random.Random(seed)
        self.province, self.prefecture, self.county = self.one(COUNTIES)
        self.short = self.county[:-1]

    def one(self, choices: Sequence[Choice]) -> Choice:
        return choices[self.dice.randrange(len(choices))]

    def place(self, suffix: str) -> str:
        return self.one(PLACE) + self.one(PLACE) + suffix

    def person(self) -> str:
        return self.one(SURNAMES) + "".join(self.one(GIVEN) for _ in range(1 + self.dice.randrange(2)))

    def number(self, most: int = 3000) -> str:
        return str(1 + self.dice.randrange(most))

    def amount(self) -> str:
        return f"{self.dice.randrange(1, 900)}.{self.dice.randrange(1, 99)}{self.one(['万', '亿'])}元"

    def some(self, of: list[str], count: int) -> list[str]:
        return self.dice.sample(of, count)

    def mechanism(self) -> str:
        """A numeral shorthand and its list."""
        count = self.dice.randrange(3, 6)
        return f"“{NUMERALS[count]}步{self.one(TOPICS)[:2]}”工作法，即{'、'.join(self.some(DOINGS, count))}"

    def slogan(self) -> str:
        return f"“{self.one(TOPICS)}+{self.one(THINGS)}”{self.one(['模式', '机制', '行动', '工程', '活动'])}"

    def sentences(self) -> Iterator[str]:
        """One of every kind of sentence, those that say nothing for a graph included."""
        county, short, crop = self.county, self.short, self.one(CROPS)
        town, village = self.place("镇"), self.place("村")
        yield f"近年来，{county}坚持把{self.one(TOPICS)}作为头号工程，推行{self.mechanism()}，干部作风明显好转。"
        yield f"走进{town}{village}，{self.one(WHERE)}{self.one(WHAT)}，{self.one(SO)}。"
        yield f"“以前看天吃饭，现在有了合作社，心里踏实多了。”{town}{village}党支部书记{self.person()}笑着说。"
        yield f"{self.one(['2018', '2019', '2020', '2021', '2022'])}年，{self.person()}当选为{village}村委会主任。"
        yield f"该县大力发展{crop}产业，种植面积达{self.number(40)}万亩，年产值{self.amount()}，带动{self.number()}户群众增收。"
        yield f"全县{self.number(400)}个行政村集体经济总收入达{self.amount()}，同比增长{self.number(30)}.{self.number(9)}%。"
        yield f"{short}县委成立{self.one(TOPICS)}工作专班，{self.place('乡')}、{town}等{self.number(12)}个乡镇先行先试。"
        yield f"为破解难题，{county}实施{self.slogan()}，投入资金{self.amount()}，新建{self.one(THINGS)}{self.number(60)}个。"
        yield f"{self.one(WHEN)}，{self.one(WHERE)}{self.one(WHAT)}，{self.one(WHAT)}，{self.one(SO)}。"
        yield f"{county}先后获评{self.province[:2]}省{self.one(TOPICS)}先进县、全国{self.one(TOPICS)}示范县。"
        yield f"依托{self.one(['安恒', '瑞丰', '华茂', '金穗'])}农业发展有限公司，{village}建成{crop}加工基地{self.number(20)}个。"
        yield f"{county}与{self.prefecture}{self.one(['职业技术学院', '农业科学院', '人民医院'])}签订合作协议，共建人才培训基地。"
        yield f"乡镇干部{self.person()}告诉记者，今年以来，镇里已开展{self.slogan()}{self.number(40)}次，受益{self.number()}余人。"
        yield f"按照“{'、'.join(self.some(DOINGS, 2))}”的原则，该县把{self.number(90)}项任务分解到人，每月通报一次进展情况。"
        yield f"{self.one(WHEN)}，{self.place('社区')}的活动室灯火通明，{self.one(WHAT)}。"
        yield f"下一步，{county}将持续深化{self.slogan()}，力争到2025年{crop}面积达到{self.number(50)}万亩。"
        yield f"{self.place('街道')}党工委书记{self.person()}介绍，辖区划分网格{self.number(99)}个，配备网格员{self.number(300)}名。"
        yield f"{self.one(WHEN)}，站在高处远眺，{self.one(WHERE)}{self.one(WHAT)}；{self.one(SO)}，{self.one(SO)}。"

    def report(self) -> str:
        """Title, by-line, and three paragraphs or more."""
        found = list(self.sentences()) + list(self.sentences())
        self.dice.shuffle(found)
        lines = [f"{self.county}：{self.one(TOPICS)}谱新篇", f"本报记者 {self.person()} 通讯员 {self.person()}"]
        while found:
            count = self.dice.randrange(2, 6)
            lines.append("".join(found[:count]))
            del found[:count]
        return "\n\n".join(lines) + "\n"


def reports(count: int, first: int = 0) -> list[str]:
    """So many reports; the same numbers give the same texts.

    >>> reports(2) == reports(3)[:2], len(set(reports(9)))
    (True, 9)
    """
    return [Reporter(first + number).report() for number in range(count)]
