// What passes the filters as a table: sortable, to copy, to save.

import { h, fill, copy, say, counted, download } from "./dom.js";
import { nodes, edges, ties, kinds, parties, isActor, isArticle, sentences, texts } from "./data.js";
import { selection } from "./selection.js";
import { state, update } from "./state.js";
import { dateWords, factualityWords, kindWords, tieWords } from "./words.js";
import { glyph } from "./glyphs.js";
import { select } from "./actions.js";

const PAGE = 200;
// The columns that name a row: they stay in view when the others are scrolled sideways.
const TITLES = ["Name", "Content", "Title", "Link"];
// Of a longer text the cell may hold only the beginning.
const LONG = 60;
const names = (ids) => ids.map((id) => nodes[id].name).join("; ");
const name = ["Name", (node) => node.name];
const mentions = ["Mentions", (node) => node.n];
const quotations = ["Sentences", (node) => node.ev.length];
const date = ["Date", (node) => node.date || ""];

const TABLES = {
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
      ["Content", (node) => node.content || node.name],
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
  ["Sentences", (edge) => edge.ev.length],
];

let sorting = { table: null, column: 0, down: false };

function tableNow() {
  const { matching } = selection();
  const sorts = Object.keys(TABLES).filter((key) => matching.some((id) => TABLES[key][1](nodes[id])));
  const wanted = state().view === "story" ? "proposals" : state().table;
  const key = wanted === "ties" || sorts.includes(wanted) ? wanted : sorts[0] || "ties";
  const columns = key === "ties" ? TIE_COLUMNS : TABLES[key][2];
  const items = key === "ties" ? tiesNow() : matching.map((id) => nodes[id]).filter(TABLES[key][1]);
  const rows = items.map((item) => ({ item, cells: columns.map(([, value]) => value(item)) }));
  const filled = columns.map((_, i) => i).filter((i) => rows.some((row) => row.cells[i] !== "" && row.cells[i] !== 0));
  if (sorting.table === key) {
    const { column, down } = sorting;
    const order = (a, b) =>
      typeof a === "number" && typeof b === "number"
        ? a - b
        : String(a).localeCompare(String(b), "en", { numeric: true });
    rows.sort((a, b) => {
      const [x, y] = [a.cells[column], b.cells[column]];
      // What is empty comes last whichever way it is sorted.
      if (x === "" || y === "") return (x === "" ? 1 : 0) - (y === "" ? 1 : 0);
      return order(x, y) * (down ? -1 : 1);
    });
  }
  return { key, sorts, columns: filled.map((i) => [columns[i][0], i]), rows };
}

function tiesNow() {
  const { passes } = selection();
  return edges.filter((edge) => passes[edge.from] && passes[edge.to]);
}

