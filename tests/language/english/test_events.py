"""Events of hard sentences: kind, agents, targets, whether they happened, where, when and how many."""

from __future__ import annotations

import ast
from collections.abc import Callable

import pytest

from newsgraph.records import Event, Record

Extract = Callable[..., Record]


def event_of(record: Record, trigger: str) -> Event:
    """The event that a word or phrase names."""
    found = [event for event in record.events if event.text == trigger]
    assert found, f"no event {trigger!r} among {[event.text for event in record.events]}"
    return found[0]


def names(record: Record, mentions: tuple[str, ...]) -> list[str]:
    """The texts of mentions, by their ids."""
    texts = {mention.id: mention.text for mention in record.mentions}
    return [texts[mention] for mention in mentions]


# sentence | trigger | kind | agents | targets | factuality
TABLE = """
Three nurses are suspected to be ill. | suspected | OTHER | | Three nurses | actual
The mayor dismissed the bishop as a dreamer. | dismissed | REJECT | The mayor | the bishop | actual
The scandal toppled the premier. | toppled | OTHER | | the premier | actual
The firm launched a vaccination campaign. | launched | OTHER | The firm | | actual
The candidate touted the plan as a success. | touted | SUPPORT | The candidate | | actual
Officers stopped her car near the bridge. | stopped | COERCE | Officers | | actual
The coast was pounded by heavy rain. | pounded | DISASTER | | | actual
The bill was withdrawn on Monday. | withdrawn | CONCEDE | | | actual
The firm withdrew its application. | withdrew | OTHER | The firm | | actual
All livestock on the farm were slaughtered. | slaughtered | OTHER | | All livestock | actual
The singer was nominated for a Grammy. | nominated | OTHER | | The singer | actual
Workers complained of nausea. | complained | OTHER | Workers | | actual
A clerk recognised the inmate. | recognised | OTHER | A clerk | the inmate | actual
The homes were destroyed by the waters. | destroyed | DISASTER | | | actual
About 300 people die of flu each year. | die | OTHER | | About 300 people | actual
He went into cardiac arrest. | arrest | OTHER | | | actual
The banker was found guilty of obstruction of justice. | obstruction | OTHER | | justice | actual
She had sworn off break-ins in 1966. | sworn off | OTHER | | break-ins | actual
The actor worked with a famous director. | worked | OTHER | The actor | | actual
Police worked with the army. | worked | COOPERATE | Police | the army | actual
The senator dismissed the banker as a clown. | dismissed | REJECT | The senator | the banker | actual
The two men shook hands. | shook hands | CONSULT | The two men | | actual
The case raised concerns of a new outbreak. | raised | OTHER | | | actual
Ana Marsh suffered from a heart disease. | suffered | OTHER | Ana Marsh | | actual
The senator is known for his usual attacks on the mayor. | attacks | ACCUSE | his | the mayor | actual
Storm warnings were issued for the coast. | warnings | OTHER | | | actual
Each outbreak costs the farmers dear. | outbreak | OTHER | | | actual
Women are denied the right to vote there. | denied | OTHER | | Women | actual
Ruiz was denied the right to vote there. | denied | COERCE | | Ruiz | actual
The economist agreed. | agreed | OTHER | The economist | | actual
The clerk warned the mayor that prices would rise. | warned | SAY | The clerk | the mayor | actual
The junta warned the editor that he would be shot. | warned | THREATEN | The junta | the editor | actual
The dollar fell. It rallied on Monday. | rallied | OTHER | | | actual
The firm declined to comment. | declined | OTHER | The firm | | actual
The bank is investigating buying the mill. | investigating | OTHER | The bank | | actual
The union lodged a complaint with the ministry. | lodged | ACCUSE | The union | | actual
The captain was ruled out of the final. | ruled out | OTHER | | The captain | actual
Congress is considering a proposal to sell the port. | proposal | REQUEST | | | possible
The villagers called for an apology. | apology | OTHER | | | possible
Her plans showed the mayor was a liar. | showed | OTHER | | | actual
Economists agreed that the war was lost. | agreed | OTHER | Economists | | actual
The ministers agreed that the border would reopen. | agreed | AGREE | The ministers | | actual
The bank cautioned that prices would rise. | cautioned | SAY | The bank | | actual
Officials disagree on the date. | disagree | OTHER | Officials | | actual
The firm authorised its adviser to sell the mill. | authorised | OTHER | The firm | its adviser | actual
The mayor unveiled the plan on Monday. | unveiled | OTHER | The mayor | | actual
The two armies agreed. | agreed | AGREE | The two armies | | actual
The worm infected thousands of computers. | infected | OTHER | | thousands of computers | actual
The clerk has elected to retire. | elected | OTHER | The clerk | | actual
The fine was upheld on appeal. | upheld | SANCTION | | | actual
The banker pleaded guilty to fraud. | pleaded | CONCEDE | The banker | | actual
The banker appeared in court on Monday. | appeared | ACCUSE | | The banker | actual
The fleet sailed for the strait. | sailed | MOBILIZE | The fleet | | actual
A frigate was sailing nearby. | sailing | OTHER | | | actual
Lena Marsh visited her mother in hospital. | visited | OTHER | Lena Marsh | her mother | actual
The minister visited the mother of the victim. | visited | CONSULT | The minister | the mother of the victim | actual
A gunman went on a shooting rampage. | rampage | ASSAULT | A gunman | | actual
Ruiz of Leeds, accused in two deaths, spoke on Monday. | accused | ACCUSE | | Ruiz | actual
Ana Marsh of Leeds, Yorkshire, England was jailed for theft. | jailed | SANCTION | | Ana Marsh | actual
Health officials announced a new outbreak. | outbreak | DISASTER | | | actual
Police announced the arrest of two bankers. | arrest | COERCE | Police | two bankers | actual
The union announced a strike for May. | strike | OTHER | The union | | future
A tourist was killed after slipping on ice. | killed | DISASTER | | A tourist | actual
A boy was struck by a motorist. | struck | DISASTER | | A boy | actual
Police blocked the street. | blocked | COERCE | Police | | actual
Police pulled him over on Monday. | pulled | OTHER | Police | | actual
Authorities released the name of the victim. | released | OTHER | Authorities | the name | actual
A guard raised the alarm. | raised | OTHER | A guard | the alarm | actual
The quake razed four villages. | razed | DISASTER | | | actual
A ship was sent to repair the cable. | sent | OTHER | | A ship | actual
Ruiz was charged with two counts of fraud. | counts | OTHER | | | possible
Ruiz was convicted of resisting arrest. | arrest | OTHER | | | actual
Marsh did not hear a gunshot. | gunshot | ASSAULT | | | negated
Guards protect the ships from hijackings. | hijackings | ASSAULT | | | possible
He did not think charges would be filed. | charges | ACCUSE | | | possible
Officials put measures in place. | put | OTHER | Officials | measures | actual
The minister announced the first case of cholera. | announced | SAY | The minister | | actual
The studio promoted the singer as a star. | promoted | OTHER | | the singer | actual
Twelve people left the office. | left | OTHER | Twelve people | the office | actual
The singer died of heart disease. | died | OTHER | | The singer | actual
The driver struck the nurse with a van. | struck | DISASTER | | the nurse | actual
The rebels issued a communique on the raid. | communique | SAY | The rebels | | actual
Chile delayed lifting the ban on beef. | lifting | CONCEDE | Chile | | future
The judge found Hiller guilty of murder. | found | SANCTION | The judge | Hiller | actual
The judge found Hiller guilty of murder. | guilty | OTHER | Hiller | | actual
A hearing was penciled in for October. | hearing | ACCUSE | | | future
They studied the effects of such an outbreak. | outbreak | DISASTER | | | possible
We had not seen such flooding before. | flooding | DISASTER | | | actual
The baker received criticism from the union. | criticism | ACCUSE | the union | The baker | actual
The lawmaker disagreed with the premier's policies. | disagreed | ACCUSE | The lawmaker | the premier | actual
The crowd marched against the minister's plans. | marched | PROTEST | The crowd | the minister | actual
The critics voiced outrage over the mayor's arrest. | voiced | ACCUSE | The critics | | actual
The senator was under questioning from the committee. | questioning | ACCUSE | the committee | The senator | actual
Kenya, under pressure from Uganda, backed out. | pressure | REQUEST | Uganda | Kenya | actual
Kenya and Uganda agreed on a series of energy deals. | deals | AGREE | Kenya, Uganda | | actual
The nurse was arrested on charges of murder. | charges | ACCUSE | | The nurse | actual
The mayor threatened to fire her deputy. | threatened | THREATEN | The mayor | her deputy | actual
The hackers hacked into the emails of the Labour Party. | hacked into | COERCE | The hackers | Labour Party | actual
NATO jets bombed a camp in Libya. | bombed | ASSAULT | NATO | | actual
The winger blocked a shot. | blocked | OTHER | The winger | a shot | actual
The man produced a knife. | produced | THREATEN | The man | | actual
The inmate escaped custody. | custody | OTHER | | The inmate | actual
The office referred the call to the police. | call | OTHER | | | actual
The mayor's arrest shocked Kenya. | arrest | COERCE | | The mayor | actual
The army's arrest of the mayor shocked Kenya. | arrest | COERCE | The army | the mayor | actual
The aide did not say whether the mayor chose to go or was forced out. | forced out | COERCE | | the mayor | possible
Chile imposed tariffs on Canadian aluminium. | tariffs | SANCTION | Chile | Canadian | actual
Two people died when Israeli aircraft bombed their house. | died | ASSAULT | Israeli aircraft | Two people | actual
A total of six men and one woman died in the crash. | died | DISASTER | | six men, one woman | actual
The banker is the third person to hold the post. | hold | OTHER | | the post | actual
The ferry was hit by a wave. | hit | DISASTER | | | actual
Chile and Peru exchanged drone strikes. | exchanged | ASSAULT | Chile, Peru | | actual
Amnesty accused men who had fled and called for an inquiry. | called for | REQUEST | Amnesty | | actual
Labour voted for the bill. | voted | SUPPORT | Labour | | actual
The Senate voted 52 to 48 to confirm the ambassador. | confirm | APPOINT | Senate | the ambassador | actual
The Supreme Court struck down the law. | struck down | REJECT | Supreme Court | | actual
The union boss blasted the ruling as an insult. | blasted | ACCUSE | The union boss | | actual
The banker pleaded not guilty. | pleaded | REJECT | The banker | | actual
The bus killed two children. | killed | DISASTER | | two children | actual
The banker went to jail for fraud. | went | SANCTION | | The banker | actual
The drivers imposed an overtime ban. | imposed | PROTEST | The drivers | | actual
He came out of his room for a drink. | came out | OTHER | | | actual
The police confirmed the arrest of two men. | confirmed | SAY | The police | | actual
The march was met with silence. | met | OTHER | | | actual
Spain has begun its Fed Cup campaign. | begun | OTHER | Spain | | actual
The bank was added to the blacklist. | added | SANCTION | | The bank | actual
Chile threw out three Peruvian diplomats. | threw out | SANCTION | Chile | three Peruvian diplomats | actual
Chile expelled two Peruvians and Peru retaliated by expelling two Chileans. | retaliated | OTHER | Peru | | actual
Chile expelled five Peruvian diplomats, prompting Lima to promise a response. | promise | AGREE | Lima | | actual
Air defences destroyed two drones over the port. | destroyed | ASSAULT | Air defences | | actual
Greece sent 80 rescuers to Turkey. | sent | AID | Greece | Turkey | actual
Ecuador handed over Luis Zambrano to Peru. | handed over | COOPERATE | Ecuador | Peru | actual
Germany dropped its veto on the sale. | dropped | CONCEDE | Germany | | actual
Chile did not rule out strikes on the rebels. | strikes | OTHER | | the rebels | possible
Kenya does not plan to attack Uganda. | attack | ASSAULT | Kenya | Uganda | negated
A judge issued a warrant for the arrest of Carlos Mendez. | arrest | COERCE | | Carlos Mendez | possible
Qatar offered to host a new round of talks in Doha. | talks | CONSULT | Qatar | | future
Qatar offered to host a new round of talks in Doha. | offered | AGREE | Qatar | | actual
The union called on the minister to free the editor. | free | OTHER | the minister | the editor | possible
Border guards foiled a plot to bomb the airport. | bomb | ASSAULT | | | negated
The judge acquitted Lopez of ordering the killing of Ruiz. | killing | ASSAULT | Lopez | Ruiz | possible
Nine people were killed and 17 others wounded. | wounded | ASSAULT | | 17 others | actual
The clash left two soldiers dead and five civilians injured. | injured | ASSAULT | | five civilians | actual
Russian shelling killed two people in the town. | shelling | ASSAULT | Russian | two people | actual
The Syrian war killed thousands. | war | ASSAULT | | thousands | actual
The Kenyan attack killed 20. | attack | ASSAULT | | | actual
Chile condemned Peruvian strikes on the port. | condemned | ACCUSE | Chile | Peruvian | actual
Chile condemned Peruvian strikes on the port. | strikes | ASSAULT | Peruvian | | actual
Mali welcomed French sanctions on the junta. | welcomed | SUPPORT | Mali | French | actual
Mali welcomed the deal. | welcomed | SUPPORT | Mali | | actual
Soldiers arrest editor's brother. | arrest | COERCE | Soldiers | editor's brother | actual
Protesters tried to storm parliament. | storm | ASSAULT | Protesters | parliament | possible
Workers staged a sit-in outside the ministry. | sit-in | PROTEST | Workers | | actual
The army staged a counter-attack on the rebels. | counter-attack | ASSAULT | The army | the rebels | actual
The police baton-charged the protesters. | charged | ASSAULT | | the protesters | actual
Canada designated the militia a terrorist organisation. | designated | SANCTION | Canada | the militia | actual
The bank was removed from the sanctions list. | removed | CONCEDE | | The bank | actual
The service warned Kenya of the plot. | warned | SAY | The service | Kenya | actual
Poland hit the junta with new sanctions. | hit | SANCTION | Poland | the junta | actual
Gunmen attacked the convoy near Kalvar on Monday. | attacked | ASSAULT | Gunmen | the convoy | actual
The convoy was attacked by gunmen near Kalvar. | attacked | ASSAULT | gunmen | The convoy | actual
The army did not attack the village. | attack | ASSAULT | The army | | negated
The rebels never attacked the port. | attacked | ASSAULT | The rebels | | negated
The rebels may attack the port. | attack | ASSAULT | The rebels | | possible
The rebels will attack the port. | attack | THREATEN | The rebels | | future
The rebels allegedly kidnapped two engineers. | kidnapped | ASSAULT | The rebels | two engineers | possible
If the rebels attack, the army will retaliate. | attack | ASSAULT | the rebels | | possible
If the rebels attack, the army will retaliate. | retaliate | THREATEN | the army | | future
Nobody was arrested. | arrested | COERCE | | | negated
No soldiers were killed in the clash. | killed | ASSAULT | | | negated
Police arrested four students. | arrested | COERCE | Police | four students | actual
Four students were arrested by police. | arrested | COERCE | police | Four students | actual
The government, which had arrested the poet, released him. | arrested | COERCE | The government | the poet | actual
The government, which had arrested the poet, released him. | released | RETREAT | The government | him | actual
Soldiers beating protesters were filmed. | beating | ASSAULT | Soldiers | protesters | actual
The president, accused of corruption, stepped down. | accused | ACCUSE | | The president | actual
The president, accused of corruption, stepped down. | stepped down | RESIGN | The president | | actual
The rebels began shelling the port. | shelling | ASSAULT | The rebels | | actual
The rebels stopped shelling the port. | shelling | ASSAULT | The rebels | | negated
The police were said to have tortured the prisoners. | tortured | ASSAULT | The police | the prisoners | actual
The envoy tried to mediate between the two sides. | mediate | CONSULT | The envoy | the two sides | possible
The general ordered his troops to storm the palace. | storm | OTHER | his troops | the palace | possible
The minister denied that soldiers had shelled the hospital. | shelled | ASSAULT | soldiers | | negated
The spokesman said that the army had killed two rebels. | killed | ASSAULT | the army | two rebels | actual
The shelling of the port by the navy continued. | shelling | ASSAULT | the navy | | actual
Chile's invasion of Bolivia drew protests. | invasion | ASSAULT | Chile | Bolivia | actual
The assassination of the mayor shocked the country. | assassination | ASSAULT | | the mayor | actual
The mayor was assassinated by unknown gunmen. | assassinated | ASSAULT | unknown gunmen | The mayor | actual
The arrest of the editor sparked protests. | arrest | COERCE | | the editor | actual
The minister's resignation came after the scandal. | resignation | RESIGN | The minister | | actual
The talks between Norway and Sweden began. | talks | CONSULT | Norway, Sweden | | actual
Talks were held between the army and the rebels. | Talks | CONSULT | the army, the rebels | | actual
The envoy held talks with rebel leaders. | held | CONSULT | The envoy | rebel leaders | actual
The envoy held talks with rebel leaders. | talks | CONSULT | The envoy | rebel leaders | actual
The prime minister visited Sudovia. | visited | CONSULT | The prime minister | Sudovia | actual
Norland and Sudovia agreed to reopen the border. | agreed | AGREE | Norland, Sudovia | | actual
Norland agreed with Sudovia to share water. | agreed | AGREE | Norland | Sudovia | actual
Norland signed a trade agreement with Sudovia. | signed | AGREE | Norland | Sudovia | actual
The union and the ministry signed a deal. | signed | AGREE | The union, the ministry | | actual
The senate approved the treaty with Sudovia. | approved | AGREE | The senate | Sudovia | actual
The rebels promised to release the hostages. | promised | AGREE | The rebels | | actual
Norland is ready to negotiate with Sudovia. | ready | AGREE | Norland | Sudovia | actual
The two sides failed to reach an agreement. | failed | REJECT | The two sides | | actual
The president refused to meet the envoy. | refused | REJECT | The president | the envoy | actual
The parliament rejected the plan. | rejected | REJECT | The parliament | | actual
The council rejected Bolivia's proposal. | rejected | REJECT | The council | Bolivia | actual
The militia violated the truce. | violated | REJECT | The militia | | actual
Norway imposed sanctions on Sudan. | imposed | SANCTION | Norway | Sudan | actual
Norland lifted sanctions against Sudovia. | lifted | CONCEDE | Norland | Sudovia | actual
Norland is considering sanctions against Sudovia. | sanctions | SANCTION | Norland | Sudovia | possible
Norland cut off aid to Sudovia. | cut off | SANCTION | Norland | Sudovia | actual
Norway broke off diplomatic ties with Sudan. | broke off | SANCTION | Norway | Sudan | actual
Norland restored diplomatic ties with Sudovia. | restored | SUPPORT | Norland | Sudovia | actual
Norland expelled three Sudovian diplomats. | expelled | SANCTION | Norland | three Sudovian diplomats | actual
Norland threatened to expel the ambassador. | threatened | THREATEN | Norland | the ambassador | actual
The rebels vowed to fight on. | vowed | THREATEN | The rebels | | actual
Norland warned Sudovia against the move. | warned | THREATEN | Norland | Sudovia | actual
The party plans to boycott the election. | boycott | THREATEN | The party | | future
The junta imposed a curfew in the capital. | imposed | COERCE | The junta | | actual
The junta lifted the curfew. | lifted | CONCEDE | The junta | | actual
The regime banned the party. | banned | COERCE | The regime | the party | actual
The ministry shut down the newspaper. | shut down | COERCE | The ministry | the newspaper | actual
Soldiers demolished three houses in Kalvar. | demolished | COERCE | Soldiers | | actual
The rebels accepted the demands of the strikers. | accepted | CONCEDE | The rebels | the strikers | actual
The king pardoned the poet. | pardoned | CONCEDE | The king | the poet | actual
The court acquitted the editor. | acquitted | CONCEDE | The court | the editor | actual
The court sentenced the general to ten years in prison. | sentenced | SANCTION | The court | the general | actual
Prosecutors charged the mayor with fraud. | charged | ACCUSE | Prosecutors | the mayor | actual
The police opened an investigation into the bank. | opened | ACCUSE | The police | the bank | actual
The bishop condemned the killing of six monks. | condemned | ACCUSE | The bishop | | actual
The bishop condemned the killing of six monks. | killing | ASSAULT | | six monks | actual
The bishop praised the nurses. | praised | SUPPORT | The bishop | the nurses | actual
Norland recognised the new government. | recognised | SUPPORT | Norland | the new government | actual
Norland urged Sudovia to withdraw its troops. | urged | REQUEST | Norland | Sudovia | actual
Norland urged Sudovia to withdraw its troops. | withdraw | OTHER | Sudovia | its troops | possible
Norland demanded that Sudovia release the crew. | demanded | REQUEST | Norland | Sudovia | actual
The mayor phoned the widow to convey her condolences. | convey | SUPPORT | The mayor | | actual
The widow's lawyers wrote to the bishop to express their suspicions. | express | ACCUSE | The widow's lawyers | | actual
The envoys met in the capital to end the war. | end | OTHER | The envoys | | possible
We will not tolerate violence, the premier said. | tolerate | REJECT | the premier | | actual
The premier did not tolerate violence. | tolerate | OTHER | The premier | | negated
The army will keep shelling the town. | shelling | THREATEN | The army | | future
The bloc will begin to support the refugees. | support | AGREE | The bloc | the refugees | future
The bloc will continue to support the refugees. | support | SUPPORT | The bloc | the refugees | future
The army kept shelling the town. | shelling | ASSAULT | The army | | actual
The auditor said the board should have warned us. | should have warned | ACCUSE | The auditor | the board | actual
The sheriff said the thieves must have fled. | fled | OTHER | the thieves | | possible
The board asked whether the clerk should resign. | resign | RESIGN | the clerk | | possible
The court granted the request. | request | OTHER | | | actual
Neither the police nor the ministry were willing to comment. | willing | AGREE | the police, the ministry | | negated
The blast only underlines the need for new pipes. | underlines | OTHER | | | actual
The king asked that the exiles be allowed home. | asked | REQUEST | The king | | actual
The commission approved the merger. | approved | AGREE | The commission | | actual
The premier has full confidence in the general. | has | SUPPORT | The premier | the general | actual
The ministry warned travellers against crossing the river. | warned | REQUEST | The ministry | travellers | actual
The general warned the rebels against crossing the river. | warned | THREATEN | The general | the rebels | actual
The crates were inspected and approved on Friday. | approved | OTHER | | The crates | actual
The airline came under fire from unions. | came under fire | ACCUSE | unions | The airline | actual
The convoy came under fire from rebels. | came | OTHER | The convoy | | actual
The bishop attacked the mayor. | attacked | ACCUSE | The bishop | the mayor | actual
The Liberals launched an attack on the mayor over the cuts. | launched | ACCUSE | Liberals | | actual
The army launched an attack on the rebels over the weekend. | launched | ASSAULT | The army | the rebels | actual
Rioters attacked police over the shooting. | attacked | ASSAULT | Rioters | police | actual
The mayor was attacked over the cuts. | attacked | ACCUSE | | The mayor | actual
The state opened its border. | opened | CONCEDE | | | actual
The rebels vowed to retake the town. | vowed | THREATEN | The rebels | | actual
The king promised reforms. | promised | AGREE | The king | | actual
The union attacked the new budget. | attacked | ACCUSE | The union | | actual
The council sanctioned the use of force. | sanctioned | AGREE | The council | | actual
The panel was charged with the task. | charged | OTHER | | The panel | actual
The council held public hearings on the dam. | held | CONSULT | The council | | actual
A row blew up over the plan. | blew up | OTHER | | | actual
The scheme came under attack from doctors. | came under attack | ACCUSE | doctors | | actual
The senator attacked the government over the budget. | attacked | ACCUSE | The senator | the government | actual
The ministers clashed over the budget. | clashed | ACCUSE | The ministers | | actual
The envoys ended two days of talks. | ended | CONSULT | The envoys | | actual
The premier will meet the king on Friday. | meet | CONSULT | The premier | the king | future
The aide declined to be named. | declined | OTHER | The aide | | actual
Analysts said the premier might have to resign. | resign | RESIGN | the premier | | possible
The dam met with resistance from farmers. | met | REJECT | farmers | | actual
The envoy pointed to the need for a ceasefire. | pointed | REQUEST | The envoy | | actual
All we are asking for is a fair trial, the widow said. | asking for | REQUEST | the widow | | actual
They were told how to leave the building. | told | SAY | | | actual
The lawyer reacted angrily to the ruling. | reacted | ACCUSE | The lawyer | | actual
The villagers reacted to the flood. | reacted | OTHER | The villagers | | actual
The minister said Sudan must return the ship. | must return | REQUEST | The minister | Sudan | actual
The premier drew criticism from the bishops. | drew | ACCUSE | the bishops | The premier | actual
The convoy came under attack from rebels. | came under attack | ASSAULT | rebels | The convoy | actual
The spy received a sentence of ten years. | received | SANCTION | | The spy | actual
The mayor came under fire for the delay. | came under fire | ACCUSE | | The mayor | actual
The minister was forced to resign. | resign | RESIGN | The minister | | actual
Police tried to have the demonstration banned. | banned | COERCE | | | possible
The vote was odd considering the court had jailed the mayor. | jailed | SANCTION | the court | the mayor | actual
The general spoke ahead of the election. | election | ELECT | | | future
The envoy would return in case of an attack. | attack | ASSAULT | | | possible
Norland wants Sudovia to extradite the banker. | wants | REQUEST | Norland | Sudovia | actual
The president asked parliament to approve the treaty. | asked | REQUEST | The president | parliament | actual
Thousands marched against the tax in the capital. | marched | PROTEST | Thousands | | actual
The miners went on strike over pay. | went on strike | PROTEST | The miners | | actual
Nurses began a hunger strike. | began | PROTEST | Nurses | | actual
The farmers blocked the highway. | blocked | PROTEST | The farmers | | actual
Protesters clashed with police outside parliament. | clashed | PROTEST | Protesters | police | actual
The army withdrew from the valley. | withdrew | RETREAT | The army | | actual
Norland withdrew its troops from Sudovia. | withdrew | RETREAT | Norland | | actual
The guerrillas laid down their arms. | laid down | RETREAT | The guerrillas | | actual
The rebels released two hostages. | released | RETREAT | The rebels | two hostages | actual
The army and the rebels declared a ceasefire. | declared | RETREAT | The army, the rebels | | actual
The agency delivered food to the refugees. | delivered | AID | The agency | the refugees | actual
Norland sent aid to Sudovia. | sent | AID | Norland | Sudovia | actual
The ministry granted asylum to the pilots. | granted | AID | The ministry | the pilots | actual
Sudovia would not accept the refugees. | accept | REJECT | Sudovia | the refugees | negated
Critics blame the mayor for closing the school. | closing | COERCE | the mayor | the school | possible
The prosecutor charged the guard with bombing a school. | bombing | ASSAULT | the guard | | possible
Norland urged Sudovia to protect civilians and asked Mexico to stop. | asked | REQUEST | Norland | Mexico | actual
The group called on Sudovia to release 41 traders. | called on | REQUEST | The group | Sudovia | actual
Civilians are facing air strikes by the regime. | air strikes | ASSAULT | the regime | Civilians | actual
An official in Nairobi, who resigned, praised Sudovia. | resigned | RESIGN | An official | | actual
"We bombed a camp," said Ivo Brandt, a spokesman for the navy. | bombed | ASSAULT | the navy | | actual
Norland's Operation Iron Gate killed 30 rebels. | Operation Iron Gate | ASSAULT | Norland | 30 rebels | actual
The minister dismissed the claim. | dismissed | REJECT | The minister | | actual
The agency warned of floods. | warned | SAY | The agency | | actual
The army launched a military campaign against the rebels. | launched | ASSAULT | The army | the rebels | actual
The militia claimed the bombing. | claimed | SAY | The militia | | actual
The minister called the vote a mistake. | called | ACCUSE | The minister | | actual
The party needs two partners to govern. | needs | OTHER | The party | | actual
Her deputy is expected to lead the party. | expected | OTHER | | Her deputy | actual
Norland will send troops to guard the cable. | send | MOBILIZE | Norland | troops | future
The agency warned that ships might damage cables. | warned | SAY | The agency | | actual
A trader asked not to be named. | asked | OTHER | A trader | | actual
The unions held a general strike. | held | PROTEST | The unions | | actual
Norland deployed troops along its border with Sudovia. | deployed | MOBILIZE | Norland | troops | actual
The navy and the air force held joint exercises. | held | COOPERATE | The navy, the air force | | actual
Norland shared intelligence with Sudovia. | shared | COOPERATE | Norland | Sudovia | actual
The police fired tear gas at the protesters. | fired | ASSAULT | The police | the protesters | actual
Militants set fire to a bus. | set | ASSAULT | Militants | | actual
Police said that rebels planted a bomb in front of a church in Kalvar. | planted | ASSAULT | rebels | | actual
Rebels captured the town of Kalvar. | captured | ASSAULT | Rebels | | actual
The finance minister resigned on Friday. | resigned | RESIGN | The finance minister | | actual
The president sacked the finance minister. | sacked | RESIGN | The president | the finance minister | actual
Anna Berg was appointed finance minister by the president. | appointed | APPOINT | the president | Anna Berg | actual
The board named Anna Berg as chief executive. | named | APPOINT | The board | Anna Berg | actual
A bus plunged into a ravine, killing at least 12 passengers. | plunged | DISASTER | | at least 12 passengers | actual
An earthquake killed 40 people in Kalvar. | killed | DISASTER | | 40 people | actual
Rebels kill six soldiers in Kalvar | kill | ASSAULT | Rebels | six soldiers | actual
Rebels attack army base near Kalvar | attack | ASSAULT | Rebels | | actual
Norland rejects peace plan | rejects | REJECT | Norland | | actual
Norland to withdraw troops from Sudovia | withdraw | AGREE | Norland | Sudovia | future
Parliament approved airstrikes on the rebels. | airstrikes | ASSAULT | | the rebels | possible
Troops were preparing to evacuate staff. | evacuate | AGREE | Troops | staff | future
The women were found at home, with Adam Holt arrested shortly afterwards. | arrested | COERCE | | Adam Holt | actual
He is in court over the murders of Ada Meek, 58, and Eva Holt, 20. | murders | ASSAULT | | Ada Meek, Eva Holt | actual
He dismissed speculation that the virus was spreading. | dismissed | REJECT | | | actual
The actress was engaged to a host in 2001. | engaged | OTHER | | The actress | actual
"I have to pay tribute to him," Olm said. | pay tribute | SUPPORT | Olm | | actual
Lena Hart attacked Tom Brook in a speech. | attacked | ACCUSE | Lena Hart | Tom Brook | actual
A gunman attacked Tom Brook. | attacked | ASSAULT | A gunman | Tom Brook | actual
Judge Lena Hart has clashed with Tom Brook throughout the trial. | clashed | OTHER | Lena Hart | Tom Brook | actual
The minister blasted Norway for bombing the port. | bombing | ASSAULT | Norway | | actual
The minister lashed out at Norway for bombing the port. | bombing | ASSAULT | Norway | | actual
The Cold War had ended. | Cold War | OTHER | | | actual
The jury found Tom Brook not guilty. | found | CONCEDE | The jury | Tom Brook | actual
Tom Brook was found guilty of murder by a jury. | found | SANCTION | a jury | Tom Brook | actual
Tom Brook has not been found guilty. | found | SANCTION | | Tom Brook | negated
Prosecutors rarely sue the council. | sue | OTHER | Prosecutors | the council | actual
Lena Hart was shot dead on Monday as she was leaving her office. | shot | ASSAULT | | Lena Hart | actual
The minister has ordered a review of the rules. | ordered | REQUEST | The minister | | actual
The chairman was forced out of the company. | forced | RESIGN | | The chairman | actual
"""
ROWS = [tuple(cell.strip() for cell in line.split("|")) for line in TABLE.strip().splitlines()]


