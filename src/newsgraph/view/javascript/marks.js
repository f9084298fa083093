// What the reader judges right or wrong, in the form of the project's decisions: each is anchored to words of articles.

import { $, counted, download, h, say } from "./dom.js";
import { byKey, nodes, sentences, texts } from "./data.js";
import { toCsv } from "./csv.js";
import { marks, setMark } from "./kept.js";

const SORTS = { Event: "event", Proposal: "proposal", Statement: "statement" };
const VERBS = { right: "confirm", wrong: "drop" };
const COLUMNS = ["verb", "sort", "label", "value", "coder", "time", "note", "one", "other", "other_sort"];
const points = (text) => [...text].length;

// [id of the article, start, end, words] of what a node rests on, in code points; of a name once an article.
export function anchorsOf(node) {
  const seen = new Set();
  const found = new Map();
  for (const [sentence, from, to] of node.ev) {
    const [article, text, at] = sentences[sentence];
    if (article < 0 || (!SORTS[node.group] && seen.has(article))) continue;
    seen.add(article);
    const begin = texts.has(article) ? points(texts.get(article).text.slice(0, at)) : at;
    const start = begin + points(text.slice(0, from));
    const words = text.slice(from, to);
    const anchor = [nodes[article].identifier || nodes[article].key, start, start + points(words), words];
    found.set(JSON.stringify(anchor), anchor);
  }
  return [...found.values()];
}

// The rows of a CSV table that `newsgraph decisions import` reads.
export function decisions() {
  return Object.entries(marks())
    .filter(([key]) => byKey.has(key))
    .map(([key, { verdict, note, time }]) => [nodes[byKey.get(key)], verdict, note, time])
    .map(([node, verdict, note, time]) => [
      VERBS[verdict],
      SORTS[node.group] || "entity",
      node.name,
      "",
      "",
      time || "",
      note || "",
      JSON.stringify(anchorsOf(node)),
      "",
      "",
    ]);
}

export function exportMarks() {
  const rows = decisions();
  if (!rows.length) return say("Nothing is marked yet: open a mark's details and say whether it is right.");
  const columns = COLUMNS.map((title, i) => [title, i]);
  download("decisions.csv", new Blob([toCsv(columns, rows.map((cells) => ({ cells })))], { type: "text/csv;charset=utf-8" }));
  return say(`${counted(rows.length, "mark")} saved.`);
}

// The reader's own verdict in a node's panel.
export function markBox(node) {
  const box = h("div", { class: "mark-box", role: "group", "aria-label": "Is it right?" });
  const draw = (focus) => {
    const now = marks()[node.key];
    const said = () => `${new Date().toISOString().slice(0, 19)}+00:00`; // when it was last judged: the later word counts
    const set = (change) => setMark(node.key, change && { ...now, ...change, time: said() });
    const button = (verdict, words) =>
      h(
        "button",
        {
          "aria-pressed": String(Boolean(now) && now.verdict === verdict),
          "data-verdict": verdict,
          click: () => {
            set(now && now.verdict === verdict ? null : { verdict });
            draw(verdict);
          },
        },
        words,
      );
    const note = h("input", {
      type: "text",
      "aria-label": "Note",
      placeholder: "Why? (a note)",
      value: (now && now.note) || "",
      change: ({ target }) => set({ note: target.value }),
    });
    box.replaceChildren(h("span", { class: "soft" }, "Is it right?"), button("right", "✓ Right"), button("wrong", "✗ Wrong"), ...(now ? [note] : []));
    if (focus) box.querySelector(`[data-verdict=${focus}]`).focus();
  };
  draw(null);
  return box;
}

export function startMarks() {
  $("export-marks").addEventListener("click", exportMarks);
}
