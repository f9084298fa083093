// What passes the filters as a table: to sort, to narrow down by column, to copy, to save.

import { $, h, fill, copy, say, counted, download } from "./dom.js";
import { state, update } from "./state.js";
import { rowsOf, tablesNow, titleOf, withEvidence } from "./columns.js";
import { plain } from "./plain.js";
import { rowsInView } from "./rows_in_view.js";
import { toCsv } from "./csv.js";
import { workbook } from "./workbook.js";
import { dateWords } from "./words.js";
import { glyph } from "./glyphs.js";
import { select } from "./actions.js";
import { markChosen } from "./chosen.js";
import { wayBack } from "./way_back.js";

// The columns that name a row: they stay in view when the others are scrolled sideways.
const TITLES = ["Name", "Content", "Title", "Link"];
// Of a longer text the cell may hold only the beginning.
const LONG = 60;
// Of so few values the reader can choose; of more, write.
const FEW = 12;

let sorting = { table: null, column: 0, down: false };
const wanted = new Map(); // by table and column, what its cells must hold
const keyOf = (table, column) => `${table}|${column}`;

// A number may be asked for as "> 3".
function fits(cell, asked) {
  if (asked.startsWith("=")) return String(cell) === asked.slice(1);
  const limit = /^([<>])=?\s*(\d+)$/.exec(asked);
  if (limit && typeof cell === "number") return limit[1] === ">" ? cell >= Number(limit[2]) : cell <= Number(limit[2]);
  return plain(String(cell)).includes(plain(asked));
}

function inOrder(a, b) {
  return typeof a === "number" && typeof b === "number" ? a - b : String(a).localeCompare(String(b), "en", { numeric: true });
}

function tableNow() {
  const sorts = tablesNow();
  const asked = state().view === "story" ? "proposals" : state().table;
  const key = sorts.includes(asked) ? asked : sorts[0];
  const { columns, rows: all } = rowsOf(key);
  const narrowed = columns.map(([, i]) => [i, wanted.get(keyOf(key, i))]).filter(([, text]) => text);
  const rows = all.filter(({ cells }) => narrowed.every(([i, text]) => fits(cells[i], text)));
  if (sorting.table === key) {
    const { column, down } = sorting;
    rows.sort((a, b) => {
      const [x, y] = [a.cells[column], b.cells[column]];
      // What is empty comes last whichever way it is sorted.
      if (x === "" || y === "") return (x === "" ? 1 : 0) - (y === "" ? 1 : 0);
      return inOrder(x, y) * (down ? -1 : 1);
    });
  }
  return { key, sorts, columns, rows, all, isNarrowed: narrowed.length > 0 };
}

export function saveTable() {
  const { key, columns, rows } = tableNow();
  const full = withEvidence(columns, rows);
  // The mark at the start tells spreadsheets that it is UTF-8.
  const file = key === "ties" ? "links" : key;
  download(`${file}.csv`, new Blob(["\ufeff", toCsv(full.columns, full.rows)], { type: "text/csv;charset=utf-8" }));
  say(`${counted(rows.length, "row")} saved.`);
}

// All tables of what passes the filters, a sheet each, with the sentences.
export function saveWorkbook() {
  const sheets = tablesNow().map((key) => {
    const { columns, rows } = rowsOf(key);
    const full = withEvidence(columns, rows);
    return [titleOf(key), [full.columns.map(([title]) => title), ...full.rows.map(({ cells }) => full.columns.map(([, i]) => cells[i]))]];
  });
  download("newsgraph.xlsx", workbook(sheets));
  say(`${counted(sheets.length, "table")} saved.`);
}

function bar({ key, sorts, columns, rows }) {
  return h(
    "div",
    { class: "table-bar" },
    h(
      "div",
      { role: "group", "aria-label": "Table of" },
      sorts.map((sort) =>
        h(
          "button",
          { "aria-pressed": String(sort === key), class: "sort-of", click: () => update({ table: sort }, { undo: false }) },
          titleOf(sort),
        ),
      ),
    ),
    h("span", { class: "soft", role: "status" }, counted(rows.length, "row")),
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
    h("button", { click: saveWorkbook, title: "All tables, a sheet each" }, "Save XLSX"),
  );
}

// The field over a column that narrows the table down.
function narrow(box, { key, all }, [title, i]) {
  const name = keyOf(key, i);
  const now = wanted.get(name) || "";
  const set = (value) => {
    if (value) wanted.set(name, value);
    else wanted.delete(name);
    const id = `narrow-${i}`;
    drawTable(box);
    const field = $(id);
    field.focus();
    if (field.type === "text") field.setSelectionRange(value.length, value.length);
  };
  const values = [...new Set(all.map(({ cells }) => cells[i]))];
  const isShort = values.length <= FEW && values.every((value) => typeof value === "string" && value.length < 40);
  if (isShort && values.length > 1 && all.length > FEW)
    return h(
      "select",
      { id: `narrow-${i}`, "aria-label": `Only ${title}`, change: ({ target }) => set(target.value) },
      h("option", { value: "" }, "all"),
      values
        .sort((a, b) => a.localeCompare(b, "en"))
        .map((value) => h("option", { value: `=${value}`, selected: now === `=${value}` }, value || "(empty)")),
    );
  return h("input", {
    type: "text",
    id: `narrow-${i}`,
    "aria-label": `${title} with`,
    placeholder: typeof values[0] === "number" ? "> …" : "…",
    value: now,
    autocomplete: "off",
    input: ({ target }) => set(target.value),
  });
}

function head(box, table) {
  const { key, columns, rows } = table;
  const titles = columns.map(([title, i]) => {
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
      narrow(box, table, [title, i]),
    );
  });
  return h("thead", {}, h("tr", {}, titles));
}

export function drawTable(box) {
  const table = tableNow();
  const { key, columns, rows, isNarrowed } = table;
  const before = box.querySelector(".sheet");
  const left = before && box.dataset.table === key ? before.scrollLeft : 0;
  box.dataset.table = key;
  const drawn = h("table", { class: "data", "aria-rowcount": rows.length + 1 }, head(box, table));
  const everything = () => {
    for (const name of [...wanted.keys()]) if (name.startsWith(`${key}|`)) wanted.delete(name);
    drawTable(box);
  };
  const sheet = h(
    "div",
    { class: "scroll sheet", tabindex: 0, role: "region", "aria-label": "Table" },
    drawn,
    rows.length === 0 &&
      h(
        "p",
        { class: "none" },
        isNarrowed ? ["No row fits what the columns ask for. ", h("button", { click: everything }, "All rows")] : ["No row passes the filters. ", wayBack()],
      ),
  );
  fill(box, bar(table), sheet);
  rowsInView(sheet, drawn, rows.length, (at) => tableRow(key, columns, rows[at]), () => markChosen(drawn));
  sheet.scrollLeft = left;
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