@pytest.mark.parametrize("row", ROWS, ids=[f"{row[1]}: {row[0]}" for row in ROWS])
def test_hard_sentences(extract: Extract, row: tuple[str, ...]) -> None:
    sentence, trigger, kind, agents, targets, factuality = row
    record = extract(sentence, published="2025-03-12")
    event = event_of(record, trigger)
    assert event.kind == kind
    assert ", ".join(names(record, event.agents)) == agents
    assert ", ".join(names(record, event.targets)) == targets
    assert event.factuality == factuality


@pytest.mark.parametrize(
    ("sentence", "place"),
    [
        ("Rebels captured the port.", "the port"),
        ("The army shelled the village.", "the village"),
        ("The army shelled a hospital.", "a hospital"),
    ],
)
def test_a_place_that_is_struck_is_where_it_happened(extract: Extract, sentence: str, place: str) -> None:
    record = extract(sentence, published="2025-03-12")
    event = next(e for e in record.events if e.kind == "ASSAULT")
    assert (names(record, event.places), event.targets, event.place_reason) == ([place], (), "struck")


def test_the_dead_are_no_state_of_who_tells_of_them(extract: Extract) -> None:
    for event in extract("The announcer says that besides the dead, there are several people missing.").events:
        assert "killed" not in event.counts
        assert event.text != "are" or not event.agents


