// What has the focus on the map: kept in view, ringed and named, as it is under the mouse.

import { h, svg } from "./dom.js";
import { theme } from "./theme.js";
import { onSurface, showRoom, surface } from "./map_camera.js";

export const tip = h("div", { class: "tip", "aria-hidden": "true", hidden: true });
const rooms = new WeakMap();
let ring = null;

// An item of the map with the box that it takes up there: of a country its largest part, not its islands overseas.
export function placed(item, room) {
  rooms.set(item, room);
  return item;
}

export function showFocused() {
  const room = rooms.get(document.activeElement);
  if (!room) return;
  showRoom(room);
  mark(document.activeElement);
}

export function unmark() {
  tip.hidden = true;
  if (ring) ring.remove();
  ring = null;
}

// Browsers differ in whether an outline is drawn around a part of a drawing; a line above all shapes is seen in each.
function mark(item) {
  unmark();
  if (!rooms.has(item) || !item.matches(":focus-visible")) return;
  const colours = theme();
  const line = (stroke, width) => {
    const shape = item.querySelector("path, circle").cloneNode();
    // Around a point, along a border.
    if (shape.hasAttribute("r")) shape.setAttribute("r", Number(shape.getAttribute("r")) * 1.8);
    const look = { fill: "none", stroke, "stroke-width": width, "vector-effect": "non-scaling-stroke" };
    for (const [name, value] of Object.entries(look)) shape.setAttribute(name, value);
    return shape;
  };
  ring = svg("g", { class: "ring", "pointer-events": "none" }, line(colours.ground, 7), line(colours.mark, 3.5));
  const picture = item.ownerSVGElement;
  picture.insertBefore(ring, picture.querySelector(":scope > text"));
  const [left, , right, bottom] = rooms.get(item);
  const [x, y] = onSurface((left + right) / 2, bottom);
  tip.textContent = item.querySelector("title").textContent;
  tip.hidden = false;
  tip.style.left = `${Math.max(4, Math.min(x - tip.offsetWidth / 2, surface.clientWidth - tip.offsetWidth - 4))}px`;
  tip.style.top = `${Math.max(4, Math.min(y + 10, surface.clientHeight - tip.offsetHeight - 4))}px`;
}

surface.addEventListener("focusin", ({ target, relatedTarget }) => {
  // A drawing that is made anew gives the focus back without moving: the reader may have dragged it elsewhere.
  if (relatedTarget && rooms.has(target)) showRoom(rooms.get(target));
  mark(target);
});
surface.addEventListener("focusout", unmark);
