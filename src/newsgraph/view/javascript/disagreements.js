// Where sources disagree, in the story.

import { h } from "./dom.js";
import { isArticle, nodes } from "./data.js";
import { selection } from "./selection.js";
import { differences } from "./accounts.js";
import { isDisputed } from "./conflicts.js";
import { capital, list, nodeLink } from "./blocks.js";
import { sidesOf } from "./sides.js";
import { glyph } from "./glyphs.js";

// Numbers of other events that may be the same one.
function differencesOf(node) {
  return differences(node).map(([name, mine, theirs]) =>
    h(
      "div",
      { class: "sides" },
      h("span", { class: "what" }, capital(name)),
      h("p", { class: "side" }, h("strong", {}, mine.toLocaleString("en")), ` – ${node.publishers.join(", ")}`),
      theirs.map(([id, number]) =>
        h(
          "p",
          { class: "side" },
          h("strong", {}, number.toLocaleString("en")),
          ` – ${nodes[id].publishers.join(", ")}: `,
          nodeLink(id),
          " (perhaps the same event)",
        ),
      ),
    ),
  );
}

// One article contradicts nobody.
export function disagreements() {
  if (nodes.filter(isArticle).length < 2) return null;
  const found = selection()
    .matching.map((id) => nodes[id])
    .filter(isDisputed);
  return h(
    "section",
    { class: "disagreements", "aria-labelledby": "disagreements-title" },
    h("h2", { id: "disagreements-title" }, "Where sources disagree"),
    found.length
      ? list(
          found,
          (node) => h("li", {}, glyph(node, 13), " ", nodeLink(node.id), sidesOf(node), differencesOf(node)),
          4,
        )
      : h("p", { class: "none" }, "Nowhere in what is shown."),
  );
}
