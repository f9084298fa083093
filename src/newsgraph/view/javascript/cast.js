// Who is who in the story: the people and bodies with most to do in it, and what they are.

import { h } from "./dom.js";
import { edges, isActor, isNamed, isOccurrence, kinds, nodes, objectOf, other, subjectOf, ties } from "./data.js";
import { selection } from "./selection.js";
import { isChosen } from "./chosen.js";
import { nodeLink } from "./blocks.js";
import { tieWords } from "./words.js";
import { glyph } from "./glyphs.js";

const MOST = 8;
const BELONGS = new Set(["headOf", "roleAt", "memberOf", "agencyOf"]);

const isKnown = (node) => isNamed(node) && !["Group", "Country", "Agency"].includes(node.group);

// "foreign minister", "head of X", in the words of its ties, else what kind of actor it is.
function what(node) {
  const posts = ties[node.id]
    .map((tie) => edges[tie])
    .filter((edge) => BELONGS.has(edge.type) && subjectOf(edge) === node.id)
    .slice(0, 2)
    .map((edge) => `${tieWords(edge)} ${nodes[objectOf(edge)].name}`);
  if (posts.length) return posts.join("; ");
  if (node.roles) return node.roles[0];
  return node.group === "Person" ? "" : kinds[node.group].one;
}

export function cast() {
  const { marks, passes } = selection();
  const busy = (id) => ties[id].filter((tie) => passes[other(edges[tie], id)] && isOccurrence(nodes[other(edges[tie], id)])).length;
  const found = marks
    .filter((id) => isActor(nodes[id]) && isKnown(nodes[id]))
    .map((id) => [id, busy(id)])
    .filter(([, count]) => count > 0)
    .sort((a, b) => b[1] - a[1] || a[0] - b[0])
    .slice(0, MOST);
  if (!found.length) return null;
  return h(
    "section",
    { class: "cast", "aria-labelledby": "cast-title" },
    h("h2", { id: "cast-title" }, "Who is who"),
    h(
      "ul",
      { class: "rows" },
      found.map(([id]) =>
        h(
          "li",
          { "data-node": id, "aria-current": isChosen(id) ? "true" : null },
          glyph(nodes[id], 13),
          " ",
          nodeLink(id),
          what(nodes[id]) && h("span", { class: "soft" }, ` · ${what(nodes[id])}`),
        ),
      ),
    ),
  );
}
