"""Faults of other sorts, planted in the graph of the samples."""

from __future__ import annotations

import pyoxigraph as ox
import pytest

from newsgraph import KnowledgeGraph
from newsgraph.rdf.sparql import to_store
from newsgraph.rdf.validation import validate_store
from newsgraph.rdf.vocabulary import PREFIXES

FAULTS: dict[str, str] = {}


def planted(name: str, where: str, *, take: str = "", put: str = "") -> None:
    """A fault at the first of what `where` finds: the triples `take` go, and those of `put` come."""
    first = f"{{ SELECT * {{ {where} }} ORDER BY ?x ?y ?s ?e ?m LIMIT 1 }}"
    FAULTS[name] = f"DELETE {{ {take} }} INSERT {{ {put} }} WHERE {{ {first} }}"


# Evidence
planted("a mark is called a sentence", "?x a ng:Evidence ; ng:sentence ?s", put="?x a ng:Sentence")
planted("a selector serves two parts of the text", "?x oa:hasSelector ?s . ?y oa:hasSelector ?t FILTER(?s != ?t)",
        put="?x oa:hasSelector ?t")
planted("a mark is attributed to its article", "?x a ng:Evidence ; oa:hasSource ?a", put="?x ng:attributedTo ?a")
planted("an event rests on a sentence", "?x a ng:Event ; ng:evidence ?m . ?m ng:sentence ?s",
        take="?x ng:evidence ?m", put="?x ng:evidence ?s")
planted("a person rests on a mark", "?x a ng:Person . ?e a ng:Event ; ng:evidence ?m", put="?x ng:evidence ?m")
planted("an article is evidence of a place", "?x a ng:Place . ?a a ng:Article", put="?x ng:evidence ?a")
planted("a selector that no part has", "?x a ng:Article", put="<http://a.example/s> a oa:TextPositionSelector ; "
        'oa:exact "He" ; oa:start 0 ; oa:end 2')
planted("a sentence is a copy under another name", "?x a ng:Sentence ; oa:hasSource ?a ; oa:hasSelector ?s . "
        "?p a ng:Person", put="?p ng:evidence <http://a.example/s> . <http://a.example/s> a ng:Sentence ; "
        "oa:hasSource ?a ; oa:hasSelector ?s")
# Articles and provenance
planted("an article of the length -1", "?x a ng:Article ; ng:textLength ?n", take="?x ng:textLength ?n",
        put="?x ng:textLength -1")
planted("an article has two headlines", "?x schema:headline ?h", put='?x schema:headline "Something else"')
planted("a headline in German", "?x schema:headline ?h", take="?x schema:headline ?h",
        put='?x schema:headline "Hafen"@de')
planted("the address of an article is a number", "?x a ng:Article", put="?x schema:url 7")
planted("two articles of one identifier", "?x schema:identifier ?i . ?y schema:identifier ?j FILTER(?i != ?j)",
        take="?x schema:identifier ?i", put="?x schema:identifier ?j")
planted("an article that no run used", "?x a ng:Article . ?d prov:wasGeneratedBy ?r . ?r prov:used ?x",
        take="?r prov:used ?x")
planted("a run is associated with an article", "?x a prov:Activity . ?a a ng:Article",
        put="?x prov:wasAssociatedWith ?a")
planted("a run used itself", "?x a prov:Activity", put="?x prov:used ?x")
planted("the data set was made by a person", "?x a void:Dataset ; prov:wasGeneratedBy ?r . ?p a ng:Person",
        take="?x prov:wasGeneratedBy ?r", put="?x prov:wasGeneratedBy ?p")
planted("a class of provenance is misspelt", "?x a prov:Activity", take="?x a prov:Activity", put="?x a prov:Activty")
planted("Dublin Core has no such property", "?x a ng:Event", put='?x dcterms:titel "x"')
planted("the data set was made by no run", "?x a void:Dataset ; prov:wasGeneratedBy ?r",
        take="?x prov:wasGeneratedBy ?r")
planted("the data set has others' IRIs", "?x void:uriSpace ?s", take="?x void:uriSpace ?s",
        put='?x void:uriSpace "https://data.example/"')
planted("a run of no program", "?d prov:wasGeneratedBy ?x . ?x prov:wasAssociatedWith ?s",
        take="?x prov:wasAssociatedWith ?s")
planted("a reading has decided on a person", "?x a ng:Person . ?r prov:wasInformedBy ?s",
        put="?x ng:decidedBy ?s")
