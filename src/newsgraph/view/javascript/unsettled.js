// What is expected, may be, or is denied: told apart from what happened.

import { h } from "./dom.js";
import { nodes } from "./data.js";
import { selection } from "./selection.js";
import { echoOf } from "./echoes.js";
import { isChosen } from "./chosen.js";
import { list, nodeLink } from "./blocks.js";
import { dateWords, factualityWords } from "./words.js";
import { glyph } from "./glyphs.js";

const FIRST = 5;

export function unsettled() {
  const found = selection()
    .matching.map((id) => nodes[id])
    .filter((node) => node.group === "Event" && !echoOf.has(node.id) && factualityWords(node));
  if (!found.length) return null;
  return h(
    "section",
    { class: "unsettled", "aria-labelledby": "unsettled-title" },
    h("h2", { id: "unsettled-title" }, "What may come, or is denied"),
    list(
      found,
      (node) =>
        h(
          "li",
          { "data-node": node.id, "aria-current": isChosen(node.id) ? "true" : null },
          glyph(node, 13),
          " ",
          nodeLink(node.id, node.name.replace(/^possibly: /, "")),
          h("div", { class: "soft" }, [factualityWords(node), dateWords(node.date)].filter(Boolean).join(" · ")),
        ),
      FIRST,
    ),
  );
}
