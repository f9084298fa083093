"""Who is who across articles."""

from __future__ import annotations

import itertools
import random

import pytest

from newsgraph.articles import Article
from newsgraph.records import Entity, Event, Mention, Record, Relation
from newsgraph.resolve import resolve_entities
from newsgraph.resolve.entities.names import person_tokens
from newsgraph.resolve.entities.spellings import person_likeness


def article(name: str, *entities: Entity, relations: tuple[Relation, ...] = ()) -> Record:
    text, mentions = "", []
    for number, entity in enumerate(entities):
        for written in (entity.name, *entity.aliases):
            mentions.append(
                Mention(
                    id=f"m{len(mentions)}", entity=f"e{number}", start=len(text), end=len(text) + len(written),
                    text=written, kind=entity.kind, form="name",
                )
            )
            text += written + " "
    given = tuple(
        Entity(id=f"e{n}", kind=e.kind, name=e.name, aliases=e.aliases, links=e.links, country=e.country)
        for n, e in enumerate(entities)
    )
    return Record(
        article=Article(id=name, text=text or "."), entities=given, mentions=tuple(mentions), relations=relations
    )


def one(
    name: str, kind: str = "Person", country: str | None = None, aliases: tuple[str, ...] = (), **links: str
) -> Entity:
    return Entity(id="", kind=kind, name=name, country=country, aliases=aliases, links=links)


def clusters(*records: Record) -> list[set[str]]:
    found = resolve_entities(records)
    return sorted(({f"{a}:{e}" for a, e in entity.members} for entity in found.entities), key=sorted)


SAME = [
    (one("Maria Lindqvist"), one("María Lindqvist")),
    (one("Maria Lindqvist"), one("Dr. Maria Lindqvist")),
    (one("Yusuf al-Harbi"), one("Yousuf Al Harbi")),
    (one("Sergei Volkonin"), one("Sergey Volkonin")),
    (one("U.N.", "InternationalOrganization"), one("UN", "InternationalOrganization")),
    (one("the Harbour Trust", "Organization"), one("Harbour Trust", "Organization")),
    (one("Norland", "Country", "NO"), one("Kingdom of Norland", "Country", "NO")),
    (one("Vesper", "Place", wikidata="Q1"), one("City of Vesper", "Place", wikidata="Q1")),
    (one("National Ports Agency", "Agency", aliases=("NPA",)), one("NPA", "Agency")),
    (one("Orvane Ltd", "Organization"), one("Orvane Limited", "Organization")),
]
DIFFERENT = [
    (one("Maria Lindqvist"), one("Marta Lindqvist")),
    (one("Maria Lindqvist", country="SE"), one("Maria Lindqvist", country="FI")),
    (one("Jordan", "Country", "JO"), one("Jordan")),
    (one("Georgia", "Place", geonames="1"), one("Georgia", "Place", geonames="2")),
    (one("Lindqvist"), one("Maria Lindqvist")),
    (one("National Ports Agency", "Agency", country="SE"), one("NPA", "Agency", country="FI")),
    (one("Northern Front", "ArmedGroup"), one("Southern Front", "ArmedGroup")),
]


@pytest.mark.parametrize(("first", "second"), SAME, ids=lambda e: e.name)
def test_one(first: Entity, second: Entity) -> None:
    assert clusters(article("a", first), article("b", second)) == [{"a:e0", "b:e0"}]


@pytest.mark.parametrize(("first", "second"), DIFFERENT, ids=lambda e: e.name)
def test_two(first: Entity, second: Entity) -> None:
    assert clusters(article("a", first), article("b", second)) == [{"a:e0"}, {"b:e0"}]


def test_a_shared_post_tips_the_scale() -> None:
    body = one("Ministry of Ports", "Agency", "SE")
    post = (Relation(subject="e0", predicate="roleAt", object="e1", start=0, end=1, role="Minister"),)
    near = [one("Oleksander Hrytsenko"), one("Aleksandr Hrytsenko")]
    assert 0.86 <= person_likeness(*(person_tokens(e.name) for e in near)) < 0.93
    apart = resolve_entities([article("a", near[0]), article("b", near[1])])
    assert len(apart.entities) == 2 and [m.accepted for m in apart.merges] == [False] and apart.doubtful == apart.merges
    tied = resolve_entities([article(n, p, body, relations=post) for n, p in zip("ab", near, strict=True)])
    assert len(tied.entities) == 2 and tied.merges[0].reason == "names alike, both minister of SE"


