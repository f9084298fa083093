// Where it happens: countries shaded by what they take part in, places as points. The outline is Natural Earth's.

import { h, svg, fill, counted } from "./dom.js";
import { nodes, ties, edges, other, isOccurrence } from "./data.js";
import { selection } from "./selection.js";
import { state } from "./state.js";
import { theme } from "./theme.js";
import { describe } from "./words.js";
import { select } from "./actions.js";
import { rove } from "./timeline.js";
import { grow, outlines, project } from "./outline.js";

// The events, proposals and statements that pass the filters and that a node has to do with, added to `found`.
function occurrencesOf(id, passes, found = new Set()) {
  for (const tie of ties[id]) {
    const far = other(edges[tie], id);
    if (passes[far] && isOccurrence(nodes[far])) found.add(far);
  }
  return found;
}

let viewBox = null;

export function drawMap(box) {
  const { matching, passes } = selection();
  const colours = theme();
  const weights = new Map();
  const countries = new Map();
  // A country is shaded by what it takes part in itself and by what its places and agencies do.
  const within = new Map();
  for (const id of matching) {
    const node = nodes[id];
    if (node.group === "Country" && node.country) countries.set(node.country, id);
    if (node.group === "Country" || node.lat !== undefined) weights.set(id, occurrencesOf(id, passes).size);
    if (node.country && ["Country", "Place", "Agency"].includes(node.group)) {
      if (!within.has(node.country)) within.set(node.country, new Set());
      occurrencesOf(id, passes, within.get(node.country));
    }
  }
  const most = Math.max(1, ...[...within.values()].map((found) => found.size));
  const shade = (weight) => `rgba(${colours.shade.join()},${(0.16 + 0.74 * Math.sqrt(weight / most)).toFixed(2)})`;
  const drawnCodes = new Set(outlines().map((country) => country.code));
  const points = matching
    .filter(
      (id) => nodes[id].lat !== undefined && (nodes[id].group !== "Country" || !drawnCodes.has(nodes[id].country)),
    )
    .map((id) => ({
      id,
      at: project(Number(nodes[id].lon), Number(nodes[id].lat)),
      r: 3 + 1.6 * Math.sqrt(weights.get(id)),
    }))
    .sort((a, b) => b.r - a.r)
    .slice(0, 500);
  if (!points.length && !within.size)
    return fill(box, h("p", { class: "none" }, "Nothing that passes the filters has a place on the map."));
  const held = box.contains(document.activeElement) && document.activeElement.dataset.node;
  const chosen = state().selected && state().selected.node;
  const width = Math.max(300, box.clientWidth - 2);
  const height = Math.max(240, box.clientHeight - 40);
  viewBox ||= around(points, within, width / height);
  const k = viewBox[2] / width;
  const label = (text, x, y, bold) =>
    svg(
      "text",
      {
        x: x.toFixed(2),
        y: y.toFixed(2),
        "font-size": (12 * k).toFixed(3),
        "font-weight": bold ? 600 : 400,
        "font-family": "system-ui, sans-serif",
        "text-anchor": "middle",
        fill: colours.ink,
        stroke: colours.halo,
        "stroke-width": (3 * k).toFixed(3),
        "paint-order": "stroke",
        "pointer-events": "none",
      },
      text,
    );
  const taken = [];
  const words = (text, x, y, bold) => {
    const half = text.length * 3.4 * k;
    const room = [x - half, y - 11 * k, x + half, y + 3 * k];
    if (taken.some((b) => room[0] < b[2] && b[0] < room[2] && room[1] < b[3] && b[1] < room[3])) return null;
    taken.push(room);
    return label(text, x, y, bold);
  };
  const item = (id, shape, count) =>
    svg(
      "g",
      {
        class: "item",
        tabindex: -1,
        role: "button",
        "data-node": id,
        "aria-pressed": String(id === chosen),
        "aria-label": `${describe(nodes[id])}, ${counted(count, "event or proposal", "events and proposals")}`,
        click: () => select({ node: id }),
      },
      svg("title", {}, `${nodes[id].name}: ${counted(count, "event or proposal", "events and proposals")}`),
      shape,
    );
  const shapes = outlines().map((country) => {
    const id = countries.get(country.code);
    const weight = within.get(country.code)?.size || 0;
    const shape = svg("path", {
      d: country.path,
      fill: weight || id !== undefined ? shade(weight) : colours.land,
      "fill-rule": "evenodd",
      stroke: id === chosen && id !== undefined ? colours.mark : colours.border,
      "stroke-width": ((id === chosen && id !== undefined ? 2 : 0.6) * k).toFixed(3),
    });
    return id === undefined ? shape : item(id, shape, weight);
  });
  const dots = points.map(({ id, at, r }) =>
    item(
      id,
      svg("circle", {
        cx: at[0].toFixed(2),
        cy: at[1].toFixed(2),
        r: (r * k).toFixed(3),
        fill: colours["material conflict"],
        "fill-opacity": 0.85,
        stroke: id === chosen ? colours.ink : colours.ground,
        "stroke-width": ((id === chosen ? 2.5 : 1) * k).toFixed(3),
      }),
      weights.get(id),
    ),
  );
  const texts = [
    ...points.slice(0, 60).map(({ id, at, r }) => words(nodes[id].name, at[0], at[1] - (r + 3) * k, id === chosen)),
    ...[...countries]
      .sort((a, b) => weights.get(b[1]) - weights.get(a[1]))
      .map(([code, id]) => {
        const outline = outlines().find((country) => country.code === code);
        return (
          outline &&
          words(nodes[id].name, (outline.box[0] + outline.box[2]) / 2, (outline.box[1] + outline.box[3]) / 2, true)
        );
      }),
  ];
  const picture = svg(
    "svg",
    {
      width,
      height,
      viewBox: viewBox.map((v) => v.toFixed(2)).join(" "),
      class: "map",
      role: "group",
      "aria-label": "Map",
    },
    svg("rect", { x: -500, y: -500, width: 2000, height: 1500, fill: colours.sea }),
    shapes,
    dots,
    texts,
  );
  const zoom = (factor, cx = viewBox[0] + viewBox[2] / 2, cy = viewBox[1] + viewBox[3] / 2) => {
    const size = Math.min(1400, Math.max(12, viewBox[2] * factor)) / viewBox[2];
    viewBox = [cx - (cx - viewBox[0]) * size, cy - (cy - viewBox[1]) * size, viewBox[2] * size, viewBox[3] * size];
    drawMap(box);
  };
  moveBy(picture, zoom, () => drawMap(box));
  fill(
    box,
    picture,
    h(
      "div",
      { class: "zoom", role: "group", "aria-label": "Zoom of the map" },
      h("button", { "aria-label": "Zoom in", click: () => zoom(1 / 1.5) }, "+"),
      h("button", { "aria-label": "Zoom out", click: () => zoom(1.5) }, "−"),
      h(
        "button",
        {
          "aria-label": "Fit what is shown",
          click: () => {
            viewBox = null;
            drawMap(box);
          },
        },
        "⤢",
      ),
    ),
    h(
      "p",
      { class: "soft note-line" },
      `${counted(within.size, "country", "countries")} shaded by events and proposals (at most ${most}), ${counted(points.length, "point")}. `,
      "Outline: Natural Earth, public domain; borders are no statement on their status.",
    ),
  );
  rove([...picture.querySelectorAll(".item")], held || String(chosen), Boolean(held));
  return undefined;
}

