// One node in words: an actor with what it did and what was done to it, or an event with who, to whom and where.

import { h, webLink, counted } from "./dom.js";
import { nodes, edges, ties, other, namedBy, isOccurrence } from "./data.js";
import { state } from "./state.js";
import { selection } from "./selection.js";
import { sureWords } from "./board.js";
import { dateWords, PARTS, roles, sectorWords } from "./words.js";
import { NUMBERS } from "./accounts.js";
import { accounts, conflicts } from "./conflicts.js";
import { byDate, capital, detail, facts, header, list, nodeLink, section, tieRow, whenWords, why } from "./blocks.js";
import { evidenceList } from "./evidence.js";
import { expand, expandable, findPath, focus, hide, pin } from "./actions.js";
import { glyph } from "./glyphs.js";
import { nameField } from "./search.js";
import { positionOf } from "./network.js";

const SAID = new Set([
  "id",
  "key",
  "label",
  "name",
  "shape",
  "group",
  "c",
  "size",
  "n",
  "ev",
  "days",
  "articles",
  "publishers",
  "aliases",
  "country",
  "sector",
  "lat",
  "lon",
  "wikidata",
  "wikipedia",
  "geonames",
  "dbpedia",
  "roles",
  "kind",
  "mode",
  "quad",
  "date",
  "date_reason",
  "place_reason",
  "factuality",
  "act",
  "content",
  "status",
  "negated",
  "deadline",
  "condition",
  "headline",
  "url",
  "publisher",
  "author",
  "language",
  "published",
  "named",
  "identifier",
  "confidence",
  "alias_counts",
  ...NUMBERS,
]);

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

function buttons(node) {
  const now = state();
  const more = expandable(node.id).length;
  return h(
    "div",
    { class: "actions", role: "group", "aria-label": "With this node" },
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
    nodeFacts(node),
    buttons(node),
    isOccurrence(node) ? occurrenceParts(node) : actorParts(node),
    accounts(node),
    section(`Evidence (${node.ev.length})`, evidenceList(node.ev)),
    node.articles.length > 0 &&
      section(
        `Reported in (${node.articles.length})`,
        list(
          node.articles.map((id) =>
            h(
              "li",
              {},
              nodeLink(id, nodes[id].headline || nodes[id].name),
              h("span", { class: "soft" }, articleNote(nodes[id])),
            ),
          ),
        ),
      ),
  );
}

const articleNote = (node) =>
  [node.publisher, dateWords(node.date)]
    .filter(Boolean)
    .map((words) => ` · ${words}`)
    .join("");

function nodeFacts(node) {
  const links = identifiers(node);
  return facts([
    ["Content", node.content && node.content !== node.name ? node.content : null],
    ["Also called", (node.aliases || []).filter((alias) => alias !== node.name).join(", ")],
    ["Roles", (node.roles || []).join("; ")],
    ["Country", node.country && countryName(node.country)],
    ["Sector", sectorWords(node.sector)],
    ["How", node.mode],
    [
      "When",
      node.date && [
        dateWords(node.date),
        node.date_reason && h("span", { class: "soft" }, ` (from the ${node.date_reason})`),
      ],
    ],
    ["Place", node.place_reason && h("span", { class: "soft" }, `from the ${node.place_reason}`)],
    ["By when", node.deadline && dateWords(node.deadline)],
    ["On condition", node.condition],
    ["Status", node.status],
    ["How sure", sureWords(node)],
    ...NUMBERS.map((name) => [capital(name), node[name] === undefined ? null : node[name].toLocaleString("en")]),
    ["Coordinates", node.lat !== undefined && `${Number(node.lat).toFixed(2)}, ${Number(node.lon).toFixed(2)}`],
    ["Identifiers", links.length ? links : null],
    ["Mentioned", counted(node.n, "time")],
    ...others(node),
  ]);
}

// Who, to whom, where: each with the sentences that say so.
function occurrenceParts(node) {
  const parts = roles(node).map(([words, ids, type]) =>
    section(
      words,
      list(
        ids.map((id) =>
          h(
            "li",
            {},
            glyph(nodes[id], 13),
            " ",
            nodeLink(id),
            why(ties[node.id].filter((tie) => edges[tie].type === type && other(edges[tie], node.id) === id)),
          ),
        ),
      ),
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
      section(words, list(ids.map((id) => h("li", {}, glyph(nodes[id], 13), " ", nodeLink(id), whenWords(nodes[id]))))),
    );
  return [...parts, ...named];
}

function actorParts(node) {
  const { passes } = selection();
  const done = new Set();
  const parts = PARTS.map(([, words, types]) => {
    const ids = [...new Set(types.flatMap((type) => namedBy(node.id, type)))].sort(byDate);
    if (!ids.length) return null;
    ids.forEach((id) => done.add(id));
    return section(`${words} (${ids.length})`, list(ids.map((id) => occurrenceRow(id, node.id, types, passes))));
  });
  const rest = ties[node.id].filter(
    (tie) => !isOccurrence(nodes[other(edges[tie], node.id)]) && edges[tie].type !== "reportedIn",
  );
  return [
    ...parts,
    rest.length > 0 && section(`Links (${rest.length})`, list(rest.map((tie) => tieRow(edges[tie], node.id)))),
  ];
}

function occurrenceRow(id, seenFrom, types, passes) {
  const node = nodes[id];
  const parts = roles(node)
    .map(([words, ids]) => [words, ids.filter((far) => far !== seenFrom)])
    .filter(([, ids]) => ids.length);
  return h(
    "li",
    { class: passes[id] ? null : "filtered" },
    glyph(node, 13),
    " ",
    nodeLink(id),
    detail(node, parts),
    why(ties[seenFrom].filter((tie) => types.includes(edges[tie].type) && other(edges[tie], seenFrom) === id)),
  );
}
