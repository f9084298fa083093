// What several articles are about, a story each: its main event, when and where, who takes part, the toll as it grew.

import { counted, h } from "./dom.js";
import { data, nodes } from "./data.js";
import { selection } from "./selection.js";
import { articleNote } from "./node_facts.js";
import { list, nodeLink } from "./blocks.js";
import { isChosen } from "./chosen.js";
import { dateWords } from "./words.js";
import { tollWords } from "./toll.js";
import { glyph } from "./glyphs.js";

const FIRST = 3;

const links = (ids) => ids.map((id, i) => [i > 0 && ", ", nodeLink(id)]);

function row({ main, start, end, places, articles, independent, actors, toll }) {
  const days = [...new Set([start, end].filter(Boolean).map(dateWords))].join(" to ");
  const sources = independent < articles.length ? `, ${counted(independent, "source")} independent of each other` : "";
  return h(
    "li",
    { "data-node": main, "aria-current": isChosen(main) ? "true" : null },
    glyph(nodes[main], 13),
    " ",
    nodeLink(main),
    h("div", { class: "soft" }, days, days && places.length > 0 && " · ", links(places.slice(0, 1))),
    toll.length > 0 && h("div", { class: "soft" }, tollWords(toll)),
    actors.length > 0 && h("div", { class: "soft" }, "with ", links(actors)),
    h(
      "details",
      { class: "why" },
      h("summary", {}, counted(articles.length, "article"), sources),
      h(
        "ul",
        {},
        articles.map((id) =>
          h("li", {}, nodeLink(id, nodes[id].headline), h("span", { class: "soft" }, articleNote(id))),
        ),
      ),
    ),
  );
}

export function stories() {
  const { passes } = selection();
  const found = data.stories.filter(({ main }) => passes[main]);
  if (!found.length) return null;
  return h(
    "section",
    { class: "stories", "aria-labelledby": "stories-title" },
    h("h2", { id: "stories-title" }, "Stories", h("span", { class: "count" }, ` ${found.length}`)),
    list(found, row, FIRST, "stories"),
  );
}