// What there is to see with some of the world around it.
function around(points, within, ratio) {
  const all = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { at } of points) grow(all, ...at);
  for (const country of outlines()) {
    // Of countries that span the globe the middle will do.
    const [left, top, right, bottom] = country.box;
    if (!within.has(country.code)) continue;
    if (right - left > 300) grow(all, (left + right) / 2, (top + bottom) / 2);
    else
      for (const [x, y] of [
        [left, top],
        [right, bottom],
      ])
        grow(all, x, y);
  }
  const [x, y] = [(all[0] + all[2]) / 2, (all[1] + all[3]) / 2];
  const width = Math.min(1100, Math.max(90, (all[2] - all[0]) * 1.15, (all[3] - all[1]) * 1.15 * ratio));
  return [x - width / 2, y - width / ratio / 2, width, width / ratio];
}

function moveBy(picture, zoom, redraw) {
  picture.addEventListener(
    "wheel",
    (event) => {
      event.preventDefault();
      const frame = picture.getBoundingClientRect();
      zoom(
        event.deltaY > 0 ? 1.2 : 1 / 1.2,
        viewBox[0] + ((event.clientX - frame.left) / frame.width) * viewBox[2],
        viewBox[1] + ((event.clientY - frame.top) / frame.height) * viewBox[3],
      );
    },
    { passive: false },
  );
  picture.addEventListener("pointerdown", (down) => {
    const begin = [...viewBox];
    const scale = begin[2] / picture.clientWidth;
    const move = (event) => {
      viewBox = [
        begin[0] - (event.clientX - down.clientX) * scale,
        begin[1] - (event.clientY - down.clientY) * scale,
        begin[2],
        begin[3],
      ];
      picture.setAttribute("viewBox", viewBox.join(" "));
    };
    const end = (event) => {
      window.removeEventListener("pointermove", move);
      window.removeEventListener("pointerup", end);
      if (Math.hypot(event.clientX - down.clientX, event.clientY - down.clientY) > 4) redraw();
    };
    window.addEventListener("pointermove", move);
    window.addEventListener("pointerup", end);
  });
}
