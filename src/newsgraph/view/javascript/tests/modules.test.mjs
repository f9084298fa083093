// What needs no browser, on a graph of a few nodes: `npm test`.

import assert from "node:assert/strict";
import { test } from "node:test";

const nodes = [
  { key: "country/PK", name: "Pakistan", group: "Country", country: "PK" },
  { key: "person/a", name: "Amina Ansari", group: "Person", country: "PK" },
  { key: "person/b", name: "Björn", group: "Person" },
  { key: "proposal/x", name: "a joint commission", group: "Proposal", act: "urge", date: "2031-05-06" },
  { key: "event/urged", name: "urged", group: "Event", kind: "REQUEST", factuality: "actual" },
  { key: "event/clash", name: "clash", group: "Event", kind: "ASSAULT", date: "2031-W19", named: true },
  { key: "article/1", name: "One", group: "Article", date: "2031-05-07" },
  { key: "article/2", name: "Two", group: "Article", date: "2031-05-01" },
].map((node, id) => ({ id, label: node.name, n: 1, ev: [], size: 10, ...node }));
nodes[3].ev = [[0, 0, 47]];
// In a second sentence it is spoken of again.
nodes[4].ev = [[0, 12, 17], [1, 4, 9]];
nodes[5].ev = [[1, 4, 9]];
const ties = { proposedBy: true, agent: true, reportedIn: false, citizenOf: false };
const edges = [
  { from: 1, to: 3, type: "proposedBy" },
  { from: 1, to: 4, type: "agent" },
  { from: 5, to: 6, type: "reportedIn" },
  { from: 5, to: 7, type: "reportedIn" },
  { from: 2, to: 0, type: "citizenOf" },
  { from: 1, to: 0, type: "citizenOf", smooth: { type: "curvedCW", roundness: 0.2 } },
].map((edge) => ({ n: 1, ev: [], ...edge }));
const kinds = Object.fromEntries(
  ["Country", "Person", "Proposal", "Event", "Article"].map((name) => [
    name,
    { category: { Country: "country", Person: "actor" }[name] || name.toLowerCase(), one: name, many: `${name}s` },
  ]),
);
const FIRST = "Amina Ansari urged Pakistan to set a commission.";
const data = {
  nodes,
  edges,
  kinds,
  ties: Object.fromEntries(Object.entries(ties).map(([name, backwards]) => [name, { words: name, backwards, tone: "link" }])),
  events: { REQUEST: { name: "Request", quad: "verbal cooperation" } },
  sentences: [
    [6, 0, FIRST.length],
    [7, "The clash began in Zürich.", 3],
  ],
  texts: { 6: [`${FIRST} The lighthouse keeper saw it.`, [0, FIRST.length + 1]] },
  sure: 0.5,
  opening: 6,
};
globalThis.document = { getElementById: () => ({ textContent: JSON.stringify(data) }) };

const { daysOf, sentences } = await import("../data.js");
const { dateWords } = await import("../words.js");
const { echoOf } = await import("../echoes.js");
const { familyOf } = await import("../families.js");
const { findSentences, litUp } = await import("../fulltext.js");
const { monthOf } = await import("../month_of.js");
const { crc32 } = await import("../zip.js");
const { distinct } = await import("../same.js");
const { tollWords } = await import("../toll.js");
const { binned, extent, ticks, timeScale } = await import("../ticks.js");
const { bibtexOf } = await import("../cite.js");
const { toldOn } = await import("../told.js");
const { curveOf, lineAt, pointOn } = await import("../curves.js");
const { simulationOf } = await import("../simulation.js");
const { placesOf } = await import("../hits.js");
const { pulls, stretched } = await import("../aspect.js");
const { islands } = await import("../islands.js");

test("dates of every precision are days", () => {
  const day = (text) => Date.parse(text) / 86400000;
  assert.deepEqual(daysOf("2031-05-06"), [day("2031-05-06"), day("2031-05-06")]);
  assert.deepEqual(daysOf("2031-W19"), [day("2031-05-05"), day("2031-05-11")]);
  assert.deepEqual(daysOf("2031-02"), [day("2031-02-01"), day("2031-02-28")]);
  assert.deepEqual(daysOf("2031-Q4"), [day("2031-10-01"), day("2031-12-31")]);
  assert.equal(daysOf("soon"), null);
  assert.equal(daysOf("2031-13"), null);
});

test("dates are words", () => {
  assert.equal(dateWords("2031-05-06"), "6 May 2031");
  assert.equal(dateWords("2031-05-06/2031-06"), "6 May 2031 to June 2031");
  assert.equal(dateWords("2031-SU"), "summer of 2031");
  assert.equal(dateWords("soon"), "soon");
});

