"""Who does what to whom: the clause view that all layers ask."""

from __future__ import annotations

import pytest
from spacy.language import Language

from newsgraph.language.english.syntax.parse import Parse
from newsgraph.language.english.syntax.repairs.circles import open_circles
from newsgraph.language.english.syntax.tokens import Tokens

FRAMES = [
    # sentence, predicate, who does it, to whom or what
    ("The army shelled the town.", "shelled", "army", "town"),
    ("The town was shelled by the army.", "shelled", "army", "town"),
    ("Norwegian exporters, the minister told the paper, should stop bribery.", "stop", "exporters", "bribery"),
    ("She filed a suit accusing two firms of theft and requested an inquiry.", "requested", "she", "inquiry"),
    ("The envoy rebuked the army, warning the raids violated the truce.", "violated", "raids", "truce"),
    ("The army stormed the town, warning the mayor and shelled the port.", "shelled", "army", "port"),
    ("The town was shelled on Monday.", "shelled", "", "town"),
    ("The soldiers who shelled the town fled.", "shelled", "soldiers", "town"),
    ("The town that the soldiers shelled is empty.", "shelled", "soldiers", "town"),
    ("The town the soldiers shelled is empty.", "shelled", "soldiers", "town"),
    ("The deputy, whom the police arrested, denies it.", "arrested", "police", "deputy"),
    ("The deputy, who was arrested by the police, denies it.", "arrested", "police", "deputy"),
    ("Civilians killed in the raid were buried.", "killed", "", "civilians"),
    ("The men arrested by the police were freed.", "arrested", "police", "men"),
    ("The militia shelling the town is small.", "shelling", "militia", "town"),
    ("The mayor resigned after criticising the army.", "criticising", "mayor", "army"),
    ("The court jailed the editor for insulting the king.", "insulting", "editor", "king"),
    ("The union blamed the minister for closing the mine.", "closing", "minister", "mine"),
    ("The judge accused the banker of bribing officials.", "bribing", "banker", "officials"),
    ("The banker was accused of bribing officials.", "bribing", "banker", "officials"),
    ("The agency quoted a general as threatening the rebels.", "threatening", "general", "rebels"),
    ("The guards kept the crowd from storming the palace.", "storming", "crowd", "palace"),
    ("The president ordered the army to attack the rebels.", "attack", "army", "rebels"),
    ("The army was ordered to attack the rebels.", "attack", "army", "rebels"),
    ("The president promised to attack the rebels.", "attack", "president", "rebels"),
    ("The president promised the envoys to free the hostages.", "free", "president", "hostages"),
    ("The bishop called on the rebels to free the hostages.", "free", "rebels", "hostages"),
    ("The bishop appealed to the rebels to free the hostages.", "free", "rebels", "hostages"),
    ("The rebels want to free the hostages.", "free", "rebels", "hostages"),
    ("The police foiled a plot to bomb the port.", "bomb", "", "port"),
    ("The rebels announced a plan to bomb the port.", "bomb", "rebels", "port"),
    ("The rebels' plan to bomb the port failed.", "bomb", "rebels", "port"),
    ("The rebels attacked the town and burned the bridge.", "burned", "rebels", "bridge"),
    ("The town was attacked and looted.", "looted", "", "town"),
    ("The envoy was arrested and accused the police of torture.", "accused", "envoy", "police"),
    ("The minister met the envoys of Kenya and the head of the bank.", "met", "minister", "envoys head"),
    ("Rebels and soldiers attacked the town.", "attacked", "rebels soldiers", "town"),
    ("The man detained on Monday is a teacher.", "detained", "", "man"),
    ("She is the only leader invited to speak.", "invited", "", "leader"),
    ("Besides praising the envoys, the party urged the mayor to resign.", "praising", "party", "envoys"),
    ("For killing three protesters, a judge jailed the officer.", "killing", "officer", "protesters"),
    ("How the officer shot remains unclear.", "shot", "officer", ""),
    ("Having attacked the town, the rebels fled.", "attacked", "rebels", "town"),
    ("Accused of theft, the mayor resigned.", "accused", "", "mayor"),
    ("The rebels fled, leaving the town.", "leaving", "rebels", "town"),
    ("The envoy said the rebels had shelled the town.", "shelled", "rebels", "town"),
    ("The rebels are said to have shelled the town.", "shelled", "rebels", "town"),
    ("The rebels began shelling the town.", "shelling", "rebels", "town"),
    ("The army let the rebels leave the town.", "leave", "rebels", "town"),
    ("The army forced the rebels to leave the town.", "leave", "rebels", "town"),
    ("The rebels were forced to leave the town.", "leave", "rebels", "town"),
    ("Two people have been killed by gunmen who attacked the hotel.", "attacked", "gunmen", "hotel"),
    ("Hundreds of villagers were killed by the army.", "killed", "army", "hundreds"),
    ("It was the army that shelled the town.", "shelled", "army", "town"),
    ("It was not the army that shelled the town.", "shelled", "", "town"),
    ("It was not only the army that shelled the town.", "shelled", "army", "town"),
    ("It was not the deputy whom the police arrested.", "arrested", "police", ""),
    ("It was not the first time that the army shelled the town.", "shelled", "army", "town"),
    ("Soldiers arrest editor's brother.", "arrest", "soldiers", "brother"),
    ("Villagers dispute army's toll in border operation.", "dispute", "villagers", "toll"),
    ("The decision to close the school was popular.", "close", "", "school"),
    ("Prosecutors charged a man with killing his neighbour.", "killing", "man", "neighbour"),
    ("A man was charged with killing his neighbour.", "killing", "man", "neighbour"),
    ("The group claimed responsibility for bombing the port.", "bombing", "group", "port"),
    ("The minister was criticised for cutting aid.", "cutting", "minister", "aid"),
    ("The senator apologised for insulting the judge.", "insulting", "senator", "judge"),
    ("The mayors, said Kenta Morido, attacked the plan.", "attacked", "mayors", "plan"),
    ("Police said Tom Brook, 61, surrendered after an hour.", "surrendered", "brook", ""),
    ("The church in Wasilla, Alaska was attacked by a thief.", "attacked", "thief", "church"),
    ("Police in Ferguson, Missouri arrested ten people.", "arrested", "police", "people"),
    ("A close ally of Iran, Syria attacked the town.", "attacked", "syria", "town"),
    ("If those on the list are not rounded up in time, the army will attack.", "rounded", "", "those"),
    ("Police are interviewing a man for stealing a car.", "stealing", "man", "car"),
    ("In the first, border guards trying to arrest a wanted smuggler in Port Vale shot the suspect dead as he tried to "
     "flee a raid on his house, city police said.", "shot", "", "suspect"),
    ("They saw a guard gunned down.", "gunned", "", "guard"),
    ("The ministers, most of whom rejected the plan, left.", "rejected", "ministers", "plan"),
    ("The front, made up of men and, of late, supported by pilots, began a raid.", "supported", "pilots", "front"),
]


