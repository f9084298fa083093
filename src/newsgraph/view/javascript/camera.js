// What part of the network is in view.

import { $ } from "./dom.js";
import { nodes } from "./data.js";
import { selection } from "./selection.js";
import { nameBoxes } from "./groups.js";
import { place } from "./labels.js";
import { LEGEND, flyTo, look } from "./network.js";
import { MARGIN, middle, stage } from "./stage.js";

const LEAST = 0.75; // of the size that shapes alone would have
const measuring = document.createElement("canvas").getContext("2d");

// The view with a point of the plane in its middle.
function around({ x, y }, k) {
  const { width, height } = middle();
  return { x: width / 2 - x * k, y: height / 2 - y * k, k };
}

// Show all of `ids` with their labels, whose size on the screen does not shrink; small graphs are not blown up.
export function fit(some = selection().drawn, animate = false, named = true) {
  const ids = some.filter((id) => stage.positions[id]);
  if (!ids.length) return;
  const canvas = $("canvas");
  const [width, height] = [Math.max(120, canvas.clientWidth - MARGIN), Math.max(120, canvas.clientHeight - LEGEND)];
  const boundsAt = (scale, withNames = named) => {
    let bounds = [Infinity, Infinity, -Infinity, -Infinity];
    const include = (/** @type {number[]} */ [left, top, right, bottom]) => {
      bounds = [
        Math.min(bounds[0], left),
        Math.min(bounds[1], top),
        Math.max(bounds[2], right),
        Math.max(bounds[3], bottom),
      ];
    };
    for (const id of ids) {
      const [x, y, r] = [stage.positions[id].x * scale, stage.positions[id].y * scale, nodes[id].size * scale + 4];
      include([x - r, y - r, x + r, y + r]);
    }
    if (withNames) for (const box of nameBoxes(stage.positions, scale)) include(box);
    if (withNames && ids.length < 1000)
      for (const { box } of place(measuring, ids, stage.positions, scale, new Set(), stage.stamp, null, width)) include(box);
    return bounds;
  };
  // Names may make the picture smaller than its shapes need, but not by more than a quarter.
  const [left, top, right, bottom] = boundsAt(1, false);
  const ofShapes = Math.min(1.35, width / Math.max(1, right - left), height / Math.max(1, bottom - top));
  let [scale, tooLarge] = [ofShapes * LEAST, ofShapes];
  let bounds = boundsAt(tooLarge);
  const fits = () => bounds[2] - bounds[0] <= width && bounds[3] - bounds[1] <= height;
  if (fits()) scale = tooLarge;
  for (let turn = 0; turn < 6 && scale < tooLarge; turn++) {
    const between = Math.sqrt(scale * tooLarge);
    bounds = boundsAt(between);
    if (fits()) scale = between;
    else tooLarge = between;
  }
  bounds = boundsAt(scale);
  // Where names do not fit across or down, the shapes are in the middle.
  const bare = boundsAt(scale, false);
  if (bounds[2] - bounds[0] > width) [bounds[0], bounds[2]] = [bare[0], bare[2]];
  if (bounds[3] - bounds[1] > height) [bounds[1], bounds[3]] = [bare[1], bare[3]];
  // The legend of the lines takes the lower edge.
  const view = around(
    { x: (bounds[0] + bounds[2]) / 2 / scale, y: ((bounds[1] + bounds[3]) / 2 + 22) / scale },
    scale,
  );
  if (animate) flyTo(view);
  else look(view);
  stage.isOverview = true;
}

// Fit again where filters have moved what is drawn out of sight, or left it in a corner.
export function fitIfLost() {
  const drawn = selection().drawn.filter((id) => stage.positions[id]);
  if (!drawn.length) return;
  const { dx, dy, scale, width, height } = middle();
  const seen = drawn
    .map((id) => [stage.positions[id].x * scale + dx, stage.positions[id].y * scale + dy])
    .filter(([x, y]) => x > 0 && x < width && y > 0 && y < height);
  const [xs, ys] = [seen.map(([x]) => x), seen.map(([, y]) => y)];
  const small = Math.max(...xs) - Math.min(...xs) < width * 0.4 && Math.max(...ys) - Math.min(...ys) < height * 0.4;
  if (stage.isOverview ? seen.length < drawn.length || (small && scale < 1) : seen.length < drawn.length * 0.2)
    fit(drawn, true);
}

// After expanding: show what is selected with all its neighbours.
export function fitLit() {
  const ids = stage.lit ? [...stage.lit.nodes].filter((id) => stage.positions[id]) : [];
  const { dx, dy, scale, width, height } = middle();
  const outside = ids.some((id) => {
    const [x, y] = [stage.positions[id].x * scale + dx, stage.positions[id].y * scale + dy];
    return x < 20 || x > width - 20 || y < 20 || y > height - 40;
  });
  if (outside) fit(ids, true);
}

export function centre(id) {
  if (!stage.positions[id]) return;
  const { dx, dy, scale, width, height } = middle();
  const [x, y] = [stage.positions[id].x * scale + dx, stage.positions[id].y * scale + dy];
  const seen = x > 60 && x < width - 60 && y > 40 && y < height - 60;
  if (!seen) flyTo(around(stage.positions[id], Math.max(scale, 0.6)));
}

export function zoomBy(factor) {
  stage.isOverview = false;
  const { dx, dy, scale, width, height } = middle();
  const k = Math.min(6, Math.max(0.01, scale * factor));
  flyTo(around({ x: (width / 2 - dx) / scale, y: (height / 2 - dy) / scale }, k));
}
export function panBy(x, y) {
  stage.isOverview = false;
  const { dx, dy, scale } = middle();
  look({ x: dx - x, y: dy - y, k: scale });
}
