"""Whatever a newspaper says, nothing of it runs."""

from __future__ import annotations

import pytest

from tests.graph import example
from tests.graph.page.reader import Open, heading

pytestmark = pytest.mark.browser


HOSTILE = [
    "<img src=x onerror=alert(1)>",
    "</script><script>alert(2)</script>",
    "javascript:alert(3)",
    "'\\\"><svg onload=alert(4)>",
    "{{ 7 * 7 }}<!--",
]


def hostile(i: int, name: str) -> str:
    """Turtle in which a mechanism, its part, a fact, a figure and a document say this name in every field."""
    text = '"' + name.replace("\\", "\\\\").replace('"', '\\"') + '"'
    passage = f"id:doc-bad{i}-0-{len(name)}"
    read = f"prov:wasDerivedFrom {passage}"
    return f"""
id:doc-bad{i} a jc:Document ; dcterms:title {text} ; dcterms:source {text} ; dcterms:issued {text} .
{passage} a jc:Passage ; dcterms:isPartOf id:doc-bad{i} ; oa:start 0 ; oa:end {len(name)} ; oa:exact {text} .
id:bad{i} a jc:Mechanism ; rdfs:label {text} ; skos:altLabel {text}@zh ; skos:hiddenLabel {text}@en ;
    skos:definition {text} ; jc:divisionPath {text} ; jc:divisionCode {text} ; jc:hasPart id:part{i} ; {read} .
id:part{i} a jc:Part ; rdfs:label {text} ; jc:position 1 ; {read} .
id:fact-bad{i} a jc:Fact ; rdf:subject id:云岭县 ; rdf:predicate jc:adopts ; rdf:object id:bad{i} ;
    jc:status jc:Stated ; jc:rule {text} ; jc:period {text} ; jc:role {text} ; {read} .
id:云岭县 jc:adopts id:bad{i} .
id:obs-bad{i} a jc:Observation ; jc:observationOf id:bad{i} ; jc:indicator {text} ; jc:quantityText {text} ;
    jc:unit {text} ; jc:arithmetic {text} ; jc:value {text} ; jc:siValue {text} ; jc:siUnit {text} ; jc:period {text} ;
    jc:fromValue {text} ; {read} .
"""


@pytest.mark.slow
def test_no_name_in_any_field_runs(visit: Open) -> None:
    bad = dict(enumerate(HOSTILE))
    texts = example.TEXTS | {f"doc-bad{i}": f"{name}。云岭县推行{name}。" for i, name in bad.items()}
    store = example.store("".join(hostile(i, name) for i, name in bad.items()))
    page = visit(store, texts=texts, at="#n=<img src=x onerror=alert(5)>&off=</script>&e=javascript:alert(6)&v=%%%")
    for name in HOSTILE:
        page.fill("#search", name)
        page.keyboard.press("Enter")
        assert heading(page) == name
    for view in ("entities", "facts", "mechanisms", "figures", "compare", "text", "graph"):
        page.click(f"#view-{view}")
        page.wait_for_timeout(60)
    page.fill("#search", HOSTILE[0])
    page.keyboard.press("Enter")
    for name in ("整段", "SPARQL"):
        page.locator("#panel").get_by_role("button", name=name, exact=True).first.click()
    page.keyboard.press("Escape")
    for name in ("在原文中看", "隐藏"):
        page.locator("#panel").get_by_role("button", name=name, exact=True).first.click()
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    page.evaluate("window.dispatchEvent(new Event('afterprint'))")
    page.click("#help-button")
    assert page.locator("img, body svg[onload], iframe").count() == 0
    assert page.locator("script").count() == 3


@pytest.mark.slow
@pytest.mark.parametrize("name", HOSTILE)
def test_no_address_runs(visit: Open, name: str) -> None:
    fields = "&".join(
        f"{key}={name}" for key in ("v", "n", "e", "t", "s", "p", "d", "c", "h", "off", "f", "k", "r", "st", "o")
    )
    for at in (f"#{fields}", f"?q={name}#{fields.replace(f'v={name}', 'v=facts')}"):
        page = visit(at=at)
        assert page.locator("#tables, #panel").first.is_visible() or page.locator("#stage").is_visible()
        page.locator("#sparql, #tables .bar button").filter(has_text="SPARQL", visible=True).click()
        assert page.locator("img, iframe").count() == 0 and page.locator("script").count() == 3


def test_no_name_of_a_file_runs(visit: Open) -> None:
    texts = {"doc-bad0": "云岭县。"}
    store = example.store(hostile(0, "<b>x") + 'id:doc-bad0 dcterms:source "<img src=x onerror=alert(7)>.txt" .')
    page = visit(store, texts=texts, at="#v=text&d=doc-bad0")
    assert page.locator("img").count() == 0