// Comma-separated after RFC 4180; a cell that a spreadsheet would run as a formula gets an apostrophe before it.
export function toCsv(columns, rows, separator = ",") {
  const cell = (value) => {
    const text = typeof value === "string" && /^[=+\-@\t\r]/.test(value) ? `'${value}` : String(value);
    return separator === "\t"
      ? text.replace(/[\t\r\n]+/g, " ")
      : /[",\r\n]/.test(text)
        ? `"${text.replaceAll('"', '""')}"`
        : text;
  };
  return (
    [columns.map(([title]) => title), ...rows.map((row) => columns.map(([, i]) => row.cells[i]))]
      .map((cells) => cells.map(cell).join(separator))
      .join("\r\n") + "\r\n"
  );
}

// What each row rests on, so that a spreadsheet can be cited: its first sentence, where that stands, and the others.
const EVIDENCE = ["Confidence", "Sentence", "Words", "Start", "End", "Article", "Source", "Published", "Address", "Further sentences"];

function evidenceOf({ ev, confidence }) {
  const sure = confidence === undefined ? "" : confidence;
  if (!ev.length) return [sure, ...EVIDENCE.slice(1).map(() => "")];
  const [[sentence, from, to]] = ev;
  const [article, text, at] = sentences[sentence];
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

export function saveTable() {
  const { key, columns: shown, rows: found } = tableNow();
  const width = found.length ? found[0].cells.length : 0;
  const columns = [...shown, ...EVIDENCE.map((title, i) => [title, width + i])];
  const rows = found.map(({ item, cells }) => ({ cells: [...cells, ...evidenceOf(item)] }));
  // The mark at the start tells spreadsheets that it is UTF-8.
  const file = key === "ties" ? "links" : key;
  download(`${file}.csv`, new Blob(["\ufeff", toCsv(columns, rows)], { type: "text/csv;charset=utf-8" }));
  say(`${counted(rows.length, "row")} saved.`);
}

// The row that is selected shows more of its long cells than the others, and the panel all. Nothing else moves.
export function markRow(box) {
  const chosen = state().selected || {};
  for (const row of box.querySelectorAll("tbody tr")) {
    const isCurrent = row.dataset.node === String(chosen.node) || row.dataset.edge === String(chosen.edge);
    if (isCurrent) row.setAttribute("aria-current", "true");
    else row.removeAttribute("aria-current");
  }
}

export function drawTable(box) {
  const { key, sorts, columns, rows } = tableNow();
  const tabs = [...sorts, "ties"].map((sort) =>
    h(
      "button",
      { "aria-pressed": String(sort === key), class: "sort-of", click: () => update({ table: sort }, { undo: false }) },
      sort === "ties" ? "Links" : TABLES[sort][0],
    ),
  );
  const body = h("tbody", {});
  let shown = 0;
  const more = h("button", { class: "more", click: () => grow() });
  const grow = () => {
    body.append(...rows.slice(shown, shown + PAGE).map((row) => tableRow(key, columns, row)));
    shown = Math.min(rows.length, shown + PAGE);
    markRow(body);
    more.hidden = shown >= rows.length;
    more.textContent = `Show ${Math.min(PAGE, rows.length - shown)} more of ${(rows.length - shown).toLocaleString("en")}`;
  };
  grow();
  const heads = columns.map(([title, i]) => {
    const sorted = sorting.table === key && sorting.column === i;
    return h(
      "th",
      {
        scope: "col",
        class: TITLES.includes(title) ? "title" : null,
        "aria-sort": sorted ? (sorting.down ? "descending" : "ascending") : "none",
      },
      h(
        "button",
        {
          click: (event) => {
            sorting = {
              table: key,
              column: i,
              down: sorted ? !sorting.down : typeof (rows[0] || { cells: [] }).cells[i] === "number",
            };
            const at = [...event.target.closest("tr").children].indexOf(event.target.closest("th"));
            drawTable(box);
            box.querySelectorAll("th button")[at].focus();
          },
        },
        title,
        h("span", { "aria-hidden": "true" }, sorted ? (sorting.down ? " ▼" : " ▲") : ""),
      ),
    );
  });
  fill(
    box,
    h(
      "div",
      { class: "table-bar" },
      h("div", { role: "group", "aria-label": "Table of" }, tabs),
      h("span", { class: "soft" }, counted(rows.length, "row")),
      h(
        "button",
        {
          click: async () => {
            await copy(toCsv(columns, rows, "\t"));
            say(`${counted(rows.length, "row")} copied.`);
          },
        },
        "Copy",
      ),
      h("button", { click: saveTable }, "Save CSV"),
    ),
    h(
      "div",
      { class: "scroll sheet", tabindex: 0, role: "region", "aria-label": "Table" },
      h("table", { class: "data" }, h("thead", {}, h("tr", {}, heads)), body),
      more,
    ),
  );
}

function tableRow(key, columns, { item, cells }) {
  const target = key === "ties" ? { edge: item.id } : { node: item.id };
  const title = columns.findIndex(([words]) => TITLES.includes(words));
  return h(
    "tr",
    {
      "data-node": target.node,
      "data-edge": target.edge,
      // A click anywhere leads to what is cut, unless it ends the marking of words to copy.
      click: (event) => !event.target.closest("button") && getSelection().isCollapsed && select(target),
    },
    columns.map(([words, i], at) => {
      const value =
        words === "Date"
          ? dateWords(cells[i])
          : typeof cells[i] === "number" && !["Latitude", "Longitude"].includes(words)
            ? cells[i].toLocaleString("en")
            : cells[i];
      if (typeof cells[i] === "number") return h("td", { class: "number" }, value);
      const text = value !== "" && h("span", { class: "clamp", title: value.length > LONG ? value : null }, value);
      if (at !== title) return h("td", { class: words === "Date" ? "date" : null }, text);
      return h(
        "td",
        { class: "title" },
        h(
          "div",
          { class: "named" },
          key !== "ties" && glyph(item, 13),
          h("button", { class: "link", click: () => select(target) }, text),
        ),
      );
    }),
  );
}
