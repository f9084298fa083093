// A long table of which only the rows near the view are made; room of the same height stands for the others.

import { Virtualizer, elementScroll, observeElementOffset, observeElementRect } from "@tanstack/virtual-core";
import { focused, h } from "./dom.js";

const GUESS = 30; // pixels of a row that nobody has measured
const PAPER = 3000; // rows that are printed
const BESIDE = 120; // rows above and below the view, which the browser's own search finds

function room() {
  const cell = h("td", { colspan: 99, class: "room" });
  const part = h("tbody", { "aria-hidden": "true" }, h("tr", { "aria-hidden": "true" }, cell));
  return (height, place) => {
    cell.style.height = `${height}px`;
    if (height < 1) part.remove();
    else if (!part.isConnected) place(part);
  };
}

let leave = () => {};

/**
 * @param {HTMLElement} root what scrolls
 * @param {HTMLElement} table
 * @param {number} count
 * @param {(at: number) => HTMLElement} rowOf
 * @param {() => void} done called when some have been made
 */
export function rowsInView(root, table, count, rowOf, done) {
  leave();
  const body = h("tbody", {});
  const [above, below] = [room(), room()];
  const made = new Map(); // by their place
  let asked = 0;
  const make = (at) => {
    const row = rowOf(at);
    row.dataset.index = String(at);
    row.setAttribute("aria-rowindex", String(at + 2));
    made.set(at, row);
    return row;
  };
  const draw = () => {
    asked = 0;
    const items = virtual.getVirtualItems();
    const wanted = new Set(items.map(({ index }) => index));
    for (const [at, row] of made) {
      if (wanted.has(at)) continue;
      // Who reads on by keys does so from where the view is.
      if (row.contains(focused())) root.focus({ preventScroll: true });
      row.remove();
      made.delete(at);
    }
    let next = body.firstChild;
    for (const at of wanted) {
      const row = made.get(at) || make(at);
      if (row === next) next = next.nextSibling;
      else body.insertBefore(row, next);
    }
    above(items.length ? items[0].start : 0, (part) => body.before(part));
    below(items.length ? virtual.getTotalSize() - items.at(-1).end : 0, (part) => body.after(part));
    for (const row of made.values()) virtual.measureElement(row);
    done();
  };
  const virtual = new Virtualizer({
    count,
    overscan: BESIDE,
    getScrollElement: () => root,
    estimateSize: () => GUESS,
    scrollToFn: elementScroll,
    observeElementRect,
    observeElementOffset,
    onChange: () => (asked ||= requestAnimationFrame(draw)),
  });
  const end = virtual._didMount();
  const reach = (/** @type {number} */ overscan) => () => {
    virtual.setOptions({ ...virtual.options, overscan });
    draw();
  };
  const [onPaper, onScreen] = [reach(PAPER), reach(BESIDE)];
  window.addEventListener("beforeprint", onPaper);
  window.addEventListener("afterprint", onScreen);
  leave = () => {
    window.removeEventListener("beforeprint", onPaper);
    window.removeEventListener("afterprint", onScreen);
    cancelAnimationFrame(asked);
    end();
  };
  table.append(body);
  virtual._willUpdate();
  draw();
}
