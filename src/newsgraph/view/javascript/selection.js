// Which nodes pass the filters, and which of these are drawn.

import { nodes, edges, ties, other, fromArticle, isArticle, isOccurrence, publisherOf, sentences } from "./data.js";
import { hitting } from "./hits.js";
import { echoOf } from "./echoes.js";
import { familyOf } from "./families.js";
import { state } from "./state.js";
import { placedOn } from "./told.js";

const SIFTERS = ["off", "text", "from", "to", "min", "sure", "between", "rollUp", "hidden", "focus"];
const PAPERS = 60;
const DRAWING = ["shown", "added", "path", "pinned", "folded"];

export const FACETS = {
  type: (node) => [node.group],
  event: (node) => (node.group === "Event" ? [node.kind || "OTHER"] : []),
  factuality: (node) => (node.group === "Event" ? [node.factuality || "actual"] : []),
  act: (node) => (node.group === "Proposal" ? [node.act || "propose"] : []),
  status: (node) => (node.group === "Proposal" ? [node.status || "proposed"] : []),
  source: (node) => node.publishers,
};

const has = (list) => {
  const set = new Set(list);
  return (value) => set.has(value);
};

// A node passes a facet unless all its values in it are ticked off.
function passesFacet(facet, node, isOff) {
  const values = FACETS[facet](node);
  return values.length === 0 || values.some((value) => !isOff(value));
}

function inRange(node, from, to) {
  if (from === null && to === null) return true;
  if (!isOccurrence(node) && !isArticle(node)) return true;
  const days = placedOn(node);
  return days !== null && (from === null || days[1] >= from) && (to === null || days[0] <= to);
}

const sureness = (node) => node.confidence ?? 1;

// Node by node: what passes on its own. `except` leaves one filter out, for the counts beside its boxes.
export function passing(value, except = null) {
  const facets = Object.keys(FACETS).filter((facet) => facet !== except && value.off[facet].length);
  const off = Object.fromEntries(facets.map((facet) => [facet, has(value.off[facet])]));
  const hidden = has(value.hidden);
  const from = except === "date" ? null : value.from;
  const to = except === "date" ? null : value.to;
  const min = except === "min" ? 1 : value.min;
  const sure = except === "sure" ? 0 : value.sure;
  const sides = value.between ? value.between.map((id) => familyOf(id, value.rollUp)) : null;
  const near = value.focus ? neighbourhood(value.focus.node, value.focus.hops) : null;
  const isTold = value.text.trim() ? telling(value.text) : null;
  const passes = new Uint8Array(nodes.length);
  const isOut = (node) =>
    hidden(node.id) || (isTold && !isTold(node)) || (near && !near.has(node.id)) || node.n < min || sureness(node) < sure;
  const isAside = (node) => sides && isOccurrence(node) && !takesPart(node.id, sides);
  for (const node of nodes) {
    if (isOut(node) || isAside(node) || !inRange(node, from, to)) continue;
    if (facets.every((facet) => passesFacet(facet, node, off[facet]))) passes[node.id] = 1;
  }
  // With events narrowed down, an actor without any of those left has no part in the picture.
  const narrowed =
    isTold !== null ||
    from !== null ||
    to !== null ||
    sides !== null ||
    ["event", "factuality", "act", "status"].some((facet) => facet !== except && value.off[facet].length);
  if (narrowed) {
    for (const node of nodes) {
      if (!passes[node.id] || isOccurrence(node) || isArticle(node) || value.between?.includes(node.id)) continue;
      const kept = ties[node.id].some((tie) => {
        const far = nodes[other(edges[tie], node.id)];
        return passes[far.id] && isOccurrence(far);
      });
      if (!kept) passes[node.id] = 2;
    }
    for (const node of nodes) if (passes[node.id] === 2) passes[node.id] = 0;
  }
  return passes;
}

// Whether a node has the words, or is the article of one that has.
function telling(text) {
  const isHit = hitting(text);
  return (node) => isHit(node) || (isArticle(node) && (fromArticle.get(node.id) || []).some((id) => isHit(nodes[id])));
}

const ASIDE = new Set(["place", "reportedIn", "attributedTo"]);

