// The building blocks of the side panel: links to nodes, sections, lists, facts.

import { h } from "./dom.js";
import { edges, isoDay, nodes, other, quadOf } from "./data.js";
import { ACTS, dateWords, factualityWords, kindWords, nameList, quadWords, tieWords } from "./words.js";
import { evidenceList } from "./evidence.js";
import { goTo, select } from "./actions.js";
import { glyph } from "./glyphs.js";
import { toldOn } from "./told.js";

export const nodeLink = (id, text) =>
  h("button", { class: "link", "data-node": id, dir: "auto", click: () => goTo(id) }, text || nodes[id].name);

export const section = (title, ...children) => h("section", {}, h("h3", {}, title), ...children);
// A list of which the first rows are made; the others are when they are asked for.
export const list = (rows, rowOf, first = 8, words = "") => {
  const items = h("ul", { class: "rows" }, rows.slice(0, first).map(rowOf));
  if (rows.length <= first) return items;
  const more = h(
    "button",
    {
      class: "more",
      click: () => {
        more.remove();
        items.append(...rows.slice(first).map(rowOf));
      },
    },
    `Show ${rows.length - first} more ${words}`.trim(),
  );
  return [items, more];
};

export function header(node, ...more) {
  const note = factualityWords(node);
  return h(
    "header",
    {},
    h(
      "p",
      { class: "kind" },
      glyph(node, 16),
      " ",
      kindWords(node),
      node.group === "Event" && ` · ${quadWords(quadOf(node))}`,
      note && [" · ", h("strong", { class: "note" }, note)],
      node.group === "Proposal" && ACTS[node.act] && ` · ${ACTS[node.act]}`,
      node.negated && [" · ", h("strong", { class: "note" }, "that it be not done")],
    ),
    h("h2", { dir: "auto" }, node.name),
    ...more,
  );
}

export function facts(rows) {
  const kept = rows.filter(
    ([, value]) =>
      value !== undefined &&
      value !== null &&
      value !== false &&
      value !== "" &&
      !(Array.isArray(value) && !value.length),
  );
  return (
    kept.length > 0 &&
    h(
      "dl",
      {},
      kept.map(([name, value]) => h("div", {}, h("dt", {}, name), h("dd", {}, value))),
    )
  );
}

export const capital = (words) => words[0].toUpperCase() + words.slice(1);

export const why = (found) => {
  const rows = found.flatMap((tie) => edges[tie].ev);
  return rows.length > 0 && evidenceList(rows, { open: false });
};
// Its day, else that of the article that told it first.
const whenOf = (node) => {
  if (node.date) return dateWords(node.date);
  const told = toldOn(node);
  return told ? `told ${dateWords(isoDay(told[0]))}` : "";
};

// Date, factuality and parties of an event, proposal or statement in a line.
export function detail(node, parts) {
  const bits = [
    whenOf(node),
    factualityWords(node),
    ...parts.map(([words, ids]) => `${words.toLowerCase()}: ${nameList(ids)}`),
  ].filter(Boolean);
  return bits.length > 0 && h("div", { class: "soft" }, bits.join(" · "));
}
export const whenWords = (node) =>
  h("span", { class: "soft" }, [
    whenOf(node) && ` · ${whenOf(node)}`,
    factualityWords(node) && ` · ${factualityWords(node)}`,
  ]);

export const byDate = (a, b) =>
  (nodes[a].days ? nodes[a].days[0] : 1e9) - (nodes[b].days ? nodes[b].days[0] : 1e9) || a - b;

export function tieRow(edge, seenFrom) {
  const far = other(edge, seenFrom);
  const words = edge.from === seenFrom ? [tieWords(edge), " ", nodeLink(far)] : [nodeLink(far), " – ", tieWords(edge)];
  return h(
    "li",
    {},
    glyph(nodes[far], 13),
    " ",
    words,
    " ",
    h("button", { class: "link quiet", click: () => select({ edge: edge.id }) }, "this link"),
    evidenceList(edge.ev, { open: false }),
  );
}
