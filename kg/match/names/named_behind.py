"""A verb inside what may be a name in, whether a name by itself stands behind it out."""

from __future__ import annotations

from collections.abc import Sequence

from kg.match.names.grammar import CLOSING_NOUNS, LEVEL_WORDS, Page
from kg.match.names.phrases import Atom
from kg.match.rulebook.kinds import BODIES, PLACES
from kg.match.rulebook.rule_types import EntityRule
from kg.model import Form

HELPING = frozenset(("帮扶", "支援", "援建"))
# The dictionary's tags of what is called so.
NAME_TAGS = frozenset(("nr", "ns", "nt", "nz"))
HARDLY_KNOWN, UNHEARD = 100, 5


def stands_named_behind(page: Page, atoms: Sequence[Atom], i: int, first: int, rule: EntityRule) -> bool:
    """Whether behind the verb `i` a name begins that is one by itself: 村民参观|向阳茶业合作社.

    >>> from kg.match.names.grammar import compile_grammar, open_page
    >>> from kg.match.names.phrases import cut_phrase
    >>> from kg.match.rulebook.rules import load_rules
    >>> from kg.match.rulebook.words import Words
    >>> page = open_page("村民参观向阳茶业合作社", compile_grammar(load_rules()), Words())
    >>> atoms = cut_phrase(page, 0, 11, [11], [])
    >>> stands_named_behind(page, atoms, 1, len(atoms) - 1, page.grammar.heads["合作社"])
    True
    """
    grammar, verb, after = page.grammar, atoms[i], atoms[i + 1]
    if not (rule.type in BODIES or rule.type == "Facility") or len(verb.text) != 2 or i + 1 >= first:
        return False
    governs = verb.text in grammar.boundaries or verb.tag == "v"
    if not governs or verb.text in grammar.callings or verb.text in grammar.goods.growing:
        return False
    # 苹果脱毒苗木中心: a verb of no list says what is done to the noun before it.
    said = verb.text in grammar.boundaries or verb.text in grammar.ambivalent
    if not said and i > 0 and atoms[i - 1].tag.startswith(CLOSING_NOUNS):
        return False
    if atoms[first].text.endswith(grammar.registered) and _is_rare(page, verb.text):
        return False  # 远航北方科技有限公司: a firm's own name may be any word.
    if after.known is not None and verb.text in grammar.name_words.sent:
        return False
    return _begins_a_name(page, after)


def stands_behind_its_kind(page: Page, atoms: Sequence[Atom], j: int, first: int, rule: EntityRule) -> bool:
    """Whether before atom `j`, where a name begins, stands of what kind that is: 老字号|龙泉茶厂, 民办|报恩寺小学."""
    if not (rule.type in BODIES or rule.type == "Facility") or not 0 < j < first:
        return False
    kind = page.text.endswith(page.grammar.name_words.kinds, max(0, atoms[j].start - 3), atoms[j].start)
    return kind and atoms[first].text not in page.grammar.name_words.branches and _begins_a_name(page, atoms[j])


def sent_by(page: Page, atoms: Sequence[Atom], j: int) -> int | None:
    """The atom behind the place that sends a body: 衢州市|援疆指挥部, 中国|驻美国大使馆."""
    sender = j
    while sender > 0 and j - sender < 2 and atoms[sender - 1].tag != "@":
        sender -= 1
    said = "".join([atom.text for atom in atoms[sender:j]])
    known = atoms[sender - 1].known if said in page.grammar.name_words.sent and sender > 0 else None
    # 村里帮扶向阳茶业合作社, 石桥村援建石桥小学: what they do for a name.
    helped = said in HELPING and j < len(atoms) and atoms[j].tag in NAME_TAGS
    named = known is not None and (known.form is not Form.ANAPHOR or known.name in LEVEL_WORDS)
    return sender if named and known is not None and known.type in PLACES and not helped else None


def _begins_a_name(page: Page, atom: Atom) -> bool:
    """Whether a word is what only names begin with: a place, a level, what people or brands are called."""
    if atom.known is not None:
        return atom.known.type in PLACES and atom.known.form is not Form.ANAPHOR
    if atom.text in LEVEL_WORDS:
        return True
    grammar = page.grammar
    plain = grammar.generic | grammar.praise | grammar.boundaries | grammar.ambivalent
    # 云岭 and 报恩寺 are hardly in the dictionary.
    rare = atom.tag not in "“（" and len(atom.text) > 2 and page.words.frequency(atom.text) <= UNHEARD
    return (rare or (atom.tag in NAME_TAGS and len(atom.text) > 1)) and atom.text not in plain


def _is_rare(page: Page, verb: str) -> bool:
    return page.words.frequency(verb) < HARDLY_KNOWN and verb not in page.grammar.boundaries
