"""A figure governed by a verb alone in, the noun before its clause or before who acts out: 茶园，全县已改造9亩."""

from __future__ import annotations

import re

from kg.match.figures.around import Around
from kg.match.figures.counts import DWELLING, FOLK_ENDS
from kg.match.figures.scene import Scene

# Whoever acts, and when, as one character that no text holds.
SOMEBODY = "\ufffc"
IDLE = (
    "(?:已经?|目前|如今|现在?|共计?|总共|一共|累计|先后|陆续|相继|又|再|也|还|就|都|均|各|仅|才|已有|成功|全部|率先|集中|统一"
    "|只|便|[去今前当每]年|[上本当]月|年内|上半年|下半年|[由被在])"
)
IDLY = re.compile(f"(?:{IDLE})+")
WHOLE = re.compile("[全该本][省市县区乡镇村]")
# 服务站由村集体办起9个: who acts, though no name says who it is.
ACTING = (
    "[省市县区乡镇村]级?财政|[省市县区乡镇村](?:集体|里|上|党委|党支部|党总支|两委|政府|委会)"
    "|合作社|公司|企业|[村居]民|群众|社员|农户|大户|学校|医院|各[村镇乡县]"
)
ACTS = re.compile(f"(?:{ACTING})")
FRONTED = re.compile(
    f"(?:(?:{SOMEBODY}的?)?(?P<topic>[^{SOMEBODY}]{{2,14}}?))??"
    f"(?P<between>(?:{SOMEBODY}(?:[省市县区乡镇村]?级?财政)?|{ACTING}|{IDLE})*)"
    "(?P<verb>新?[一-鿿](?:(?!已|共|累计|先后|陆续|相继)[一-鿿]){0,2}?)(?:了|过|起来?|出来?|上|下|到|成)?(?:的?(?:已经?有?|达到?|有|约|近|共|逾|超过?|就有))*"
)
LATE = re.compile("^(?:已|共|累计|先后|再|又|均|都|还|也)+(?=[一-鿿]{2})")
KINDS = frozenset(["count", "area", "length", "volume", "mass", "money"])
# 春耕时节, 就业方面, 大会期间: a scene, and nothing that is counted.
SCENES = re.compile("(?:时节|期间|方面|以来|之际|当中|[时中上下里内外后前间日末初底])$")
OPENS = frozenset(["n", "l", "a", "b", "j", "x", "i", "s"])
CLOSES = frozenset(["n", "l", "q", "s"])
NEVER = frozenset(["d", "p", "r", "u", "t", "m", "f"])
TIMES = frozenset(["次", "场", "期", "届", "批", "轮"])
LONGEST, SHORT = 18, 6
MARKS = re.compile("[“”、]")


def fronted(scene: Scene, around: Around, bare: bool = False) -> tuple[str, str, int] | None:
    """What is done with what stands before: the words for both, those for the thing alone, and where these begin.

    `bare` says that the words at the figure hold nothing but the verb.
    """
    if around.behind or around.kind not in KINDS or not around.raw:
        return None
    begin = around.opens - len(around.raw)
    if begin > scene.span.start and scene.text[begin - 1] not in "，；。：！？\n”":
        return None
    if bare and (named := _named_before(scene, around, begin)) is not None:
        return named
    masked = _masked(scene, begin, around.opens)
    read = FRONTED.fullmatch(masked)
    if read is None or not _is_deed(scene, read["verb"]):
        return None
    # 村民今年办起9家: those act.
    acts = read["topic"] is not None and read["topic"].endswith(FOLK_ENDS) and around.value.unit not in DWELLING
    # 游客今年增加到9万人: a link behind what has grown.
    grown = scene.words.growth.fullmatch(read["verb"]) is not None and around.raw[-1] in "到至"
    # 全县村集体收入9亿元: what may be a noun is none only behind 累计 and the like.
    nominal = read["verb"] in scene.words.tail_words and IDLY.fullmatch(read["between"]) is None
    if acts or grown or nominal:
        return None
    if read["topic"]:
        # 石桥村的公共厕所已建成9座: behind whose it is.
        begin = begin if read.start("topic") == 0 else around.opens - len(masked) + read.start("topic")
        within = SOMEBODY not in masked[read.start("topic") :] or read.start("topic") == 0
        found = (begin, begin + len(read["topic"])) if read["between"] and within else None
    else:
        found = _before(scene, begin, SOMEBODY in read["between"])
    times = around.value.unit in TIMES
    if found is None or not _is_thing(scene, *found, times=times):
        return None
    thing, verb = scene.text[found[0] : found[1]], scene.words.nouns.get(read["verb"], read["verb"])
    # 创建资金累计投入: what may be a noun stands behind.
    if scene.words.growth.fullmatch(verb) or verb in scene.words.tail_words:
        return thing + verb, thing, found[0]
    return ("" if verb in scene.words.having else verb) + thing, thing, found[0]