planted("a person is replaced, and there", "?x a ng:Person . ?y a ng:Person FILTER(?x != ?y)",
        put="?x dcterms:isReplacedBy ?y")
# Actors and places
planted("a label of blanks", "?x a ng:Person ; rdfs:label ?l", take="?x rdfs:label ?l", put='?x rdfs:label " \\t"')
planted("a country is two items of Wikidata", "?x a ng:Country ; owl:sameAs ?l FILTER(STRSTARTS(STR(?l), STR(wd:)))",
        put="?x owl:sameAs wd:Q1")
planted("a person is in GeoNames", "?x a ng:Person", put="?x owl:sameAs <https://sws.geonames.org/1/>")
planted("a town lies abroad", "?x ng:locatedIn ?y ; ng:countryCode ?c . ?y a ng:Country", take="?x ng:countryCode ?c",
        put='?x ng:countryCode "FJ"')
planted("a place that is no polity acts", "?x a ng:Event . ?y a ng:Place FILTER NOT EXISTS { ?y a ng:Actor }",
        put="?x ng:agent ?y")
planted("a person is an agency, too", "?x a ng:Person", put="?x a ng:Agency")
planted("a party is an agency, too", "?x a ng:Agency", put="?x a ng:Party")
planted("a town lies in itself, over its country", "?x ng:locatedIn ?y . ?r ng:subject ?x ; ng:predicate ng:locatedIn",
        put="?y ng:locatedIn ?x . <http://a.example/r> a ng:Relation ; ng:subject ?y ; ng:predicate ng:locatedIn ; "
        "ng:object ?x ; ng:evidence ?m ; ng:confidence 0.9")
planted("two countries of one code", "?x a ng:Country ; ng:countryCode ?c . ?y a ng:Country ; ng:countryCode ?d "
        "FILTER(?c != ?d)", take="?x ng:countryCode ?c", put="?x ng:countryCode ?d")
planted("an organ of another state", "?x ng:agencyOf ?y ; ng:countryCode ?c", take="?x ng:countryCode ?c",
        put='?x ng:countryCode "FJ"')
planted("two places are one in GeoNames", "?x a ng:Place ; owl:sameAs ?l . ?y a ng:Place ; owl:sameAs ?m "
        "FILTER(?l != ?m && ?x != ?y)", put="?y owl:sameAs ?l")
planted("a link that is no item of Wikidata", "?x a ng:Country", put="?x owl:sameAs wd:Ethiopia")
planted("an alternative label is the label", "?x a ng:Person ; rdfs:label ?l", put="?x skos:altLabel ?l")
planted("a person is spoken of once and quoted thrice", "?x a ng:Person ; ng:mentionCount ?n ; ng:evidence ?e , ?f "
        "FILTER(?e != ?f)", take="?x ng:mentionCount ?n", put="?x ng:mentionCount 1")
planted("a place is a member", "?x a ng:Place . ?o a ng:Organization", put="?x ng:memberOf ?o")
planted("a former head of a person", "?x a ng:Relation ; ng:predicate ng:headOf ; ng:subject ?s ; ng:object ?o . "
        "?p a ng:Person", take="?s ng:headOf ?o . ?x ng:object ?o", put="?x ng:object ?p ; ng:former true")
planted("a relation of a property that has numbers", "?x a ng:Relation ; ng:predicate ?p", take="?x ng:predicate ?p",
        put="?x ng:predicate ng:killed")
planted("a relation is told twice", "?x a ng:Relation ; ng:subject ?s ; ng:predicate ?p ; ng:object ?o ; ng:role ?l ; "
        "ng:evidence ?m", put="<http://a.example/r> a ng:Relation ; ng:subject ?s ; ng:predicate ?p ; ng:object ?o ; "
        "ng:role ?l ; ng:evidence ?m ; ng:confidence 0.9")
# Events, claims, proposals, statements
planted("more sources than articles", "?x a ng:Event ; ng:sources ?n", take="?x ng:sources ?n", put="?x ng:sources 99")
planted("nothing is said", "?x a ng:Statement ; ng:content ?c", take="?x ng:content ?c", put='?x ng:content " "')
planted("an event at a time and over a time", "?x a ng:Event ; ng:date ?d",
        put='?x ng:startDate "2020-01-01"^^xsd:date')
