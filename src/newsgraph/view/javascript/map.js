// Where it happens: countries shaded by what they take part in, places as points. The outline is Natural Earth's.

import { counted, fill, focused, h, say, svg } from "./dom.js";
import { nodes, ties, edges, other, isOccurrence } from "./data.js";
import { selection } from "./selection.js";
import { state } from "./state.js";
import { theme } from "./theme.js";
import { describe } from "./words.js";
import { select } from "./actions.js";
import { isChosen } from "./chosen.js";
import { rove } from "./timeline.js";
import { grow, outlines, project } from "./outline.js";
import { labelPoint } from "./label_point.js";
import { arcKeys, arcsOf, drawArcs } from "./arcs.js";
import { fitMap, inView, surface, WORLD, zoomMap } from "./map_camera.js";
import { placed, tip, unmark } from "./map_focus.js";
import { wayBack } from "./way_back.js";

const note = h("p", { class: "soft note-line" });
const zoom = h(
  "div",
  { class: "zoom", role: "group", "aria-label": "Zoom of the map" },
  h("button", { "aria-label": "Zoom in", click: () => zoomMap(1.4) }, "+"),
  h("button", { "aria-label": "Zoom out", click: () => zoomMap(1 / 1.4) }, "−"),
  h("button", { "aria-label": "Fit what is shown", click: fitMap }, "⤢"),
);

// The events, proposals and statements that pass the filters and that a node has to do with, added to `found`.
function occurrencesOf(id, passes, found = new Set()) {
  for (const tie of ties[id]) {
    const far = other(edges[tie], id);
    if (passes[far] && isOccurrence(nodes[far])) found.add(far);
  }
  return found;
}

