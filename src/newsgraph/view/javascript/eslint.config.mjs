import js from "@eslint/js";

const BROWSER = [
  "document", "window", "location", "history", "localStorage", "navigator", "performance", "self", "CSS", "URL", "URLSearchParams", "Blob", "Image", "Worker",
  "ResizeObserver", "IntersectionObserver", "MutationObserver", "NodeFilter", "Range", "Highlight", "TextEncoder", "XMLSerializer", "Intl", "Node", "requestAnimationFrame", "cancelAnimationFrame", "setTimeout",
  "clearTimeout", "setInterval", "clearInterval", "getSelection", "matchMedia", "console",
];

export default [
  js.configs.recommended,
  {
    files: ["build.mjs", "tests/*.mjs"],
    languageOptions: { globals: { URL: "readonly", process: "readonly", console: "readonly", TextEncoder: "readonly" } },
  },
  {
    files: ["*.js"],
    languageOptions: {
      ecmaVersion: 2023,
      sourceType: "module",
      globals: Object.fromEntries(BROWSER.map((name) => [name, "readonly"])),
    },
    rules: { eqeqeq: "error", "no-var": "error", "prefer-const": "error", "no-shadow": "error", complexity: ["error", 30] },
  },
];
