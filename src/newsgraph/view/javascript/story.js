// The view that the page opens on: who proposes what to whom, what happened, where sources disagree, between whom.

import { h, fill, counted } from "./dom.js";
import { nodes, isArticle, texts } from "./data.js";
import { board } from "./board.js";
import { happenings } from "./happenings.js";
import { disagreements } from "./disagreements.js";
import { stories } from "./stories.js";
import { smallNetwork } from "./small_network.js";
import { reader } from "./reader.js";
import { cast } from "./cast.js";
import { unsettled } from "./unsettled.js";
import { dateWords } from "./words.js";

function about() {
  const articles = nodes.filter(isArticle);
  const days = articles
    .map((node) => node.date)
    .filter(Boolean)
    .map((date) => String(date).slice(0, 10))
    .sort();
  const publishers = new Set(articles.map((node) => node.publisher).filter(Boolean));
  const span = days.length ? (days[0] === days.at(-1) ? dateWords(days[0]) : `${dateWords(days[0])} to ${dateWords(days.at(-1))}`) : "";
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

// Of one article there is room for all of it.
function theArticle() {
  if (nodes.filter(isArticle).length !== 1 || texts.size !== 1) return null;
  const [article] = texts.keys();
  return h(
    "section",
    { class: "whole", "aria-labelledby": "whole-title" },
    h("h2", { id: "whole-title" }, "The article"),
    h("p", { class: "soft" }, "What is underlined was found: names, events, proposals. Click it."),
    reader(article),
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
        h("div", {}, board(), theArticle()),
        h("div", { class: "beside" }, h("div", {}, happenings(), unsettled()), h("div", {}, disagreements(), stories(), smallNetwork(), cast())),
      ),
    ),
  );
  box.firstElementChild.scrollTop = top;
}
