"""The legal form with which a registered name ends in, where the name begins out: behind its place stands anything."""

from __future__ import annotations

from collections.abc import Sequence

from kg.match.names.deeds import fosters
from kg.match.names.grammar import NAME_LENGTH, Page
from kg.match.names.inner_words import builder
from kg.match.names.named_behind import stands_named_behind
from kg.match.names.nested import starts_in_a_brand
from kg.match.names.phrases import Atom
from kg.match.rulebook.kinds import PLACES, SETTLED
from kg.match.rulebook.rule_types import EntityRule
from kg.model import Form

GRIDS = ("国网", "南网", "国能", "华能", "大唐", "华电", "国电", "国投", "中核", "中储粮", "中广核", "国电投")
NEVER_REGISTERED = frozenset("在的和与由了及把被将给向对让从为到")
# 两个种植专业合作社, 这家, 大型: what says how many, which or of what size is no part of a brand.
NEVER_SPELLED = NEVER_REGISTERED | frozenset(
    "一二三四五六七八九十百千万两几多余半个家批户名位组所处这那该各每全本此某其大小新老好强优县市区镇乡村省有是最更很了着过和"
)
OF_TWO = 2
# Between the place that a firm is called after and another so far in front of it, no more than a brand can stand.
BRAND = 4


def registered_start(page: Page, atoms: Sequence[Atom], first: int, rule: EntityRule) -> int | None:
    """A registered name begins with its place, and may hold any character in between: 云岭果之源生物科技有限公司."""
    best = None
    for j in range(first - 1, -1, -1):
        atom = atoms[j]
        governs = atom.text in page.grammar.verbs and atom.text not in page.grammar.inner
        # 云岭县12家家庭农场
        counted = atom.text[0].isdigit() and not _is_firm(page, atoms[first].start)
        if atoms[first].start - atom.start > NAME_LENGTH or atom.tag in "“（" or governs or counted:
            break
        # 龙头企业云岭果业有限公司: the kind before the place is no part of the name.
        if best is not None and atom.text in page.grammar.name_words.firms:
            break
        if atom.known is None:
            # 把荒山租给云岭果业有限公司
            if (atom.text in NEVER_REGISTERED and not _opens_a_brand(atoms, j, first)) or atom.text.endswith("给"):
                break
        elif atom.known.type not in PLACES or atom.known.form is Form.ANAPHOR:
            break
        elif atom.known.type in SETTLED and atom.known.form is Form.PROPER and _is_firm(page, atoms[first].start):
            # 青石镇强村发展有限公司: without a brand the town is what tells it from others.
            named = page.text[atom.end : atoms[first].start]
            if best is None and atom.known.type == "Township" and named in page.grammar.generic:
                best = j
                break
            # 白石镇柳湾村云岭果业有限公司: no firm is registered under a village's name, as co-operatives are.
            if best is None and j + 1 < first:
                # 石桥村参观云岭果业有限公司
                best = j + 1 + stands_named_behind(page, atoms, j + 1, first, rule)
            break
        elif j < first - 1:
            if best is not None and atoms[best].start - atom.end > BRAND:
                break
            if fosters(page, atoms, j + 1, first) or stands_named_behind(page, atoms, j + 1, first, rule):
                return None
            best = j
    place = atoms[best].known if best else None
    if best and place is not None and place.form is Form.SHORT and len(atoms[best - 1].text) == 1:
        best -= starts_in_a_brand(page, place.span.start)
    return None if best is None else with_grid(page, atoms, best)


def trade_start(page: Page, atoms: Sequence[Atom], j: int) -> int:
    """恒盛净化材料有限公司: behind a brand, which is no word, a deed is the firm's trade and cuts no name."""
    deed = atoms[j - 1] if j else None
    if deed is None or deed.text not in page.grammar.boundaries or deed.text in page.grammar.verbs:
        return j
    k = j - 1
    while k and _may_brand(page, atoms[k - 1]) and deed.start - atoms[k - 1].start <= BRAND:
        k -= 1
    brand = page.text[atoms[k].start : deed.start]
    opens = k == 0 or atoms[k - 1].text in NEVER_REGISTERED or atoms[k - 1].text in page.grammar.boundaries
    return k if len(brand) > 1 and opens and not page.words.frequency(brand) else j


def told_start(page: Page, atoms: Sequence[Atom], j: int) -> int:
    """村里领办的统耕惠民种植专业合作社: behind 的 or a verb that sets up, two characters that are no word open it."""
    k = j - 2
    if k < 1 or len(atoms[j].text) < OF_TWO or any(len(atom.text) > 1 or not _may_spell(atom) for atom in atoms[k:j]):
        return j
    opened = atoms[k - 1].text == "的" or atoms[k - 1].text in page.grammar.founding
    brand = page.text[atoms[k].start : atoms[j].start]
    return k if opened and len(brand) == OF_TWO and not page.words.frequency(brand) else j


def _may_spell(atom: Atom) -> bool:
    """Whether a single character may be one of a brand: none that joins, counts or says which."""
    return atom.known is None and "一" <= atom.text <= "龥" and atom.text not in NEVER_SPELLED


def builder_start(page: Page, atoms: Sequence[Atom], j: int) -> int:
    """中铁第九勘察设计院有限公司: with the builder before the number that the name begins with."""
    start = atoms[j].start - builder(page, atoms[j].start) if j else atoms[j].start
    return next((k for k in range(j, -1, -1) if atoms[k].start == start), j)


def _may_brand(page: Page, atom: Atom) -> bool:
    return atom.known is None and atom.tag not in "“（" and atom.text not in page.grammar.boundaries | NEVER_REGISTERED


def _opens_a_brand(atoms: Sequence[Atom], j: int, first: int) -> bool:
    """青石镇和兴茶业有限公司: whether a word of relation stands between a place and one character more."""
    place = atoms[j - 1].known if j > 0 and j + 2 <= first else None
    if place is None or place.type not in PLACES or place.form is Form.ANAPHOR:
        return False
    inside, trade = atoms[j + 1], atoms[j + 2]
    return len(inside.text) == 1 and inside.tag[:1] not in "mqrf" and len(trade.text) > 1 and trade.known is None


def _is_firm(page: Page, start: int) -> bool:
    return page.text.find("公司", start, start + 8) >= 0


def with_grid(page: Page, atoms: Sequence[Atom], j: int) -> int:
    """国网云岭县供电公司: with the grid before the place that the name begins with."""
    start = atoms[j].start
    grid = next((grid for grid in GRIDS if atoms[j].tag == "@" and page.text.endswith(grid, 0, start)), "")
    return next((k for k in range(j, -1, -1) if atoms[k].start == start - len(grid)), j)
