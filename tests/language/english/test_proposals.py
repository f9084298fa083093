"""Proposals: real sentences in, exact records out."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

from newsgraph.record_lines import read_records
from newsgraph.records import Proposal, Record

Extract = Callable[..., Record]

FOUND = [
    (
        "Kenya is ready to negotiate with the rebels.",
        "offer", ("Kenya",), (), "negotiate with the rebels",
    ),
    (
        "The World Bank was prepared to pay for the repairs.",
        "pledge", ("World Bank",), (), "pay for the repairs",
    ),
    (
        "The Norwegian government is to close two schools.",
        "plan", ("Norwegian government",), (), "close two schools",
    ),
    (
        "Norway's agency issued a call to reduce production.",
        "urge", ("Norway's agency",), (), "reduce production",
    ),
    (
        "Norway has ruled out selling its ports.",
        "pledge", ("Norway",), (), "selling its ports",
    ),
    (
        "The union said it strongly opposes closing the mine.",
        "urge", ("it",), (), "closing the mine",
    ),
    (
        "The premier told reporters the flood underlines the need to rebuild the dam.",
        "urge", ("The premier",), (), "rebuild the dam",
    ),
    (
        "The mayor announced that she would stand down in May.",
        "pledge", ("she",), (), "stand down in May",
    ),
    (
        "Peru encouraged Chile not to cut its tariffs in March when it lowered its own.",
        "urge", ("Peru",), ("Chile",), "cut its tariffs in March",
    ),
    (
        "The minister has announced plans to sell two ports, in a move branded a surrender by the unions.",
        "plan", ("The minister",), (), "sell two ports",
    ),
    (
        "Norway put pressure on Sweden to open the dam.",
        "urge", ("Norway",), ("Sweden",), "open the dam",
    ),
    (
        "The airline said it has to close two hangars.",
        "urge", ("The airline",), (), "close two hangars",
    ),
    (
        "The minister said she would sign the treaty although the opposition has attacked its cost.",
        "pledge", ("she",), (), "sign the treaty",
    ),
    (
        "The rebels threatened to shell the port, as the siege of the city enters its third month.",
        "pledge", ("The rebels",), (), "shell the port",
    ),
    (
        "The union demanded that the mine be closed because its owner wants to sell it.",
        "demand", ("The union",), (), "the mine be closed",
    ),
    (
        "The senator demanded an inquiry into claims the vote in Lund was rigged.",
        "demand", ("The senator",), (), "an inquiry into claims the vote in Lund was rigged",
    ),
    (
        "The minister vowed the five rebels would stay in prison.",
        "pledge", ("The minister",), (), "the five rebels would stay in prison",
    ),
    (
        "The minister explained how the government intends to rebuild the dam.",
        "plan", ("government",), (), "rebuild the dam",
    ),
    (
        "The minister said the union's first priority must be protecting its rivers.",
        "urge", ("The minister",), ("union",), "protecting its rivers",
    ),
    (
        "The ombudsman said the tenants should be able to appeal.",
        "urge", ("The ombudsman",), (), "the tenants should be able to appeal",
    ),
    (
        "The senator filed a suit accusing two firms of spying on lawyers and requested an investigation.",
        "urge", ("The senator",), (), "an investigation",
    ),
    (
        "The utility is seeking 40 million euros in damages.",
        "urge", ("The utility",), (), "40 million euros in damages",
    ),
    (
        "The mayor has committed $3 million to the shelters.",
        "pledge", ("The mayor",), (), "$3 million to the shelters",
    ),
    (
        "The court stipulated that the states had to report every year.",
        "demand", ("The court",), (), "report every year",
    ),
    (
        "Berg announced plans this week to give two ships to the navy.",
        "plan", ("Berg",), (), "give two ships to the navy",
    ),
    (
        "Ghana has requested assistance from the World Bank.",
        "urge", ("Ghana",), ("World Bank",), "assistance from the World Bank",
    ),
    (
        "Parliament has asked the bank's watchdog to look into the loans.",
        "urge", ("Parliament",), ("the bank's watchdog",), "look into the loans",
    ),
    (
        "Latvia wants 5 million euros in damages, the daily reported.",
        "urge", ("Latvia",), (), "5 million euros in damages",
    ),
    (
        "The Finnish government is intent on closing the border.",
        "plan", ("Finnish government",), (), "closing the border",
    ),
    (
        "Why does the Finnish government want to close the border?",
        "plan", ("Finnish government",), (), "close the border",
    ),
    (
        '"What the army needs to do is open the road," Ida Lund said.',
        "urge", ("Ida Lund",), ("the army",), "open the road",
    ),
    (
        '"All we are asking for is a fair trial," Ida Lund said.',
        "urge", ("Ida Lund",), (), "a fair trial",
    ),
    (
        "Reforms of the courts were also necessary, the minister said.",
        "urge", ("the minister",), (), "Reforms of the courts",
    ),
    (
        "Ida Lund said it was time to end the blockade.",
        "urge", ("Ida Lund",), (), "end the blockade",
    ),
    (
        "The commission said the mines would have to be closed.",
        "urge", ("The commission",), (), "the mines would have to be closed",
    ),
    (
        "The White House said the floods show the need for a new dam.",
        "urge", ("White House",), (), "a new dam",
    ),
    (
        "The agency, which aims to protect the forests, opened an office in Quito.",
        "plan", ("The agency",), (), "protect the forests",
    ),
    (
        "The Finnish minister suggested that the asylum seekers be housed in barracks.",
        "propose", ("The Finnish minister",), (), "the asylum seekers be housed in barracks",
    ),
    (
        "The chairman demanded cancelling the licence of the mine.",
        "demand", ("The chairman",), (), "cancelling the licence of the mine",
    ),
    (
        "Oxfam stated that it will keep feeding the villages.",
        "pledge", ("it",), (), "keep feeding the villages",
    ),
    (
        "The senator called on Bolivia to \"stop the raids\" and free the miners.",
        "urge", ("The senator",), ("Bolivia",), "\"stop the raids\" and free the miners",
    ),
    (
        "The mayor promised to rebuild the school after the river flooded it.",
        "pledge", ("The mayor",), (), "rebuild the school",
    ),
    (
        "Chad announced some counter-measures and proposed a number of cross-border patrols.",
        "propose", ("Chad",), (), "a number of cross-border patrols",
    ),
    (
        "The minister pointed to the need for stricter border controls.",
        "urge", ("The minister",), (), "stricter border controls",
    ),
    (
        "The prosecution has asked the court to call another witness.",
        "urge", ("The prosecution",), ("the court",), "call another witness",
    ),
    (
        '"We know that the US and Norway promised to guard the border," the envoy said.',
        "pledge", ("US", "Norway"), (), "guard the border",
    ),
    # text, act, proposers, addressees, content
    (
        "The crowd demanded that Zabala-Orosco resign.",
        "demand", ("The crowd",), ("Zabala-Orosco",), "resign",
    ),
    (
        "Latvia's main opposition party called Monday for an early general election.",
        "urge", ("Latvia's main opposition party",), (), "an early general election",
    ),
    (
        "Prime Minister Zoran Benko said he will go ahead with the railway.",
        "pledge", ("he",), (), "go ahead with the railway",
    ),
    (
        "The senators called on President Bello to declare a state of emergency, following an attack on a school.",
        "urge", ("The senators",), ("Bello",), "declare a state of emergency",
    ),
    (
        "Amnesty International has called on Belarus to free the poet Alena Karp.",
        "urge", ("Amnesty International",), ("Belarus",), "free the poet Alena Karp",
    ),
    (
        "Education Minister Colin Reed promised that no teacher would lose pay.",
        "pledge", ("Colin Reed",), (), "no teacher would lose pay",
    ),
    (
        "France wants to see Chad hold elections.",
        "urge", ("France",), ("Chad",), "hold elections",
    ),
    (
        'Kamran Azizi warned Britain against "playing with fire".',
        "urge", ("Kamran Azizi",), ("Britain",), "playing with fire",
    ),
    (
        "Norway on Wednesday rejected an offer by Kenya to host peace talks with Chad.",
        "offer", ("Kenya",), (), "host peace talks with Chad",
    ),
    (
        "Egypt welcomed the offer of Kenya to mediate.",
        "offer", ("Kenya",), (), "mediate",
    ),
    (
        "Denmark and Portugal refused a government proposal to cut the cod catch by half.",
        "propose", ("government",), (), "cut the cod catch by half",
    ),
    (
        "Amina Okoth, Kenya's foreign minister, offered on Monday to host peace talks in Nairobi.",
        "offer", ("Amina Okoth",), (), "host peace talks in Nairobi",
    ),
    (
        "Thousands marched through the capital on Saturday to demand fresh elections and the resignation of the mayor.",
        "demand", ("Thousands",), (), "fresh elections and the resignation of the mayor",
    ),
    (
        "Mrs Adde said the observers must have access to both sides of the border.",
        "urge", ("Adde",), (), "the observers must have access to both sides of the border",
    ),
    (
        'A spokesman for the Norwegian ministry said: "We will not negotiate under fire."',
        "pledge", ("the Norwegian ministry",), (), "negotiate under fire",
    ),
    (
        "Germany has suggested a gradual increase over ten years.",
        "propose", ("Germany",), (), "a gradual increase over ten years",
    ),
    (
        'Libya called on Tunis to stop "provocations".',
        "urge", ("Libya",), ("Tunis",), 'stop "provocations"',
    ),
    (
        "Norwegian Foreign Minister Ingrid Solberg urged Sudan to open its borders to aid convoys.",
        "urge", ("Ingrid Solberg",), ("Sudan",), "open its borders to aid convoys",
    ),
    (
        "The African Union called on both sides to return to the negotiating table.",
        "urge", ("African Union",), ("both sides",), "return to the negotiating table",
    ),
    (
        "Bolivia called for an immediate ceasefire in Yemen.",
        "urge", ("Bolivia",), (), "an immediate ceasefire in Yemen",
    ),
    (
        "Amnesty International called for Egypt to release the journalists.",
        "urge", ("Amnesty International",), ("Egypt",), "release the journalists",
    ),
    (
        "President Arce proposed a regional summit on migration.",
        "propose", ("Arce",), (), "a regional summit on migration",
    ),
    (
        "The senator proposed that Congress create an independent commission.",
        "propose", ("The senator",), ("Congress",), "create an independent commission",
    ),
    (
        "Kenya demanded that Somalia withdraw its troops from the border area.",
        "demand", ("Kenya",), ("Somalia",), "withdraw its troops from the border area",
    ),
    (
        "The opposition demanded the resignation of Interior Minister Pavel Novak.",
        "demand", ("The opposition",), (), "the resignation of Interior Minister Pavel Novak",
    ),
    (
        "A court in Lagos ordered the government to publish the contracts.",
        "demand", ("A court",), ("the government",), "publish the contracts",
    ),
    (
        "The World Bank recommended that Ghana cut fuel subsidies.",
        "recommend", ("World Bank",), ("Ghana",), "cut fuel subsidies",
    ),
    (
        "Brazil offered to mediate between Venezuela and Guyana.",
        "offer", ("Brazil",), (), "mediate between Venezuela and Guyana",
    ),
    (
        "Turkey offered Greece a joint patrol of the strait.",
        "offer", ("Turkey",), (), "a joint patrol of the strait",
    ),
    (
        "Prime Minister Lena Berg vowed to cut emissions by 2030.",
        "pledge", ("Lena Berg",), (), "cut emissions by 2030",
    ),
    (
        "The rebels threatened to attack oil tankers unless the blockade is lifted.",
        "pledge", ("The rebels",), (), "attack oil tankers unless the blockade is lifted",
    ),
    (
        "Finland plans to close its eastern border.",
        "plan", ("Finland",), (), "close its eastern border",
    ),
    (
        "The ministry intends to raise the minimum wage next year.",
        "plan", ("The ministry",), (), "raise the minimum wage next year",
    ),
    (
        "Canada wants China to free the two men.",
        "urge", ("Canada",), ("China",), "free the two men",
    ),
    (
        '"Iran must allow the inspectors to return," said EU envoy Marta Klein.',
        "urge", ("Marta Klein",), ("Iran",), "allow the inspectors to return",
    ),
    (
        "Mr Osei said the army should stay out of politics.",
        "urge", ("Osei",), ("the army",), "stay out of politics",
    ),
    (
        '"We must not abandon the people of Gaza," Senator Ruth Hale said.',
        "urge", ("Ruth Hale",), (), "abandon the people of Gaza",
    ),
    (
        '"It is vital that Ethiopia and Eritrea keep the peace," the secretary-general said.',
        "urge", ("the secretary-general",), ("Ethiopia", "Eritrea"), "keep the peace",
    ),
    (
        '"It is essential for Russia to respect the truce," said Foreign Minister Jan Kos.',
        "urge", ("Jan Kos",), ("Russia",), "respect the truce",
    ),
    (
        "The Foreign Secretary stressed the need for a political solution in Libya.",
        "urge", ("The Foreign Secretary",), (), "a political solution in Libya",
    ),
    (
        "The spokesman underlined the need to protect civilians.",
        "urge", ("The spokesman",), (), "protect civilians",
    ),
    (
        "\"It's time to lift the sanctions,\" Hungary's prime minister said.",
        "urge", ("prime minister",), (), "lift the sanctions",
    ),
    (
        "Japan remains committed to reducing its dependence on coal.",
        "pledge", ("Japan",), (), "reducing its dependence on coal",
    ),
    (
        "Germany is determined to defend NATO's eastern flank.",
        "pledge", ("Germany",), (), "defend NATO's eastern flank",
    ),
    (
        "Foreign Minister Park's call for talks with North Korea drew criticism.",
        "urge", ("Foreign Minister Park",), (), "talks with North Korea",
    ),
    (
        "Macron's proposal to send peacekeepers to Mali was debated on Monday.",
        "propose", ("Macron",), (), "send peacekeepers to Mali",
    ),
    (
        "The government's plan to privatise the railways has angered unions.",
        "plan", ("The government",), (), "privatise the railways",
    ),
    (
        "The UN Security Council adopted a resolution. The resolution demands that all parties end hostilities.",
        "demand", ("UN Security Council",), ("all parties",), "end hostilities",
    ),
    (
        '"Stop the bombing of hospitals now," Dr Keller said in Aleppo.',
        "urge", ("Keller",), (), "Stop the bombing of hospitals now",
    ),
    (
        '"We will never negotiate with terrorists," Defence Minister Omar Khalil said.',
        "pledge", ("Omar Khalil",), (), "negotiate with terrorists",
    ),
    (
        "Poland said it would send tanks to Ukraine.",
        "pledge", ("it",), (), "send tanks to Ukraine",
    ),
    (
        "The president announced that the government will build 20,000 homes.",
        "pledge", ("the government",), (), "build 20,000 homes",
    ),
    (
        "Officials were urged by the UN to investigate the killings.",
        "urge", ("UN",), ("Officials",), "investigate the killings",
    ),
    (
        "Pakistan was asked by Washington to close the camps.",
        "urge", ("Washington",), ("Pakistan",), "close the camps",
    ),
    (
        "Nepal asked India to lift the blockade, but Delhi refused.",
        "urge", ("Nepal",), ("India",), "lift the blockade",
    ),
    (
        "The mayor appealed to residents to remain calm.",
        "urge", ("The mayor",), ("residents",), "remain calm",
    ),
    (
        "The Arab League warned Israel not to annex the valley.",
        "urge", ("Arab League",), ("Israel",), "annex the valley",
    ),
    (
        "Doctors Without Borders warned against closing the border.",
        "urge", ("Doctors Without Borders",), (), "closing the border",
    ),
    (
        "Human rights groups pressed Myanmar to free political prisoners.",
        "urge", ("Human rights groups",), ("Myanmar",), "free political prisoners",
    ),
    (
        "The US discouraged allies from buying Russian gas.",
        "urge", ("US",), ("allies",), "buying Russian gas",
    ),
    (
        "Thousands marched in Lima to demand new elections.",
        "demand", ("Thousands",), (), "new elections",
    ),
    (
        "The EU insisted on free elections in Belarus.",
        "demand", ("EU",), (), "free elections in Belarus",
    ),
    (
        "France, Spain and Italy urged Algeria and Morocco to resume talks.",
        "urge", ("France", "Spain", "Italy"), ("Algeria", "Morocco"), "resume talks",
    ),
    (
        '"An independent investigation is needed," said UN rapporteur Alice Moyo.',
        "urge", ("Alice Moyo",), (), "An independent investigation",
    ),
    (
        '"The country needs a new constitution," opposition leader Tariq Aziz said.',
        "urge", ("Tariq Aziz",), (), "a new constitution",
    ),
    (
        "Lebanon's prime minister promised that his cabinet would resign.",
        "pledge", ("prime minister",), (), "resign",
    ),
    (
        "UN chief calls for restraint in Kashmir",
        "urge", ("UN chief",), (), "restraint in Kashmir",
    ),
    (
        "The president needs to explain the deal to parliament, said MP Carol Diaz.",
        "urge", ("Carol Diaz",), ("The president",), "explain the deal to parliament",
    ),
    (
        '"I ask all Colombians to vote in peace," President Petro said.',
        "urge", ("I",), ("Colombians",), "vote in peace",
    ),
    (
        '"Our aim is to end the occupation," said Hamas leader Khalil Hayya.',
        "plan", ("Khalil Hayya",), (), "end the occupation",
    ),
    (
        "A spokesman for the European Commission said member states should share the burden.",
        "urge", ("European Commission",), ("member states",), "share the burden",
    ),
    (
        "The ruling party wants to change the constitution.",
        "plan", ("The ruling party",), (), "change the constitution",
    ),
    (
        "The minister rejected a call by Human Rights Watch for an inquiry.",
        "urge", ("Human Rights Watch",), (), "an inquiry",
    ),
    (
        "Teachers in Chile demanded higher pay.",
        "demand", ("Teachers",), (), "higher pay",
    ),
    (
        "The committee recommends that the council should sell the building.",
        "recommend", ("The committee",), ("the council",), "sell the building",
    ),
    (
        "The committee's recommendation that the council sell the building was published.",
        "recommend", ("The committee",), ("the council",), "sell the building",
    ),
    (
        "The president has a responsibility to end the war, Bishop Desmond Khumalo said.",
        "urge", ("Desmond Khumalo",), ("The president",), "end the war",
    ),
    (
        "Any agreement must be ratified by parliament, Speaker Anna Weiss said.",
        "urge", ("Anna Weiss",), ("parliament",), "Any agreement must be ratified by parliament",
    ),
    (
        '"No journalist should be jailed for doing his job," the press union said.',
        "urge", ("the press union",), (), "No journalist should be jailed for doing his job",
    ),
    (
        "There must be a full investigation, said Senator Lopez.",
        "urge", ("Lopez",), (), "There must be a full investigation",
    ),
    (
        "The two ministers underlined the need for dialogue between Armenia and Azerbaijan.",
        "urge", ("The two ministers",), ("Armenia", "Azerbaijan"), "dialogue between Armenia and Azerbaijan",
    ),
    (
        "Bahrain called for an end to Iran's support for the militia.",
        "urge", ("Bahrain",), ("Iran",), "an end to Iran's support for the militia",
    ),
    (
        "Washington is pressuring Baghdad to disband the militias.",
        "urge", ("Washington",), ("Baghdad",), "disband the militias",
    ),
    (
        "The chancellor advised Britons against travelling to Sudan.",
        "recommend", ("The chancellor",), ("Britons",), "travelling to Sudan",
    ),
    (
        "The archbishop pleaded with the kidnappers to free the children.",
        "urge", ("The archbishop",), ("the kidnappers",), "free the children",
    ),
    (
        "The Philippines and Vietnam proposed holding joint exercises.",
        "propose", ("Philippines", "Vietnam"), (), "holding joint exercises",
    ),
    (
        "Greenpeace is calling on governments to ban deep-sea mining by 2030.",
        "urge", ("Greenpeace",), ("governments",), "ban deep-sea mining by 2030",
    ),
    (
        "The emir has offered to host peace talks.",
        "offer", ("The emir",), (), "host peace talks",
    ),
    (
        "China said it would retaliate if the tariffs took effect.",
        "pledge", ("it",), (), "retaliate if the tariffs took effect",
    ),
    (
        "The union's demands for higher wages were ignored.",
        "demand", ("The union",), (), "higher wages",
    ),
    (
        "In his speech, the pope made an appeal to rich nations to cancel debts.",
        "urge", ("the pope",), ("rich nations",), "cancel debts",
    ),
    (
        "Serbia insists that Kosovo be placed under UN control.",
        "demand", ("Serbia",), (), "Kosovo be placed under UN control",
    ),
    (
        "The activists petitioned the governor to stop the dam.",
        "urge", ("The activists",), ("the governor",), "stop the dam",
    ),
    (
        "The commission ordered an investigation into the crash.",
        "demand", ("The commission",), (), "an investigation into the crash",
    ),
    (
        "A bill sponsored by Senator Ruth Hale to ban assault rifles was rejected by the House.",
        "propose", ("Ruth Hale",), (), "A bill sponsored by Senator Ruth Hale to ban assault rifles",
    ),
    (
        "The drug ought to be banned, Dr Vega said.",
        "urge", ("Vega",), (), "The drug ought to be banned",
    ),
    (
        "It is vital that no-one moves a horse in this state, the minister said.",
        "urge", ("the minister",), (), "no-one moves a horse in this state",
    ),
    (
        '"We do not want people to panic," Health Minister Vallo said.',
        "urge", ("Vallo",), ("people",), "panic",
    ),
    (
        "More investigation is required, the coroner said.",
        "urge", ("the coroner",), (), "More investigation",
    ),
    (
        "The protesters carried banners urging the president to resign.",
        "urge", ("The protesters",), ("the president",), "resign",
    ),
    (
        "We reiterate our call on all parties to refrain from violence.",
        "urge", (), ("all parties",), "refrain from violence",
    ),
    (
        "The G7 leaders reaffirmed their commitment to ending coal subsidies by 2030.",
        "pledge", ("their",), (), "ending coal subsidies by 2030",
    ),
    (
        "Ministers have been urged by doctors to delay the reform.",
        "urge", ("doctors",), ("Ministers",), "delay the reform",
    ),
    (
        "Senators Bob Hale and Ann Cruz have introduced a bill to ban the export of shark fins.",
        "propose", ("Bob Hale", "Ann Cruz"), (), "ban the export of shark fins",
    ),
    (
        "\"We're going to rebuild every school,\" President Salas said.",
        "pledge", ("Salas",), (), "rebuild every school",
    ),
    (
        '"Nobody will be left behind," the finance minister promised.',
        "pledge", ("the finance minister",), (), "Nobody will be left behind",
    ),
    (
        '"My government will introduce a law against corruption," the new prime minister said.',
        "pledge", ("My government",), (), "introduce a law against corruption",
    ),
    (
        "It is imperative that the international community acts now, Amnesty said.",
        "urge", ("Amnesty",), ("the international community",), "acts now",
    ),
    (
        "Pope calls on leaders to end Congo war",
        "urge", ("Pope",), ("leaders",), "end Congo war",
    ),
    (
        "The inquiry's main recommendation is that the agency be abolished.",
        "recommend", ("The inquiry",), (), "the agency be abolished",
    ),
    (
        "Hezbollah leader Hassan Karim threatened Israel with retaliation.",
        "pledge", ("Hassan Karim",), (), "retaliation",
    ),
    (
        "The IMF said Argentina needed to reform its tax system.",
        "urge", ("IMF",), ("Argentina",), "reform its tax system",
    ),
    (
        "The ECB president argued for a common deposit scheme.",
        "urge", ("The ECB president",), (), "a common deposit scheme",
    ),
    (
        '"We demand justice for our son," his mother said.',
        "demand", ("his mother",), (), "justice for our son",
    ),
    (
        "The Liberal Democrats, meanwhile, want the voting age lowered to 16.",
        "urge", ("Liberal Democrats",), (), "the voting age lowered to 16",
    ),
    (
        "A spokeswoman for the UNHCR urged neighbouring countries to keep their borders open.",
        "urge", ("UNHCR",), ("neighbouring countries",), "keep their borders open",
    ),
    (
        "Mrs Keita proposed to the council that the school be renamed.",
        "propose", ("Keita",), (), "the school be renamed",
    ),
    (
        "Demands from Catalonia for a vote have grown louder.",
        "demand", ("Catalonia",), (), "a vote",
    ),
    (
        '"If they attack, we will respond with force," Colonel Ali said.',
        "pledge", ("Ali",), (), "respond with force",
    ),
    (
        "Peace talks must start without preconditions, according to the AU.",
        "urge", ("AU",), (), "Peace talks must start without preconditions",
    ),
    (
        "According to the bishop, the army should withdraw.",
        "urge", ("the bishop",), ("the army",), "withdraw",
    ),
    (
        "The government assured the unions that wages would not be cut.",
        "pledge", ("The government",), (), "wages would not be cut",
    ),
    (
        "The envoy proposed a joint fund to rebuild the ports and train sailors.",
        "propose", ("The envoy",), (), "a joint fund to rebuild the ports and train sailors",
    ),
    (
        "Norway will give $20 million, bringing its aid to $90 million, the Norwegian foreign minister said.",
        "pledge", ("Norway",), (), "give $20 million",
    ),
    (
        '"The people of Chad need the donors to keep their word," said aid chief Nadia Sow.',
        "urge", ("Nadia Sow",), ("the donors",), "keep their word",
    ),
]  # fmt: skip

# text, then act, proposers, addressees and content of each of its proposals
SEVERAL: list[tuple[str, list[tuple[str, list[str], list[str], str]]]] = [
    (
        "Norway called on Chad to open the camps, and on Niger to let the convoys pass.",
        [
            ("urge", ["Norway"], ["Chad"], "open the camps"),
            ("urge", ["Norway"], ["Niger"], "let the convoys pass"),
        ],
    ),
    (
        "The Security Council met on Monday. The resolution calls on Chad to withdraw its troops.",
        [("urge", ["Security Council"], ["Chad"], "withdraw its troops")],
    ),
    ('"I hear it from both sides, so it must be fair," said Arno Felk.', []),
    ("Arno Felk said the church was ready to help.", []),
    (
        "Peru demanded that Chile open the crossing and that Bolivia publish the treaty.",
        [
            ("demand", ["Peru"], ["Chile"], "open the crossing"),
            ("demand", ["Peru"], ["Bolivia"], "publish the treaty"),
        ],
    ),
    (
        "The bishop said that bombs would not bring security and demanded a debate in parliament.",
        [("demand", ["The bishop"], [], "a debate in parliament")],
    ),
    (
        "Norway urged both sides to protect civilians and asked Kenya to send aid.",
        [
            ("urge", ["Norway"], ["both sides"], "protect civilians"),
            ("urge", ["Norway"], ["Kenya"], "send aid"),
        ],
    ),
]
NONE = [
    ("The Norwegian government is yet to close the schools.", "what is not done yet"),
    ("The Norwegian government is to meet the unions on Monday.", "a meeting"),
    ('"We have to realise that the harbour is old," the mayor said.', "an insight"),
    ("The singer is ready to move on.", "what a person is ready for"),
    ('"We needed to find a way out," the captain said.', "a need of the past"),
    ('"That should be a lively race," the mayor said.', "what is expected"),
    ("The mayor said she wished she had kept the bridge.", "what is not so"),
    ("The ministry said it will not confirm the report.", "no comment"),
    ("The council failed to make an offer to buy the mine.", "what was not done"),
    ("The minister said she would not rule out a tax on fuel.", "what is left open"),
    ("The bank said it has demand for its bonds.", "a market"),
    ('"We have yet to settle the details of the loan," the minister said.', "what is not done yet"),
    ('"We must not forget that the harbour is old," the mayor said.', "a figure of speech"),
    ('"Inflation should come down next year," the governor of the bank said.', "a forecast"),
    ('"The farmers should have no difficulty with the new rules," the minister said.', "a forecast"),
    ('"We will repeat the mistakes of the flood year," the mayor said.', "a warning"),
    ("The prosecutor said he would show that the banker had lied.", "what is told in a trial"),
    ("The ministry said that the report will be released in May.", "publication"),
    ("The Greens claimed the Socialist Party would close the hospital.", "what an opponent says of a party"),
    ("The senator hopes that the premier will make a proposal to end the strike.", "no proposal yet"),
    ("Norway requires ferries to carry a pilot.", "law in force"),
    ("The leader offered a clear alternative.", "nothing is offered"),
    ('"I wish the road was open," the mayor said.', "what is not so"),
    ("It is a programme Peru says it needs to make fuel.", "what something is for"),
    ("The mayor recommended the engineer for the job.", "praise of a person"),
    ("The mayor is to announce which district she will contest in May.", "an indirect question"),
    ("The party has not said how it would pay for the schools.", "an indirect question"),
    ("The ministry has not made clear how it plans to measure success.", "an indirect question"),
    ('"We are confident that we will win the war," the general said.', "what is only expected"),
    ("Analysts said it was more likely that the bank would raise rates.", "what is only expected"),
    ("The banker first proposed the idea last week.", "a noun that points elsewhere"),
    ("The professor suggests the two states are less of a danger.", "it asserts"),
    ("The minister avoided suggesting anyone was playing games.", "it asserts"),
    ("The two leaders were insisting on their friendship.", "it asserts"),
    ("The women were given a cup and asked to drink slowly.", "a passive without a doer"),
    ("The act obliges firms to publish their accounts.", "a law in force"),
    ("The government will probably raise the tax, officials said.", "a guess"),
    ('"That does not mean the firm should be closed," the minister said.', "what something does not mean"),
    ('"There should be no doubt that prices fell," the minister said.', "what is certain"),
    ('"We thought that we were going to win," the candidate said.', "what was expected"),
    ('"There should be no need to buy cars," the minister said.', "what is not needed"),
    ("The minister's insistence that the road is vital was noted.", "it asserts"),
    ('"This is not the first time that the rebels have left," the minister said.', "how often it was so"),
    ("The Greens said the Conservative Party would raise taxes.", "what an opponent says of a party"),
    ("Forecasts called for low humidity, officials said.", "a forecast"),
    ("Most people want to know their ancestors.", "people as such"),
    ("The senator said the town needed a smaller council and lower taxes to be attractive.", "no one who is asked"),
    ('"They keep the ban because they want to sell arms," the MP said.', "a reason that another gives"),
    ("The minister insists that the plans do not harm the port.", "only claims it"),
    ('"It should be noted that the road is old," the minister said.', "only announces what is said"),
    ("The union estimated that 40 million euros was needed.", "an estimate"),
    ("The envoy said the rebels had to disarm before the army would leave the town.", "on a condition of others"),
    ('"I will always remember the flood," the mayor said.', "a feeling"),
    ('"We have the resolve and the power to end it," the general said.', "a strength"),
    ("Bergman called the widow on Friday to express his sympathy.", "a telephone call"),
    ("The senator offered no proof of his claim.", "nothing is offered"),
    ("The rebels continue their campaign of terror to frighten voters.", "no campaign for anything"),
    ('"I would imagine that this will be one line of inquiry," Mara Holt added.', "a guess"),
    ("He noted her refusal to say that she would accept the verdict.", "a promise that is not made"),
    ("Neither of the men has asked for bail.", "nobody asks"),
    ("Experts say this should not be mistaken for a change of course.", "a warning to readers"),
    ("Some analysts say this should be closer to 500 million euros.", "an estimate"),
    ("That is what the party seeks to accomplish.", "its object stands elsewhere"),
    ("Mara Holt told them to drop it.", "only a pronoun"),
    ('"We don\'t feel like we have to win," said the coach Jan Kroll.', "what is denied"),
    ("The wish of people to be seen has grown.", "people as such"),
    ("The premier warned against hackers from Chad.", "who they are is nothing to be done"),
    ("The new rule is meant to be a chance for small clubs.", "a purpose"),
    ("“I don't think that the mayor should resign,” the envoy said.", "doubted"),
    ("The envoy denied that the city must pay the fine.", "denied"),
    ("Lawmakers called out the newspapers for being lazy.", "a phrasal verb"),
    ("Two brothers are suspected of planning an attack on the station.", "suspicion"),
    ("The firm had paid him to guarantee it would win the contract.", "purpose"),
    ('"He only wants to distract us from the scandal," the opposition leader said.', "what another is said to want"),
    ("The analyst suspects that the managers intend to sell the plant.", "a guess"),
    ("The chamber welcomed the deal, saying it would give farmers more security.", "a forecast about something"),
    ('"We will not win this war with closed eyes," the general said.', "how it is not done"),
    ("The harbour is safe because all channels will be closed, the captain said.", "a reason"),
    ("The company no longer wants to sell the software.", "what is not wanted"),
    ("Each province was tasked with drawing up its own plan to cut emissions.", "no plan yet"),
    ('"We have to state very clearly that we were disappointed," the minister said.', "a figure of speech"),
    ("Congress can enforce it by asking prosecutors to charge the banker.", "what may be"),
    ("Critics said that the president had sought to silence the press.", "past act"),
    ('"What you want to do in the end is sell the thing," the engineer said.', "nobody's plan"),
    ("A worker who asked not to be named said the plant was closed.", "anonymity of a source"),
    ('"The arsonist wants to lead the fire brigade," the minister said.', "a metaphor about a third person"),
    ('"Get down," the officer shouted. "Stand still, everybody," a soldier told the crowd.', "orders to bystanders"),
    ('We are here, he told the press, "to show that women can work".', "a purpose"),
    ("According to the agency, 18,000 people need food.", "people in need"),
    ('"Our children should not have to buy back their own ore," the minister said.', "what is not to be a must"),
    ('"You have to gamble to win the race," the driver said.', "you in general"),
    ("Ministers have to deal with many crises at the same time, she said.", "how things are"),
    ("The team boss said Verrone must win in Monza.", "a game"),
    ("Olsen campaigned for a seat in the senate.", "a candidacy"),
    ("The president wanted her to succeed.", "a wish for somebody"),
    ("The minister said that Peru would not stand still.", "an idiom of movement"),
    ("The sailor said he had to swim.", "a need of the past"),
    ("Three lenders have said they plan to do so anyway.", "a content that only points back"),
    # text, what it is instead
    ("The talks will fail, analysts predict.", "forecast"),
    ("Prices are expected to rise next year.", "forecast"),
    ("The minister would like to thank the rescue teams.", "courtesy"),
    ("Parliament approved the law in March.", "past act"),
    ("The law requires drivers to carry a licence.", "law in force"),
    ("The two sides agreed to continue talks.", "agreement to go on talking"),
    ("Villagers were told to leave.", "nobody asks"),
    ("The report prompted calls for an inquiry.", "nobody asks"),
    ("Residents were encouraged to boil water.", "nobody asks"),
    ("Spain did not call for sanctions.", "asking that did not happen"),
    ("Cuba denied that it had asked Russia for weapons.", "asking that did not happen"),
    ("The premier has repeatedly refused to call for an election.", "asking that did not happen"),
    ("The plan could reduce tensions in the region.", "analysis"),
    ("If Cuba frees the prisoners, relations may improve.", "condition"),
    ("Peace will need courage, the bishop said.", "prerequisite"),
    ("The foreign minister will visit Ankara on Tuesday.", "visit"),
    ("The committee will meet again next week, the chairman said.", "meeting"),
    ("She hopes the war will end soon.", "hope"),
    ("France welcomed the decision to extend the truce.", "welcome"),
    ("Reporters should register by noon on Thursday.", "instruction to readers"),
    ("For more information, call the press office.", "instruction to readers"),
    ("He must have known about the raid, the lawyer said.", "inference"),
    ("The bridge should be finished by June.", "forecast"),
    ('"There must be a mistake," the ambassador said.', "inference"),
    ("Should the talks fail, sanctions will follow.", "condition"),
    ("The steps that need to be taken were discussed.", "identifying relative clause"),
    ("The authorities offered their condolences to the families.", "courtesy"),
    ("Will Moldova join the union?", "question"),
    ("The agency is working to clear the backlog.", "effort"),
    ("The need for reform was discussed.", "need that is only discussed"),
    ("The minister recommended it.", "only a pronoun"),
    ('"I must say the results surprised me," Mr Novak said.', "courtesy"),
    ("The general has to be the most hated man in the country, the paper wrote.", "inference"),
    ("The president planned to marry in the spring.", "private life"),
    ("The soldiers had to walk home.", "past act"),
    ('"The winter will be hard," Mayor Kovac said.', "forecast"),
    ("The dam could collapse at any moment, engineers warned.", "forecast"),
    ("The campaign to liberate the city began in October.", "military effort"),
    ("The threat of war is growing.", "threat that is no act"),
    ("The minister said the economy would grow by two per cent.", "forecast"),
    ("Police asked anyone with information to call the hotline.", "instruction to readers"),
    ("It is important to note that the figures are provisional.", "courtesy"),
    ("It is clear that the army has lost control.", "statement of fact"),
    ("The judge said the witness should know the answer.", "inference"),
    ("The rebels may demand a ransom.", "what may be"),
    ("The bill was passed by parliament in 2019.", "past act"),
    ("The senate has ordered new chairs.", "purchase"),
    ("The minister is committed to that goal.", "bare noun"),
    ("The senate committee is expected to propose a new law.", "expectation"),
    ("Councillors are being asked to approve the plan.", "nobody asks"),
    ("Senate urged to back reform", "nobody asks"),
    ("The new law will allow police to search homes without a warrant.", "law in force"),
    ("The president is to visit Cairo next week.", "visit"),
    ("The governor signed a law that requires schools to teach history.", "law in force"),
    ("The judge will decide whether the mine should close.", "question"),
    ("The mayor's decision to close the market was criticised.", "decision"),
    ("The company offers software for dentists.", "trade"),
    ("The economist said it was crucial that children get enough iron.", "needs of a body"),
]


def test_what_happens_to_somebody_is_not_asked_of_them(extract: Extract) -> None:
    proposal = only(extract("The judge recommended that the banker should face no charges."))
    assert (proposal.content.text, proposal.addressees) == ("the banker should face no charges", ())


def texts(record: Record, mentions: tuple[str, ...]) -> tuple[str, ...]:
    """The words of mentions."""
    by_id = {m.id: m.text for m in record.mentions}
    return tuple(by_id[m] for m in mentions)


def ends(found: tuple[str, ...], wanted: tuple[str, ...]) -> bool:
    """Whether these are the mentions, whatever stands before them ("Hungary's prime minister")."""
    return len(found) == len(wanted) and all(f.endswith(w) for f, w in zip(found, wanted, strict=True))


def last(names: Iterable[str]) -> list[str]:
    """The last word of each, in order."""
    return sorted(name.split()[-1] for name in names)


def only(record: Record) -> Proposal:
    """The one proposal of a record."""
    assert len(record.proposals) == 1, [p.content.text for p in record.proposals]
    return record.proposals[0]


@pytest.mark.parametrize(
    ("text", "act", "proposers", "addressees", "content"), FOUND, ids=[row[0][:60] for row in FOUND]
)
def test_proposal(
    extract: Extract, text: str, act: str, proposers: tuple[str, ...], addressees: tuple[str, ...], content: str
) -> None:
    record = extract(text)
    proposal = only(record)
    assert (proposal.act, proposal.content.text) == (act, content)
    assert ends(texts(record, proposal.proposers), proposers)
    assert ends(texts(record, proposal.addressees), addressees)


@pytest.mark.parametrize(("text", "why"), NONE, ids=[row[0][:60] for row in NONE])
def test_no_proposal(extract: Extract, text: str, why: str) -> None:
    assert [(p.cue.text, p.content.text) for p in extract(text).proposals] == [], why


@pytest.mark.parametrize("text", [row[0] for row in FOUND], ids=[row[0][:60] for row in FOUND])
def test_spans_hold_cue_and_content(extract: Extract, text: str) -> None:
    proposal = only(extract(text))
    assert proposal.start <= min(proposal.cue.start, proposal.content.start)
    assert proposal.end >= max(proposal.cue.end, proposal.content.end)
    for span in (proposal.cue, proposal.content):
        assert text[span.start : span.end] == span.text
        assert span.text == span.text.strip(" ,.\n")


@pytest.mark.parametrize(("text", "wanted"), SEVERAL, ids=[row[0][:60] for row in SEVERAL])
def test_one_record_for_each_doer(
    extract: Extract, text: str, wanted: list[tuple[str, list[str], list[str], str]]
) -> None:
    record = extract(text)
    assert [
        (p.act, list(texts(record, p.proposers)), list(texts(record, p.addressees)), p.content.text)
        for p in record.proposals
    ] == wanted


def test_cue_has_its_preposition(extract: Extract) -> None:
    text = "The two ministers underlined the need for dialogue between Armenia and Azerbaijan."
    assert only(extract(text)).cue.text == "underlined the need for"
    assert only(extract("The African Union called on both sides to return to the table.")).cue.text == "called on"


def test_unquoted_statement_has_its_speaker(extract: Extract) -> None:
    text = (
        "Foreign Minister Petra Lund said:\n\nWe condemn the attack on the embassy. Iran must bring those responsible "
        "to justice. Denmark will continue to support the mission."
    )
    record = extract(text)
    found = [(p.act, texts(record, p.proposers), texts(record, p.addressees)) for p in record.proposals]
    assert found == [("urge", ("Petra Lund",), ("Iran",)), ("pledge", ("Denmark",), ())]


def test_we_of_readers_is_not_the_body_that_the_article_reports_on(extract: Extract) -> None:
    text = (
        "The Trade Union Council welcomed the rise. Lena Marsh said it was late. Tom Roe said it was high.\n\n"
        "We have to accept the cost. The whole system must be changed. I think we should pay more."
    )
    assert not extract(text).proposals


def test_title_tells_that_a_text_is_a_statement(extract: Extract) -> None:
    text = "The European Union follows the events with concern. All political leaders need to put the people first."
    assert not extract(text).proposals
    record = extract(text, title="Statement on the situation in Bosnia")
    assert texts(record, only(record).proposers) == ("European Union",)


def test_quotation_over_paragraphs_has_one_speaker(extract: Extract) -> None:
    text = (
        "“The war has cost us too much.\n\n“The council must vote on a ceasefire at once,” said Ambassador Lena Roth."
    )
    record = extract(text)
    assert texts(record, only(record).proposers) == ("Lena Roth",)


def test_conjuncts_with_their_own_cue_are_two(extract: Extract) -> None:
    record = extract("The union is campaigning for higher wages and wants parliament to pass the bill.")
    assert [p.content.text for p in record.proposals] == ["higher wages", "pass the bill"]
    assert [texts(record, p.proposers) for p in record.proposals] == [("The union",), ("The union",)]


def test_plural_for_two_names_is_two_mentions(extract: Extract) -> None:
    record = extract("Kenya and Somalia closed the border. Both countries must disarm, UN envoy Dahl said.")
    proposal = only(record)
    entities = {m.id: m.entity for m in record.mentions}
    names = {e.id: e.name for e in record.entities}
    assert sorted(names[entities[m]] for m in proposal.addressees) == ["Kenya", "Somalia"]


def test_repetition_leads_to_the_first(extract: Extract) -> None:
    record = extract(
        "Ghana asked the donors for debt relief. President Addo repeated the request for debt relief on Friday."
    )
    first, second = record.proposals
    assert second.same_as == first.id
    assert first.same_as is None


def test_call_by_nobody_is_that_of_the_first(extract: Extract) -> None:
    record = extract("Bishop Khumalo called for talks with the rebels. The call for talks was ignored.")
    first, second = record.proposals
    assert second.same_as == first.id
    assert second.proposers == first.proposers


def test_call_by_nobody_alone_is_none(extract: Extract) -> None:
    assert extract("The call for talks was ignored by the rebels.").proposals == ()


@pytest.mark.parametrize(
    ("text", "negated"),
    [
        ("Uganda urged the rebels not to attack the convoy.", True),
        ("The minister said France must not sell the rifles to Libya.", True),
        ("Doctors Without Borders warned against closing the border.", True),
        ("Uganda urged the rebels to spare the convoy.", False),
    ],
)
def test_negated(extract: Extract, text: str, negated: bool) -> None:
    assert only(extract(text)).negated is negated


@pytest.mark.parametrize(
    ("text", "content", "negated", "negation"),
    [
        ("The mayor said that the road should not be closed.", "the road should not be closed", True, "not"),
        ("The panel demanded that the wall not be built.", "the wall not be built", True, "not"),
        ("The union urged workers not to strike.", "strike", True, None),
        ("The union urged workers not to strike but to vote.", "strike", True, None),
        ("The mayor said troops should not fire but talk.", "fire", True, None),
        ("The envoy urged both sides not to fire or to shell the port.", "fire or to shell the port", True, None),
        ("The mayor said that the law should be kept and should not be sold.", "the law should be kept", False, None),
        (
            "The mayor said that the law should be kept and should not be sold.", "should not be sold", True, "not",
        ),
    ],
)  # fmt: skip
def test_how_far_not_reaches(extract: Extract, text: str, content: str, negated: bool, negation: str | None) -> None:
    found = next(p for p in extract(text).proposals if p.content.text == content)
    assert (found.negated, None if found.negation is None else found.negation.text) == (negated, negation)


def test_condition(extract: Extract) -> None:
    condition = only(extract("The rebels threatened to attack oil tankers unless the blockade is lifted.")).condition
    assert condition is not None
    assert condition.text == "unless the blockade is lifted"


def test_deadline(extract: Extract) -> None:
    text = "Greenpeace is calling on governments to ban deep-sea mining by 2030."
    assert only(extract(text, published="2026-02-01")).deadline == "2030"


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("Kenya urged Somalia on Tuesday to reopen the border.", "2026-02-03"),
        ("Kenya urged Somalia to reopen the border on Tuesday.", None),
        ("Kenya urged Somalia to reopen the border.", None),
    ],
)
def test_time_of_proposing(extract: Extract, text: str, time: str | None) -> None:
    assert only(extract(text, published="2026-02-05")).time == time


def test_comment_is_not_part_of_the_content(extract: Extract) -> None:
    proposal = only(extract("The envoy urged Chad to free the hostages, which angered the families."))
    assert proposal.content.text == "free the hostages"


def test_involved_actors(extract: Extract) -> None:
    record = extract("Brazil offered to mediate between Venezuela and Guyana.")
    assert texts(record, only(record).involves) == ("Venezuela", "Guyana")


def test_who_set_up_a_fund_is_not_involved(extract: Extract) -> None:
    record = extract("Chad called on donors to help Sudan by giving to the fund that Egypt set up.")
    assert texts(record, only(record).involves) == ("Sudan",)


def test_seed(extract: Extract, shared: Path) -> None:
    """All proposals of the first article, with the right proposers, and no other."""
    with (shared / "gold" / "seed.jsonl").open("rb") as stream:
        gold = next(read_records(stream))
    record = extract(gold.article.text, published="2025-06-04")
    names = {m.id: m.text for m in gold.mentions}
    wanted = [(p.cue.start, p.act, last(names[m] for m in p.proposers)) for p in gold.proposals]
    found = [(p.cue.start, p.act, last(texts(record, p.proposers))) for p in record.proposals]
    assert found == wanted


def test_the_first_person_of_a_signed_piece_is_nobody_in_it(extract: Callable[..., Record]) -> None:
    text = "The European Commission has waited too long. We must open the port before the winter."

    def speakers(record: Record) -> list[str]:
        names = {mention.id: mention.text for mention in record.mentions}
        return [names[m] for proposal in record.proposals for m in proposal.proposers]

    assert "European Commission" in speakers(extract(text))
    assert "European Commission" not in speakers(extract(text, author="Ana Torv"))


def test_nobody_is_kept_in_what_is_not_to_happen(extract: Extract) -> None:
    text = '"No one\'s right to shelter should be jeopardised," Ida Brandt said.'
    (proposal,) = extract(text).proposals
    assert proposal.content.text == "No one's right to shelter should be jeopardised"


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("“It’s time to close the camp,” the envoy said.", "close the camp"),
        ("The envoy says she would like to start a debate about the dam.", "start a debate about the dam"),
    ],
)
def test_time_and_liking(extract: Extract, text: str, content: str) -> None:
    (proposal,) = extract(text).proposals
    assert proposal.content.text == content


def test_each_proposal_has_a_confidence(extract: Extract) -> None:
    record = extract("The council urged the bank to lower its rates. The mayor wants to sell the harbour.")
    assert record.proposals and all(p.confidence is not None and 0 < p.confidence < 1 for p in record.proposals)


def test_what_is_provided_is_no_condition(extract: Extract) -> None:
    text = "Jon Dahl said that the council must open a clinic in the port, providing beds for the sick."
    (proposal,) = extract(text).proposals
    assert proposal.condition is None


def test_who_announces_that_it_will_pledges(extract: Extract) -> None:
    text = "In Norway, the debate has quieted. But it may get louder soon: Chile has announced it will focus on trade."
    record = extract(text)
    words = {m.id: m.entity for m in record.mentions}
    names = {e.id: e.name for e in record.entities}
    assert [names[words[m]] for p in record.proposals for m in p.proposers] == ["Chile"]


@pytest.mark.parametrize(
    ("text", "contents"),
    [
        ('"We know how councils should be run," Tom Brook said.', []),
        ('"That is why the council should be ready," Tom Brook said.', ["be ready"]),
        ('"We believe Norway wants to open its ports," Tom Brook said.', []),
        ('Ida Lund wrote that the "camp is full. It must be closed at once." "We do not see it," Tom Brook said.',
         ["It must be closed at once"]),
        ('"What we have to do is rebuild the dam," Tom Brook said.', ["rebuild the dam"]),
        ('"What Norway wants is peace," Tom Brook said.', ["peace"]),
        ('"Let us hope that it rains," Tom Brook said.', []),
    ],
)  # fmt: skip
def test_what_is_put_forward_and_what_is_not(extract: Extract, text: str, contents: list[str]) -> None:
    assert [proposal.content.text for proposal in extract(text).proposals] == contents


def test_another_sum_is_another_pledge(extract: Extract) -> None:
    text = "Norland pledged 10 million dollars in aid. In June Norland pledged a further 25 million dollars in aid."
    first, second = extract(text).proposals
    assert first.same_as is None
    assert second.same_as is None