def test_one_article_tells_brothers_apart() -> None:
    both = article("a", one("Aleksandr Marenko"), one("Aleksander Marenko"))
    assert len(clusters(both)) == 2


@pytest.mark.parametrize(("slips", "joined"), [(1, True), (3, False)])
def test_one_name_of_two_classes(slips: int, joined: bool) -> None:
    right = [article(f"a{i}", one("Port Vesper", "Place")) for i in range(4)]
    wrong = [article(f"b{i}", one("Port Vesper")) for i in range(slips)]
    found = resolve_entities([*right, *wrong])
    assert ([e.kind for e in found.entities] == ["Place"]) is joined
    assert [m.accepted for m in found.merges] == [joined]


def test_a_single_word_may_be_a_person_and_a_city() -> None:
    cities = [article(f"a{i}", one("Vesper", "Place")) for i in range(9)]
    found = resolve_entities([*cities, article("b", one("Vesper"))])
    assert sorted(e.kind for e in found.entities) == ["Person", "Place"]


def test_order_does_not_matter() -> None:
    records = [article(f"a{i}", *pair) for i, pair in enumerate(SAME)] + [
        article(f"b{i}", *pair) for i, pair in enumerate(DIFFERENT)
    ]
    expected = resolve_entities(records)
    for seed in range(5):
        shuffled = records[:]
        random.Random(seed).shuffle(shuffled)
        found = resolve_entities(shuffled)
        assert found.entities == expected.entities and found.merges == expected.merges


def test_kind_is_the_most_specific_that_most_say() -> None:
    kinds = ("Organization", "Party", "Party")
    found = resolve_entities([article(f"a{i}", one("Harbour Alliance", kind)) for i, kind in enumerate(kinds)])
    assert [(e.name, e.kind, e.aliases) for e in found.entities] == [
        ("Harbour Alliance", "Party", {"Harbour Alliance": 3})
    ]


def test_many_articles_take_linear_time() -> None:
    names = [f"{a}{b} {c}son" for a, b, c in itertools.product("ABCDE", ("na", "ro", "mi"), ("Karl", "Pers", "Ols"))]
    found = resolve_entities([article(f"a{i}", one(names[i % len(names)])) for i in range(600)])
    assert len(found.entities) == len(names)


COMPANY = (one("Lena Marsh"), one("Harbour Trust", "Organization"))


def _is_joined(found: object, bare: str, full: str) -> bool:
    return any({bare, full} <= group for group in found)  # type: ignore[attr-defined]


def test_a_bare_surname_is_whose_company_it_is_named_in() -> None:
    first = article("a", one("Omar Haddad"), *COMPANY)
    second = article("b", one("Haddad"), *COMPANY)
    assert _is_joined(clusters(first, second), "a:e0", "b:e0")
    (merge,) = resolve_entities((first, second)).merges
    assert merge.accepted
    assert "called by one name" in merge.reason
    assert "Lena Marsh" in merge.reason


def test_a_bare_surname_alone_stays_apart() -> None:
    found = clusters(article("a", one("Omar Haddad"), *COMPANY), article("b", one("Haddad"), one("Ivo Kolar")))
    assert not _is_joined(found, "a:e0", "b:e0")


def test_a_bare_surname_of_two_who_fit_is_left_for_review() -> None:
    records = (
        article("a", one("Omar Haddad"), *COMPANY),
        article("b", one("Rima Haddad"), *COMPANY),
        article("c", one("Haddad"), *COMPANY),
    )
    found = resolve_entities(records)
    assert len([e for e in found.entities if "addad" in e.name]) == 3
    assert ["others fit as well" in merge.reason for merge in found.doubtful] == [True]


def test_a_bare_surname_of_another_country_stays_apart() -> None:
    first = article("a", one("Omar Haddad", country="TN"), *COMPANY)
    assert not _is_joined(clusters(first, article("b", one("Haddad", country="LB"), *COMPANY)), "a:e0", "b:e0")