planted("an event in two stories", "?x ng:inStory ?s . ?t a ng:Story FILTER(?s != ?t)", put="?x ng:inStory ?t")
planted("the main event of a story is in none", "?s ng:mainEvent ?x . ?x ng:inStory ?s", take="?x ng:inStory ?s")
planted("an event with an empty instrument", "?x a ng:Event", put='?x ng:instrument ""')
planted("a statement nobody made", "?x a ng:Statement ; ng:content ?c", take="?x ng:content ?c",
        put='?x ng:content "Nobody ever said these words"')
planted("a proposal nobody made", "?x a ng:Proposal ; ng:content ?c", take="?x ng:content ?c",
        put='?x ng:content "abolish the moon"')
planted("a mode that there is not", "?x a ng:Event ; ng:mode ?m", take="?x ng:mode ?m", put='?x ng:mode "zzz"')
planted("a sector that there is not", "?x ng:sector ?s", take="?x ng:sector ?s", put='?x ng:sector "XYZ"')
planted("a time in plain words", "?x a ng:Event FILTER NOT EXISTS { ?x ng:timex ?t }",
        put='?x ng:timex "next week or so"')
planted("a language in plain words", "?x schema:inLanguage ?l", take="?x schema:inLanguage ?l",
        put='?x schema:inLanguage "english please"')
planted("a story goes on for decades", "?x a ng:Story ; ng:endDate ?d", take="?x ng:endDate ?d",
        put='?x ng:endDate "2099-01-01"^^xsd:date')
planted("an event in the story of others", "?x a ng:Event FILTER NOT EXISTS { ?x ng:inStory ?s } ?y a ng:Story",
        put="?x ng:inStory ?y")
planted("a reading that no run knows of", "?x prov:wasInformedBy ?y . ?y prov:used ?a", take="?x prov:wasInformedBy ?y")
planted("two are at war for one of them", "?x ng:fightingAgainst ?y", take="?y ng:fightingAgainst ?x")
planted("an article gives two accounts of an event", "?x ng:accountOf ?e ; ng:evidence ?m",
        put="<http://a.example/a> a ng:Account ; ng:accountOf ?e ; ng:evidence ?m ; ng:kind plover:AID ; "
        "ng:factuality 'actual'")
planted("an account of two articles", "?x ng:accountOf ?e ; ng:evidence ?m . ?y ng:accountOf ?e ; ng:evidence ?s "
        "FILTER(?x != ?y)", put="?x ng:evidence ?s")
planted("the toll of an event is that of no account", "?x a ng:Event ; ng:detained ?n . ?y ng:accountOf ?x",
        take="?x ng:detained ?n", put="?x ng:detained 77")
planted("a statement tells what another says", "?x ng:reports ?e . ?y ng:saidBy ?p . ?z ng:attributedTo ?q "
        "FILTER(?p != ?q)", put="?y ng:reports ?z")
planted("a proposal is made in an event of another sentence", "?x ng:expressedIn ?e . ?y a ng:Event ; ng:evidence ?m "
        "FILTER NOT EXISTS { ?x ng:evidence/ng:sentence/^ng:sentence ?m }", put="?x ng:expressedIn ?y")
planted("a claim of a person", "?x a ng:Claim ; ng:claimAbout ?e . ?p a ng:Person", take="?x ng:claimAbout ?e",
        put="?x ng:claimAbout ?p")
planted("a claim of what an event has not", "?x a ng:Claim ; ng:claimedProperty ?p", take="?x ng:claimedProperty ?p",
        put="?x ng:claimedProperty ng:sector")
planted("a cause that is brought about by what it brings about", "?x ng:responseTo ?y", put="?y ng:responseTo ?x")
planted("a proposal is said by somebody", "?x a ng:Proposal ; ng:proposedBy ?p", put="?x ng:saidBy ?p")
planted("a statement has two contents", "?x a ng:Statement", put='?x ng:content "Something else"')
planted("a proposal was made on a day of thirteen months", "?x a ng:Proposal",
        put='?x ng:proposedOn "2026-13"^^xsd:gYearMonth')


@pytest.fixture(scope="module")
def triples(sample_graph: KnowledgeGraph) -> list[ox.Quad]:
    return list(to_store(sample_graph, sample_graph.base))


@pytest.mark.parametrize("name", FAULTS)
def test_a_planted_fault_is_found(triples: list[ox.Quad], name: str) -> None:
    store = ox.Store()
    store.bulk_extend(triples)
    store.update(FAULTS[name], prefixes=PREFIXES)
    assert set(store) != set(triples)
    assert validate_store(store, "x.ttl")
