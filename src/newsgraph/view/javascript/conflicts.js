// Where sources disagree: within an event of the graph, and between accounts that may be of one event.

import { h } from "./dom.js";
import { nodes } from "./data.js";
import { differences, otherAccounts } from "./accounts.js";
import { capital, list, nodeLink, whenWords } from "./blocks.js";
import { hasSides, sidesOf } from "./sides.js";
import { glyph } from "./glyphs.js";

export function conflicts(node) {
  if (!hasSides(node)) return null;
  return h(
    "section",
    { class: "conflict", role: "note", "aria-label": "Sources disagree" },
    h("h3", {}, "Sources disagree"),
    sidesOf(node),
  );
}

// What other articles tell that may be the same event; where a number differs, as a conflict.
export function accounts(node) {
  const found = otherAccounts(node);
  if (!found.length) return null;
  const differ = differences(node);
  return h(
    "section",
    { class: differ.length ? "conflict" : null },
    h("h3", {}, differ.length ? "Accounts differ" : `Other accounts, perhaps of the same event (${found.length})`),
    differ.map(([name, mine, theirs]) =>
      h(
        "p",
        {},
        `${capital(name)}: ${mine.toLocaleString("en")} here`,
        theirs.map(([id, number]) => [
          `, ${number.toLocaleString("en")} in `,
          nodeLink(id),
          ` (${nodes[id].publishers.join(", ")})`,
        ]),
        " – perhaps of the same event.",
      ),
    ),
    list(
      found.filter((id) => !differ.some(([, , theirs]) => theirs.some(([other]) => other === id))),
      (id) => h("li", {}, glyph(nodes[id], 13), " ", nodeLink(id), whenWords(nodes[id])),
    ),
  );
}

export const isDisputed = (node) =>
  hasSides(node) || (node.group === "Event" && differences(node).length > 0);
