// The graph as it was written into the page, with the indexes that everything else looks things up in.

/** @type {PageData} */
export const data = JSON.parse(document.getElementById("data").textContent);
export const { nodes, edges, kinds } = data;

// By article: {text, starts} with the offsets at which its sentences begin; empty where the page came without texts.
export const texts = new Map(
  Object.entries(data.texts || {}).map(([id, [text, starts]]) => [Number(id), { text, starts }]),
);

// [article, sentence, start in the text]: the start in code points, or, where the text is there, as it counts.
export const sentences = data.sentences.map(([article, from, to]) =>
  typeof from === "string" ? [article, from, to] : [article, texts.get(article).text.slice(from, to), from],
);

/** How many sentences some evidence is of. @param {Evidence[]} rows */
export const sentenceCount = (rows) => new Set(rows.map(([sentence]) => sentence)).size;

/** @type {Map<string, number>} */
export const byKey = new Map();
/** By node, the numbers of its edges. @type {number[][]} */
export const ties = nodes.map(() => []);
/** By article, the nodes that rest on it. @type {Map<number, number[]>} */
export const fromArticle = new Map();

for (const node of nodes) {
  byKey.set(node.key, node.id);
  node.name = node.name || node.label.replaceAll("\n", " ");
}
edges.forEach((edge, id) => {
  edge.id = id;
  ties[edge.from].push(id);
  if (edge.to !== edge.from) ties[edge.to].push(id);
});

/** @param {GraphNode} node */
export const isArticle = (node) => node.group === "Article";
/** @param {GraphNode} node */
export const isOccurrence = (node) => node.group === "Event" || node.group === "Proposal" || node.group === "Statement";
/** @param {GraphNode} node */
export const isActor = (node) => ["actor", "country", "agency"].includes(kinds[node.group].category);
// "11 people" act and suffer, but are nobody in particular; graphs of others may not say who has a name.
const mayName = nodes.some((node) => node.named);
/** @param {GraphNode} node */
export const isNamed = (node) => !mayName || Boolean(node.named);
/**
 * @param {GraphEdge} edge
 * @param {number} id
 */
export const other = (edge, id) => (edge.from === id ? edge.to : edge.from);

// The actor's side of a tie is always `from` where the tie is drawn backwards (agent, proposedBy, ...).
const isBackwards = (edge) => data.ties[edge.type].backwards;
export const subjectOf = (edge) => (isBackwards(edge) ? edge.to : edge.from);
export const objectOf = (edge) => (isBackwards(edge) ? edge.from : edge.to);

/**
 * The far ends of a node's ties of one type, where the node is the tie's subject in the graph.
 * @param {number} id
 * @param {string} type
 */
export function parties(id, type) {
  const found = [];
  for (const tie of ties[id]) {
    const edge = edges[tie];
    if (edge.type === type && subjectOf(edge) === id) found.push(objectOf(edge));
  }
  return [...new Set(found)];
}

/**
 * The nodes that name this one by a tie of a type: the events of which an actor is the agent.
 * @param {number} id
 * @param {string} type
 */
export function namedBy(id, type) {
  const found = [];
  for (const tie of ties[id]) {
    const edge = edges[tie];
    if (edge.type === type && objectOf(edge) === id) found.push(subjectOf(edge));
  }
  return [...new Set(found)];
}

for (const node of nodes) {
  const articles = new Set(node.ev.map((row) => sentences[row[0]][0]).filter((article) => article >= 0));
  if (isOccurrence(node)) for (const article of parties(node.id, "reportedIn")) articles.add(article);
  node.articles = [...articles];
  for (const article of articles) {
    if (!fromArticle.has(article)) fromArticle.set(article, []);
    fromArticle.get(article).push(node.id);
  }
}

export const publisherOf = (article) => nodes[article].publisher || "(source not given)";
for (const node of nodes) {
  const from = isArticle(node) ? [node.id] : node.articles;
  node.publishers = [...new Set(from.map(publisherOf))];
}

/**
 * A date may be a day, a week, a month, a season, a quarter, half a year or a year (ISO 8601 and TIMEX3), or a range of
 * these: as the days on which it begins and ends. Null where it is none of them.
 * @param {unknown} date
 * @returns {[number, number] | null}
 */
export function daysOf(date) {
  const text = String(date ?? "");
  if (text.includes("/")) {
    const [from, to] = text.split("/").map(daysOf);
    return from && to && from[0] <= to[1] ? [from[0], to[1]] : from || to;
  }
  const found = /^(\d{4})(?:-(\d\d)(?:-(\d\d)(?:T.*)?)?|-W(\d\d)(?:-WE|-\d)?|-(Q[1-4]|H[12]|SP|SU|FA|WI))?$/.exec(text);
  if (!found) return null;
  const [year, month, day, week] = [1, 2, 3, 4].map((group) => Number(found[group] || 0));
  if (month > 12 || day > 31 || week > 53) return null;
  const at = (months, days = 1) => Date.UTC(year, months, days) / 86400000;
  if (day) return [at(month - 1, day), at(month - 1, day)];
  if (month) return [at(month - 1), at(month, 0)];
  if (week) {
    // The week with 4 January is the first; 1 January 1970 was a Thursday.
    const monday = at(0, 4) - ((at(0, 4) + 3) % 7) + (week - 1) * 7;
    return [monday, monday + 6];
  }
  const part = /** @type {Record<string, number[]>} */ ({
    Q1: [0, 3],
    Q2: [3, 6],
    Q3: [6, 9],
    Q4: [9, 12],
    H1: [0, 6],
    H2: [6, 12],
    SP: [2, 5],
    SU: [5, 8],
    FA: [8, 11],
    WI: [11, 14],
  })[found[5]] || [0, 12];
  return [at(part[0]), at(part[1], 0)];
}

export const isoDay = (day) => new Date(day * 86400000).toISOString().slice(0, 10);
for (const node of nodes) node.days = daysOf(node.date);

export function eventKind(node) {
  return data.events[node.kind] || { name: node.kind || "Event", quad: "neutral" };
}
export const quadOf = (node) => node.quad || eventKind(node).quad;
