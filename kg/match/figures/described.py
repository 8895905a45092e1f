"""A figure before 的 in, how many or how large what stands behind it is out: 150余人的服务队, 150平方米的搬迁房."""

from __future__ import annotations

import re

from kg.match.figures.around import Around
from kg.match.figures.comparisons import Reading
from kg.match.figures.nouns_behind import after
from kg.match.figures.scene import Scene

TROOP = re.compile("(?:队伍?|团队|[专夜培]?班|班子|小组|工作组|联盟|协会|方阵|大军)$")
LONGEST = 8
SUCH = re.compile("(?:目前|如今|而|但|眼下)*(?:[像如]?(?:这|此|那)样|类似|同样)的([一-鿿“”]{1,12})")
# 像她这样养羊100只以上的家庭农场，全县有90户: what is said of them stands between.
LIKE_HER = re.compile("(?:目前|如今|而|但|眼下)*[像如][^，。；]{1,10}?[这那]样([^，。；]{0,20}的)([一-鿿“”]{2,12})")
# 像这样的食堂已有90处
SUCH_HERE = re.compile(
    "(?:目前|如今|而|但|眼下)*(?:[像如]?(?:这|此|那)样|类似)的([一-鿿“”]{2,12}?)(?=全(?:[省市县区乡镇村州旗]|街道)|目前|现|如今|已|共|还|总共|有)"
)
HAVING = re.compile(
    "(?:全(?:[省市县区乡镇村州旗]|街道|社区)|[^，。；]{2,6}?)?(?:目前|现在|如今)?(?:还|共|原|现|已|总共|一共)*有"
)


def people_of(scene: Scene, around: Around) -> Reading | None:
    """组建1.3万余人的网格员队伍, 1698人的茅坡村: how many are in what stands behind."""
    at = around.end + 1
    if scene.text[around.end : at] != "的" or at >= around.right:
        return None
    start = around.value.span.start
    if at in scene.places and not around.said.verb and scene.names[at] <= around.right:
        return "人口", "人口", "described", start
    words = _noun(scene, at, around.right)
    return (words + "人数", words, "described", start) if TROOP.search(words) else None


def sized(scene: Scene, around: Around) -> Reading | None:
    """住进150平方米的搬迁房: how large what stands behind is."""
    at = around.end + 1
    if scene.text[around.end : at] != "的" or at >= around.right or around.said.linked or around.raw.endswith("占地"):
        return None
    # 搬迁房 may begin with a verb.
    words = _noun(scene, at, around.right) or scene.text[at : around.right]
    if not 2 <= len(words) <= LONGEST or words.endswith(("面积", *scene.words.extents)):
        return None
    return words + "面积", words, "described", around.value.span.start


def _noun(scene: Scene, start: int, end: int) -> str:
    noun = after(scene.text, start, end, scene.words, scene.names)
    return scene.text[noun.start : noun.end] if noun else ""


def such_ones(scene: Scene, around: Around) -> Reading | None:
    """像这样的小区，全区原有9个; 这样的护林员，全镇共有90名: what the clause before only names."""
    opens = around.opens - len(around.raw)
    here = SUCH_HERE.match(scene.text, opens, around.opens) if around.raw.endswith("有") else None
    if here and HAVING.fullmatch(scene.text, here.end(), around.opens):
        return here[1], here[1], "clause", here.start(1)
    if not HAVING.fullmatch(around.raw.strip("，")):
        return None
    start = max((at + 1 for at in scene.breaks if at < around.left - 1), default=scene.span.start)
    such = SUCH.fullmatch(scene.text, start, around.left - 1)
    if such is None and scene.text.startswith(("像", "如", "而像", "目前", "如今"), start):
        such = LIKE_HER.fullmatch(scene.text, start, around.left - 1)
        if such is not None:
            words = such[1].removeprefix("的") + such[2]
            return words, such[2], "clause", such.start(1)
    return (such[1], such[1], "clause", such.start(1)) if such else None
