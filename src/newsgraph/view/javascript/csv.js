// Comma-separated after RFC 4180; a cell that a spreadsheet would run as a formula gets an apostrophe before it, and one
// that has such apostrophes another, so that what it was can be read again.
export function toCsv(columns, rows, separator = ",") {
  const cell = (value) => {
    const text = typeof value === "string" && /^'*[=+\-@\t\r]/.test(value) ? `'${value}` : String(value);
    return separator === "\t"
      ? text.replace(/[\t\r\n]+/g, " ")
      : /[",\r\n]/.test(text)
        ? `"${text.replaceAll('"', '""')}"`
        : text;
  };
  return (
    [columns.map(([title]) => title), ...rows.map((row) => columns.map(([, i]) => row.cells[i]))]
      .map((cells) => cells.map(cell).join(separator))
      .join("\r\n") + "\r\n"
  );
}
