"""What matching hands on: what the sentences of a document say, in mentions."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from kg.model.reading import Span

# The type of a mention that is words of the text and no thing of its own: 每名党员.
WORDS = "Words"


class Form(StrEnum):
    """How a mention was written."""

    PROPER = "proper"  # 晨光镇
    QUOTED = "quoted"  # “四联”活动
    NOMINAL = "nominal"  # 党员教育培训基地
    SHORT = "short"  # 寻乌
    ANAPHOR = "anaphor"  # 该县


@dataclass(frozen=True, slots=True)
class Mention:
    """“This stretch names a Person”: a span, its class, and the rule that says so."""

    span: Span
    type: str
    rule: str
    name: str
    """the canonical name: the quoted core, else the whole name without blanks"""
    form: Form = Form.PROPER
    core: Span | None = None
    """what stands inside the quotation marks"""
    inside: tuple[Mention, ...] = ()
    """mentions that are part of this name: 寻乌县 in 寻乌县教育局"""


class Comparator(StrEnum):
    """How a number bounds the quantity it speaks of."""

    EQUAL = "="
    MORE = ">"  # 余 多 超 突破
    AT_LEAST = ">="  # 以上 至少
    LESS = "<"  # 不足
    AT_MOST = "<="  # 以内 至多
    ABOUT = "~"  # 约 左右
    NEARLY = "<~"  # 近


@dataclass(frozen=True, slots=True)
class Value:
    """A number with its unit and bounds, worked out from its stretch of text."""

    span: Span
    number: Decimal | None  # None for a range
    lower: Decimal | None
    upper: Decimal | None
    unit: str
    comparator: Comparator
    text: str
    si_number: Decimal | None = None
    si_unit: str = ""


class Stance(StrEnum):
    """Whether the text says that it is so."""

    STATED = "Stated"
    PLANNED = "Planned"
    DENIED = "Denied"
    REPORTED = "Reported"


# What is so, by the text or by somebody in it.
HOLDS = frozenset({Stance.STATED, Stance.REPORTED})


@dataclass(frozen=True, slots=True)
class Claim:
    """What one sentence says: a relation between two mentions."""

    subject: Mention | None
    """None: the article's own place"""
    predicate: str
    object: Mention
    spans: tuple[Span, ...]
    """the narrowest passages that say it"""
    rule: str
    stance: Stance = Stance.STATED
    qualifiers: tuple[tuple[str, str], ...] = ()
    """literals: role, period, level, batch"""
    agents: tuple[tuple[str, Mention], ...] = ()
    """mentions: conferredBy, speaker"""


@dataclass(frozen=True, slots=True)
class Measurement:
    """What one sentence counts: of whom, what, how much, when."""

    subject: Mention | None
    """None: the article's own place"""
    indicator: str
    value: Value
    spans: tuple[Span, ...]
    rule: str
    period: str = ""
    stance: Stance = Stance.STATED
    before: Decimal | None = None
    """由1.2%提升至1.9%: 1.2"""


@dataclass(frozen=True, slots=True)
class Item:
    """One part of a whole, in the words of the text."""

    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class Group:
    """The parts that one numeral of a name announces: 三联, three of them."""

    label: str  # "" where the name states no number
    stated: int | None
    items: tuple[Item, ...] = ()
    open: bool = False  # closed by 等
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Listing:
    """A whole and what it is made of."""

    whole: Mention
    groups: tuple[Group, ...]
    spans: tuple[Span, ...]
    rule: str


@dataclass(frozen=True, slots=True)
class Gloss:
    """What a bracket or clause says that a name stands for."""

    mention: Mention
    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class Rejection:
    """A candidate that was left out, and why."""

    span: Span
    candidate: str
    rule: str
    reason: str


@dataclass(frozen=True, slots=True)
class Findings:
    """All that matching found in one document."""

    mentions: tuple[Mention, ...] = ()
    claims: tuple[Claim, ...] = ()
    measurements: tuple[Measurement, ...] = ()
    listings: tuple[Listing, ...] = ()
    glosses: tuple[Gloss, ...] = ()
    rejected: tuple[Rejection, ...] = ()
    roles: tuple[tuple[Mention, str, Span], ...] = ()
    """What the text calls a person without saying where: 非遗传承人毕秀兰."""
