"""Who takes part where grammar says so only by the way: in lists, as owner, by an occasion, in a clause."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from tests.language.english.test_events import event_of, names

from newsgraph.records import Record

Extract = Callable[..., Record]

# sentence | trigger | agents | targets
TABLE = """
Norland allowed some forty asylum seekers to enter the country. | allowed | Norland | some forty asylum seekers
The leader Tom Brook and a number of his acolytes were sentenced to prison. | sentenced | | Tom Brook, his acolytes
German police raided the apartments of four imams suspected of spying. | raided | German police | four imams
Homes of several union members have been raided. | raided | | several union members
Violent clashes broke out between students and police across the capital. | clashes | students, police |
A clash between followers of the imam and the army occurred last year. | clash | followers of the imam, the army |
Lena Hart was speaking to donors in a phone call with Tom Brook. | call | Lena Hart | Tom Brook
Lena Hart warned against the plan during talks with Tom Brook in Ardal. | talks | Lena Hart | Tom Brook
President Tom Brook sounded a call for Norland to accept more refugees. | call | | Norland
The president called an emergency cabinet meeting to discuss the crisis. | meeting | cabinet |
The bill was dropped after an outcry from victims' groups. | outcry | victims' groups |
The objections of the lawmakers were ignored. | objections | the lawmakers |
The refusal of the union to sign the deal angered the mayor. | refusal | the union |
The senator praised the work of the police. | praised | The senator | the police
The union rejected the offer from the company. | rejected | The union | the company
The premier lashed out at the trade policies of the richest nations. | lashed out | The premier | the richest nations
The senator praised the cooking of the guests. | praised | The senator |
MEPs criticised Norland. | criticised | MEPs | Norland
The actor and director Tom Brook praised the mayor. | praised | The actor | the mayor
German author and journalist Lena Hart, winner of a prize, criticised the mayor. | criticised | Lena Hart | the mayor
The mayor praised a group of doctors who oppose the ban. | oppose | doctors |
A group of doctors that opposes the ban met. | opposes | A group of doctors |
Amnesty spoke up amid criticism that Tom Brook had lied to voters. | criticism | | Tom Brook
Tom Brook, who stormed to an election victory on Wednesday, thanked his voters. | victory | Tom Brook |
Two soldiers were injured along with three bystanders. | injured | | Two soldiers, three bystanders
Minister Lena Hart met with the Coast Party, as well as bishops. | met | Lena Hart | Coast Party, bishops
Lena Hart met a number of ministers and senior officials. | met | Lena Hart | ministers, senior officials
A man about to be indicted by the Justice Department died on Tuesday. | indicted | Justice Department | A man
Tom Brook, who is on trial in Ardal for fraud, denied the charges. | trial | | Tom Brook
Lena Hart, who survived an Israeli assassination attempt in 1997, was expelled. | assassination attempt | | Lena Hart
Hart displays her solidarity with the refugees. | solidarity | | the refugees
The prosecution has asked the court to take a recess. | asked | The prosecution | the court
The agent warned the authorities of attacks. | warned | The agent |
The court found Tom Brook guilty of fraud. | found | The court | Tom Brook
Police arrested a lawyer, a nurse and two boys. | arrested | Police | a lawyer, a nurse, two boys
The blast wounded a boy, his sister and their mother. | wounded | | a boy, his sister, their mother
Lena Hart met the premier, the head of the party and a former lawyer, on Monday. | met | Lena Hart | the premier
The town was attacked by the rebels, not by the army. | attacked | the rebels |
The mayor was killed by the army and not by the rebels. | killed | the army | The mayor
Police arrested the son of the mayor instead of the mayor. | arrested | Police | the son of the mayor
The court convicted the driver but not the owner. | convicted | The court | the driver
The rebels rather than the army shelled Ardal. | shelled | The rebels |
The army was accused by the opposition of killing 30 villagers. | killing | The army | 30 villagers
The United Nations condemned the blogger's arrest. | condemned | United Nations |
The premier welcomed the killing of the militant. | welcomed | The premier |
Most voters support the removal of the premier. | support | Most voters |
The union praised the mayor's work. | praised | The union | the mayor
Kenya condemned Ethiopia's shelling of the town. | condemned | Kenya | Ethiopia
The ministers discussed the arrest of the envoy. | discussed | The ministers |
The ministers discussed the arrest of the envoy. | arrest | | the envoy
Parliament replaced the speaker with Pavel Doru. | replaced | Parliament | Pavel Doru
Lena Hart succeeded the premier. | succeeded | | Lena Hart
Police arrested two men and fishermen have been detained for holding a rally. | detained | | fishermen
Three unions sent letters to the ministry urging it to reopen the mine. | urging | Three unions |
Tom Brook derided the governor for lashing out at a farmer. | lashing out | the governor | a farmer
The governor regretted the phone call that she made to Tom Brook. | phone call | she | Tom Brook
The Army dismissed criticism levelled by Norland. | criticism | Norland |
Tom Brook's arraignment was put off. | arraignment | | Tom Brook
Nobody was hurt in the party's third such arrest this year. | arrest | |
Protests, riots and clashes with police have shaken Norland. | Protests | |
How likely is a Lena Hart conviction in Norland? | conviction | | Lena Hart
The inquiry was reopened after Lena Hart's eviction from the embassy. | eviction | | Lena Hart
The Ardan president-elect has asked the minister to resign. | asked | The Ardan president-elect | the minister
Lena Hart criticised the mayor-elect. | criticised | Lena Hart | the mayor-elect
Tom Brook was arrested for investigation of fraud. | investigation | | Tom Brook
A judge sentenced Tom Brook to a life sentence. | life sentence | A judge | Tom Brook
Tom Brook was given a life sentence. | life sentence | | Tom Brook
Tom Brook is serving a life sentence in Ardal. | life sentence | | Tom Brook
Lena Hart had spent ten years under house arrest. | house arrest | | Lena Hart
Lena Hart is still in custody in Ardal. | custody | | Lena Hart
A wave of recriminations from the victims followed. | recriminations | the victims |
Police fought battles with the strikers in the port. | battles | Police | the strikers
The nurses called for better pay from the government. | called for | The nurses | the government
The police will work alongside the coast guard. | work | The police | the coast guard
Lena Hart refused to name her attacker in court. | refused | Lena Hart |
Lena Hart refused to meet the farmers. | refused | Lena Hart | the farmers
Lena Hart defended the farmers' right to protest, according to Tom Brook's office. | defended | Lena Hart | the farmers
An earthquake struck Norland on Monday. | struck | |
Lena Hart, who's called for higher taxes, met voters. | called for | Lena Hart |
The charity asked for funds to treat the wounded. | asked | The charity |
Norland banned any movement of livestock. | banned | Norland |
The army used lethal force against the strikers. | used | The army | the strikers
Tom Brook smiled. The Brook murder trial opened on Monday. | trial | | Brook
Many officers disagreed with Tom Brook's policies. | disagreed | Many officers | Tom Brook
Under pressure from the union, the ministry backed out. | pressure | the union | the ministry
Lena Hart was released after her arrest in May. | arrest | | her
Soldiers killed the leader of the rebels. | killed | Soldiers | the leader of the rebels
The banker pleaded guilty to fraud. | pleaded | The banker |
Three men were arrested on suspicion of assault. | assault | Three men |
Five people were placed under arrest. | arrest | | Five people
The banker was put under investigation by the police. | put | the police | The banker
Gunmen took three engineers hostage near Kalvar. | took | Gunmen | three engineers
The mayor's murder shocked the town. | murder | | The mayor
The mayor's death shocked the town. | death | | The mayor
Tom Brook fell to his death on Friday. | death | | his
Several residents, some of whom condemned the police, left. | condemned | Several residents | the police
Police said Tom Brook, 61, surrendered after an hour and was freed. | surrendered | Tom Brook |
Lena Hart says the woman accused of killing two workers is a good person. | accused | | the woman
They saw one of their guards gunned down. | gunned down | | their guards
Police shot one of the men, Jo Aldo, in the leg. | shot | Police | Jo Aldo
Two of the ministers, Jo Aldo and Bo Lund, resigned. | resigned | Jo Aldo, Bo Lund |
Kenya could not support the pact because it did not protect fishermen. | protect | | fishermen
The three victims were taken to the hospital. | taken | | The three victims
The governor dropped his former opposition to the plan. | dropped | The governor |
The party dumped its leader. | dumped | The party | its leader
The police gave no details about the arrests and Lena Hart flatly declined to confirm reports. | declined | Lena Hart |
Lena Hart is joining forces with bank founder Tom Brook to help the fund. | joining forces | Lena Hart | Tom Brook
Tom Brook had a previous arrest for theft. | arrest | | Tom Brook
Lena Hart acted after receiving a green light from the Norland army. | green light | the Norland army | Lena Hart
Our condolences go out to the families of the victims. | condolences | | the families of the victims
Lena Hart chose to join the rebels in supporting Tom Brook. | supporting | Lena Hart | Tom Brook
Tom Brook served nine months of a three-year sentence. | sentence | | Tom Brook
A young man is awaiting a murder trial. | trial | | A young man
Tom Brook has asked for money to testify against Lena Hart. | asked | Tom Brook |
""".strip().splitlines()


@pytest.mark.parametrize("row", TABLE)
def test_participants(row: str, extract: Extract) -> None:
    text, trigger, agents, targets = (cell.strip() for cell in row.split("|"))
    found = extract(text)
    event = event_of(found, trigger)
    for wanted, said in ((agents, event.agents), (targets, event.targets)):
        if wanted:
            assert set(names(found, said)) == {name.strip() for name in wanted.split(",")}, event.reason


def test_a_promise_is_not_asked_of_whom_it_would_concern(extract: Extract) -> None:
    record = extract("Tom Brook has asked for money to testify against Lena Hart.")
    assert not event_of(record, "asked").targets


def test_where_something_happens_is_no_victim(extract: Extract) -> None:
    record = extract("Two men were wounded in a shooting at the Ormont plant.")
    assert "Ormont" not in names(record, event_of(record, "shooting").targets)


def test_names_with_a_comma_behind_say_who_it_is(extract: Extract) -> None:
    """A list has none: "The Miller brothers, Osorio and Perez were held"."""
    record = extract("The two brothers, Osorio and Perez, were being held in the county jail.")
    assert names(record, event_of(record, "held").targets) == ["The two brothers"]
    record = extract("The Miller brothers, Osorio and Perez were being held in the county jail.")
    held = event_of(record, "held")
    assert names(record, held.targets) == ["The Miller brothers", "Osorio", "Perez"]
    assert not held.counts  # how many brothers, nobody knows


def test_who_is_blamed_for_riots_has_not_rioted(extract: Extract) -> None:
    assert not event_of(extract("The union blamed the ministry for the riots."), "riots").agents


def test_what_a_phrase_names_is_told_once(extract: Extract) -> None:
    for text, first, second in (
        ("Five people were placed under arrest.", "placed", "arrest"),
        ("A politician filed a lawsuit accusing two companies of spying.", "lawsuit", "accusing"),
    ):
        record = extract(text)
        assert event_of(record, second).same_as in (event_of(record, first).id, event_of(record, first).same_as)


def test_who_is_held_hostage_holds_nobody(extract: Extract) -> None:
    record = extract("The officers were kidnapped and held hostage.")
    held = event_of(record, "held hostage")
    assert not held.agents
    assert names(record, held.targets) == ["The officers"]


def test_who_plans_or_recalls_a_named_event_has_not_made_it(extract: Extract) -> None:
    record = extract("A witness cleared Tom Brook of planning the Sept. 11 attacks.")
    named = [event for event in record.events if event.name]
    assert named
    assert not any(event.agents for event in named)


@pytest.mark.parametrize(("text", "trigger", "kind"), [
    ("The smuggler hanged himself in his cell on Friday.", "hanged", "OTHER"),
    ("Guards hanged the rebel at dawn.", "hanged", "SANCTION"),
])
def test_who_hangs_himself_is_not_convicted(extract: Extract, text: str, trigger: str, kind: str) -> None:
    assert event_of(extract(text), trigger).kind == kind
