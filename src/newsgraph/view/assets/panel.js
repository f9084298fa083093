// The side panel: what is selected, in words, and why it is there.

import { $, h, fill, webLink, counted } from "./dom.js";
import { nodes, edges, ties, kinds, other, namedBy, isArticle, isOccurrence, isActor, fromArticle, subjectOf,
  objectOf, quadOf } from "./data.js";
import { state, update } from "./state.js";
import { selection } from "./selection.js";
import { between, shared } from "./routes.js";
import { dateWords, factualityWords, kindWords, nameList, PARTS, roles, tieSentence, tieWords } from "./words.js";
import { differences, NUMBERS, otherAccounts } from "./accounts.js";
import { evidenceList } from "./evidence.js";
import { expand, expandable, findPath, focus, goTo, hide, pin, select } from "./actions.js";
import { glyph } from "./glyphs.js";
import { nameField } from "./search.js";
import { positionOf } from "./network.js";

const panel = () => $("panel");

export function drawPanel() {
  const { selected } = state();
  panel().classList.toggle("empty", !selected);
  if (!selected) return fill(panel(), overview());
  const close = h("button", { class: "close", "aria-label": "Close details", click: () => select(null) }, "×");
  if ("node" in selected) fill(panel(), close, nodePanel(nodes[selected.node]));
  else if ("edge" in selected) fill(panel(), close, edgePanel(edges[selected.edge]));
  else fill(panel(), close, pairPanel(...selected.pair));
  panel().scrollTop = 0;
  return undefined;
}

const nodeLink = (id, text) => h("button", { class: "link", "data-node": id, dir: "auto", click: () => goTo(id) }, text || nodes[id].name);
const nodeLinks = (ids) => ids.map((id, i) => [i ? ", " : "", nodeLink(id)]);
const section = (title, ...children) => h("section", {}, h("h3", {}, title), ...children);
const list = (rows, first = 8) => {
  const items = h("ul", { class: "rows" }, rows.slice(0, first));
  if (rows.length <= first) return items;
  const more = h("button", { class: "more", click: () => {
    more.remove();
    items.append(...rows.slice(first));
  } }, `Show ${rows.length - first} more`);
  return [items, more];
};

function header(node, ...more) {
  const note = factualityWords(node);
  return h("header", {},
    h("p", { class: "kind" }, glyph(node, 16), " ", kindWords(node),
      node.group === "Event" && ` · ${quadOf(node)}`, note && [" · ", h("strong", { class: "note" }, note)],
      node.group === "Proposal" && node.act && ` · ${node.act}`, node.negated && [" · ", h("strong", { class: "note" }, "that it be not done")]),
    h("h2", { dir: "auto" }, node.name), ...more);
}

function facts(rows) {
  const kept = rows.filter(([, value]) => value !== undefined && value !== null && value !== false && value !== "" && !(Array.isArray(value) && !value.length));
  return kept.length > 0 && h("dl", {}, kept.map(([name, value]) => h("div", {}, h("dt", {}, name), h("dd", {}, value))));
}

const SAID = new Set(["id", "key", "label", "name", "shape", "group", "x", "y", "size", "n", "ev", "days", "articles", "publishers",
  "aliases", "country", "sector", "lat", "lon", "wikidata", "wikipedia", "geonames", "dbpedia", "roles", "kind", "mode", "quad",
  "date", "date_reason", "factuality", "act", "content", "status", "negated", "deadline", "condition", "headline", "url",
  "publisher", "author", "language", "published", "named", "alias_counts", ...NUMBERS]);

const capital = (words) => words[0].toUpperCase() + words.slice(1);

// What a newer graph knows and this page has no words for is shown under its own name.
const others = (node) => Object.entries(node).filter(([name]) => !SAID.has(name) && !name.endsWith("_disputed"))
  .map(([name, value]) => [capital(name.replaceAll("_", " ")), Array.isArray(value) ? value.join(", ") : String(value)]);