// Whether somebody of each side takes part, and with two sides not the same one for both.
function takesPart(id, sides) {
  const parties = ties[id].filter((tie) => !ASIDE.has(edges[tie].type)).map((tie) => other(edges[tie], id));
  const [some, others] = sides.map((side) => parties.filter((party) => side.has(party)));
  if (!some.length || !others) return some.length > 0;
  return others.length > 0 && new Set([...some, ...others]).size > 1;
}

function neighbourhood(centre, hops) {
  const seen = new Set([centre]);
  let rim = [centre];
  for (let hop = 0; hop < hops; hop++) {
    const next = [];
    for (const id of rim) {
      for (const tie of ties[id]) {
        const far = other(edges[tie], id);
        if (!seen.has(far) && !isArticle(nodes[far])) {
          seen.add(far);
          next.push(far);
        }
      }
    }
    rim = next;
  }
  return seen;
}

let butKinds = null;

// What passes all filters but that of kinds: statements are left out of pictures, and still said by somebody.
export function passesButKinds() {
  const value = state();
  if (!value.off.type.length) return selection().passes;
  if (!butKinds || SIFTERS.some((key) => butKinds.value[key] !== value[key]))
    butKinds = { value, passes: passing(value, "type") };
  return butKinds.passes;
}

let memo = null;

// {passes, matching: ids that pass, marks: those of them that a picture may show, drawn: those that the network does,
// isDrawn: the same by id, standsFor: who stands for those
// that are folded away, lines: edge ids, isLine: the same as a set}
export function selection() {
  const value = state();
  if (memo && [...SIFTERS, ...DRAWING].every((key) => memo.value[key] === value[key])) return memo.result;
  const passes = passing(value);
  const added = new Set([...value.added, ...(value.path || [])]);
  const matching = [];
  const marks = [];
  const drawn = [];
  const isDrawn = new Uint8Array(nodes.length);
  let papers;
  let room = value.focus ? Math.max(value.shown, 150) : value.shown;
  for (let id = 0; id < nodes.length; id++) {
    if (!passes[id]) continue;
    matching.push(id);
    // What says a proposal once more is drawn only where it is asked for.
    if (echoOf.has(id) && !added.has(id)) continue;
    marks.push(id);
    if (!added.has(id) && !(id in value.pinned)) {
      // Articles come after all others: as many as there is room left for, but some beside what is drawn of them.
      if (isArticle(nodes[id])) {
        papers ??= Math.max(PAPERS, room);
        if (papers <= 0 || !ties[id].some((tie) => isDrawn[other(edges[tie], id)])) continue;
        papers--;
      } else if (room-- <= 0) continue;
    }
    isDrawn[id] = 1;
    drawn.push(id);
  }
  const standsFor = fold(value.folded, drawn, isDrawn);
  const seen = (id) => (isDrawn[id] ? id : standsFor.get(id));
  const isOff = has(value.off.source);
  const isTieOff = has(value.off.tie);
  const lines = [];
  for (const id of [...drawn, ...standsFor.keys()]) {
    for (const tie of ties[id]) {
      const edge = edges[tie];
      if (edge.from !== id || seen(edge.to) === undefined) continue;
      // Within a group that is folded there is nothing to see.
      if (standsFor.size && seen(edge.to) === seen(id)) continue;
      if (isTieOff(edge.type)) continue;
      if (edge.confidence !== undefined && edge.confidence < value.sure) continue;
      if (value.off.source.length && edge.ev.length && edge.ev.every((row) => fromOff(row, isOff))) continue;
      lines.push(tie);
    }
  }
  memo = { value, result: { passes, isDrawn, matching, marks, drawn, lines, standsFor, isLine: new Set(lines) } };
  return memo.result;
}

// Takes out of `drawn` those for which another of their group stands: who stands for whom.
function fold(folded, drawn, isDrawn) {
  const standsFor = new Map();
  for (const hub of folded) {
    if (!isDrawn[hub] || nodes[hub].c === undefined) continue;
    for (const id of drawn) if (id !== hub && nodes[id].c === nodes[hub].c) standsFor.set(id, hub);
  }
  if (!standsFor.size) return standsFor;
  for (const id of standsFor.keys()) isDrawn[id] = 0;
  drawn.splice(0, drawn.length, ...drawn.filter((id) => isDrawn[id]));
  return standsFor;
}

function fromOff(row, isOff) {
  const article = sentences[row[0]][0];
  return article >= 0 && isOff(publisherOf(article));
}