// What has no country and the size of many is no point.
const CONTINENT = /(^| )(Africa|Americas?|Antarctica|Arctic|Asia|Balkans?|Caribbean|East|Europe|Oceania|West|[Ss]tates)$/;
const isContinent = (node) => !node.country && CONTINENT.test(node.name);

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
      (id) =>
        nodes[id].lat !== undefined &&
        weights.get(id) > 0 &&
        !isContinent(nodes[id]) &&
        (nodes[id].group !== "Country" || !drawnCodes.has(nodes[id].country)),
    )
    .map((id) => ({
      id,
      at: project(Number(nodes[id].lon), Number(nodes[id].lat)),
      r: 3 + 1.6 * Math.sqrt(weights.get(id)),
    }))
    .sort((a, b) => b.r - a.r)
    .slice(0, 500);
  if (!points.length && !within.size)
    return fill(box, h("p", { class: "none" }, "Nothing that passes the filters has a place on the map. ", wayBack()));
  const held = box.contains(document.activeElement) && focused().dataset.node;
  if (!box.contains(surface)) fill(box, surface, zoom, note, tip);
  const arcs = arcsOf(matching);
  fill(
    note,
    `${counted(within.size, "country", "countries")} shaded by events and proposals (at most ${most}), ${counted(points.length, "place")}. `,
    arcs.length > 0 && ["Arrows between countries: ", arcKeys(arcs)],
    "Outline: Natural Earth, public domain; borders are no statement on their status.",
  );
  const width = Math.max(300, surface.clientWidth);
  const height = Math.max(200, surface.clientHeight);
  const { k, viewBox } = inView(width, height, around(points, within, width, height), () => drawMap(box));
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
  // At the first of the spots that no other name has taken.
  const words = (text, spots, bold) => {
    const half = text.length * (bold ? 3.7 : 3.4) * k;
    for (const [x, y] of spots) {
      const room = [x - half, y - 11 * k, x + half, y + 3 * k];
      if (taken.some((b) => room[0] < b[2] && b[0] < room[2] && room[1] < b[3] && b[1] < room[3])) continue;
      taken.push(room);
      return label(text, x, y, bold);
    }
    return null;
  };
  const item = (id, code, name, shape, count, room) => {
    const number = counted(count, "event or proposal", "events and proposals");
    const title = `${name}: ${number}`;
    const attributes =
      id === undefined
        ? // Of a country that is shaded by its places alone there is only this to be known.
          { role: "img", "data-node": code, "aria-label": title, keydown: tell(title) }
        : {
            role: "button",
            "data-node": id,
            "aria-pressed": String(isChosen(id)),
            "aria-label": `${describe(nodes[id])}, ${number}`,
            click: () => select({ node: id }),
          };
    return placed(svg("g", { class: "item", tabindex: -1, ...attributes }, svg("title", {}, title), shape), room);
  };
  const shapes = outlines().map((country) => {
    const id = countries.get(country.code);
    const weight = within.get(country.code)?.size || 0;
    const shape = svg("path", {
      d: country.path,
      fill: weight || id !== undefined ? shade(weight) : colours.land,
      "fill-rule": "evenodd",
      stroke: colours.border,
      "stroke-width": (0.6 * k).toFixed(3),
    });
    return id === undefined && !weight
      ? shape
      : item(id, country.code, id === undefined ? country.name : nodes[id].name, shape, weight, country.box);
  });
  const byCode = new Map(outlines().map((country) => [country.code, country]));
  const middleOf = (code) => byCode.has(code) && labelPoint(byCode.get(code));
  const dots = points.map(({ id, at: [x, y], r }) =>
    item(
      id,
      null,
      nodes[id].name,
      svg("circle", {
        cx: x.toFixed(2),
        cy: y.toFixed(2),
        r: (r * k).toFixed(3),
        fill: colours["material conflict"],
        "fill-opacity": 0.85,
        stroke: colours.ground,
        "stroke-width": k.toFixed(3),
      }),
      weights.get(id),
      [x - r * k, y - r * k, x + r * k, y + r * k],
    ),
  );
  // What is selected gets its name first, then the shaded countries, then the places, then the other countries.
  const named = [
    ...outlines()
      .filter(({ code }) => countries.has(code) || within.get(code)?.size)
      .map((country) => {
        const id = countries.get(country.code);
        const weight = within.get(country.code)?.size || 0;
        const text = id === undefined ? country.name : nodes[id].name;
        const rank = id !== undefined && isChosen(id) ? 0 : weight ? 1 : 3;
        const [x, y] = labelPoint(country);
        return { rank, weight, text, bold: true, spots: [[x, y + 4 * k]] };
      }),
    ...points.slice(0, 60).map(({ id, at: [x, y], r }) => ({
      rank: isChosen(id) ? 0 : 2,
      weight: r,
      text: nodes[id].name,
      bold: isChosen(id),
      spots: [
        [x, y - (r + 3) * k],
        [x, y + (r + 11) * k],
      ],
    })),
  ];
  const texts = named
    .sort((a, b) => a.rank - b.rank || b.weight - a.weight)
    .map(({ text, spots, bold }) => words(text, spots, bold));
  const picture = svg(
    "svg",
    { width, height, viewBox, class: "map", role: "group", "aria-label": "Countries and places" },
    svg("rect", { x: -500, y: -500, width: 2000, height: 1500, fill: colours.sea }),
    shapes,
    drawArcs(arcs, middleOf, (code) => countries.get(code), k),
    dots,
    texts,
  );
  unmark();
  fill(surface, picture);
  rove([...picture.querySelectorAll(".item")], held || String(state().selected?.node), Boolean(held));
  return undefined;
}

// Said by key what the mouse shows as a tip.
const tell = (words) => (event) => {
  if (event.key !== "Enter" && event.key !== " ") return;
  event.preventDefault();
  event.stopImmediatePropagation();
  say(words);
};

// What there is to see with some of the world around it.
function around(points, within, width, height) {
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
  // What is known may be of states that are too small to have an outline.
  if (all[0] > all[2]) for (const corner of [WORLD, [0, 0]]) grow(all, ...corner);
  const [wide, high] = [all[2] - all[0], all[3] - all[1]];
  const shown = Math.min(1100, Math.max(90, wide * 1.15, (high * 1.15 * width) / height));
  return { x: (all[0] + all[2]) / 2, y: (all[1] + all[3]) / 2, k: shown / width };
}
