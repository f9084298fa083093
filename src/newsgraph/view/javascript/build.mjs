// Bundles main.js and what it imports into ../assets/page.js, which is committed, so that whoever installs newsgraph
// needs no Node. The first line names the sources by their hash; a test compares it, so a forgotten build is noticed.
// With --check nothing is written, and the exit code is 1 where the committed file is not what the sources make.

import { createHash } from "node:crypto";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const HERE = new URL("./", import.meta.url);
const RESULT = new URL("../assets/page.js", HERE);
const SHARED = { bundle: true, write: false, format: "iife", target: "es2022", minify: true, charset: "utf8" };

// A worker has no file of its own in a page that is one file: it is the text of a script.
const workers = {
  name: "workers",
  setup(inner) {
    inner.onLoad({ filter: /_worker\.js$/ }, async ({ path }) => {
      const made = await build({ ...SHARED, entryPoints: [path] });
      return { contents: made.outputFiles[0].text, loader: "text" };
    });
  },
};

function sources() {
  const hash = createHash("sha256");
  const names = readdirSync(HERE).filter((name) => /\.js$|^build\.mjs$|^package-lock\.json$/.test(name));
  for (const name of names.sort()) hash.update(`${name}\n${readFileSync(new URL(name, HERE), "utf8")}\n`);
  return hash.digest("hex");
}

const made = await build({ ...SHARED, entryPoints: [fileURLToPath(new URL("main.js", HERE))], plugins: [workers] });
// The HTML parser would end the script at a closing tag.
const text = `/* of sources ${sources()} */\n${made.outputFiles[0].text.replaceAll("</script", "<\\/script")}`;
if (process.argv.includes("--check")) {
  if (readFileSync(RESULT, "utf8") !== text) {
    console.error("src/newsgraph/view/assets/page.js is not what its sources make; run `make page`");
    process.exit(1);
  }
} else writeFileSync(RESULT, text);
