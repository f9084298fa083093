// What is known of a node beside its ties, each in the words of a reader.

import { h, webLink, counted } from "./dom.js";
import { nodes } from "./data.js";
import { sureWords } from "./board.js";
import { dateWords, proposalWords, sectorWords } from "./words.js";
import { NUMBERS } from "./accounts.js";
import { capital, facts } from "./blocks.js";

// What is said elsewhere on the panel, or is of use to programs only.
const SAID = new Set(
  [
    "id key label name shape group c size n ev days articles publishers aliases country sector lat lon wikidata wikipedia",
    "geonames dbpedia roles kind mode quad date since date_reason place_reason factuality act content status negated",
    "deadline condition headline url publisher author language published named identifier confidence alias_counts coded_by claims",
    "sources independent_sources polarity commitment standing",
  ]
    .join(" ")
    .split(" ")
    .concat(NUMBERS),
);

// What a newer graph knows and this page has no words for is shown under its own name.
export const others = (node) =>
  Object.entries(node)
    .filter(([name]) => !SAID.has(name) && !name.endsWith("_disputed"))
    .map(([name, value]) => [
      capital(name.replaceAll("_", " ")),
      Array.isArray(value) ? value.join(", ") : String(value),
    ]);

function identifiers(node) {
  const links = [];
  if (/^Q\d+$/.test(node.wikidata || ""))
    links.push(webLink(`https://www.wikidata.org/wiki/${node.wikidata}`, `Wikidata ${node.wikidata}`));
  if (node.wikipedia) {
    const address = /^https?:/.test(node.wikipedia)
      ? node.wikipedia
      : `https://en.wikipedia.org/wiki/${encodeURIComponent(node.wikipedia.replaceAll(" ", "_"))}`;
    links.push(webLink(address, "Wikipedia"));
  }
  if (/^\d+$/.test(node.geonames || "")) links.push(webLink(`https://www.geonames.org/${node.geonames}`, "GeoNames"));
  return links.map((link, i) => [i ? " · " : "", link]);
}

function countryName(code) {
  try {
    return new Intl.DisplayNames(["en"], { type: "region" }).of(code);
  } catch {
    return code;
  }
}

const POLARITY = { asserted: null, denied: "denied", doubted: "doubted", asked: "a question", undecided: "left open" };
const COMMITMENT = { said: null, thought: "what they think" };
const DATED_BY = {
  clause: "says the sentence",
  "clause above": "says the sentence before",
  "same event": "told elsewhere in the article",
  "present tense": "told on that day",
  "same deed told again": "told elsewhere in the article",
  "said then": "of the day that it was said",
  "days after": "counted from a day that is told",
  launch: "of the day that it was launched",
};
const PLACED_BY = {
  clause: null,
  story: "from the rest of the article",
  headline: "from the headline",
  "same event": "told elsewhere in the article",
  "clause above": "from the sentence around it",
  struck: "what was struck",
  launch: "where it was launched",
  near: "near there",
};
const inWords = (words, value) => (value in words ? words[value] : value);

// What a reader wants first; the rest waits behind "More".
export function nodeFacts(node) {
  const several = Number(node.independent_sources) > 1;
  return facts([
    ["Content", node.content && proposalWords(node) !== node.name ? proposalWords(node) : null],
    ["Roles", (node.roles || []).join("; ")],
    ["Also called", (node.aliases || []).filter((alias) => alias !== node.name).join(", ")],
    ["Country", node.country && node.group !== "Country" && countryName(node.country)],
    [
      "When",
      node.date && [
        dateWords(node.date),
        node.date_reason && h("span", { class: "soft" }, ` (${inWords(DATED_BY, node.date_reason)})`),
      ],
    ],
    ["Since", node.since && dateWords(node.since)],
    ["Place", node.place_reason && h("span", { class: "soft" }, inWords(PLACED_BY, node.place_reason))],
    ["By when", node.deadline && dateWords(node.deadline)],
    ["On condition", node.condition],
    ["Status", node.status],
    ["Stance", [inWords(POLARITY, node.polarity), inWords(COMMITMENT, node.commitment)].filter(Boolean).join(", ")],
    ["How sure", sureWords(node)],
    ["Told by", several && `${node.independent_sources} sources, independent of each other`],
    ...NUMBERS.map((name) => [capital(name), node[name] === undefined ? null : node[name].toLocaleString("en")]),
  ]);
}

export function moreFacts(node) {
  const links = identifiers(node);
  const found = facts([
    ["Sector", sectorWords(node.sector)],
    ["Coordinates", node.lat !== undefined && `${Number(node.lat).toFixed(2)}, ${Number(node.lon).toFixed(2)}`],
    ["Elsewhere", links.length ? links : null],
    ["Mentioned", counted(node.n, "time")],
    ...others(node),
  ]);
  return h("details", { class: "more-facts" }, h("summary", {}, "More"), found);
}

export const articleNote = (id) =>
  [nodes[id].publisher, dateWords(nodes[id].date)]
    .filter(Boolean)
    .map((words) => ` · ${words}`)
    .join("");
