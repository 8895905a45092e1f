"""An endpoint in, what the SPARQL 1.1 Service Description says of it out."""

from __future__ import annotations

from kg.graph.endpoint import Kept, converted

FORMATS = ("SPARQL_Results_JSON", "SPARQL_Results_XML", "SPARQL_Results_CSV", "SPARQL_Results_TSV",
           "Turtle", "JSON-LD", "N-Triples", "RDF_XML")  # fmt: skip
TURTLE = """
@prefix sd: <http://www.w3.org/ns/sparql-service-description#> .
@prefix formats: <http://www.w3.org/ns/formats/> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix void: <http://rdfs.org/ns/void#> .

<{here}> a sd:Service ;
  rdfs:label "基层 jiceng" ;
  sd:endpoint <{here}> ;
  sd:supportedLanguage sd:SPARQL11Query ;
  sd:resultFormat {formats} ;
  sd:defaultDataset <{here}#dataset> .
<{here}#dataset> a sd:Dataset, void:Dataset ;
  sd:defaultGraph <{here}#graph> ;
  void:uriSpace "{base}" .
<{here}#graph> a sd:Graph ;
  void:triples {triples} .
"""


def description(here: str, kept: Kept, form: str) -> bytes:
    """What the endpoint at an address is and can, in one of the forms of RDF."""
    formats = ", ".join(f"formats:{name}" for name in FORMATS)
    text = TURTLE.format(here=here, formats=formats, base=kept.base, triples=kept.triples)
    return converted(text, form)