@pytest.mark.parametrize(("text", "predicate", "doers", "undergoers"), FRAMES, ids=[r[0][:60] for r in FRAMES])
def test_frame(nlp: Language, text: str, predicate: str, doers: str, undergoers: str) -> None:
    parse = Parse(nlp(text))
    frame = parse.verb_frame(parse.lower.index(predicate))
    found = frame.by if frame.passive else frame.subject
    assert [parse.lower[i] for i in found] == doers.split()
    assert [parse.lower[i] for i in frame.object] == undergoers.split()


def test_the_arguments_of_a_verb_are_the_callers_own(nlp: Language) -> None:
    parse = Parse(nlp("The army shelled the town on Monday."))
    frame = parse.verb_frame(2)
    frame.object.clear()
    frame.preps.append(("by", 0))
    assert parse.verb_frame(2).object == [4] and ("by", 0) not in parse.verb_frame(2).preps


def test_a_word_that_is_taken_for_a_verb_is_one_from_then_on(nlp: Language) -> None:
    parse = Parse(nlp("Rebels attack on the town."))
    before = parse.verb_frame(1)
    parse.make_verb(1, "VBP", "attack")
    assert parse.is_verb(1) and parse.tag[1] == "VBP" and parse.verb_frame(1) is not before


SIDE_BY_SIDE = [
    # sentence, verb, what it hangs on, by which relation
    ("The guards jailed the clerk; her brother denied the charges.", "denied", "jailed", "conj"),
    ("The guards jailed the clerk; her brother denied the charges.", "jailed", "jailed", "ROOT"),
    ("Troops shelled the mill: the governor denied any part in it.", "denied", "shelled", "conj"),
    ("The mayor resigned - the union refused to comment.", "refused", "resigned", "conj"),
    ("Guards beat two miners; the firm sacked them; the owner denied it.", "denied", "beat", "conj"),
    ("The mayor was jailed; his party refused to accept it, the paper said.", "jailed", "said", "ccomp"),
    ("The mayor denied that he had jailed the clerk.", "jailed", "denied", "ccomp"),
    ("The troops had shelled the mill, the governor said.", "shelled", "said", "ccomp"),
]


@pytest.mark.parametrize(("text", "verb", "above", "relation"), SIDE_BY_SIDE)
def test_sentences_side_by_side_say_nothing_of_each_other(
    nlp: Language, text: str, verb: str, above: str, relation: str
) -> None:
    parse = Parse(nlp(text))
    i = parse.lower.index(verb)
    assert (parse.lower[parse.head[i]], parse.dep[i]) == (above, relation)


def test_no_word_hangs_on_itself(nlp: Language) -> None:
    text = (
        "The guild hopes that it will soon be possible to identify clockmakers in Chad who have re-wound springs for "
        "thieves, as well as those workshops in Peru that have also been entangled in the hoax."
    )
    head = Parse(nlp(text)).head
    for word in range(len(head)):
        top = word
        for _ in head:
            top = head[top]
        assert head[top] == top


def test_circles_are_opened(nlp: Language) -> None:
    parse = Tokens(nlp("Ann met Bo in Oslo ."))
    before = parse.head.copy()
    parse.head[:3] = [1, 2, 0]
    open_circles(parse)
    assert parse.head == before