@pytest.mark.parametrize(("bearers", "joined"), [(("Omar Haddad",), True), (("Omar Haddad", "Rima Haddad"), False)])
def test_the_state_of_a_person_tells_where_nobody_else_has_the_name(bearers: tuple[str, ...], joined: bool) -> None:
    state = one("Tunisia", "Country", country="TN")
    full = [article(f"f{i}", one(name, country="TN"), one("Lena Marsh")) for i, name in enumerate(bearers)]
    bare = article("b", one("Haddad"), one("Lena Marsh"), state)
    assert _is_joined(clusters(*full, bare), "f0:e0", "b:e0") == joined


def test_bare_surnames_of_different_people_are_not_one_for_being_alike() -> None:
    records = (
        article("a", one("Omar Haddad"), *COMPANY),
        article("b", one("Haddad"), *COMPANY),
        article("c", one("Rima Haddad"), one("Ivo Kolar"), one("Port Union", "Organization")),
        article("d", one("Haddad"), one("Ivo Kolar"), one("Port Union", "Organization")),
    )
    found = clusters(*records)
    assert _is_joined(found, "a:e0", "b:e0")
    assert _is_joined(found, "c:e0", "d:e0")
    assert not _is_joined(found, "a:e0", "c:e0")


def test_whom_everybody_names_tells_nothing() -> None:
    everybody = (one("United Nations", "InternationalOrganization"), one("European Union", "InternationalOrganization"))
    crowd = [article(f"x{n}", *everybody, one(f"Ivo Kolar{n}")) for n in range(30)]
    records = [article("a", one("Omar Haddad"), *everybody), article("b", one("Haddad"), *everybody), *crowd]
    assert not _is_joined(clusters(*records), "a:e0", "b:e0")


def test_a_name_of_particles_alone_is_no_matter() -> None:
    first = article("a", one("El Al", aliases=("Lena Marsh",)), one("Harbour Trust", "Organization"))
    resolve_entities((first, article("b", one("Marsh"), one("Harbour Trust", "Organization"))))


def test_many_bare_names_take_linear_time() -> None:
    full = [article(f"f{n}", one("Lena Marsh"), one(f"Ivo Kolar{n}")) for n in range(800)]
    bare = [article(f"g{n}", one("Marsh"), one(f"Ivo Kolar{n}")) for n in range(800)]
    assert len([e for e in resolve_entities([*full, *bare]).entities if "Marsh" in e.name]) == 2


def test_described_bodies_meet_across_articles() -> None:
    described = [article(name, one("Government of Denmark", "Agency", "DK")) for name in ("a", "b")]
    records = [
        Record(
            article=r.article, entities=r.entities,
            mentions=(
                Mention(
                    id="m0", entity="e0", start=0, end=17, text=text, kind="Agency", form="nominal",
                ),
            ),
        )
        for r, text in zip(described, ("Danish government", "Danish government"), strict=True)
    ]  # fmt: skip
    [found] = resolve_entities(records).entities
    assert found.named and len(found.members) == 2


def test_a_government_is_one_under_all_its_names() -> None:
    names = ["Kenyan government", "Kenya's government", "Government of Kenya", "Nairobi government"]
    named = [article(str(n), Entity(id="e", name=name, kind="Agency", country="KE")) for n, name in enumerate(names)]
    other = article("x", Entity(id="e", name="Kenyan administration", kind="Agency", country="KE"))
    found = [sorted(article for article, _ in e.members) for e in resolve_entities([*named, other]).entities]
    assert sorted(found) == [["0", "1", "2", "3"], ["x"]]


