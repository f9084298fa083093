// A story told in steps: each is a view with a caption; they play one after the other.

import { $, download, fill, h, say } from "./dom.js";
import { fromHash, restore, state, toHash } from "./state.js";
import { onKept, pageWithKept, setTour, tour } from "./kept.js";

const STEP = 6000; // milliseconds

let at = -1; // the step that is shown; -1 while none is
let timer = 0;

function show(i) {
  at = i;
  restore(fromHash(tour()[i].hash));
  say(tour()[i].caption);
  draw();
}

function pause() {
  clearInterval(timer);
  timer = 0;
  draw();
}

function play() {
  show(at < 0 || at === tour().length - 1 ? 0 : at);
  timer = setInterval(() => (at + 1 < tour().length ? show(at + 1) : pause()), STEP);
  draw();
}

function close() {
  at = -1;
  pause();
  $("tour-bar").hidden = true;
  $("tour").setAttribute("aria-expanded", "false");
  $("tour").focus();
}

function add(field) {
  const caption = field.value.trim() || document.title;
  setTour([...tour(), { caption, hash: toHash(state()) }]);
  at = tour().length - 1;
  draw();
  $("tour-bar").querySelector("input").focus();
}

function drop() {
  setTour(tour().filter((_, i) => i !== at));
  at = Math.min(at, tour().length - 1);
  draw();
}

function move(by) {
  const steps = [...tour()];
  const to = at + by;
  [steps[at], steps[to]] = [steps[to], steps[at]];
  at = to;
  setTour(steps);
}

function draw() {
  const steps = tour();
  const button = (words, label, click, disabled = false) => h("button", { "aria-label": label, title: label, click, disabled }, words);
  const field = h("input", {
    type: "text",
    "aria-label": "Caption of this view",
    placeholder: "Caption of this view",
    keydown: (event) => event.key === "Enter" && add(field),
  });
  fill(
    $("tour-bar"),
    steps.length > 0 && [
      button("‹", "The step before", () => show(at - 1), at <= 0),
      timer ? button("❚❚", "Pause", pause) : button("▶", "Play all steps", play),
      button("›", "The next step", () => show(at + 1), at + 1 >= steps.length),
      h("p", { class: "caption" }, at >= 0 ? [h("strong", {}, `${at + 1} of ${steps.length} `), steps[at].caption] : `A story in ${steps.length} steps.`),
    ],
    !timer && [
      at >= 0 && [
        button("←", "Move this step forward", () => move(-1), at === 0),
        button("→", "Move this step back", () => move(1), at === steps.length - 1),
        button("Remove", "Remove this step", drop),
      ],
      h("span", { class: "add" }, field, h("button", { click: () => add(field) }, "Add this view")),
    ],
    h("button", { class: "close", "aria-label": "Close the story in steps", click: close }, "×"),
  );
}

export function savePage() {
  download(`${(document.title || "newsgraph").replace(/[^\p{L}\p{N}]+/gu, "-")}.html`, new Blob([pageWithKept()], { type: "text/html;charset=utf-8" }));
  say("The page is saved with your marks and steps.");
}

export function startTour() {
  const open = (isOpen) => {
    $("tour-bar").hidden = !isOpen;
    $("tour").setAttribute("aria-expanded", String(isOpen));
    if (isOpen) draw();
  };
  $("tour").addEventListener("click", () => ($("tour-bar").hidden ? open(true) : close()));
  $("export-page").addEventListener("click", savePage);
  onKept(() => !$("tour-bar").hidden && draw());
  // A page that was saved with a story offers it.
  open(tour().length > 0);
}