test("a sentence is cut out of its article where the page has it", () => {
  assert.equal(sentences[0][1], FIRST);
  assert.equal(sentences[1][1], "The clash began in Zürich.");
});

test("the event that says a proposal once more echoes it, another does not", () => {
  assert.deepEqual([...echoOf], [[4, 3]]);
});

test("a country's family are its citizens, whether by a tie or by their country", () => {
  assert.deepEqual([...familyOf(0, true)].sort(), [0, 1, 2]);
  assert.deepEqual([...familyOf(0, false)], [0]);
  assert.deepEqual([...familyOf(1, true)], [1]);
});

test("sentences are found by all words, accents and case aside, the last as it is typed", () => {
  assert.deepEqual(
    findSentences("LIGHTHOUSE kee", 5).map(({ article, start }) => [article, start]),
    [[6, FIRST.length + 1]],
  );
  assert.equal(findSentences("zurich", 5)[0].article, 7);
  assert.deepEqual(findSentences("lighthouse zurich", 5), []);
  assert.deepEqual(findSentences("a", 5), []);
  const lit = litUp("In Zürich, in zurich", ["zurich"]).filter(([, isHit]) => isHit);
  assert.deepEqual(lit.map(([words]) => words), ["Zürich", "zurich"]);
});

test("words are found whatever their case and accents, where they stand in the text", () => {
  const text = "😀 In Zürich, ZURICH and Zu\u0308rich";
  const found = placesOf(text, " zürich ").map(([start, end]) => text.slice(start, end));
  assert.deepEqual(found.slice(0, 2), ["Zürich", "ZURICH"]);
  assert.equal(found[2].normalize("NFC"), "Zürich");
  assert.deepEqual(placesOf(text, " "), []);
});

test("what is undated was told on the day of its first article", () => {
  assert.deepEqual(toldOn(nodesOfPage(5)), daysOf("2031-05-01"));
  assert.equal(toldOn(nodesOfPage(0)), null);
});

test("a line is found where it is drawn", () => {
  const positions = [];
  positions[0] = { x: 100, y: 0 };
  positions[1] = { x: 0, y: 0 };
  const top = pointOn(curveOf(5, positions), 0.5);
  assert.ok(Math.abs(top.y) > 5);
  assert.equal(lineAt([5], positions, top.x, top.y, 4), 5);
  assert.equal(lineAt([5], positions, top.x, -top.y, 4), undefined);
});

// A chain of nodes, of which one may not move.
function chain(count) {
  const xy = Float32Array.from({ length: 2 * count }, (_, k) => (k % 2 ? -k : k) / 2);
  xy.set([7, 9], 8);
  return {
    xy,
    room: new Float32Array(count).fill(20),
    c: Int32Array.from({ length: count }, (_, i) => i % 3),
    links: Int32Array.from({ length: 2 * (count - 1) }, (_, k) => (k + 1) >> 1),
    fixed: [4],
    alpha: 1,
    aspect: 1.5,
  };
}

function laidOut(task) {
  const simulation = simulationOf(task);
  let ticks = 0;
  while (!simulation.isDone()) {
    simulation.tick();
    ticks++;
  }
  assert.ok(ticks > 50 && ticks < 400);
  return simulation.places();
}

for (const count of [30, 600]) {
  test(`a layout of ${count} is the same each time and keeps what is fixed`, () => {
    const [first, second] = [laidOut(chain(count)), laidOut(chain(count))];
    assert.deepEqual(first, second);
    assert.ok(first.every(Number.isFinite));
    assert.deepEqual([...first.slice(8, 10)], [7, 9]);
  });
}

const farthest = (xy, some) => {
  const middle = [0, 1].map((axis) => some.reduce((sum, i) => sum + xy[2 * i + axis], 0) / some.length);
  return Math.max(...some.map((i) => Math.hypot(xy[2 * i] - middle[0], xy[2 * i + 1] - middle[1])));
};

test("in a crowd nodes have room, and each community has a place of its own", () => {
  const count = 900;
  const c = Int32Array.from({ length: count }, (_, i) => i % 3);
  const room = new Float32Array(count).fill(12);
  // Each is tied to the first of its community, and every tenth to the next one.
  const links = Int32Array.from({ length: count - 3 }, (_, i) => i + 3).reduce(
    (all, i) => [...all, i % 3, i, ...(i % 10 ? [] : [i, i - 1])],
    [],
  );
  const xy = laidOut({ xy: islands({ c, room, links, aspect: 1.5 }), room, c, links, fixed: [], alpha: 1, aspect: 1.5 });
  const all = Array.from(c, (_, i) => i);
  const parts = [0, 1, 2].map((part) => all.filter((i) => c[i] === part));
  for (const part of parts) assert.ok(farthest(xy, part) < 0.6 * farthest(xy, all));
  const close = all.filter((i) => all.some((j) => j !== i && Math.hypot(xy[2 * i] - xy[2 * j], xy[2 * i + 1] - xy[2 * j + 1]) < 12));
  assert.ok(close.length < count / 20, `${close.length} of ${count} overlap`);
});