def test_organs_of_a_state_are_one_under_all_their_names() -> None:
    named = [
        article(str(number), Entity(id="e", name=name, kind="Agency", country=country))
        for number, (name, country) in enumerate(
            [("Kenyan Foreign Ministry", "KE"), ("Ministry of Foreign Affairs of Kenya", "KE"),
             ("Foreign Ministry", "KE"), ("Foreign Ministry", "UG"), ("Foreign Ministry", None)]
        )
    ]  # fmt: skip
    resolution = resolve_entities(named)
    found = [sorted(article for article, _ in entity.members) for entity in resolution.entities]
    assert sorted(found) == [["0", "1", "2"], ["3"], ["4"]]
    assert [(m.one, m.other, m.reason, m.accepted) for m in resolution.merges] == [
        (
            "Foreign Ministry (2)", "Kenyan Foreign Ministry (0)",
            "both name the Ministry of Foreign Affairs of Kenya", True,
        ),
        (
            "Kenyan Foreign Ministry (0)", "Ministry of Foreign Affairs of Kenya (1)",
            "both name the Ministry of Foreign Affairs of Kenya", True,
        ),
    ]  # fmt: skip


def test_offices_without_a_name_are_several_people() -> None:
    records = [
        Record(
            article=Article(id=year, text="The French president", published=f"{year}-05-01"),
            entities=(Entity(id="e0", kind="Person", name="The French president", country="FR"),),
            mentions=(
                Mention(
                    id="m0", entity="e0", start=0, end=20, text="The French president", kind="Person", form="nominal",
                ),
            ),
        )
        for year in ("2016", "2020")
    ]  # fmt: skip
    assert len(resolve_entities(records).entities) == 2


def test_guessed_country_neither_joins_nor_parts() -> None:
    def told(name: str, country: str, *, guessed: bool) -> Record:
        body = Entity(id="e0", kind="Agency", name="Harbour Board", country=country, country_guessed=guessed)
        mention = Mention(id="m0", entity="e0", start=0, end=13, text="Harbour Board", kind="Agency", form="name")
        return Record(article=Article(id=name, text="Harbour Board"), entities=(body,), mentions=(mention,))

    one = resolve_entities([told("a", "NO", guessed=False), told("b", "SE", guessed=True)]).entities
    assert [(e.country, len(e.members)) for e in one] == [("NO", 2)]
    two = resolve_entities([told("a", "NO", guessed=False), told("b", "SE", guessed=False)]).entities
    assert sorted((e.country or "", len(e.members)) for e in two) == [("NO", 1), ("SE", 1)]
    three = resolve_entities(
        [told("a", "NO", guessed=False), told("b", "SE", guessed=False), told("c", "SE", guessed=True)]
    ).entities
    assert len(three) == 3  # whose it is is not known


def test_a_club_called_by_its_town_is_the_one_that_is_called_so_in_the_same_company() -> None:
    rivals = (one("Rovers Hill", "Organization"), one("Lena Marsh"))
    short = article("a", one("Vesper", "Organization"), *rivals)
    club = article("b", one("Dynamo Vesper", "Organization", aliases=("Vesper",)), *rivals)
    assert _is_joined(clusters(short, club), "a:e0", "b:e0")
    (merge,) = resolve_entities((short, club)).merges
    assert merge.reason == "called so elsewhere, in the company of marsh, rovers hill"
    strangers = article("b", one("Dynamo Vesper", "Organization", aliases=("Vesper",)), one("Ivo Kolar"))
    assert not _is_joined(clusters(short, strangers), "a:e0", "b:e0")
    other = article("c", one("Vesper United", "Organization", aliases=("Vesper",)), *rivals)
    assert not _is_joined(clusters(short, club, other), "a:e0", "b:e0")


def test_people_in_general_are_one_in_an_article_unless_they_take_part_in_an_event() -> None:
    text = "Experts doubt it. Experts said so. Gunmen fled. Gunmen came."
    spans = [(0, 7), (18, 25), (35, 41), (48, 54)]
    mentions = tuple(
        Mention(id=f"m{n}", entity=f"e{n}", start=a, end=b, text=text[a:b], kind="Group", form="nominal")
        for n, (a, b) in enumerate(spans)
    )
    entities = tuple(Entity(id=m.entity, kind="Group", name=m.text) for m in mentions)
    event = Event(id="v", start=42, end=46, text="fled", kind="RETREAT", agents=("m2",), factuality="actual")
    record = Record(article=Article(id="a", text=text), entities=entities, mentions=mentions, events=(event,))
    assert clusters(record) == [{"a:e0", "a:e1"}, {"a:e2"}, {"a:e3"}]
