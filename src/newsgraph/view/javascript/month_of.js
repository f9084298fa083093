// The month that a question ends with.

const MONTHS = "january february march april may june july august september october november december".split(" ");
const WORDS = /(?:^|\s)(?:in\s+)?([a-z]{3,9})\.?\s+(\d{4})$/i;
const NUMBERS = /(?:^|\s)(?:in\s+)?(\d{4}-\d\d)$/;

// [the query without its month, the month in ISO form or null].
export function monthOf(query) {
  const text = query.trim();
  const numbers = NUMBERS.exec(text);
  if (numbers) return [text.slice(0, numbers.index).trim(), numbers[1]];
  const words = WORDS.exec(text);
  const at = words ? MONTHS.findIndex((name) => name.startsWith(words[1].toLowerCase())) : -1;
  if (at < 0) return [text, null];
  return [text.slice(0, words.index).trim(), `${words[2]}-${String(at + 1).padStart(2, "0")}`];
}