def test_nobody_does_it_to_himself_by_a_pronoun(extract: Extract) -> None:
    for event in extract("Quill sat down. Marsh attacked his house on Monday.", published="2025-03-12").events:
        assert not set(event.agents) & set(event.targets)


HEADLINES = """
Troops clash with rebels in Goma | clash | ASSAULT | Troops | rebels | {}
Karelian MPs advised not to visit Norland | advised | REQUEST | | Karelian MPs | {}
Mayor urged to quit | urged | REQUEST | | Mayor | {}
Editor jailed in Nairobi over report | jailed | SANCTION | | Editor | {'detained': 1}
Police shot at crowd in Nairobi | shot | ASSAULT | Police | crowd | {}
Rebels kidnap editor in Nairobi | kidnap | ASSAULT | Rebels | editor | {'detained': 1}
Police raid arrests in Nairobi as envoy visits | arrests | COERCE | | | {}
Five hurt in Lagos blast | blast | ASSAULT | | | {'injured': 5}
"""
HEADLINE_ROWS = [[cell.strip() for cell in line.split("|")] for line in HEADLINES.strip().splitlines()]


@pytest.mark.parametrize("row", HEADLINE_ROWS, ids=[row[0] for row in HEADLINE_ROWS])
def test_headlines(extract: Extract, row: list[str]) -> None:
    record = extract(row[0] + "\n\nThe council met in Arusha on Monday.", published="2026-03-04")
    event = event_of(record, row[1])
    assert event.kind == row[2]
    assert ", ".join(names(record, event.agents)) == row[3]
    assert ", ".join(names(record, event.targets)) == row[4]
    assert event.counts == ast.literal_eval(row[5])


