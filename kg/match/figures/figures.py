"""The figures of a sentence in, what each of them measures out: from the words before, behind and between them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from kg.match.figures.around import Around, look_around
from kg.match.figures.at_figure import named
from kg.match.figures.carried_figures import carried
from kg.match.figures.comparisons import Reading, compared, of_another
from kg.match.figures.counts import DWELLING
from kg.match.figures.fronted import KINDS, fronted
from kg.match.figures.nouns_behind import LONG
from kg.match.figures.portions import portions
from kg.match.figures.runs import Figure, each, origin, pairs, qualifies
from kg.match.figures.scene import Scene, left
from kg.match.figures.shares import shared_out
from kg.model import Comparator, Span, Value

# 尚无村突破500万元: nothing is measured of what there is not.
NOBODY = re.compile(
    "(?:还|尚|均|都|已|目前)?(?:没有|无|未有|没)一?个?[一-鿿]{1,4}(?:低于|高于|超过?|突破|达到?|不足|少于|多于)*"
)
# 有4个村, 下辖9个村: these say nothing of what is counted.
ASPECTS = "了过的"  # 种了, 流转的
# 管着90只羊, but not 坡上立着3栋楼
TENDED = re.compile("(?<=[管养种看带守])着$|(?<=照[看管料])着$|(?<=经营)着$")
# 绣品卖了9万元, 净挣9万元, 9户人家散在沟里
SOLD, EARNED, HOMES = re.compile("(?<=[一-鿿])(?<![能可])卖[出掉]?了?$"), re.compile("(?:挣钱?|赚钱?)了?$"), "人家"
PER_ONE = re.compile(
    "[每一两1](?:公斤|斤|吨|亩|个|只|头|瓶|盒|箱|件|张|条|棵|株|枚|袋|碗|份|顿|套|本|节)|单价|[每一两]晚|均"
)
# 30万人从中受益, 农户只需自缴60元: what the figure measures goes without these.
IDLE = re.compile(
    "^(?:从中|因此|由此|就此|即(?![时将可席])|也就是)(?=[一-鿿]{2})|(?<=[近远中一二三初首前后]期)(?:规模|能力)?[为是](?=[日年月]?[一-鿿])|(?<=[一-鿿]{2})已(?=[一-鿿]{2}$)|(?<=期)一定$|(?<=[率量值积额数])连续(?:多|数|几|[0-9一二三四五六七八九十]+)年$|(?<=[户民人员])(?:只需要?|仅需要?|只要)(?=[一-鿿]{2})"
)
# 棚温须压在24℃以下: how something has to be kept is nothing that was measured.
NORM = re.compile(
    "(?:必须|须|应当?|务必|切忌|不得|不能|不可|不宜|最好|[要需](?!求))(?:严格|始终|尽量|及时|牢牢|长期)?(?:控制|保持|维持|稳定|限制|压|降|调|升|设定|把控)"
    "(?:到|在|至|于)?$"
)
KEPT = frozenset(["degree", "temperature", "percent", "number", "time", "mass", "length", "rate"])
# 茶园，全县已改造9亩: rules by which a verb alone may be what a figure measures.
DONE = frozenset(["verb", "before"])
DONE_IN_ALL = ("累计", "已", "共", "先后", "陆续")
INPUT, INTO_THAT = "投入", re.compile("(.{2,20}?)(?:上|方面|领域)的?")
PUT_INTO = re.compile("(?:投入|投放|投|花|用)[在到于](.{2,20}?)(?:上|方面|领域|中)的?")
# 下设综合、宣传等4个组: how they are called stands between the verb and how many there are.
PARTED = re.compile("(下设|内设|设有|设立|分设|分为|分成|划分为|编为|编成)[^，。；0-9]*、[^，。；0-9]*$")
# 凭18头牛贷了9万元
BY = frozenset("凭靠把将以用")
# 把6亩地都租给邻居: what is done with land that somebody has had.
TAKEN = re.compile("[把将][^，。；把将]{0,10}$")
LEASED = re.compile(
    "(?:全部|全都?|都|也|均|已|统一|一起)*(流转|托管|出租|发包|入股|承包|租|包)(?=[给到入出了，。；]|合作社|公司)"
)
LEASING = {"租": "出租", "包": "承包"}
# 6个村与白河县相邻
BESIDE = re.compile("[与同和][^，。；]{2,10}(?:相[邻连接通隔望]|毗[邻连]|接壤|交界|为邻)")
# 楼长由90名党员担任: what they are, and not only who.
SERVED_BY = re.compile("(?P<post>[^，。；0-9由]{2,16}?)(?:则|均|都|也|一律|统一|分别|全部|主要)*由$")
SERVES = re.compile("[^，。；]{0,24}?(?:担任|兼任|出任|充任|来[担当]任?|[兼担充]任)(?=[。，；]|$)")
# 38栋楼依山排开: how they stand tells nobody apart.
HOUSES = frozenset("楼桥路井院房棚塘厂库船车")


def read_figures(scene: Scene) -> list[Figure]:
    """All figures of a sentence, each with what it measures."""
    found: list[Figure] = []
    index = 0
    while index < len(scene.values):
        last = _before_bracket(scene, index, found)
        if shares := shared_out(scene, index, last):
            found += shares.figures
            index += shares.used
            continue
        shared = each(scene, index, found) or pairs(scene, index) or portions(scene, index, last)
        if shared:
            found += shared
            index += 4 if shared[0].origin else len(shared)
        elif qualifies(scene, index):
            index += 1
        else:
            grown = origin(scene, index)
            index += grown is not None
            figure = _figure(scene, index, grown, last)
            if figure is not None:
                found.append(figure)
            index += 1
    return found


def _before_bracket(scene: Scene, index: int, found: Sequence[Figure]) -> Figure | None:
    """产茶25吨，较上年（19吨）增26%: what stands behind a bracket goes on about the figure before it."""
    start = left(scene, index)
    opened = scene.text.rfind("（", 0, start) if scene.text.endswith(("）", "），"), 0, start) else -1
    return next((figure for figure in reversed(found) if opened < 0 or figure.span.end <= opened), None)


def _figure(scene: Scene, index: int, grown: tuple[Value, int] | None, last: Figure | None) -> Figure | None:
    around = look_around(scene, index, grown)
    if NOBODY.fullmatch(around.raw) or (around.kind in KEPT and NORM.search(around.raw)):
        return None
    reading = (compared(scene, around, last) or of_another(scene, around, last)) if last else None
    reading = reading or named(scene, around, last)
    if (reading is None or reading[2] in DONE) and (
        thing := fronted(scene, around, reading is None or reading[2] == "verb")
    ):
        reading = (thing[0], thing[1], "fronted", thing[2])
    reading = reading or carried(scene, around, last) or _verb_alone(around)
    if reading is None:
        return None
    indicator, base, rule, start = reading
    nouns = scene.words.nouns
    # 产鲜茧31吨，卖了189万元
    goods = last.base if indicator == "卖" and last and around.kind == "money" and _is_goods(last) else ""
    # 养了640张种: what stands behind a figure is no verb.
    if rule != "after" or indicator == "人":
        indicator, base = goods + nouns.get(indicator, indicator), nouns.get(base, base)
    if len(indicator) == 1 and scene.text[start - 1] in "能可":
        indicator = scene.text[start - 1] + indicator  # 能存8吨
    if rule == "after" and around.value.unit == "人" and (post := _served_by(scene, around)):
        indicator = base = post
    indicator, base = _paired(indicator), _paired(base)
    indicator, base = (_noun_of(words, around.kind, around.value.unit) for words in (indicator, base))
    if len(indicator) == 1 and rule == "after":
        indicator = _told(scene, around) + indicator
    # 把6亩地都租给邻居, 将12亩田都租给公司
    if len(indicator) == 1 and rule == "after" and around.kind == "area" and (leased := _leased(scene, around)):
        indicator = leased + indicator
    if len(indicator) == 1 and rule == "after" and around.kind == "count" and indicator not in HOUSES:
        indicator += _done_by(scene, around)
    if len(indicator) == 1 and rule == "before" and around.kind == "count":
        indicator = _done_with(scene, around, last) or indicator
    first = grown[0] if grown else around.value
    noun = around.noun if around.noun and reading[0].endswith(around.behind) else None
    span = Span(min(start, first.span.start), noun.end if noun else around.end)
    if around.kind == "money" and (into := _put_into(indicator, last if _alike(last, around) else None)):
        indicator = base = into
    indicator = IDLE.sub("", indicator) if rule not in ("limit", "lasting", "travel", "taken") else indicator
    value = _within(around) if rule == "limit" else around.value
    if rule == "family":
        value = replace(value, unit="人")
    rule = "from-to" if grown else "among" if "其中" in around.raw else rule
    return Figure(
        value, indicator, base, f"measures/{rule}", span, first if grown else None, around.noun, around.said.verb
    )


def _verb_alone(around: Around) -> Reading | None:
    """累计发放已有500余万元: behind a verb a link says no more, where nothing else is measured."""
    verb = around.said.verb
    if len(verb) < len(INPUT) or around.behind or around.kind not in KINDS or not around.raw.startswith(DONE_IN_ALL):
        return None
    return verb, verb, "verb", around.said.verbs


def _alike(last: Figure | None, around: Around) -> bool:
    """Whether a figure is counted in what the one before it was."""
    return last is not None and last.value.unit == around.value.unit


def _put_into(words: str, last: Figure | None) -> str:
    """投在道路上的9万元、环境保护上的3万元: what money was put into; of the second the first says that it was.

    >>> _put_into("投在道路建设上", None), _put_into("环境保护上", None)
    ('道路建设投入', '')
    """
    if put := PUT_INTO.fullmatch(words):
        return put[1] + INPUT
    again = last is not None and last.indicator.endswith(INPUT) and INTO_THAT.fullmatch(words)
    return again[1] + INPUT if again else ""


def _within(around: Around) -> Value:
    """30分钟 of 30分钟内: at most so long."""
    value = around.value
    return replace(value, comparator=Comparator.AT_MOST) if value.comparator is Comparator.EQUAL else value


def _noun_of(words: str, kind: str, unit: str) -> str:
    """绣品卖, 净挣, 人家散在沟里: what is measured by what is done, as a noun.

    >>> _noun_of("绣品卖", "money", "元"), _noun_of("净挣", "money", "元"), _noun_of("人家", "count", "户")
    ('绣品销售额', '净收入', '户数')
    """
    if kind == "money" and not PER_ONE.search(words):
        words = SOLD.sub("销售额", EARNED.sub("收入", words))
    return "户数" if unit == "户" and words.startswith(HOMES) else words


def _leased(scene: Scene, around: Around) -> str:
    """把6亩地都租给邻居: what is done with the land behind it, where 把 or 将 says that it is done."""
    if around.noun is None or TAKEN.search(around.raw) is None:
        return ""
    leased = LEASED.match(scene.text, around.noun.end, scene.span.end)
    return LEASING.get(leased[1], leased[1]) if leased else ""


def _told(scene: Scene, around: Around) -> str:
    """种了7亩蒜, 周边4个村: with a noun of one character goes what is done with it, or what it is."""
    # 26个院35栋楼: what the figure before counts says nothing of this one.
    counted = around.place and around.left == scene.ends[around.place - 1] and not around.said.verb
    if not counted and (parted := PARTED.match(around.raw)):
        return parted[1]
    # 白河镇3个村、柳林镇4个村: nor does whose they are.
    counted = counted or around.said.start in scene.names
    words = "" if counted else TENDED.sub("", (around.said.verb or around.phrase).rstrip(ASPECTS))
    if not words.isalpha() or words in scene.words.having or words in BY:
        return ""
    # 明确了以茶园等9个片为…: the verb must stand at the figure.
    if not TENDED.sub("", around.raw.rstrip(ASPECTS)).endswith(words):
        return ""
    tokens = scene.words.wordhood.cut(words)
    word, tag = tokens[-1] if tokens else ("", "")
    said = around.said.verb or tag[:1] in "nfs" or len(word) == 1 or (tag[:1] == "v" and word not in scene.words.having)
    return word if said and word != "等" and word not in BY else ""


def _done_with(scene: Scene, around: Around, last: Figure | None) -> str:
    """设站9座, 认领心愿93个，已圆了88个: with a noun of one character goes its verb, with a verb its object."""
    word, verb = around.phrase, around.said.verb
    if len(word) != 1:
        return ""
    if verb and scene.text.endswith(verb + word, around.left, around.said.end):
        return verb + word
    if len(around.raw) == 2 and around.raw.endswith(word) and around.raw.isalpha():
        return around.raw
    done = scene.text.endswith(word + "了", around.left, around.opens)
    same = last is not None and last.value.unit == around.value.unit and last.rule != "measures/verb"
    return word + last.base if done and same and last is not None and len(last.base) > 1 else ""


def _done_by(scene: Scene, around: Around) -> str:
    """8个村完成改造: what they do tells those apart of whom a noun of one character says nothing."""
    following = around.place + 1
    # 45个村开展土地经营9825亩, but 8个村完成收入50万元 says which they are.
    if around.right in scene.starts and scene.kinds[following] not in ("money", "percent"):
        return ""
    # 6个村试行“板凳会”机制: without the name of what they do it with.
    words = scene.text[around.end + 1 : around.right].partition("“")[0][:LONG].removeprefix("全部").removeprefix("被")
    tokens = scene.words.wordhood.cut(words)
    return words if tokens and (tokens[0][1][:1] in "vda" or BESIDE.fullmatch(words)) else ""


def _served_by(scene: Scene, around: Around) -> str:
    """楼长、网格员则由90名党员担任: the post in which those who are counted serve."""
    served = SERVED_BY.fullmatch(around.raw) if around.raw.endswith("由") else None
    if served is None or not SERVES.match(scene.text, around.end, scene.span.end):
        return ""
    start = around.opens - len(around.raw)
    end = scene.skips.get(start, start)
    return scene.text[end : start + served.end("post")].lstrip("的") if end < start + served.end("post") else ""


def _paired(words: str) -> str:
    """The words without a quotation mark whose other half stands elsewhere."""
    return words if words.count("“") == words.count("”") else words.replace("“", "").replace("”", "")


def _is_goods(last: Figure) -> bool:
    """Whether what was measured before can have been sold."""
    return last.value.unit not in DWELLING and last.value.unit != "元" and len(last.base) <= LONG
