"""The wordings by which a clause says of whom its figures speak: scenes, possessors, what is founded and built."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType

from kg.match.alternation import one_of

# In somebody's own words these speak of the place or body, and not of himself.
SHARED = re.compile(
    "我们|咱们?村|村里|村上|全村|村集体|镇里|全镇|县里|全县|社区|合作社|公司|企业|园区|基地|乡里|全乡|街道"
)
# 该公司, 企业: the words by which a text goes on about what it has named, and the classes of what is called so.
TRADING, TENDED = frozenset({"Enterprise"}), frozenset({"Facility", "Institution", "Enterprise", "Region"})
CALLED: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        **dict.fromkeys(("公司", "企业", "集团", "工厂"), TRADING),
        **dict.fromkeys(("合作社", "联合社", "供销社", "农场"), frozenset({"Enterprise", "Association"})),
        **dict.fromkeys(("协会", "商会"), frozenset({"Association"})),
        **dict.fromkeys(("园区", "产业园", "基地", "中心", "市场", "车间", "景区", "工坊", "食堂", "公园"), TENDED),
        **dict.fromkeys(("学校", "医院", "卫生院", "银行", "研究院", "学院"), frozenset({"Institution", "Enterprise"})),
        **dict.fromkeys(("项目", "工程"), frozenset({"Project"})),
    }
)
CALLS = re.compile(one_of(CALLED))
POINTED = re.compile("该|这家|这个|这座|这所|这处|这片|本")
# What goes by the end of its name when it is named again: 红枣加工厂 … 加工厂长年用工45人.
NAMED_AGAIN = TENDED | frozenset({"Association", "Project"})
# 企业家, 合作社员, 中心城区, 项目建设: the word is the beginning of another one.
NOT_CALLED = re.compile("[家员城区化界们门小型集办级数类群制性建的、和与及等]|党[支总委建员组]|职工")
# 走进X, 在X里: a clause that says only where.
ENTERS = re.compile(
    "(?:[一二三四五六]是(?:位于|在)?|在|走进|来到|步入|踏入|踏进|走入|置身|漫步(?:在|于)?|行走在|走在|位于|坐落[于在]"
    "|驱车来到)(?:位于|地处)?"
)
INSIDE = re.compile(
    "(?:的?[一-鿿]{0,6})?[里内中上旁前外边下处]|的?[一-鿿]{0,2}(?:现场|境内|门口|一角|车间|大棚|田间|地头)"
)
# 在X建设中, 在X的支持下: no scenes.
PROCESS = re.compile(
    "建设|过程|工作|发展|推进|改造|实施|支持|帮助|带动|指导|推动|引领|领导|影响|牵头|基础|背景|前提|会议|大会|活动"
)
GOVERNED = re.compile("[了着过将把被对向为以]|[^，]{2,}的基础")
# 镇党委下设…: it owns what is counted.
HOLDS = re.compile("[下内][设辖]|下派|下拨|上缴|外[出迁销]")
# 县属国企X: what says of which kind a body is.
KIND = re.compile("[一-鿿]{0,10}(?:企业|国企|公司|集团|单位|社会组织|合作社|示范社|机构|品牌|协会|高校)")
# X的…, X境内…: what is measured there is X's.
OWNS = re.compile("的(?=[一-鿿0-9])|境内|辖区|辖内")
NOT_OWNING = re.compile(
    "的[一-鿿]{0,4}(?:支持|帮助|带动|带领|引领|推动|指导|努力|关心|牵头|组织|号召|影响|倡议|见证|统筹|协调)"
)
# 由县委牵头: who leads is not who does it.
LEADS = re.compile("[一-鿿]{0,4}(?:牵头|负责|统筹|领导|指导|主导|管理|兜底|领办|领衔|主持|主要|相关)")
# The people and means of a place, and whoever is 像她这样.
FOLK = re.compile(
    "像[她他这那]|[全这各]?(?:[0-9]+|[一二三四五六七八九十百]+)个(?:行政|自然)?(?:村|嘎查|社区|乡镇)(?!级)"
    "|[村居牧渔农市]民|群众|农户|[全该](?:县|市|区|乡|镇|村)|村集体|常住人口|户籍人口"
)
FOUNDS = re.compile("成立|组建|创办|注册|创立|领办|开办|办起|兴办|设立|组成")
# 推出“兴农贷”: whom a loan or insurance reaches, and with how much, is its own.
OFFERS = re.compile("推出|推广|推行|开发|开办|创新|首创|上线|试点|发行|设立|开展|办理")
PRODUCT = re.compile("(?:贷|贷款|险|保险|保|债|券|基金)$")
# 这条排水沟: what was just shown.
THIS_THING = re.compile("[这那该](?:一)?[条座个口家片处项段栋间所批种]")
BUILDS = re.compile("建[成起了设立]|新建|打造|改[成建造]|变成|[开兴创]办|建|成立|引进|落户|设立|开辟|修建|盖起")
# …托幼中心1所: a kind of facility and how many there are now.
COUNTED = re.compile("[”’]?(?:[0-9一]+[个所处座家条间])?")
MADE = re.compile(
    "(?:试?营业|开业|投用|运营|开放|建成|累计|至今|以来|已|共|先后|每年|每天|日均|年均|月均)*"
    "(?:接待|服务(?!中心|站)|进站|进店|到店|客流)"
    "|(?:总|建筑|占地|总建筑|使用|经营)?面积|占地|总?投资|总长|全长|长|宽|高|藏书|馆藏|收藏|[内下]?设有?|配[有备套]|可?容纳"
    "|可提供|拥有|现有|注册资[本金]|入驻|冷藏|储藏|仓储|保鲜|处理能力|库容|产能|年加工|年生产|装机|床位|客房|年产|日产"
    "|日处理|年处理|总?投入|建有|车位|座位|能同时|可同时|每[天日年月]可"
)
