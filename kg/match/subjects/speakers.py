"""Paragraphs and mentions in, who says what stands in quotation marks, and for whom he speaks, out."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence

from kg.match.rulebook.alternation import one_of
from kg.match.rulebook.kinds import BODIES, PLACES
from kg.match.rulebook.rule_types import Rules
from kg.match.shorthand.shorthand import longest_first
from kg.model import Claim, Document, Mention, Paragraph, Role, Span

SPEECH = re.compile(r"“[^“”\n]*”")
SENTENCE_MARK = re.compile("[。！？]")
SPEECH_MIN = 30
SAYING = re.compile("[^。；！？\n]{1,12}[，：]")
# 据介绍, 据县农业农村局局长李华透露: what follows is somebody's word.
BY_REPORT = re.compile("据[^，。；：“”]{0,24}?(?:介绍|了解|悉|透露|报道)[，：](?!“)")
# So many names may stand behind a speech before its speaker's: 来到河口乡石桥村时，该村党支部书记李华介绍.
NEAREST = 8
# How far behind a speech its speaker's name may stand, and how far behind the name the verb may end.
NAME_WITHIN, VERB_WITHIN = 40, 14
# 县文旅集团有关负责人介绍: somebody without a name, behind the body that he is of.
UNNAMED = re.compile(
    "(?:的?(?:相关|有关|主要|一名|一位|部门|业务)?)*(?:负责人|负责同志|工作人员|干部|技术员|经理|发言人)[也还都又]?"
)
BODY_WITHIN = 12
# Its secretary speaks for the place.
GOVERNS = re.compile("(?:党支部|党总支|支部|党委|党工委|[县市区州旗省]委|[村居]委会|[村居]民委员会)$")
RULING = frozenset({"PartyOrganization", "Association", "GovernmentBody"})
SENT_TEAMS = ("工作队", "工作组", "帮扶队")
MARKED = re.compile("[，。；“”]")
NOBODY: Mapping[int, Mention] = {}
# “…”村民李华站在果树下, 谈起现在的生活, 今年56岁: whom the words behind a speech show is who speaks.
GESTURE = re.compile(
    "(?:一边|边|正|笑着|高兴地)?(?:站在|蹲在|坐在|穿梭[在于]|忙碌[在于]|走在|指着|看着|望着|捧着|掰着|擦着|擦拭着?|抚摸着?|拿着|抱着|拎着|弯腰|俯身|竖起|谈起|说起|提起|回忆起|算起)"
    "|(?:[也都还]|很|十分|非常|格外|特别|倍感|备感|感到|显得|高兴得|满是)*"
    "(?:激动|高兴|开心|欣慰|兴奋|自豪|感慨|感激|满意|欣喜|自信|满脸|一脸|脸上|喜笑颜开|笑[得逐开]|喜上眉梢|乐[得呵开]|眉开眼笑"
    "|合不拢嘴|难掩|滔滔不绝|赞不绝口|连连|满怀|满心|深有(?:感触|体会|感受)|信心(?:满满|十足|倍增)|喜不自[禁胜]|露出|心里)"
    "|一边(?=[一-鿿])|(?:今年|现年)[0-9]{2}岁|(?:打开|拉开)了?话匣子|拉起(?:了)?家常"
)
# “…”说话的村民李华, 算起账来，村民李华
SAYS_BEFORE = re.compile(
    "(?:说|讲|开|发)[出着起]?(?:这|此|那)?(?:番|句|些)?(?:话|腔|口|言|感慨|感叹)的(?:正?是|叫)?|算起[^，。；]{1,12}，"
)
HE_SAYS, HE_WITHIN, HE_RECALL = re.compile("(?<![一-鿿])[他她][^，。；“”]{0,6}[，：]$"), 8, 6
PRONOUN, PRONOUN_WITHIN = re.compile("[他她]"), 8
# 他说：“…”, 她告诉记者：“…”, before a speech.
PRONOUN_BEFORE, PRONOUN_BACK = re.compile("[他她](?!们)[^，。；：“”]{0,10}[，：]$"), 14
# 村民 李华：我们去年种了茶。 A paragraph without quotation marks, as stations print what was said before the camera.
HEAD, FIRST_PERSON = 40, re.compile("我们?|咱们?")


def speeches(text: str, span: Span) -> list[Span]:
    """Quotations that are somebody's words and not a name.

    >>> line = "“茶叶卖得好！”他推行“三联”机制"
    >>> [line[s.start : s.end] for s in speeches(line, Span(0, len(line)))]
    ['“茶叶卖得好！”']
    """
    return [
        Span(*match.span())
        for match in SPEECH.finditer(text, span.start, span.end)
        if (len(match[0]) >= SPEECH_MIN and "，" in match[0]) or SENTENCE_MARK.search(match[0])
    ]


def speakers(document: Document, mentions: Sequence[Mention], rules: Rules) -> Mapping[int, Mention]:
    """For the start of each speech, the person who says it: “…”李华说, 李华介绍：“…”."""
    verbs = rules.groups.get("说", ())
    if not verbs:
        return {}
    said = re.compile("|".join(map(re.escape, longest_first(verbs))))
    starts = [m.span.start for m in mentions]
    found: dict[int, Mention] = {}
    for article in document.articles:
        for paragraph in article.paragraphs:
            head = _on_camera(document.text, paragraph, mentions, starts) if paragraph.role is Role.BODY else None
            if head is not None:
                found[head.span.end + 1] = head
            spoke: Mention | None = None
            for speech in SPEECH.finditer(document.text, paragraph.span.start, paragraph.span.end):
                k = bisect_left(starts, speech.start())
                behind = bisect_left(starts, speech.end(), k)
                after = mentions[behind : behind + NEAREST]
                speaker = _announced(document.text, mentions[max(0, k - 1) : k], speech, said)
                speaker = speaker or _he_says(document.text, mentions[max(0, k - HE_RECALL) : k], speech, said)
                speaker = speaker or _named_behind(document.text, after, speech, paragraph.span.end, said)
                if speaker is None and _by_pronoun(document.text, speech, said):
                    within = mentions[bisect_left(starts, paragraph.span.start) : k]
                    # Whom the paragraph named last.
                    speaker = next((m for m in reversed(within) if m.type == "Person"), None)
                # …李华说，…。“今年更好。”: with nobody named the last words of a paragraph are of who spoke before.
                if speaker is None and speech.end() == paragraph.span.end:
                    speaker = spoke or _teller(document.text, mentions[:k], paragraph.span.start, speech, said)
                if speaker is not None:
                    found[speech.start()] = spoke = speaker
    return found


def _announced(text: str, before: Sequence[Mention], speech: re.Match[str], said: re.Pattern[str]) -> Mention | None:
    """李华介绍：“…”"""
    for mention in before:
        if mention.type == "Person" and SAYING.fullmatch(text, mention.span.end, speech.start()):
            return mention if said.search(text, mention.span.end, speech.start()) else None
    return None


def _he_says(text: str, before: Sequence[Mention], speech: re.Match[str], said: re.Pattern[str]) -> Mention | None:
    """村民李华种茶9亩。他说：“…”: whom the text named last."""
    start = max(0, speech.start() - HE_WITHIN)
    if HE_SAYS.search(text, start, speech.start()) is None or said.search(text, start, speech.start()) is None:
        return None
    return next((m for m in reversed(before) if m.type == "Person"), None)


def _teller(
    text: str, before: Sequence[Mention], start: int, speech: re.Match[str], said: re.Pattern[str]
) -> Mention | None:
    """李华告诉记者，…。“…”: who told without quotation marks what stands before."""
    person = next((m for m in reversed(before[-HE_RECALL:]) if m.type == "Person" and m.span.start >= start), None)
    if person is None:
        return None
    end = person.span.end
    return person if said.search(text, end, min(end + VERB_WITHIN, speech.start())) else None


def _named_behind(
    text: str, after: Sequence[Mention], speech: re.Match[str], limit: int, said: re.Pattern[str]
) -> Mention | None:
    """“…”村民李华说"""
    near = (m for m in after if m.type == "Person" and m.span.start - speech.end() <= NAME_WITHIN)
    mention = next(near, None)
    if mention is None:
        return None
    end = mention.span.end
    tells = said.search(text, end, min(end + VERB_WITHIN, limit)) or GESTURE.match(text, end, limit)
    tells = tells or SAYS_BEFORE.match(text, speech.end(), mention.span.start)
    return mention if tells else None


def _by_pronoun(text: str, speech: re.Match[str], said: re.Pattern[str]) -> bool:
    """“…”他说, 他说：“…”"""
    if PRONOUN.match(text, speech.end()):
        start = speech.end() + 1
        return said.search(text, start, start + PRONOUN_WITHIN) is not None
    before = PRONOUN_BEFORE.search(text, max(0, speech.start() - PRONOUN_BACK), speech.start())
    return before is not None and said.search(text, before.start(), before.end()) is not None


def _on_camera(
    text: str, paragraph: Paragraph, mentions: Sequence[Mention], starts: Sequence[int]
) -> Mention | None:  # fmt: skip
    """Who says all of a paragraph that begins with his post and name and a colon, and says 我 or 我们."""
    start = paragraph.span.start
    colon = text.find("：", start, min(start + HEAD, paragraph.span.end))
    if colon < 0 or text.startswith("“", colon + 1) or not FIRST_PERSON.search(text, colon, paragraph.span.end):
        return None
    last = mentions[bisect_left(starts, colon) - 1] if bisect_left(starts, colon) else None
    named = last is not None and last.type == "Person" and last.span.end == colon and last.span.start >= start
    return last if named and not MARKED.search(text, start, colon) else None


def compile_tellers(rules: Rules) -> re.Pattern[str]:
    """What may stand between a person and what he tells in words that are not quoted: 表示，"""
    return re.compile(f"[^，。；：“”]{{0,6}}?(?:{one_of(rules.groups.get('说', ()))})(?:道)?[，：](?!“)")


def told(text: str, span: Span, people: Sequence[Mention], tells: re.Pattern[str]) -> list[tuple[int, Mention | None]]:
    """From where on a sentence is somebody's word without quotation marks, and whose, where a person is named.

    >>> line = "据介绍，全县种茶。"
    >>> told(line, Span(0, len(line)), [], re.compile("说，"))
    [(4, None)]
    """
    found: list[tuple[int, Mention | None]] = []
    if report := BY_REPORT.search(text, span.start, span.end):
        named = [m for m in people if report.start() <= m.span.start and m.span.end <= report.end()]
        found.append((report.end(), named[-1] if named else None))
    for person in people:
        if telling := tells.match(text, person.span.end, span.end):
            found.append((telling.end(), person))
    return sorted(found, key=lambda row: row[0])


def bodies_of(
    voices: Mapping[int, Mention], posts: Sequence[Claim], spokesmen: Mapping[int, Mention] = NOBODY
) -> Mapping[int, tuple[Mention, ...]]:
    """For the start of each speech the body or place whose post the speaker holds, or that an unnamed one is of."""
    held = {c.subject.name: c.object for c in reversed(posts) if c.subject is not None}
    bodies = {**spokesmen, **{start: held[who.name] for start, who in voices.items() if who.name in held}}
    return {start: (governed(body),) for start, body in bodies.items()}


def spokesmen_of(document: Document, mentions: Sequence[Mention], rules: Rules) -> Mapping[int, Mention]:
    """For the start of each speech of somebody without a name the body that he is of: “…”县文旅集团负责人说."""
    verbs = rules.groups.get("说", ())
    starts = [m.span.start for m in mentions]
    found: dict[int, Mention] = {}
    for speech in SPEECH.finditer(document.text) if verbs else ():
        first = bisect_left(starts, speech.end())
        for mention in mentions[first : first + 4]:
            behind = UNNAMED.match(document.text, mention.span.end)
            if behind and mention.span.start - speech.end() <= BODY_WITHIN and mention.type in BODIES | PLACES:
                if document.text.startswith(verbs, behind.end()):
                    found[speech.start()] = mention
                break
    return found


def governed(body: Mention) -> Mention:
    """我们 of a village's or a county's party secretary are the people of the place."""
    if body.type not in RULING or not GOVERNS.search(body.name):
        return body
    return next((m for m in reversed(body.inside) if m.type in PLACES), body)


def speaks_for(bodies: Sequence[Mention]) -> Sequence[Mention]:
    """Those of somebody's bodies and places for which he speaks, or all where none is.

    >>> village = Mention(Span(6, 9), "Village", "", "石桥村")
    >>> team = Mention(Span(14, 17), "Team", "", "工作队")  # 县水利局派驻石桥村第一书记、工作队队长李华
    >>> [m.name for m in speaks_for([village, team])], [m.name for m in speaks_for([team])]
    (['石桥村'], ['工作队'])
    """
    bare = [m.type in RULING and GOVERNS.search(m.name) is not None and governed(m) is m for m in bodies]
    homes = [m for m, alone in zip(bodies, bare, strict=True) if not alone and not m.name.endswith(SENT_TEAMS)]
    return homes or bodies
