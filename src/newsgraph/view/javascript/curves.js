// The course of a line: straight, or bent aside where several join the same two nodes.

import { edges, nodes } from "./data.js";

// Ends and control point (of a quadratic curve) in the plane.
export function curveOf(id, positions) {
  const edge = edges[id];
  const [a, b] = [positions[edge.from], positions[edge.to]];
  const bend = edge.smooth ? edge.smooth.roundness * (edge.smooth.type === "curvedCW" ? 1 : -1) : 0;
  const [mx, my] = [(a.x + b.x) / 2, (a.y + b.y) / 2];
  return { a, b, c: { x: mx + (b.y - a.y) * bend * 1.1, y: my - (b.x - a.x) * bend * 1.1 }, isBent: bend !== 0 };
}

export function pointOn({ a, b, c }, part) {
  const rest = 1 - part;
  return {
    x: rest * rest * a.x + 2 * rest * part * c.x + part * part * b.x,
    y: rest * rest * a.y + 2 * rest * part * c.y + part * part * b.y,
  };
}

// The three corners of the arrow head before the node that a line leads to.
export function headOf(id, { b, c }, scale) {
  const far = Math.hypot(b.x - c.x, b.y - c.y) || 1;
  const [ux, uy] = [(b.x - c.x) / far, (b.y - c.y) / far];
  const r = nodes[edges[id].to].size + 1.5 / scale;
  const long = Math.min(9, Math.max(5, 8 * scale)) / scale;
  const [tx, ty] = [b.x - ux * r, b.y - uy * r];
  const [bx, by] = [tx - ux * long, ty - uy * long];
  const half = long * 0.45;
  return [
    [tx, ty],
    [bx - uy * half, by + ux * half],
    [bx + uy * half, by - ux * half],
  ];
}

function farFrom(x, y, a, b) {
  const [dx, dy] = [b.x - a.x, b.y - a.y];
  const part = Math.max(0, Math.min(1, ((x - a.x) * dx + (y - a.y) * dy) / (dx * dx + dy * dy || 1)));
  return Math.hypot(x - a.x - part * dx, y - a.y - part * dy);
}

// The line that passes within `reach` of a point of the plane, the nearest first.
export function lineAt(lines, positions, x, y, reach) {
  let best;
  let least = reach;
  for (const id of lines) {
    const curve = curveOf(id, positions);
    let far;
    if (!curve.isBent) far = farFrom(x, y, curve.a, curve.b);
    else {
      far = Infinity;
      let from = curve.a;
      for (let i = 1; i <= 8; i++) {
        const to = pointOn(curve, i / 8);
        far = Math.min(far, farFrom(x, y, from, to));
        from = to;
      }
    }
    if (far < least) [best, least] = [id, far];
  }
  return best;
}
