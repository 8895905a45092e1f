"""Names in, how their characters are read aloud out: by this the page is searched in pinyin."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from pypinyin import Style, pinyin


def readings(names: Iterable[str]) -> dict[str, str]:
    """Each syllable with the characters that can be read so; ü is written v.

    >>> readings(["重庆", "绿"])
    {'chong': '重', 'lu': '绿', 'lv': '绿', 'qing': '庆', 'tong': '重', 'zhong': '重'}
    """
    chars = sorted(char for char in set().union(*names) if char >= "\u3400")
    found: dict[str, list[str]] = defaultdict(list)
    # All readings of the dictionary: a reader may know a name by any, and one too many does no harm in a search.
    for char, syllables in zip(chars, pinyin(chars, style=Style.NORMAL, heteronym=True), strict=True):
        for syllable in syllables:
            if syllable.isascii() and syllable.isalpha():
                found[syllable].append(char)
    return {syllable: "".join(found[syllable]) for syllable in sorted(found)}
