"""The division table in, names and chains of divisions out."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from types import MappingProxyType

TABLE = Path(__file__).parent / "lexicon" / "divisions.tsv"
FORMER = Path(__file__).parent / "lexicon" / "former_divisions.tsv"
# What the statistical bureau groups a municipality's districts under (1101) is no division, so the length of a code
# tells the level: a county directly below a province has six digits like any other.
LEVELS: Mapping[int, str] = MappingProxyType({2: "Province", 4: "Prefecture", 6: "County", 9: "Township"})
BEYOND = ":"  # sorts behind every digit
SELF_GOVERNED = ("自治县", "自治旗", "自治州")


@dataclass(frozen=True, slots=True)
class Division:
    """A province, prefecture, county or township of the table."""

    code: str
    name: str
    shorts: tuple[str, ...] = ()

    @property
    def level(self) -> str:
        """The class of the division, as its code says."""
        return LEVELS[len(self.code)]


def _without_nations(division: Division) -> tuple[str, ...]:
    """紫云自治县 and 紫云县 of 紫云苗族布依族自治县."""
    last, core = division.name[-3:], division.shorts[0] if division.shorts else ""
    if last not in SELF_GOVERNED or core[-1:] in ("", last[-1]):
        return ()
    known = (division.name, *division.shorts)
    return tuple(name for name in (core + last, core + last[-1]) if name not in known)


@dataclass(frozen=True, eq=False)
class Gazetteer:
    """The division table, by code and by name; townships are sorted in only when one is asked for.

    >>> table = Gazetteer.load("36\\t江西省\\t江西\\n360734\\t寻乌县\\t寻乌\\n360734102\\t晨光镇\\n")
    >>> [table.path(division) for division in table.find("晨光镇")]
    ['江西省/寻乌县/晨光镇']
    """

    upper: Mapping[str, Division]
    """county and above, by code"""
    named: Mapping[str, tuple[Division, ...]]
    """county and above, by full name and short form"""
    townships: tuple[str, ...]
    """lines of the table, sorted by code"""

    @classmethod
    def load(cls, text: str, former: str = "") -> Gazetteer:
        """Read the table: code, name and, down to the county, its short forms parted by bars; parted by tabs.

        `former` holds names of earlier days, each with the code of the division that bore it.

        >>> Gazetteer.load("430182\\t宁乡市\\t宁乡\\n", "宁乡县\\t430182\\n").find("宁乡县")
        (Division(code='430182', name='宁乡县', shorts=()),)
        """
        upper: dict[str, Division] = {}
        named: dict[str, tuple[Division, ...]] = {}
        townships = []
        for line in text.splitlines():
            if line[9:10] == "\t" and line[8] <= "9":
                townships.append(line)
            elif line[:1] != "#":
                code, name, shorts = (line + "\t").split("\t")[:3]
                division = upper[code] = Division(code, name, tuple(shorts.split("|")) if shorts else ())
                for word in (name, *division.shorts, *_without_nations(division)):
                    named[word] = (*named.get(word, ()), division)
        for line in former.splitlines():
            if line[:1] != "#":
                word, code = line.split("\t")
                named[word] = (*named.get(word, ()), Division(code, word))
        return cls(MappingProxyType(upper), MappingProxyType(named), tuple(townships))

    @cached_property
    def _towns(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for line in self.townships:
            found.setdefault(line[10:], []).append(line[:9])
        return found

    @cached_property
    def _parted(self) -> frozenset[str]:
        return frozenset(code[:4] for code in self.upper if len(code) == 6)

    def holds_towns(self, division: Division) -> bool:
        """Whether townships lie directly in it: a county, or a city without any (东莞市)."""
        return division.level == "County" or (division.level == "Prefecture" and division.code not in self._parted)

    def find(self, name: str, level: str | None = None) -> tuple[Division, ...]:
        """All divisions of that full name or short form, of one level or of any; townships by full name only.

        >>> rows = ("11\\t北京市\\t北京", "110112\\t通州区\\t通州", "3206\\t南通市\\t南通", "320612\\t通州区\\t通州")
        >>> table = Gazetteer.load("\\n".join(rows))
        >>> [table.path(division) for division in table.find("通州")]
        ['北京市/通州区', '南通市/通州区']
        """
        found = self.named.get(name, ())
        if level is None or level == "Township":
            found += tuple(Division(code, name) for code in self._towns.get(name, ()))
        return found if level is None else tuple(division for division in found if division.level == level)

    def is_town(self, name: str) -> bool:
        """Whether some township has that full name."""
        return name in self._towns

    def towns_of(self, county: Division) -> list[str]:
        """The full names of the townships that lie in a county.

        >>> table = Gazetteer.load("360734\\t寻乌县\\t寻乌\\n360734102\\t晨光镇\\n360735101\\t琴江镇\\n")
        >>> table.towns_of(table.find("寻乌县")[0])
        ['晨光镇']
        """
        first = bisect_left(self.townships, county.code)
        end = bisect_left(self.townships, county.code + BEYOND, first)
        return [line[10:] for line in self.townships[first:end]]

    def chain(self, division: Division) -> tuple[Division, ...]:
        """The divisions from the province down to this one."""
        codes = (division.code[:length] for length in LEVELS if length < len(division.code))
        return (*(self.upper[code] for code in codes if code in self.upper), division)

    def path(self, division: Division) -> str:
        """The chain in words: 江西省/赣州市/寻乌县."""
        return "/".join(link.name for link in self.chain(division))

    def tail(self, division: Division) -> tuple[str, ...]:
        """The shortest tail of the chain that the table holds once, never cut below the county.

        >>> rows = ("3201\\t南京市\\t南京", "320106\\t鼓楼区\\t鼓楼", "3501\\t福州市\\t福州", "350102\\t鼓楼区\\t鼓楼")
        >>> table = Gazetteer.load("\\n".join(rows))
        >>> [table.tail(division) for division in table.find("鼓楼区")]
        [('南京市', '鼓楼区'), ('福州市', '鼓楼区')]
        """
        *above, last = self.chain(division)
        if division.level == "Township" and above:
            return (*self.tail(above[-1]), last.name)
        names = [link.name for link in above] + [last.name]
        rivals = [d for d in self.named.get(last.name, ()) if d.name == last.name and d != division]
        for length in range(1, len(names)):
            tail = names[-length:]
            rivals = [rival for rival in rivals if [link.name for link in self.chain(rival)][-length:] == tail]
            if not rivals:
                return tuple(tail)
        return tuple(names)

    def holds(self, above: Iterable[Division], division: Division) -> bool:
        """Whether one of `above` is the division or one that it lies in."""
        return any(division.code.startswith(link.code) for link in above)


def load_gazetteer() -> Gazetteer:
    """The built-in table."""
    return Gazetteer.load(TABLE.read_text(encoding="utf-8"), FORMER.read_text(encoding="utf-8"))
