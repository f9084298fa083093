// The outline of the world: projected, and each country as a path.

import { geoEqualEarthRaw } from "d3-geo";

const RADIAN = Math.PI / 180;
/** Its types take it for a function that makes one. @type {any} */
const raw = geoEqualEarthRaw;

// Equal Earth (Šavrič, Patterson and Jenny 2018): areas keep their proportions. Also beyond the 180th meridian.
export function project(lon, lat) {
  const [x, y] = raw(lon * RADIAN, lat * RADIAN);
  return [500 + x * 180, 245 - y * 180];
}

let world = null;

export function outlines() {
  if (world) return world;
  const { step, arcs, countries } = JSON.parse(document.getElementById("world").textContent);
  const lines = arcs.map((flat) => {
    const points = [];
    let [x, y] = [0, 0];
    for (let i = 0; i < flat.length; i += 2) points.push([(x += flat[i]) * step, (y += flat[i + 1]) * step]);
    return points;
  });
  world = countries.map(([code, name, rings]) => {
    let path = "";
    // Where the country is: its largest part, not its islands overseas.
    let box = null;
    const projected = [];
    for (const ring of rings) {
      const points = whole(
        ring.flatMap((arc, i) => {
          const line = arc >= 0 ? lines[arc] : [...lines[~arc]].reverse();
          return i ? line.slice(1) : line;
        }),
      );
      const part = [Infinity, Infinity, -Infinity, -Infinity];
      projected.push(points.map(([lon, lat]) => project(lon, lat)));
      path +=
        projected
          .at(-1)
          .map(([x, y], i) => {
            grow(part, x, y);
            return `${i ? "L" : "M"}${x.toFixed(1)} ${y.toFixed(1)}`;
          })
          .join("") + "Z";
      const size = (/** @type {number[]} */ [left, top, right, bottom]) => (right - left) * (bottom - top);
      if (!box || size(part) > size(box)) box = part;
    }
    return { code, name, path, box, rings: projected };
  });
  return world;
}

// A ring that crosses the 180th meridian goes on beyond it instead of jumping to the other side.
function whole(points) {
  let turn = 0;
  const moved = points.map(([lon, lat], i) => {
    if (i && Math.abs(lon - points[i - 1][0]) > 180) turn += lon < points[i - 1][0] ? 360 : -360;
    return [lon + turn, lat];
  });
  const middle = moved.reduce((sum, [lon]) => sum + lon, 0) / moved.length;
  const back = middle > 180 ? -360 : middle < -180 ? 360 : 0;
  return moved.map(([lon, lat]) => [lon + back, lat]);
}

export function grow(box, x, y) {
  box[0] = Math.min(box[0], x);
  box[1] = Math.min(box[1], y);
  box[2] = Math.max(box[2], x);
  box[3] = Math.max(box[3], y);
}
