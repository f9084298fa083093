// One node in words: an actor with what it did and what was done to it, or an event with who, to whom and where.

import { h, counted } from "./dom.js";
import { nodes, edges, ties, other, namedBy, isOccurrence, sentenceCount } from "./data.js";
import { state } from "./state.js";
import { passesButKinds } from "./selection.js";
import { PARTS, roles } from "./words.js";
import { accounts, conflicts } from "./conflicts.js";
import { byDate, detail, header, list, nodeLink, section, tieRow, whenWords } from "./blocks.js";
import { evidenceList, firstOf } from "./evidence.js";
import { articleNote, moreFacts, nodeFacts } from "./node_facts.js";
import { expand, expandable, findPath, focus, hide, pin } from "./actions.js";
import { distinct } from "./same.js";
import { tabs } from "./tabs.js";
import { citation } from "./cite.js";
import { markBox } from "./marks.js";
import { glyph } from "./glyphs.js";
import { nameField } from "./search.js";
import { positionOf } from "./network.js";

const FEW = 4; // rows of each of several groups, so that all of them are seen

function buttons(node) {
  const now = state();
  const more = expandable(node.id).length;
  return h(
    "div",
    { class: "actions", role: "group", "aria-label": "In the network" },
    h("button", { click: () => focus(node.id), title: "Show only its neighbourhood (F, or double click)" }, "Focus"),
    h(
      "button",
      { click: () => expand(node.id), disabled: !more, title: "Draw neighbours that are not drawn (E)" },
      more ? `Expand (${more})` : "Expand",
    ),
    h(
      "button",
      {
        click: () => pin(node.id, positionOf(node.id)),
        "aria-pressed": String(Boolean(now.pinned[node.id])),
        title: "Keep its place (P)",
      },
      now.pinned[node.id] ? "Unpin" : "Pin",
    ),
    h("button", { click: () => hide(node.id), title: "Leave it out of the picture (H)" }, "Hide"),
    h(
      "details",
      { class: "to", toggle: (event) => event.target.open && event.target.querySelector("input").focus() },
      h("summary", {}, "Path to …"),
      nameField("Path to", (id) => findPath(node.id, id)),
    ),
  );
}

export function nodePanel(node) {
  return h(
    "article",
    {},
    header(node),
    conflicts(node),
    isOccurrence(node) ? occurrence(node) : actor(node),
    markBox(node),
    moreFacts(node),
    citation(node.articles.slice(0, 20)),
    buttons(node),
  );
}

function occurrence(node) {
  return [
    nodeFacts(node),
    section(sentencesTitle(sentenceCount(node.ev)), evidenceList(node.ev)),
    occurrenceParts(node),
    accounts(node),
    reportedIn(node),
  ];
}

const sentencesTitle = (count) => (count === 1 ? "The sentence" : `The sentences (${count})`);

const reportedIn = (node) =>
  node.articles.length > 0 &&
  section(
    `Reported in (${node.articles.length})`,
    list(node.articles, (id) =>
      h("li", {}, nodeLink(id, nodes[id].headline || nodes[id].name), h("span", { class: "soft" }, articleNote(id))),
    ),
  );

// Who, to whom, where: each with the sentences that say so, where they are others than those above.
function occurrenceParts(node) {
  const own = new Set(node.ev.map(([sentence]) => sentence));
  const whyOf = (type, id) =>
    ties[node.id]
      .filter((tie) => edges[tie].type === type && other(edges[tie], node.id) === id)
      .flatMap((tie) => edges[tie].ev)
      .filter(([sentence]) => !own.has(sentence));
  const parts = roles(node).map(([words, ids, type]) =>
    section(
      words,
      list(ids, (id) => {
        const rows = whyOf(type, id);
        return h(
          "li",
          {},
          glyph(nodes[id], 13),
          " ",
          nodeLink(id),
          rows.length > 0 && evidenceList(rows, { open: false }),
        );
      }),
    ),
  );
  const named = [
    ["Answered by", "responseTo"],
    ["Caused by", "causeOf"],
    ["Consists of", "partOf"],
  ]
    .map(([words, type]) => [words, namedBy(node.id, type)])
    .filter(([, ids]) => ids.length)
    .map(([words, ids]) =>
      section(words, list(ids, (id) => h("li", {}, glyph(nodes[id], 13), " ", nodeLink(id), whenWords(nodes[id])))),
    );
  return [...parts, ...named];
}

function actor(node) {
  const passes = passesButKinds();
  const isKept = (id) => passes[id];
  let left = 0;
  const parts = PARTS.map(([key, words, groups]) => {
    const sorted = groups.map(([title, types]) => {
      const ids = distinct([...new Set(types.flatMap((type) => namedBy(node.id, type)))]);
      const kept = ids.filter(isKept).sort(byDate);
      left += ids.length - kept.length;
      return { title, types, ids: kept };
    });
    const count = sorted.reduce((sum, { ids }) => sum + ids.length, 0);
    return [key, words, count, () => groupsOf(sorted, node)];
  });
  const rest = ties[node.id].filter(
    (tie) => !isOccurrence(nodes[other(edges[tie], node.id)]) && edges[tie].type !== "reportedIn",
  );
  return [
    nodeFacts(node),
    tabs(
      [
        ...parts,
        ["links", "Links", rest.length, () => list(rest, (tie) => tieRow(edges[tie], node.id))],
        ["sentences", "Sentences", sentenceCount(node.ev), () => evidenceList(node.ev)],
      ],
      `What is known of ${node.name}`,
    ),
    left > 0 &&
      h("p", { class: "soft left-out" }, `${counted(left, "more does", "more do")} not pass the filters.`),
  ];
}

function groupsOf(groups, node) {
  const found = groups.filter(({ ids }) => ids.length);
  return found.map(({ title, types, ids }) => [
    (found.length > 1 || groups.length > 1) && h("h3", {}, title, h("span", { class: "count" }, ` ${ids.length}`)),
    list(ids, (id) => occurrenceRow(id, node.id, types), found.length > 1 ? FEW : undefined),
  ]);
}

// What it is, when, with whom, and the first sentence that says so.
function occurrenceRow(id, seenFrom, types) {
  const node = nodes[id];
  const parts = roles(node)
    .map(([words, ids]) => [words, ids.filter((far) => far !== seenFrom)])
    .filter(([, ids]) => ids.length);
  const rows = ties[seenFrom]
    .filter((tie) => types.includes(edges[tie].type) && other(edges[tie], seenFrom) === id)
    .flatMap((tie) => edges[tie].ev);
  return h("li", {}, glyph(node, 13), " ", nodeLink(id), detail(node, parts), firstOf(rows.length ? rows : node.ev));
}
