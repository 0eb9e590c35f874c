import { fileURLToPath } from "node:url";

import react from "@vitejs/plugin-react";
import type { Plugin } from "vite";
import { defineConfig } from "vitest/config";

const source = fileURLToPath(new URL("./src", import.meta.url));
const built = fileURLToPath(new URL("../saleor_loyalty/dashboard", import.meta.url));

// One chunk a language, and one for the libraries that change with a release of theirs only.
function chunk(id: string): string | undefined {
  const language = /\/i18n\/([A-Za-z-]+)\/[^/]+\.json$/.exec(id)?.[1];
  if (language) return `language-${language}`;
  if (/node_modules\/(react|react-dom|scheduler|react-router|react-router-dom|@remix-run)\//.test(id))
    return "react";
  return undefined;
}

// macaw-ui ships every weight of three typefaces; the Dashboard's pages use one of them.
const oneTypeface: Plugin = {
  name: "one-typeface",
  enforce: "pre",
  transform(code, id) {
    if (!id.includes("macaw-ui/dist/style.css")) return null;
    return code.replace(/@font-face\{[^}]*\}/g, (face) => (face.includes("Inter-roman.var") ? face : ""));
  },
};

// The server writes these into the page; Vite's own server is a host without any.
const noHost: Plugin = {
  name: "no-host",
  apply: "serve",
  transformIndexHtml: (html) => html.replaceAll("__BASE__", "/").replace("__SETTINGS__", ""),
};
const sandbox = process.env.SANDBOX ?? "http://127.0.0.1:8000";

export default defineConfig({
  // The server writes the base address into <base>; everything else is relative to it.
  base: "./",
  plugins: [react(), oneTypeface, noHost],
  resolve: { alias: { "@": source } },
  build: {
    outDir: built,
    emptyOutDir: true,
    target: "es2022",
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 700,
    rollupOptions: { output: { manualChunks: chunk } },
  },
  server: { proxy: { "/graphql/": sandbox, "/login/": sandbox, "/media/": sandbox } },
  test: {
    environment: "jsdom",
    include: ["src/**/*.test.{ts,tsx}"],
    setupFiles: ["src/testing/setup.ts"],
  },
});
