// A long table of which only the rows near the view are made: others are room of the same height.

import { h } from "./dom.js";

const SIZE = 100;
const GUESS = 40; // pixels of a row that nobody has measured
const NEAR = "1500px 0px";

// Rows of `table`, which scrolls in `root`; `done` is called when some have been made.
export function blocks(root, table, rows, rowOf, done) {
  const parts = [];
  for (let from = 0; from < rows.length; from += SIZE) {
    const some = rows.slice(from, from + SIZE);
    const part = { body: h("tbody", {}), some, height: some.length * GUESS, isMade: false };
    parts.push(part);
    table.append(part.body);
  }
  const make = (part) => {
    if (part.isMade) return;
    part.isMade = true;
    part.body.replaceChildren(...part.some.map(rowOf));
  };
  // Who has the focus in a row keeps it.
  const leave = (part) => {
    if (part.isMade && part.body.contains(document.activeElement)) return;
    if (part.isMade) part.height = part.body.getBoundingClientRect().height;
    part.isMade = false;
    const room = h("td", { colspan: 99, class: "room" });
    room.style.height = `${part.height}px`;
    part.body.replaceChildren(h("tr", { "aria-hidden": "true" }, room));
  };
  parts.forEach((part, i) => (i < 2 ? make(part) : leave(part)));
  done();
  if (parts.length < 3) return;
  const byBody = new Map(parts.map((part) => [part.body, part]));
  const observer = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) (isIntersecting ? make : leave)(byBody.get(target));
      done();
    },
    { root, rootMargin: NEAR },
  );
  for (const { body } of parts) observer.observe(body);
}
