"""Two invented reports in, a graph of them as a build would write it out: small, and of every kind of thing."""

from __future__ import annotations

from pyoxigraph import RdfFormat, Store

PREFIXES = """
@prefix jc: <https://w3id.org/jiceng/ontology#> .
@prefix id: <https://w3id.org/jiceng/id/> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix prov: <http://www.w3.org/ns/prov#> .
@prefix oa: <http://www.w3.org/ns/oa#> .
@prefix dcterms: <http://purl.org/dc/terms/> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
"""

YUNLING = """云岭县:支部建在茶山上

□记者沈望舒 文/图

近年来,云岭县推行"三帮两带一评"机制,即:帮技术、帮销路、帮资 金;党员带农户、大户带散户;年底评一次。
𠮷祥茶业有限公司落户青石镇。云领县还将建设茶叶交易中心。

青石镇松坪村地处山区。2019年,何秋生被推选为松坪村党支部书记,在他的带领下,松坪
村获评全省"一村一品"示范村。全县茶园面积达12.6万亩,其中48个网格中有42个建立党小组,占87.5%。

云岭县没有参加"万家行"活动。
"""

SHIQIAO = """石桥区探索“网格议事日”制度

石桥区探索“网格议事日”制度，设立红色驿站36个。柳溪街道党工委与云岭县茶业协会结对共建。

“四个一”工作法实施以来，石桥区获评全省基层治理先进区。
"""

TEXTS = {"doc-yunling": YUNLING, "doc-shiqiao": SHIQIAO}


class Writer:
    """Collects Turtle, and finds where in its text a quotation stands."""

    def __init__(self) -> None:
        self.lines = [PREFIXES]
        self.passages: set[str] = set()
        self.facts = 0

    def passage(self, document: str, quote: str) -> str:
        """The passage of the first place where the text has these words."""
        start = TEXTS[document].index(quote)
        end = start + len(quote)
        name = f"id:{document}-{start}-{end}"
        if name not in self.passages:
            self.passages.add(name)
            exact = quote.replace('"', '\\"').replace("\n", "\\n")
            self.lines.append(
                f"{name} a jc:Passage ; dcterms:isPartOf id:{document} ; "
                f'oa:start {start} ; oa:end {end} ; oa:exact "{exact}" .'
            )
        return name

    def document(self, document: str, title: str, place: str) -> None:
        self.lines.append(
            f'id:{document} a jc:Document ; dcterms:title "{title}"@zh-Hans ; dcterms:source "{document}.txt" .\n'
            f'id:{document}-文章-1 a jc:Article ; dcterms:isPartOf id:{document} ; dcterms:title "{title}"@zh-Hans ; '
            f"jc:aboutPlace id:{place} ; prov:wasDerivedFrom {self.passage(document, title)} ."
        )

    def entity(self, document: str, iri: str, classes: str, label: str, quotes: str, more: str = "") -> None:
        where = ", ".join(self.passage(document, quote) for quote in quotes.split("|"))
        kinds = ", ".join(f"jc:{kind}" for kind in classes.split())
        self.lines.append(f'id:{iri} a {kinds} ; rdfs:label "{label}"@zh-Hans ; prov:wasDerivedFrom {where} {more} .')

    def fact(
        self,
        document: str,
        subject: str,
        predicate: str,
        target: str,
        quote: str,
        more: str = "",
        status: str = "Stated",
    ) -> None:
        self.facts += 1
        property_ = predicate if ":" in predicate else f"jc:{predicate}"
        if status in ("Stated", "Reported"):
            self.lines.append(f"id:{subject} {property_} id:{target} .")
        self.lines.append(
            f"id:fact-{self.facts} a jc:Fact ; "
            f"rdf:subject id:{subject} ; rdf:predicate {property_} ; rdf:object id:{target} ; "
            f'jc:status jc:{status} ; jc:rule "{predicate}/example" ; '
            f"prov:wasDerivedFrom {self.passage(document, quote)} {more} ."
        )

    def figure(self, document: str, number: int, subject: str, indicator: str, quote: str, more: str) -> None:
        self.lines.append(
            f'id:obs-{number} a jc:Observation ; jc:observationOf id:{subject} ; jc:indicator "{indicator}"@zh-Hans ; '
            f"jc:status jc:Stated ; prov:wasDerivedFrom {self.passage(document, quote)} ; {more} ."
        )

    def part(self, document: str, iri: str, label: str, position: int, quote: str, more: str = "") -> None:
        self.lines.append(
            f'id:{document}-{iri} a jc:Part ; rdfs:label "{label}"@zh-Hans ; jc:position {position} ; '
            f"prov:wasDerivedFrom {self.passage(document, quote)} {more} ."
        )


