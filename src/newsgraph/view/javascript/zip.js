// A zip archive of texts, stored as they are: what spreadsheets in XML are kept in.

const TABLE = new Uint32Array(256).map((_, n) => {
  let value = n;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
  return value;
});

export function crc32(bytes) {
  let sum = 0xffffffff;
  for (const byte of bytes) sum = TABLE[(sum ^ byte) & 255] ^ (sum >>> 8);
  return (sum ^ 0xffffffff) >>> 0;
}

// Fields of two (H) and four (I) bytes, little end first.
function packed(...fields) {
  const size = fields.reduce((sum, [kind]) => sum + (kind === "H" ? 2 : 4), 0);
  const view = new DataView(new ArrayBuffer(size));
  let at = 0;
  for (const [kind, value] of fields) {
    if (kind === "H") view.setUint16(at, value, true);
    else view.setUint32(at, value, true);
    at += kind === "H" ? 2 : 4;
  }
  return new Uint8Array(view.buffer);
}

const DATE = (1 << 5) | 1; // 1 January 1980: the same content is the same file
const UTF8 = 0x0800;

// `files` are [name, text].
export function zipped(files) {
  const encoder = new TextEncoder();
  const parts = [];
  const directory = [];
  let at = 0;
  const put = (...pieces) => {
    for (const piece of pieces) {
      parts.push(piece);
      at += piece.length;
    }
  };
  for (const [name, text] of files) {
    const [title, bytes] = [name, text].map((words) => encoder.encode(words));
    const common = [
      ["H", 20],
      ["H", UTF8],
      ["H", 0],
      ["H", 0],
      ["H", DATE],
      ["I", crc32(bytes)],
      ["I", bytes.length],
      ["I", bytes.length],
      ["H", title.length],
      ["H", 0],
    ];
    directory.push(
      packed(["I", 0x02014b50], ["H", 20], ...common, ["H", 0], ["H", 0], ["H", 0], ["I", 0], ["I", at]),
      title,
    );
    put(packed(["I", 0x04034b50], ...common), title, bytes);
  }
  const begin = at;
  put(...directory);
  put(
    packed(
      ["I", 0x06054b50],
      ["H", 0],
      ["H", 0],
      ["H", files.length],
      ["H", files.length],
      ["I", at - begin],
      ["I", begin],
      ["H", 0],
    ),
  );
  return new Blob(parts);
}