def _named_before(scene: Scene, around: Around, begin: int) -> tuple[str, str, int] | None:
    """“一路一景”小微公园|打造9处: a name right before its verb."""
    end, verb = around.said.verbs, LATE.sub("", around.said.verb)
    while begin in scene.places and scene.names[begin] < end:
        begin = scene.names[begin]
    named = any(at <= begin and to == end for at, to in scene.names.items())
    # 绿道贯通9公里: what is so long needs no name.
    plain = around.kind != "count" and end - begin <= SHORT and _is_thing(scene, begin, end)
    if not (named or plain) or begin in scene.people or begin in scene.places or not verb or not _is_deed(scene, verb):
        return None
    thing = scene.text[begin:end]
    # 企业出资9万元: those act.
    return None if ACTS.fullmatch(thing) else (verb + thing, thing, begin)


def _masked(scene: Scene, start: int, end: int) -> str:
    """The words with each of whom and when as one sign, however long they are."""
    out: list[str] = []
    at = start
    while at < end:
        told = scene.skips.get(at, 0) if at in scene.skips else scene.names[at] if at in scene.places else 0
        if at < told <= end:
            # Several names that follow one upon the other are one.
            out.append("" if out and out[-1] == SOMEBODY else SOMEBODY)
            at = told
        else:
            out.append(scene.text[at])
            at += 1
    return "".join(out)


def _is_deed(scene: Scene, verb: str) -> bool:
    """Whether a word is something that is done, and no link (达到) nor a noun."""
    words = scene.words
    if verb in words.links or verb in words.reaching:
        return False
    lead = words.leads.fullmatch(verb)
    if verb in words.nouns or (lead is not None and lead["verb"]):
        return True
    tags = [tag for _, tag in words.wordhood.cut(verb)]
    return tags[-1:] == ["v"] and set(tags) <= {"v", "a", "d"}


def _before(scene: Scene, begin: int, named: bool) -> tuple[int, int] | None:
    """The clause before, where it holds nothing but a noun; `named` says that the clause itself names who acts."""
    end = begin - 1
    if end <= scene.span.start or scene.text[end] != "，":
        return None
    start = max((at + 1 for at in scene.breaks if at < end), default=scene.span.start)
    if any(start <= at < end for at in scene.starts):
        return None
    # 云岭茶业公司，已建成9个: whoever acts is not what is counted.
    if not named and any(start == at and scene.names.get(at) == end for at in scene.owners | scene.people):
        return None
    while start in scene.places and scene.names[start] < end:
        start = scene.names[start]
    return start, end


def _is_thing(scene: Scene, start: int, end: int, *, times: bool = False) -> bool:
    """Whether words are a noun that may be counted; of what is done so many `times` (卫生评比共开展2次) also a deed."""
    words = scene.text[start:end]
    if not 2 <= len(words) <= LONGEST or not MARKS.sub("", words).isalpha():
        return False
    if start in scene.places or start in scene.people or SCENES.search(words) or WHOLE.match(words):
        return False
    if scene.names.get(start) == end:
        return True
    # 云雾公司引来项目: who does what is no thing.
    if start in scene.owners:
        return False
    tokens = [(word, tag[:1]) for word, tag in scene.words.wordhood.cut(words) if word != "、"]
    tags = [tag for _, tag in tokens]
    if any(tag == "v" and _governs(scene, word) for word, tag in tokens[1:]):
        return False
    # 创建资金, but 整合土地 is what somebody does.
    # 养护员全县共聘了9名
    folk = len(words) < SHORT and words.endswith(FOLK_ENDS)
    opens = tags[0] in OPENS or (tags[0] == "v" and len(tags) > 1 and (folk or words.endswith(scene.words.tail_words)))
    deed = times and tags[-1] == "v" and len(tags) > 1
    return opens and (tags[-1] in CLOSES or deed) and not NEVER & set(tags)


def _governs(scene: Scene, word: str) -> bool:
    """引来, 建起: whether a word is a verb that is never part of a noun."""
    lead = scene.words.leads.fullmatch(word)
    known = lead is not None and lead["verb"] is not None
    return len(word) > 1 and word not in scene.words.openers and (known or word.endswith(("来", "起", "出", "成")))