def turtle() -> str:
    """The graph of both reports."""
    write = Writer()
    _yunling(write)
    _shiqiao(write)
    return "\n".join(write.lines)


def store(extra: str = "") -> Store:
    """The same in a store, with more Turtle where a test wants some."""
    made = Store()
    made.load(turtle() + PREFIXES + extra, format=RdfFormat.TURTLE)
    return made


def _yunling(write: Writer) -> None:
    doc, county, town, village = "doc-yunling", "云岭县", "云岭县-青石镇", "云岭县-青石镇-松坪村"
    write.document(doc, "云岭县:支部建在茶山上", county)
    write.entity(
        doc, county, "County Place", "云岭县", "云岭县|云领县", '; skos:altLabel "云岭"@zh-Hans ; '
        'skos:hiddenLabel "云领县"@zh-Hans ; jc:divisionCode "990101" ; jc:divisionPath "云岭省/云州市/云岭县"',
    )  # fmt: skip
    write.entity(doc, town, "Township Place", "青石镇", "青石镇")
    write.entity(doc, village, "Village Place", "松坪村", "松坪村|松坪\n村", '; skos:altLabel "青石镇松坪村"@zh-Hans')
    mechanism = "云岭县-机制-三帮两带一评"
    groups = ", ".join(f"id:{doc}-{name}" for name in ("三帮", "两带", "一评"))
    write.entity(
        doc, mechanism, "Mechanism", "三帮两带一评", '"三帮两带一评"机制',
        f'; skos:altLabel "“三帮两带一评”机制"@zh-Hans ; jc:hasPart {groups}',
    )  # fmt: skip
    parts = {
        "三帮": ["帮技术", "帮销路", "帮资 金"],
        "两带": ["党员带农户", "大户带散户"],
        "一评": ["年底评一次"],
    }
    for position, (name, items) in enumerate(parts.items(), 1):
        inner = ", ".join(f"id:{doc}-{name}-{i}" for i in range(1, len(items) + 1))
        count = (
            f"; jc:statedCount {len(items)} ; jc:listedCount {len(items)} ; jc:countVerified true ; jc:hasPart {inner}"
        )
        write.part(doc, name, name, position, '"三帮两带一评"', count)
        for i, item in enumerate(items, 1):
            write.part(doc, f"{name}-{i}", item.replace(" ", ""), i, item)
    write.entity(doc, "祥茶业", "Enterprise Organization", "𠮷祥茶业有限公司", "𠮷祥茶业有限公司")
    write.entity(doc, "云岭县-设施-茶叶交易中心", "Facility", "茶叶交易中心", "茶叶交易中心")
    write.entity(doc, f"{village}-组织-党支部", "PartyOrganization Organization", "松坪村党支部", "松坪村党支部")
    write.entity(doc, f"{village}-人-何秋生", "Person", "何秋生", "何秋生")
    write.entity(doc, f"{doc}-人-沈望舒", "Person", "沈望舒", "沈望舒")
    write.entity(doc, "荣誉-一村一品示范村", "Honor", "一村一品示范村", '"一村一品"示范村')
    write.entity(doc, "产业-茶叶", "Industry", "茶叶", "茶园")
    write.entity(doc, "云岭县-活动-万家行", "Event", "万家行", '"万家行"活动')
    write.fact(doc, county, "adopts", mechanism, '云岭县推行"三帮两带一评"机制')
    write.fact(doc, town, "locatedIn", county, "青石镇")
    write.fact(doc, village, "locatedIn", town, "青石镇松坪村")
    write.fact(doc, "祥茶业", "locatedIn", town, "𠮷祥茶业有限公司落户青石镇")
    write.fact(doc, county, "establishes", "云岭县-设施-茶叶交易中心", "云领县还将建设茶叶交易中心", status="Planned")
    write.fact(
        doc, f"{village}-人-何秋生", "memberOf", f"{village}-组织-党支部", "何秋生被推选为松坪村党支部书记",
        '; jc:role "书记" ; jc:period "2019/"',
    )  # fmt: skip
    write.fact(doc, f"{village}-组织-党支部", "locatedIn", village, "松坪村党支部")
    write.fact(
        doc, village, "received", "荣誉-一村一品示范村", '松坪\n村获评全省"一村一品"示范村',
        '; jc:level "省级" ; jc:period "2019"^^xsd:gYear',
    )  # fmt: skip
    write.fact(doc, county, "develops", "产业-茶叶", "全县茶园")
    write.fact(doc, county, "participatesIn", "云岭县-活动-万家行", '云岭县没有参加"万家行"活动', status="Denied")
    write.fact(doc, f"{doc}-文章-1", "dcterms:creator", f"{doc}-人-沈望舒", "记者沈望舒", '; jc:role "记者"')
    write.figure(
        doc, 1, county, "茶园面积", "茶园面积达12.6万亩",
        'jc:value 126000 ; jc:unit "亩" ; jc:comparator "=" ; jc:quantityText "12.6万亩"',
    )  # fmt: skip
    write.figure(
        doc, 2, county, "党小组占比", "占87.5%", 'jc:value 87.5 ; jc:unit "%" ; jc:comparator "=" ; '
        'jc:quantityText "87.5%" ; jc:agreesWith id:obs-3 ; jc:arithmetic "42 ÷ 48 = 87.5%"',
    )  # fmt: skip
    write.figure(
        doc, 3, county, "网格", "48个网格", 'jc:value 48 ; jc:unit "个" ; jc:comparator "=" ; jc:quantityText "48个"'
    )


