"""A line in, whether a newspaper or web page says it of itself out: its makers, its address, where to go on."""

from __future__ import annotations

import re

from kg.read.page.known import Known
from kg.read.page.labels import values
from kg.read.page.navigation import is_navigation

_HAN = r"\u4e00-\u9fff"
# Who made the page; the people are no part of the report.
_MAKER = (
    r"(?:(?:本版|本期|责任|执行|值班|首席|见习|版面|视觉|图片|文字|美术|新媒体)*(?:编辑|责编|美编|编委|编审)"
    r"|值班(?:主任|总编辑?|领导)|校对|审校|审核|审读|审签|签发|[初复终一二三]审|版面|版式(?:设计)?|组版|排版|(?:本版)?制图)"
)
# These words begin headlines, too: only a colon or stroke behind them says that makers follow.
_ALSO_A_MAKER = r"(?:统筹|策划|总?监制|视觉|设计|主编|总编辑?)"
MAKERS = re.compile(
    rf"(?:{_MAKER}[:：/／|｜]?|{_ALSO_A_MAKER}[:：/／|｜])[{_HAN}、]{{2,9}}?(?={_MAKER}|{_ALSO_A_MAKER}|[^{_HAN}、]|\Z)"
)
# The foot of a page: how to reach the paper, and what it must say of itself.
_REACH = (
    r"(?:(?:投稿|新闻|读者|报料|爆料|监督|举报|订阅|广告|发行|咨询|联系|服务|编辑部|总编室|办公室|本报|本社)*"
    r"(?:热线|电话|邮箱|信箱|传真|微信号?|QQ群?|网址|地址|社址)|电子邮件|E-?[Mm]ail|邮编|邮政编码|邮发代号|国内统一(?:连续出版物号|刊号)"
    r"|广告(?:经营)?许可证号?|法律顾问|印刷|承印|零售价?|[全月年订定]+价)"
)
_WHERE = r"(?:上方|下方|左侧|右侧|上图|下图|左图|右图|此|本)?"
# 扫码看病: a service of which reports tell, and no picture to scan.
_SCANNED = r"(?:观看|收看|收听|看(?![病诊守护好准])|听|读|阅读|关注|下载|进入|了解|查看|浏览|加入|获取)"
_SCAN = (
    rf"(?:请|欢迎)?(?:用?(?:微信|手机))?(?:(?:扫码|扫一扫){_WHERE}(?:二维码)?|(?:扫描?|长按|识别|长按识别){_WHERE}二维码)"
    rf"[\s，！]*(?:即可|可)?(?:{_SCANNED}.{{0,24}})?"
)
_MORE = rf"{_SCANNED}更多\S{{0,10}}|更多(?:精彩)?(?:内容|资讯|新闻|视频|报道).{{0,24}}"
# 2 综合, 要闻 A02: the head of a page.
_SECTION = (
    r"(?:要闻|综合|时政|本地|民生|社会|经济|文化|教育|健康|专版|专题|副刊|国内|国际|体育|生活|法治|三农|理论|评论|文旅|农业|关注|视点|聚焦)"
    r"(?:新闻|·?周刊)?"
)
_HEAD = (
    rf"(?:第?[A-Z]?\d{{1,2}}版?[\s·/|｜]*{_SECTION}|{_SECTION}[\s·/|｜]*第?[A-Z]?\d{{1,2}}版?)"
    r"(?:[\s·/|｜]*[A-Za-z]{2,20}(?:[ ][A-Za-z]{2,20})?)?"
)
_PAPER = rf"[{_HAN}]{{2,6}}(?:日报|晚报|早报|时报|周报)"
_NUMBER = r"第?\d{1,3}页(?:[\s,，/]*共\d{1,3}页)?|[—·]+\s*\d{1,3}\s*[—·]+|\d{1,3}/\d{1,3}"
# Where a picture, a text or its writer is from.
_FROM = (
    r"新华社(?:发|供图)|资料(?:图片?|照片)|图片来源.{0,20}|[（(]?(?:本文)?作者(?:单位|简介)\s*[:：].{2,40}|[（(](?:本文)?作者[系为是].{2,40}[）)]"
    r"|.{2,12}(?:融媒体?(?:中心)?|报社|日报|电视台|传媒)(?:出品|制作|编发)"
)
# The foot of a web page.
_SITE = (
    r"(?:主办单位|承办单位|技术支持|网站(?:维护|管理|地图|标识码))\s*[:：].{0,80}|.{0,60}(?:ICP备|公网安备).{0,40}"
    r"|(?:[【\[](?:打印|关闭|返回|分享|收藏|纠错|字[体号]|[上下]一[篇页])[^【】\[\]]{0,8}[】\]]\s*)+"
)
_ELSEWHERE = r".{2,40}(?:详见|见)(?:今日)?第?[A-Z]?\d{1,2}版"
_PAGE = r"\s*第?\s*[A-Z]?\s*[\d一二三四五六七八九十]{1,3}\s*版"
_GOES_ON = rf"(?:下转|上接|紧接){_PAGE}"
# What a site puts below an article to keep its readers.
_RECOMMENDED = (
    r"(?:推荐(?:阅读|新闻|文章)|(?:新闻|编辑|热门|精彩|相关|为您|今日|热点)推荐|(?:相关|延伸|扩展|精彩)(?:阅读|新闻|文章|报道|稿件)"
    r"|(?:您|你)可能(?:还|也)?(?:感兴趣|喜欢)的?(?:文章|内容)?|猜(?:你|您)喜欢|(?:热门|最新|热点)(?:文章|新闻|资讯|标签)|往期回顾|网友评论)"
)
_FOLLOW = r".{0,20}点击?(?:上方|上面|下方)?蓝字.{0,16}|.{0,12}关注我们[哟哦吧呀~！]?"
# While a page loads, and whence a forum says its writers are.
_LOADS = r".{0,12}请(?:耐心)?(?:等待|稍候|稍等)[.。…！]*|[|｜]\s*来自[^。，]{2,16}|关注\S{2,6}网"
# The name of a picture that was not saved with its page.
_PICTURE = r"[\w\u4e00-\u9fff.（）()-]{1,60}\.(?:jpe?g|JPE?G|png|PNG|gif|GIF|bmp|webp)|[—\s-]*分享[—\s-]*"
# What it says in law, in lines of any length.
_NOTICE = re.compile(
    r"[①-⑳\d（(.、\s]*(?:凡(?:本[网站报刊台]|注明|来源)|鉴于本[网站]|本文(?:来自投稿|为?转载|由.{1,12}(?:发布|上传))|本[网站](?:为|所有|转载)|本(?:公众号|平台)(?:部分|所有)?(?:转载|文章|内容)"
    r"|版权(?:作品|所有|声明|归)|免责声明|特别声明|(?:声明|郑重声明)[:：]|如(?:有|涉及|发现).{0,12}(?:侵权|版权)|转载请|[Cc]opyright|©|data[:：]image/"
    r"|未经(?:本[报网站]|授权|许可|书面).{0,12}(?:转载|使用|摘编))"
)
_RECOMMENDS = re.compile(rf"{_RECOMMENDED}[\s:：>＞]*")
_NOTICE_BEGINS = "①②③④⑤⑥1234凡鉴本版免特声郑如转Cc©未d"
_RUN_BY = re.compile(rf"(?:[{_HAN}]{{2,24}}(?:主管|主办|承办|协办)[\s、|｜]*){{1,4}}")
_FURNITURE = re.compile(
    r"(?:[上下]一[篇版条页]|相关(?:链接|附件)|扫一扫|[【\[]?字[号体]|阅读量?|第?\s*[A-Z]?\d{1,5}\s*版)(?:[\s:：>＞】\]]+.{0,60})?"
    rf"|(?:总?第?\d{{2,6}}\s*期[\s/／|｜]*)第?\s*[A-Z]?\d{{1,3}}\s*版.{{0,20}}|{_RECOMMENDED}[\s:：>＞]*"
    rf"|[（(【\[]?{_MAKER}(?:[\s:：/／|｜>】\]]+.{{0,60}})?"
    rf"|[（(【\[]?{_ALSO_A_MAKER}\s*[:：/／|｜][{_HAN}\s、]{{2,30}}(?:{_MAKER}.{{0,40}})?[）)】\]]?"
    rf"|{_REACH}\s*[:：].{{0,90}}"
    rf"|{_SCAN}|{_MORE}|{_LOADS}|{_PICTURE}|{_HEAD}|{_NUMBER}|{_FROM}|{_ELSEWHERE}|{_SITE}"
    rf"|{_PAPER}(?:\s*(?:数字报|电子报)(?:纸|刊)?|\s*电子版)?"
    rf"|[→←]?\s*{_GOES_ON}.{{0,8}}"
    rf"|[{_HAN}]{{2,10}}版权与免责声明[:：]?|{_FOLLOW}|[{_HAN}]{{2,6}}天气[:：].{{0,40}}℃.{{0,20}}"
    r"|(?:版权所有|版权声明|免责声明|未经(?:本报|授权|许可|书面)|转载请注明).{0,80}"
)
# What the calendar says beside a date.
CALENDAR = re.compile(
    r"星期[一二三四五六日天]|农历\S{2}年\S{1,2}月\S{1,2}(?=\W|\d|第|今|\Z)|总?第\d{1,6}期|今日\d{1,3}版|第?[A-Z]?\d{1,3}版"
)
# The same in brackets, within or behind a text.
ASIDE = re.compile(rf"[（(【\[]\s*(?:{_GOES_ON}[^（）()\n]{{0,8}}|{_MAKER}\s*[:：/|][^（）()【】\n]{{2,40}})[）)】\]]")


