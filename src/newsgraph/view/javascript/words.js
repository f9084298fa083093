// Nodes and ties in words.

import { data, kinds, nodes, parties, eventKind } from "./data.js";
import { distinct } from "./same.js";

const MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];

const PARTS_OF_YEAR = {
  Q1: "first quarter of",
  Q2: "second quarter of",
  Q3: "third quarter of",
  Q4: "fourth quarter of",
  H1: "first half of",
  H2: "second half of",
  SP: "spring of",
  SU: "summer of",
  FA: "autumn of",
  WI: "winter of",
};

export function dateWords(date) {
  const text = String(date ?? "");
  if (text.includes("/")) return text.split("/").filter(Boolean).map(dateWords).join(" to ");
  const found = /^(\d{4})(?:-(\d\d)(?:-(\d\d)(?:T.*)?)?|-W(\d\d)(?:-WE|-\d)?|-(Q[1-4]|H[12]|SP|SU|FA|WI))?$/.exec(text);
  if (!found) return text;
  const [, year, month, day, week, part] = found;
  if (week) return `week ${Number(week)} of ${year}`;
  if (part) return `${PARTS_OF_YEAR[part]} ${year}`;
  return [day ? String(Number(day)) : "", month ? MONTHS[Number(month) - 1] || month : "", year]
    .filter(Boolean)
    .join(" ");
}

export const kindWords = (node) => (node.group === "Event" ? eventKind(node).name : kinds[node.group].one);

// What is to be done, or that it be not done.
export const proposalWords = (node) => (node.negated ? `not: ${node.content}` : node.content || node.name);

export function factualityWords(node) {
  return { negated: "did not happen", possible: "possible", future: "expected" }[node.factuality] || "";
}

export const nameList = (ids) => {
  // Isolated, so that a name that is written from right to left does not turn its neighbours.
  const names = ids.map((id) => `\u2068${nodes[id].name}\u2069`);
  return names.length > 3
    ? `${names.slice(0, 3).join(", ")} and ${names.length - 3} more`
    : names.length > 1
      ? `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`
      : names.join("");
};

const POSTS = new Set(["roleAt", "headOf", "memberOf"]);

export function tieWords(edge) {
  const { words } = data.ties[edge.type];
  const role = edge.role && (POSTS.has(edge.type) ? `${edge.role}${/ (of|at|for|in|to)$/.test(edge.role) ? "" : " of"}` : `${words} (${edge.role})`);
  return [edge.former && "former", edge.acting && "acting", role || words].filter(Boolean).join(" ");
}

// When a tie held, where that is told.
export const tiePeriod = ({ since, until }) =>
  [since && `since ${dateWords(since)}`, until && `until ${dateWords(until)}`].filter(Boolean).join(" ");

// A tie read along its arrow.
export const tieSentence = (edge) => `${nodes[edge.from].name} – ${tieWords(edge)} – ${nodes[edge.to].name}`;

const WHO = {
  Event: [
    ["agent", "Who"],
    ["participant", "Taking part"],
    ["target", "To whom"],
    ["place", "Where"],
    ["attributedTo", "According to"],
    ["responseTo", "In response to"],
    ["causeOf", "Cause of"],
    ["partOf", "Part of"],
  ],
  Proposal: [
    ["proposedBy", "Proposed by"],
    ["addressedTo", "To whom"],
    ["involves", "Involves"],
    ["supportedBy", "Supported by"],
    ["opposedBy", "Rejected by"],
  ],
  Statement: [
    ["saidBy", "Said by"],
    ["addressedTo", "To whom"],
    ["about", "About"],
  ],
};

// [words, ids] for each part that an event, proposal or statement has.
export function roles(node) {
  return (WHO[node.group] || [])
    .map(([type, words]) => [words, distinct(parties(node.id, type)), type])
    .filter(([, ids]) => ids.length);
}

const SECTORS = {
  GOV: "government",
  CVL: "civilians",
  MED: "media",
  REB: "rebels",
  COP: "police",
  PTY: "party",
  JUD: "courts",
  MIL: "military",
  NGO: "non-governmental organisation",
  IGO: "international organisation",
  BUS: "business",
  EDU: "education",
  LEG: "parliament",
  REL: "religion",
  OPP: "opposition",
  SPY: "intelligence",
  HLH: "health",
};

// PLOVER's code of a sector; one that is not known stays as it is.
export const sectorWords = (code) => SECTORS[code] || code;

const QUADS = {
  "material conflict": "conflict in deeds",
  "verbal conflict": "conflict in words",
  "verbal cooperation": "cooperation in words",
  "material cooperation": "cooperation in deeds",
  neutral: "neither conflict nor cooperation",
};

// PLOVER's quad classes for those who do not know them.
export const quadWords = (quad) => QUADS[quad] || quad;

// Of proposals, in a tense that stands after one and after many.
export const ACTS = {
  urge: "urged",
  propose: "proposed",
  demand: "demanded",
  recommend: "recommended",
  offer: "offered",
  pledge: "pledged",
  plan: "planned",
};

/**
 * What the far ends of its ties have to do with an actor.
 * @type {[key: string, tab: string, groups: [heading: string, types: string[]][]][]}
 */
export const PARTS = [
  [
    "proposals",
    "Proposals",
    [
      ["Proposed", ["proposedBy"]],
      ["Was asked to", ["addressedTo"]],
      ["Supports", ["supportedBy"]],
      ["Rejects", ["opposedBy"]],
      ["Concerned by", ["involves"]],
    ],
  ],
  ["did", "Did", [["Did", ["agent", "participant"]]]],
  ["suffered", "Was done to", [["Was done to", ["target"]]]],
  [
    "said",
    "Said",
    [
      ["Said", ["saidBy"]],
      ["Source of", ["attributedTo"]],
    ],
  ],
  ["about", "Said about", [["Said about", ["about"]]]],
  ["place", "Happened here", [["Happened here", ["place"]]]],
];

export function describe(node) {
  const bits = [node.name, kindWords(node)];
  if (node.date) bits.push(dateWords(node.date));
  const note = factualityWords(node);
  if (note) bits.push(note);
  return bits.join(", ");
}