test("what is of no community of some size stands in rows under all others", () => {
  const c = Int32Array.from({ length: 120 }, (_, i) => (i < 100 ? 0 : i));
  const room = new Float32Array(120).fill(10);
  const xy = islands({ c, room, links: [0, 1], aspect: 1.5 });
  const lowest = Math.max(...Array.from({ length: 100 }, (_, i) => xy[2 * i + 1]));
  for (let i = 100; i < 120; i++) assert.ok(xy[2 * i + 1] > lowest);
});

function nodesOfPage(id) {
  return { ...nodes[id], articles: id === 5 ? [6, 7] : [] };
}

test("a question may end with a month", () => {
  assert.deepEqual(monthOf("Pakistan and India in May 2026"), ["Pakistan and India", "2026-05"]);
  assert.deepEqual(monthOf("Pakistan 2026-11"), ["Pakistan", "2026-11"]);
  assert.deepEqual(monthOf("Pakistan and Maybe 20"), ["Pakistan and Maybe 20", null]);
});

test("the sum of a zip archive is that of its standard", () => {
  assert.equal(crc32(new TextEncoder().encode("123456789")), 0xcbf43926);
});

test("a layout is drawn apart to the shape of its room, and no two come nearer", () => {
  const xy = Float32Array.from([0, 0, 100, 0, 100, 50, 0, 50]);
  assert.deepEqual([...stretched(xy, 2)], [...xy]);
  assert.deepEqual([...stretched(xy, 1.25)], [0, -15, 100, -15, 100, 65, 0, 65]);
  const wide = stretched(xy, 100);
  assert.ok(wide[2] - wide[0] > 150 && wide[2] - wide[0] < 200);
  assert.deepEqual(pulls(1, 0.1), [0.1, 0.1]);
  assert.ok(pulls(2, 0.1)[0] < 0.1 && pulls(2, 0.1)[1] > 0.1);
});

test("only groups without names are merged", () => {
  assert.deepEqual(distinct([0, 1, 2, 1]), [0, 1, 2]);
});

test("events are counted by steps of time", () => {
  assert.deepEqual(binned([0, 1, 13, 99], 0, 99), { step: 7, counts: [2, 1, ...new Array(12).fill(0), 1] });
});

test("an axis names years, months or days, as they have room", () => {
  const named = (low, high, width) => {
    const { days, inWords } = ticks(timeScale(Date.parse(low) / 86400000, Date.parse(high) / 86400000, [0, width]));
    return days.map(inWords);
  };
  assert.deepEqual(named("1914-01-01", "2017-01-01", 450), ["1920", "1940", "1960", "1980", "2000"]);
  assert.deepEqual(named("2031-01-20", "2031-04-20", 300), ["Feb 2031", "Mar 2031", "Apr 2031"]);
  assert.deepEqual(named("2031-05-01", "2031-05-03", 900), ["May 1", "May 2", "May 3"]);
  assert.deepEqual(named("2031-05-01", "2031-05-01", 900), ["May 1"]);
});

test("a day is as wide as its brush", () => {
  const { xOf, dayAt } = timeScale(100, 109, [50, 150]);
  assert.deepEqual([xOf(100), xOf(109)], [55, 145]);
  assert.deepEqual([dayAt(50), dayAt(62), dayAt(150)], [100, 101, 110]);
});

test("one old date presses no axis into a corner", () => {
  const recent = Array.from({ length: 9 }, (_, i) => 20000 + i);
  assert.deepEqual(extent([10000, ...recent]), [19999, 20008, 10000]);
  assert.deepEqual(extent([19980, ...recent]), [19980, 20008, 19980]);
  assert.deepEqual(extent([10000, 20000]), [10000, 20000, 10000]);
});

test("TeX reads a title as it is written", () => {
  const entry = bibtexOf({ name: "x", headline: "50 % of {all} & more_", publisher: "The Wire", date: "2031-05-07T10:00" });
  assert.match(entry, /title = \{\{50 \\% of \\\{all\\\} \\& more\\_\}\}/);
  assert.match(entry, /^@article\{thewire-2031-more,/);
});

test("a toll is told as it grew", () => {
  const toll = [["killed", 14, "2031-05-06"], ["killed", 11, "2031-05-08"], ["killed", 11, "2031-05-09"], ["injured", 1030, ""]];
  assert.equal(tollWords(toll), "killed: 14 (6 May 2031), then 11 (8 May 2031); injured: 1,030");
});