function identifiers(node) {
  const links = [];
  if (/^Q\d+$/.test(node.wikidata || "")) links.push(webLink(`https://www.wikidata.org/wiki/${node.wikidata}`, `Wikidata ${node.wikidata}`));
  if (node.wikipedia) {
    const address = /^https?:/.test(node.wikipedia) ? node.wikipedia
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
  return h("div", { class: "actions", role: "group", "aria-label": "With this node" },
    h("button", { click: () => focus(node.id), title: "Show only its neighbourhood (F, or double click)" }, "Focus"),
    h("button", { click: () => expand(node.id), disabled: !more, title: "Draw neighbours that are not drawn (E)" },
      more ? `Expand (${more})` : "Expand"),
    h("button", { click: () => pin(node.id, positionOf(node.id)), "aria-pressed": String(Boolean(now.pinned[node.id])), title: "Keep its place (P)" },
      now.pinned[node.id] ? "Unpin" : "Pin"),
    h("button", { click: () => hide(node.id), title: "Leave it out of the picture (H)" }, "Hide"),
    h("details", { class: "to" }, h("summary", {}, "Path to …"),
      nameField("Path to", (id) => findPath(node.id, id))));
}

function conflicts(node) {
  const found = Object.entries(node).filter(([name, value]) => name.endsWith("_disputed") && [].concat(value).length);
  if (!found.length) return null;
  return h("section", { class: "conflict", role: "note", "aria-label": "Sources disagree" }, h("h3", {}, "Sources disagree"),
    h("ul", {}, found.flatMap(([, value]) => [].concat(value)).map((words) => h("li", {}, words))));
}

// What other articles tell that may be the same event; where a number differs, as a conflict.
function accounts(node) {
  const found = otherAccounts(node);
  if (!found.length) return null;
  const differ = differences(node);
  return h("section", { class: differ.length ? "conflict" : null }, h("h3", {}, differ.length ? "Accounts differ" : `Other accounts, perhaps of the same event (${found.length})`),
    differ.map(([name, mine, theirs]) => h("p", {}, `${capital(name)}: ${mine.toLocaleString("en")} here`, theirs.map(([id, number]) =>
      [`, ${number.toLocaleString("en")} in `, nodeLink(id), ` (${nodes[id].publishers.join(", ")})`]), " – perhaps of the same event.")),
    list(found.filter((id) => !differ.some(([, , theirs]) => theirs.some(([other]) => other === id))).map((id) => h("li", {}, glyph(nodes[id], 13), " ",
      nodeLink(id), whenWords(nodes[id])))));
}

function nodePanel(node) {
  if (isArticle(node)) return articlePanel(node);
  return h("article", {}, header(node), conflicts(node), nodeFacts(node), buttons(node),
    isOccurrence(node) ? occurrenceParts(node) : actorParts(node), accounts(node),
    section(`Evidence (${node.ev.length})`, evidenceList(node.ev)),
    node.articles.length > 0 && section(`Reported in (${node.articles.length})`, list(node.articles.map((id) => h("li", {},
      nodeLink(id, nodes[id].headline || nodes[id].name), h("span", { class: "soft" }, articleNote(nodes[id])))))));
}

const articleNote = (node) => [node.publisher, dateWords(node.date)].filter(Boolean).map((words) => ` · ${words}`).join("");

function nodeFacts(node) {
  const links = identifiers(node);
  return facts([
    ["Content", node.content && node.content !== node.name ? node.content : null],
    ["Also called", (node.aliases || []).filter((alias) => alias !== node.name).join(", ")],
    ["Roles", (node.roles || []).join("; ")],
    ["Country", node.country && countryName(node.country)],
    ["Sector", node.sector],
    ["How", node.mode],
    ["When", node.date && [dateWords(node.date), node.date_reason && h("span", { class: "soft" }, ` (from the ${node.date_reason})`)]],
    ["By when", node.deadline && dateWords(node.deadline)],
    ["On condition", node.condition],
    ["Status", node.status],
    ...NUMBERS.map((name) => [capital(name), node[name] === undefined ? null : node[name].toLocaleString("en")]),
    ["Coordinates", node.lat !== undefined && `${Number(node.lat).toFixed(2)}, ${Number(node.lon).toFixed(2)}`],
    ["Links", links.length ? links : null],
    ["Mentioned", counted(node.n, "time")],
    ...others(node),
  ]);
}

// Who, to whom, where: each with the sentences that say so.
function occurrenceParts(node) {
  const parts = roles(node).map(([words, ids, type]) => section(words, list(ids.map((id) => h("li", {}, glyph(nodes[id], 13), " ", nodeLink(id),
    why(ties[node.id].filter((tie) => edges[tie].type === type && other(edges[tie], node.id) === id)))))));
  const named = [["Answered by", "responseTo"], ["Caused by", "causeOf"], ["Consists of", "partOf"]]
    .map(([words, type]) => [words, namedBy(node.id, type)]).filter(([, ids]) => ids.length)
    .map(([words, ids]) => section(words, list(ids.map((id) => h("li", {}, glyph(nodes[id], 13), " ", nodeLink(id), whenWords(nodes[id]))))));
  return [...parts, ...named];
}

const why = (found) => {
  const rows = found.flatMap((tie) => edges[tie].ev);
  return rows.length > 0 && evidenceList(rows, { open: false });
};
// Date, factuality and parties of an event, proposal or statement in a line.
function detail(node, parts) {
  const bits = [dateWords(node.date), factualityWords(node), ...parts.map(([words, ids]) => `${words.toLowerCase()}: ${nameList(ids)}`)].filter(Boolean);
  return bits.length > 0 && h("div", { class: "soft" }, bits.join(" · "));
}
const whenWords = (node) => h("span", { class: "soft" }, [node.date && ` · ${dateWords(node.date)}`, factualityWords(node) && ` · ${factualityWords(node)}`]);

const byDate = (a, b) => (nodes[a].days ? nodes[a].days[0] : 1e9) - (nodes[b].days ? nodes[b].days[0] : 1e9) || a - b;

function actorParts(node) {
  const { passes } = selection();
  const done = new Set();
  const parts = PARTS.map(([, words, types]) => {
    const ids = [...new Set(types.flatMap((type) => namedBy(node.id, type)))].sort(byDate);
    if (!ids.length) return null;
    ids.forEach((id) => done.add(id));
    return section(`${words} (${ids.length})`, list(ids.map((id) => occurrenceRow(id, node.id, types, passes))));
  });
  const rest = ties[node.id].filter((tie) => !isOccurrence(nodes[other(edges[tie], node.id)]) && edges[tie].type !== "reportedIn");
  return [...parts, rest.length > 0 && section(`Ties (${rest.length})`, list(rest.map((tie) => tieRow(edges[tie], node.id))))];
}

function occurrenceRow(id, seenFrom, types, passes) {
  const node = nodes[id];
  const parts = roles(node).map(([words, ids]) => [words, ids.filter((far) => far !== seenFrom)]).filter(([, ids]) => ids.length);
  return h("li", { class: passes[id] ? null : "filtered" }, glyph(node, 13), " ", nodeLink(id), detail(node, parts),
    why(ties[seenFrom].filter((tie) => types.includes(edges[tie].type) && other(edges[tie], seenFrom) === id)));
}

function tieRow(edge, seenFrom) {
  const far = other(edge, seenFrom);
  const words = edge.from === seenFrom ? [tieWords(edge), " ", nodeLink(far)] : [nodeLink(far), " – ", tieWords(edge)];
  return h("li", {}, glyph(nodes[far], 13), " ", words, " ", h("button", { class: "link quiet", click: () => select({ edge: edge.id }) }, "this tie"),
    evidenceList(edge.ev, { open: false }));
}

function edgePanel(edge) {
  const subject = subjectOf(edge);
  return h("article", {},
    h("header", {}, h("p", { class: "kind" }, "Tie"), h("h2", {}, tieSentence(edge))),
    facts([["From", nodeLink(edge.from)], ["Tie", tieWords(edge)], ["To", nodeLink(edge.to)],
      ["In the graph", `${nodes[subject].name} → ${edge.type} → ${nodes[objectOf(edge)].name}`], ["Mentioned", counted(edge.n, "time")]]),
    section(`Evidence (${edge.ev.length})`, evidenceList(edge.ev)));
}

function pairPanel(a, b) {
  const now = state();
  const both = shared(a, b).sort(byDate);
  const direct = between(a, b);
  return h("article", {},
    h("header", {}, h("p", { class: "kind" }, "Two together"), h("h2", {}, nodeLink(a), " and ", nodeLink(b))),
    (now.from !== null || now.to !== null) && h("p", { class: "soft" }, "Only what passes the filters (dates, kinds, sources) is listed."),
    section(`Both take part in (${both.length})`, both.length ? list(both.map((id) => pairRow(id, a, b)), 30)
      : h("p", { class: "none" }, "Nothing that is shown.")),
    direct.length > 0 && section(`Ties between them (${direct.length})`, list(direct.map((tie) => tieRow(edges[tie], a)))),
    section("Shortest path", now.path ? h("ol", { class: "path" }, now.path.map((id, i) => h("li", {}, glyph(nodes[id], 13), " ", nodeLink(id),
      i < now.path.length - 1 && between(id, now.path[i + 1]).slice(0, 1).map((tie) => [
        h("div", { class: "soft" }, tieSentence(edges[tie])), evidenceList(edges[tie].ev, { open: false })]))))
      : h("p", { class: "none" }, "There is none in what is shown.")),
    now.path && h("div", { class: "actions" }, h("button", { click: () => update({ path: null, selected: null }) }, "Clear path")));
}

function pairRow(id, a, b) {
  const node = nodes[id];
  return h("li", {}, glyph(node, 13), " ", nodeLink(id), detail(node, roles(node)),
    why(ties[id].filter((tie) => [a, b].includes(other(edges[tie], id)))));
}

function articlePanel(node) {
  const found = fromArticle.get(node.id) || [];
  const groups = Object.keys(kinds).map((group) => [group, found.filter((id) => nodes[id].group === group)]).filter(([, ids]) => ids.length);
  return h("article", {},
    h("header", {}, h("p", { class: "kind" }, glyph(node, 16), " Article"), h("h2", {}, node.headline || node.name)),
    facts([["Source", node.publisher], ["Author", node.author], ["Published", dateWords(node.date)],
      ["Address", node.url && webLink(node.url)], ["Language", node.language], ...others(node)]),
    h("p", {}, `All that is known from this article: ${counted(found.length, "node")}.`),
    groups.map(([group, ids]) => section(`${kinds[group].many} (${ids.length})`, list(ids.map((id) => h("li", {}, glyph(nodes[id], 13), " ",
      nodeLink(id), whenWords(nodes[id])))))));
}

// Nothing is selected: what the graph is about, and how to go on.
function overview() {
  const { matching, drawn } = selection();
  const first = (test, number) => nodes.filter((node) => test(node) && selection().passes[node.id]).slice(0, number);
  const actors = first(isActor, 6);
  const proposals = first((node) => node.group === "Proposal", 5);
  const disputed = nodes.filter((node) => conflicts(node) || (node.group === "Event" && differences(node).length)).slice(0, 6);
  return h("article", { class: "overview" },
    h("h2", {}, "What is here"),
    h("p", {}, `${counted(nodes.length, "node")} and ${counted(edges.length, "tie")} from ${counted(nodes.filter(isArticle).length, "article")}; `,
      `${counted(matching.length, "node")} pass the filters, ${drawn.length.toLocaleString("en")} are drawn.`),
    h("p", { class: "soft" }, "Click a node or a line to see the sentences that it rests on."),
    actors.length > 0 && section("Most connected", list(actors.map((node) => h("li", {}, glyph(node, 13), " ", nodeLink(node.id),
      h("span", { class: "soft" }, ` · ${counted(ties[node.id].length, "tie")}`))))),
    disputed.length > 0 && section("Where sources disagree", list(disputed.map((node) => h("li", {}, glyph(node, 13), " ", nodeLink(node.id))))),
    proposals.length > 0 && section("Proposals", list(proposals.map((node) => h("li", {}, glyph(node, 13), " ", nodeLink(node.id, node.content),
      h("div", { class: "soft" }, roles(node).map(([words, ids]) => `${words.toLowerCase()}: ${nameList(ids)}`).join(" · ")))))),
    h("p", { class: "soft" }, "Size and order: PageRank over the ties, each weighted by the number of sentences that it rests on, with restarts at what is mentioned most."));
}

