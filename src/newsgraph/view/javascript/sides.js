// Accounts side by side: each value that sources give, with who gives it and the sentences it rests on.

import { h } from "./dom.js";
import { nodes, sentences } from "./data.js";
import { dateWords } from "./words.js";
import { quotes } from "./evidence.js";

const capital = (words) => words[0].toUpperCase() + words.slice(1);
const fieldsOf = (node) => Object.keys(node).filter((name) => name.endsWith("_disputed"));
const WHAT = { dates_disputed: "date" };
// "killed: 14 (Meridian Wire, Gunmen attack market, 2026-05-06)"; a date stands without a word before it.
const ACCOUNT = /^(?:([\p{L} ]+): )?([^\s(]+) \((.*)\)$/u;

// As the graph names an article in an account.
const nameOf = (article) =>
  [article.publisher, article.headline || article.name, String(article.date || "").slice(0, 10)]
    .filter(Boolean)
    .join(", ");

// [what, [[value, [{words, article}]]]] of an event, the value that most give first, and what is written otherwise.
function sides(node) {
  const byName = new Map(node.articles.map((id) => [nameOf(nodes[id]), id]));
  const found = new Map();
  const others = [];
  for (const field of fieldsOf(node)) {
    for (const row of [].concat(node[field])) {
      const parts = ACCOUNT.exec(row);
      if (!parts) {
        others.push(row);
        continue;
      }
      const key = parts[1] || WHAT[field] || field.replace("_disputed", "");
      if (!found.has(key)) found.set(key, new Map());
      const values = found.get(key);
      values.set(parts[2], [...(values.get(parts[2]) || []), { words: parts[3], article: byName.get(parts[3]) }]);
    }
  }
  const most = (values) => [...values].sort((a, b) => b[1].length - a[1].length);
  return { named: [...found].map(([what, values]) => [what, most(values)]), others };
}

function who(accounts) {
  const { article, words } = accounts[0];
  if (accounts.length > 1) return `${accounts.length} articles`;
  if (article === undefined) return words;
  return [nodes[article].publisher || nodes[article].name, dateWords(nodes[article].date)].filter(Boolean).join(", ");
}

// The sentences of the accounts, those with the number itself first.
function rowsOf(node, value, accounts) {
  const from = new Set(accounts.map(({ article }) => article));
  const says = (row) => (sentences[row[0]][1].includes(value) ? 0 : 1);
  return node.ev.filter((row) => from.has(sentences[row[0]][0])).sort((a, b) => says(a) - says(b));
}

// What the graph says of a value: the latest, given by most sources, taken back.
function standingOf(node, what, value) {
  const row = [].concat(node.standing || []).find((words) => words.startsWith(`${what}: ${value} – `));
  return row ? ` (${row.split(" – ")[1]})` : "";
}

function valueOf(node, what, value, accounts) {
  const rows = rowsOf(node, value, accounts);
  const words = [
    h("strong", {}, /^\d{4}-/.test(value) ? dateWords(value) : value),
    ` – ${who(accounts)}${standingOf(node, what, value)}`,
  ];
  return rows.length
    ? h("details", { class: "side" }, h("summary", {}, words), quotes(rows))
    : h("p", { class: "side" }, words);
}

export const hasSides = (node) => fieldsOf(node).some((name) => [].concat(node[name]).length);

export function sidesOf(node) {
  const { named, others } = sides(node);
  return [
    named.map(([what, values]) =>
      h(
        "div",
        { class: "sides" },
        h("span", { class: "what" }, capital(what)),
        values.map(([value, accounts]) => valueOf(node, what, value, accounts)),
      ),
    ),
    others.map((words) => h("p", {}, words)),
  ];
}