def test_examples_are_not_counted_again(extract: Extract) -> None:
    record = extract("The blast killed four civilians, among them a woman and her infant son.")
    assert event_of(record, "killed").counts == {"killed": 4}


def test_a_year_is_no_toll(extract: Extract) -> None:
    record = extract("She was convicted of the 2019 murder of two journalists.")
    assert event_of(record, "murder").counts == {"killed": 2}


@pytest.mark.parametrize(
    ("text", "trigger", "time"),
    [
        ("Peru closed the border until Friday.", "closed", None),
        ("Peru's minister called for protests next week.", "called for", None),
        ("The tram crashed during the morning commute on Friday.", "crashed", "2025-12-05"),
        ("The banker was convicted in June 1998 of murder.", "murder", None),
        ("The banker was convicted in June 1998 of murder.", "convicted", "1998-06"),
        ("Ruiz was prosecuted under the Firearms Act 1996.", "prosecuted", None),
    ],
)
def test_times_of_other_things(extract: Extract, text: str, trigger: str, time: str | None) -> None:
    assert event_of(extract(text, published="2025-12-08"), trigger).time == time


def test_the_toll_of_one_raid_is_not_that_of_another_attack(extract: Extract) -> None:
    text = "Officials counted 12 dead in a raid in Gao and reported panic after an attack in Lima."
    assert "killed" not in event_of(extract(text), "attack").counts


