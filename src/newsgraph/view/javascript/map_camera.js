// What part of the map is in view, in the units of the outlines: moved by drag, wheel, key and button.

import { h } from "./dom.js";

// What holds the picture and takes the keys; unlike the picture, it is not made anew with each drawing.
export const surface = h("div", {
  class: "surface",
  tabindex: 0,
  role: "application",
  "aria-roledescription": "map",
  "aria-label":
    "Map. Arrow keys move it, with Shift further, plus and minus zoom, 0 shows all, " +
    "Tab goes to its countries and places, the question mark lists all keys.",
});

// The middle stays within the world, and the width between a town and somewhat more than the world.
export const WORLD = [1000, 490];
const [NARROWEST, WIDEST] = [12, 1400];
const within = (least, value, most) => Math.min(most, Math.max(least, value));

let camera = null; // {x, y} of the middle, and k, the units of a pixel
let isOverview = true; // nobody has zoomed or panned since all was fitted into view
let size = [0, 0]; // in pixels
let redraw = () => {};

// The view box of a drawing of `width` by `height` pixels: where the reader has moved to, else `whole`. What changes
// sizes on the screen, such as zooming, calls `draw`.
export function inView(width, height, whole, draw) {
  size = [width, height];
  redraw = draw;
  if (isOverview) camera = whole;
  return { k: camera.k, viewBox: viewBox() };
}

function frame() {
  const [width, height] = size.map((pixels) => pixels * camera.k);
  return [camera.x - width / 2, camera.y - height / 2, width, height];
}
const viewBox = () =>
  frame()
    .map((v) => v.toFixed(4))
    .join(" ");

function look({ x, y, k }) {
  isOverview = false;
  camera = { x: within(0, x, WORLD[0]), y: within(0, y, WORLD[1]), k };
  surface.firstElementChild.setAttribute("viewBox", viewBox());
}

// By pixels; says whether there was anywhere to go.
export function panMap(dx, dy) {
  const { x, y, k } = camera;
  look({ x: x + dx * k, y: y + dy * k, k });
  return camera.x !== x || camera.y !== y;
}

// The step of an arrow key in pixels, and the larger one: half of what is seen.
export const step = (far) => (far ? size.map((pixels) => pixels / 2) : [80, 80]);

// About a point that stays where it is: the middle, unless another is given.
export function zoomMap(factor, about = camera) {
  const k = within(NARROWEST / size[0], camera.k / factor, WIDEST / size[0]);
  const share = k / camera.k;
  look({ x: about.x + (camera.x - about.x) * share, y: about.y + (camera.y - about.y) * share, k });
  redraw();
}

export function fitMap() {
  isOverview = true;
  redraw();
}

// Move to a box of the map, unless some of it is in view already.
export function showRoom([left, top, right, bottom]) {
  const [x, y, width, height] = frame();
  const edge = 24 * camera.k;
  const seen = right > x + edge && left < x + width - edge && bottom > y + edge && top < y + height - edge;
  if (!seen) look({ x: (left + right) / 2, y: (top + bottom) / 2, k: camera.k });
}

// Where a point of the map is on the surface, in pixels.
export const onSurface = (x, y) => [(x - camera.x) / camera.k + size[0] / 2, (y - camera.y) / camera.k + size[1] / 2];

surface.addEventListener(
  "wheel",
  (event) => {
    event.preventDefault();
    const { left, top } = surface.getBoundingClientRect();
    zoomMap(event.deltaY > 0 ? 1 / 1.2 : 1.2, {
      x: camera.x + (event.clientX - left - size[0] / 2) * camera.k,
      y: camera.y + (event.clientY - top - size[1] / 2) * camera.k,
    });
  },
  { passive: false },
);

surface.addEventListener("pointerdown", (down) => {
  if (down.button !== 0) return;
  const { x, y, k } = camera;
  let dragged = false;
  const move = (event) => {
    const [dx, dy] = [event.clientX - down.clientX, event.clientY - down.clientY];
    dragged ||= Math.hypot(dx, dy) > 4;
    if (dragged) look({ x: x - dx * k, y: y - dy * k, k });
  };
  const end = () => {
    window.removeEventListener("pointermove", move);
    window.removeEventListener("pointerup", end);
    window.removeEventListener("pointercancel", end);
    // What was drawn anew gets no click: who drags a country does not select it.
    if (dragged) redraw();
  };
  window.addEventListener("pointermove", move);
  window.addEventListener("pointerup", end);
  window.addEventListener("pointercancel", end);
});
