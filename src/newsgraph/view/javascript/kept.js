// What the reader adds: marks (right, wrong, a note) and the steps of a story. It stays in the browser, where the page
// may keep anything, and in a copy of the page that holds it.

const place = `newsgraph:${location.pathname}`;
const listeners = [];

// The page as it was written, before this script filled it; what is large stays where it is.
const bare = [...document.body.children].filter((one) => one.tagName !== "SCRIPT" && one.id !== "kept").map((one) => one.outerHTML);
const inPage = document.getElementById("kept");

const isMark = ([key, mark]) => typeof key === "string" && mark && ["right", "wrong"].includes(mark.verdict);
const isStep = (step) => step && typeof step.hash === "string" && typeof step.caption === "string";

// Only what has the form of marks and steps: the text may be anybody's.
function read(text) {
  let found;
  try {
    found = JSON.parse(text);
  } catch {
    found = null;
  }
  const { marks, tour } = found || {};
  return {
    marks: Object.fromEntries(Object.entries(marks || {}).filter(isMark)),
    tour: Array.isArray(tour) ? tour.filter(isStep) : [],
  };
}

function stored() {
  try {
    return window.localStorage.getItem(place);
  } catch {
    return null; // a frame of a notebook keeps nothing
  }
}

let kept = read(stored() ?? (inPage ? inPage.textContent : "{}"));

export const marks = () => kept.marks;
export const tour = () => kept.tour;
export const onKept = (listener) => listeners.push(listener);

function keep(change) {
  kept = { ...kept, ...change };
  try {
    window.localStorage.setItem(place, JSON.stringify(kept));
  } catch {
    // It lasts as long as the page is open, and in the copies that are saved.
  }
  for (const listener of listeners) listener();
}

export const setTour = (steps) => keep({ tour: steps });

export function setMark(key, mark) {
  const now = { ...kept.marks };
  if (mark) now[key] = mark;
  else delete now[key];
  keep({ marks: now });
}

// The page once more, with what was added.
export function pageWithKept() {
  const holder = document.createElement("div");
  holder.id = "kept";
  holder.hidden = true;
  holder.textContent = JSON.stringify(kept);
  const scripts = [...document.body.querySelectorAll(":scope > script")];
  const body = [...bare, holder.outerHTML, ...scripts.map((one) => one.outerHTML)].join("\n");
  return `<!DOCTYPE html>\n<html lang="en">\n${document.head.outerHTML}\n<body>\n${body}\n</body>\n</html>\n`;
}
