// What the parts of the network view share: what stands where at this moment, and what part of it is in view.

import { $ } from "./dom.js";

export const MARGIN = 24; // pixels of the width of the view that stay free

export const paper = window.matchMedia("print");

export const stage = {
  view: { x: 0, y: 0, k: 1 }, // a point of the plane is at x + k * px, y + k * py of the canvas
  positions: [], // by node id, of what is drawn
  placed: [], // labels, in pixels from the middle of the plane
  size: null, // {width, height} of the view when it was drawn last
  stamp: 0, // changes with the positions
  lit: null, // {nodes: Set, edges: Set} of what is selected
  hovered: null, // edge id
  isOverview: true, // nobody has zoomed or panned since all was fitted into view
};

let standing = { drawn: null, stamp: -1, ids: [] };

// Those of `drawn` that have a place, the same list as long as nothing moves.
export function standingOf(drawn) {
  if (standing.drawn !== drawn || standing.stamp !== stage.stamp)
    standing = { drawn, stamp: stage.stamp, ids: drawn.filter((id) => stage.positions[id]) };
  return standing.ids;
}

// Where the middle of the plane is on the screen, the zoom, and the size of the view.
export function middle() {
  const canvas = $("canvas");
  const { x, y, k } = stage.view;
  // Paper shows the picture of the screen, whatever its own size.
  const { width, height } = (paper.matches && stage.size) || { width: canvas.clientWidth, height: canvas.clientHeight };
  return { dx: x, dy: y, scale: k, width, height };
}

export function onScreen(id) {
  const { dx, dy, scale } = middle();
  const frame = $("canvas").getBoundingClientRect();
  return (
    stage.positions[id] && {
      x: frame.left + stage.positions[id].x * scale + dx,
      y: frame.top + stage.positions[id].y * scale + dy,
    }
  );
}
export function labelBox(id) {
  const label = stage.placed.find((one) => one.id === id);
  if (!label) return null;
  const { dx, dy } = middle();
  const frame = $("canvas").getBoundingClientRect();
  const [left, top, right, bottom] = label.box;
  return [frame.left + left + dx, frame.top + top + dy, frame.left + right + dx, frame.top + bottom + dy];
}
