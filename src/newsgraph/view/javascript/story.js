// The view that the page opens on: who proposes what to whom, what happened, where sources disagree, between whom.

import { h, fill, counted } from "./dom.js";
import { nodes, isArticle } from "./data.js";
import { board } from "./board.js";
import { happenings } from "./happenings.js";
import { disagreements } from "./disagreements.js";
import { smallNetwork } from "./small_network.js";

function about() {
  const articles = nodes.filter(isArticle);
  const days = articles
    .map((node) => node.date)
    .filter(Boolean)
    .map((date) => String(date).slice(0, 10))
    .sort();
  const publishers = new Set(articles.map((node) => node.publisher).filter(Boolean));
  const span = days.length ? (days[0] === days.at(-1) ? days[0] : `${days[0]} to ${days.at(-1)}`) : "";
  const words = [
    counted(articles.length, "article"),
    publishers.size > 0 && counted(publishers.size, "source"),
    span && `published ${span}`,
  ];
  return h(
    "p",
    { class: "soft about" },
    `${words.filter(Boolean).join(" · ")}. Everything rests on a sentence: click to read it in its article.`,
  );
}

export function drawStory(box) {
  const top = box.firstElementChild ? box.firstElementChild.scrollTop : 0;
  fill(
    box,
    h(
      "div",
      { class: "story", tabindex: 0, role: "region", "aria-label": "Story" },
      about(),
      h(
        "div",
        { class: "columns" },
        board(),
        h("div", { class: "beside" }, happenings(), h("div", {}, disagreements(), smallNetwork())),
      ),
    ),
  );
  box.firstElementChild.scrollTop = top;
}