def is_furniture(line: str, known: Known) -> bool:
    """Whether a line is of the page and not of a report.

    >>> from kg.read.page.known import NO_LISTS
    >>> [is_furniture(line, NO_LISTS) for line in ("扫码看视频", "责任编辑：王芳", "扫码看病 群众点赞")]
    [True, True, False]
    """
    return (
        _FURNITURE.fullmatch(line) is not None
        or is_navigation(line, known.site_words)
        or is_notice(line)
        or _RUN_BY.fullmatch(line) is not None
        or ("：" in line and bool(values(line, known.labels)))
    )


def is_notice(line: str) -> bool:
    """Whether a line of any length says what the law has a site say.

    >>> is_notice("①凡本网注明“来源：青禾新闻网”的作品，版权均属于本网。"), is_notice("凡本县村民都可报名。")
    (True, False)
    """
    return (line[:1] in _NOTICE_BEGINS and _NOTICE.match(line) is not None) or "转载请注明" in line


def recommends(line: str) -> bool:
    """Whether below this line stands what else there is to read.

    >>> recommends("新闻推荐"), recommends("推荐村干部")
    (True, False)
    """
    return _RECOMMENDS.fullmatch(line) is not None


def may_hold_aside(text: str) -> bool:
    """Whether it is worth looking for what stands in brackets."""
    return "版" in text or "编" in text or "审" in text or "校" in text