@pytest.mark.parametrize("text", ["Lena Marsh, ², was jailed.", "² dead after an attack in Gao."])
def test_a_footnote_mark_is_no_number(extract: Extract, text: str) -> None:
    assert all(event.counts in ({}, {"detained": 1}) for event in extract(text).events)


@pytest.mark.parametrize(
    ("sentence", "places", "reason"),
    [
        ("Raiders shot four herders near Wamba on Friday.", ["Wamba"], "near"),
        ("A mine blew up a truck outside the town of Sebha, killing two soldiers.", ["Sebha"], "near"),
        ("Rebels ambushed a patrol 20 km south of Kidal.", ["Kidal"], "near"),
        ("In May, rebels attacked the power line near Kidal and killed three soldiers.", ["Kidal"], "near"),
        ("Rebels killed a dozen villagers in the south of Mali.", ["Mali"], "clause"),
        ("Gunmen killed three guards in Sebha, near Murzuq.", ["Sebha"], "clause"),
    ],
)
def test_near_a_place_is_not_in_it(extract: Extract, sentence: str, places: list[str], reason: str) -> None:
    record = extract(sentence)
    placed = [event for event in record.events if event.places]
    assert placed
    for event in placed:
        assert names(record, event.places)[-1:] == places and event.place_reason == reason


