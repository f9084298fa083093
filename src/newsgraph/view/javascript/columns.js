// The tables: which nodes are in each, and its columns as [title, value of a row].

import { edges, isActor, isArticle, kinds, nodes, parties, sentenceCount, sentences, texts, ties } from "./data.js";
import { selection } from "./selection.js";
import { factualityWords, kindWords, proposalWords, tieWords } from "./words.js";

const names = (ids) => ids.map((id) => nodes[id].name).join("; ");
const name = ["Name", (node) => node.name];
const mentions = ["Mentions", (node) => node.n];
const quotations = ["Sentences", (node) => sentenceCount(node.ev)];
const date = ["Date", (node) => node.date || ""];

export const TABLES = {
  actors: [
    "Actors",
    (node) => isActor(node),
    [
      name,
      ["Kind", kindWords],
      ["Country", (node) => node.country || ""],
      ["Also called", (node) => (node.aliases || []).filter((alias) => alias !== node.name).join("; ")],
      ["Roles", (node) => (node.roles || []).join("; ")],
      ["Links", (node) => ties[node.id].length],
      mentions,
      quotations,
    ],
  ],
  events: [
    "Events",
    (node) => node.group === "Event",
    [
      date,
      ["Kind", kindWords],
      name,
      ["Who", (node) => names(parties(node.id, "agent"))],
      ["To whom", (node) => names(parties(node.id, "target"))],
      ["Where", (node) => names(parties(node.id, "place"))],
      ["Killed", (node) => node.killed ?? ""],
      ["Injured", (node) => node.injured ?? ""],
      ["Factuality", (node) => factualityWords(node) || "happened"],
      ["According to", (node) => names(parties(node.id, "attributedTo"))],
      [
        "Sources disagree",
        (node) =>
          Object.entries(node)
            .filter(([key]) => key.endsWith("_disputed"))
            .flatMap(([, value]) => value)
            .join("; "),
      ],
      quotations,
    ],
  ],
  proposals: [
    "Proposals",
    (node) => node.group === "Proposal",
    [
      date,
      ["Act", (node) => node.act || ""],
      ["Content", proposalWords],
      ["Proposed by", (node) => names(parties(node.id, "proposedBy"))],
      ["To whom", (node) => names(parties(node.id, "addressedTo"))],
      ["Involves", (node) => names(parties(node.id, "involves"))],
      ["Supported by", (node) => names(parties(node.id, "supportedBy"))],
      ["Rejected by", (node) => names(parties(node.id, "opposedBy"))],
      quotations,
    ],
  ],
  statements: [
    "Statements",
    (node) => node.group === "Statement",
    [
      date,
      ["Said by", (node) => names(parties(node.id, "saidBy"))],
      ["Content", (node) => node.content || node.name],
      ["About", (node) => names(parties(node.id, "about"))],
      quotations,
    ],
  ],
  places: [
    "Places and others",
    (node) => ["place", "document", "other"].includes(kinds[node.group].category),
    [
      name,
      ["Kind", kindWords],
      ["Country", (node) => node.country || ""],
      ["Latitude", (node) => node.lat ?? ""],
      ["Longitude", (node) => node.lon ?? ""],
      mentions,
      quotations,
    ],
  ],
  articles: [
    "Articles",
    isArticle,
    [
      date,
      ["Title", (node) => node.headline || node.name],
      ["Source", (node) => node.publisher || ""],
      ["Address", (node) => node.url || ""],
    ],
  ],
};
const TIE_COLUMNS = [
  ["From", (edge) => nodes[edge.from].name],
  ["Link", tieWords],
  ["To", (edge) => nodes[edge.to].name],
  ["Type", (edge) => edge.type],
  ["Mentions", (edge) => edge.n],
  ["Sentences", (edge) => sentenceCount(edge.ev)],
];


const tiesNow = () => {
  const { passes } = selection();
  return edges.filter((edge) => passes[edge.from] && passes[edge.to]);
};

// The keys of the tables that have a row.
export const tablesNow = () => {
  const { matching } = selection();
  return [...Object.keys(TABLES).filter((key) => matching.some((id) => TABLES[key][1](nodes[id]))), "ties"];
};

export const titleOf = (key) => (key === "ties" ? "Links" : TABLES[key][0]);

// {columns: [title, index] of those that hold anything, rows: [{item, cells}]} of what passes the filters.
export function rowsOf(key) {
  const columns = key === "ties" ? TIE_COLUMNS : TABLES[key][2];
  const items = key === "ties" ? tiesNow() : selection().matching.map((id) => nodes[id]).filter(TABLES[key][1]);
  const rows = items.map((item) => ({ item, cells: columns.map(([, value]) => value(item)) }));
  const filled = columns.map((_, i) => i).filter((i) => rows.some((row) => row.cells[i] !== "" && row.cells[i] !== 0));
  return { columns: filled.map((i) => [columns[i][0], i]), rows };
}

// What each row rests on, so that a spreadsheet can be cited: its first sentence, where that stands, and the others.
const EVIDENCE = ["Confidence", "Sentence", "Words", "Start", "End", "Article", "Source", "Published", "Address", "Further sentences"];

function evidenceOf({ ev, confidence }) {
  const sure = confidence === undefined ? "" : confidence;
  if (!ev.length) return [sure, ...EVIDENCE.slice(1).map(() => "")];
  const [[sentence, from, to]] = ev;
  const [article, text, at] = sentences[sentence];
  /** @type {Partial<GraphNode>} */
  const node = nodes[article] || {};
  // Offsets count code points in the text of the article, as those of the records do.
  const points = (piece) => [...piece].length;
  const begin = texts.has(article) ? points(texts.get(article).text.slice(0, at)) : at;
  const start = begin + points(text.slice(0, from));
  const further = [...new Set(ev.map((row) => sentences[row[0]][1]))].filter((other) => other !== text);
  return [
    sure,
    text,
    text.slice(from, to),
    start,
    start + points(text.slice(from, to)),
    node.headline || node.name || "",
    node.publisher || "",
    node.date || "",
    node.url || "",
    further.join("\n"),
  ];
}

// The columns and rows with what each row rests on.
export function withEvidence(columns, rows) {
  const width = rows.length ? rows[0].cells.length : 0;
  return {
    columns: [...columns, ...EVIDENCE.map((title, i) => [title, width + i])],
    rows: rows.map(({ item, cells }) => ({ cells: [...cells, ...evidenceOf(item)] })),
  };
}
