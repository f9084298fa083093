// Nodes and ties in words.

import { data, kinds, nodes, parties, eventKind } from "./data.js";

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

export function factualityWords(node) {
  return { negated: "did not happen", possible: "may have happened", future: "expected" }[node.factuality] || "";
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

export function tieWords(edge) {
  let words = edge.type === "roleAt" && edge.role ? edge.role : data.ties[edge.type].words;
  if (edge.type !== "roleAt" && edge.role) words += ` (${edge.role})`;
  if (edge.former) words = `former: ${words}`;
  if (edge.acting) words = `acting: ${words}`;
  return words;
}

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
    .map(([type, words]) => [words, parties(node.id, type), type])
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

// What the far end of a tie has to do with an actor, as headings of its panel.
export const PARTS = [
  ["proposed", "What it proposed", ["proposedBy"]],
  ["asked", "What was proposed to it", ["addressedTo"]],
  ["supports", "What it supports", ["supportedBy"]],
  ["opposes", "What it rejects", ["opposedBy"]],
  ["involved", "Proposals that involve it", ["involves"]],
  ["agent", "What it did", ["agent", "participant"]],
  ["target", "What was done to it", ["target"]],
  ["said", "What it said", ["saidBy"]],
  ["reported", "What it reported", ["attributedTo"]],
  ["about", "What was said about it", ["about"]],
  ["place", "What happened here", ["place"]],
];

export function describe(node) {
  const bits = [node.name, kindWords(node)];
  if (node.date) bits.push(dateWords(node.date));
  const note = factualityWords(node);
  if (note) bits.push(note);
  return bits.join(", ");
}