def _shiqiao(write: Writer) -> None:
    doc, district = "doc-shiqiao", "石桥区"
    write.document(doc, "石桥区探索“网格议事日”制度", district)
    write.entity(doc, district, "County Place", "石桥区", "石桥区")
    write.entity(doc, "石桥区-机制-网格议事日", "Mechanism", "网格议事日", "“网格议事日”制度")
    write.entity(doc, "石桥区-机制-四个一", "Mechanism", "四个一", "“四个一”工作法", f"; jc:hasPart id:{doc}-四个一")
    write.part(doc, "四个一", "四个一", 1, "“四个一”", "; jc:statedCount 4")
    write.entity(
        doc, "石桥区-柳溪街道-组织-党工委", "PartyOrganization Organization", "柳溪街道党工委", "柳溪街道党工委"
    )
    write.entity(doc, "石桥区-设施-红色驿站", "Facility", "红色驿站", "红色驿站")
    write.entity(doc, "云岭县-组织-茶业协会", "Association Organization", "云岭县茶业协会", "云岭县茶业协会")
    write.entity(doc, "荣誉-全省基层治理先进区", "Honor", "全省基层治理先进区", "全省基层治理先进区")
    write.fact(doc, district, "adopts", "石桥区-机制-网格议事日", "石桥区探索“网格议事日”制度")
    write.fact(doc, district, "adopts", "石桥区-机制-四个一", "“四个一”工作法实施以来，石桥区")
    write.fact(doc, district, "establishes", "石桥区-设施-红色驿站", "设立红色驿站36个")
    write.fact(doc, district, "received", "荣誉-全省基层治理先进区", "石桥区获评全省基层治理先进区")
    write.fact(
        doc,
        "石桥区-柳溪街道-组织-党工委",
        "cooperatesWith",
        "云岭县-组织-茶业协会",
        "柳溪街道党工委与云岭县茶业协会结对共建",
    )
    write.fact(doc, "云岭县-组织-茶业协会", "locatedIn", "云岭县", "云岭县茶业协会")
    write.figure(
        doc,
        4,
        district,
        "红色驿站",
        "红色驿站36个",
        'jc:value 36 ; jc:unit "个" ; jc:comparator "=" ; jc:quantityText "36个"',
    )