def test_a_verb_in_a_title_is_no_event(extract: Extract) -> None:
    record = extract("The studio wants a sequel, Catching Fire, next year.")
    assert "Catching" not in " ".join(event.text for event in record.events)


@pytest.mark.parametrize(
    ("text", "trigger", "kind"),
    [
        ("A storm hit the coast on Monday. Six people were killed.", "killed", "DISASTER"),
        ("A quake shook Peru. It destroyed hundreds of houses.", "destroyed", "DISASTER"),
        ("A storm hit the coast. Gunmen stormed a bank. Six people were killed.", "killed", "ASSAULT"),
        ("A storm hit the coast. Six people were killed by gunmen.", "killed", "ASSAULT"),
    ],
)
def test_harm_that_nobody_did_in_the_story_of_a_disaster_is_part_of_it(
    extract: Extract, text: str, trigger: str, kind: str
) -> None:
    assert event_of(extract(text), trigger).kind == kind


def test_players_attack_nobody(extract: Extract) -> None:
    game = "The league coach praised the goalkeeper. The striker injured Ruiz. A fan stabbed Marsh."
    record = extract(game)
    assert event_of(record, "injured").kind == "OTHER"
    assert event_of(record, "stabbed").kind == "ASSAULT"


def test_a_spate_of_deeds_is_not_one_of_them(extract: Extract) -> None:
    record = extract("Thieves robbed a shop in Nice after a spate of robberies. The robbery took two minutes.")
    assert event_of(record, "robbery").same_as != event_of(record, "robberies").id


def test_where_another_event_will_be_is_not_where_it_happened(extract: Extract) -> None:
    assert event_of(extract("Ruiz was arrested a day before a match in Lima."), "arrested").places == ()


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("About 2.5 million people were displaced in Bihar.", {"displaced": 2500000}),
        ("Police evacuated one building.", {}),
    ],
)
def test_millions_with_a_point_and_houses(extract: Extract, text: str, counts: dict[str, int]) -> None:
    assert [event.counts for event in extract(text).events] == [counts]


def test_whom_a_rule_is_about_is_told_of_no_deed(extract: Extract) -> None:
    record = extract("Any foreigner suspected of links with terrorism can be detained. Anyone arrested is fined.")
    assert {e.text: e.kind for e in record.events if e.text in ("suspected", "arrested")} == {
        "suspected": "OTHER", "arrested": "OTHER",
    }  # fmt: skip
    record = extract("Police freed every man arrested on Monday.")
    assert next(e.kind for e in record.events if e.text == "arrested") == "COERCE"
