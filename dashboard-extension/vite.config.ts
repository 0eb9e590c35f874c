import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync } from "node:zlib";

import react from "@vitejs/plugin-react";
import subsetFont from "subset-font";
import type { Plugin } from "vite";
import { defineConfig } from "vitest/config";

const source = fileURLToPath(new URL("./src", import.meta.url));
const built = fileURLToPath(new URL("../saleor_loyalty/dashboard", import.meta.url));

// One chunk a language, and one for the libraries that change with a release of theirs only.
function chunk(id: string): string | undefined {
  const language = /\/i18n\/([A-Za-z-]+)\/[^/]+\.json$/.exec(id)?.[1];
  if (language) return `language-${language}`;
  if (
    /node_modules\/(react|react-dom|scheduler|react-router|react-router-dom|@remix-run)\//.test(id)
  )
    return "react";
  return undefined;
}

// macaw-ui ships every weight of three typefaces; the Dashboard's pages use one of them. Its Latin
// letters travel first, the rest only where a text needs it.
const libraries = new URL("./node_modules/", import.meta.url);
const latin =
  "U+20-7E, U+A0-FF, U+131, U+152-153, U+2010-2027, U+2039-203A, U+20AC, U+2190-2193, U+2212";
// Whatever is not in it.
const others =
  "U+100-130, U+132-151, U+154-200F, U+2028-2038, U+203B-20AB, U+20AD-218F, U+2194-2211, U+2213-FFFF";
const oneTypeface: Plugin = {
  name: "one-typeface",
  enforce: "pre",
  async transform(code, id) {
    if (!id.includes("macaw-ui/dist/style.css")) return null;
    await cutLatin();
    return code.replace(/@font-face\{[^}]*\}/g, (face) =>
      face.includes("Inter-roman.var")
        ? withRange(face.replace("./Inter-roman.var.woff2", "../../../.fonts/latin.woff2"), latin) +
          withRange(face, others)
        : "",
    );
  },
};

const withRange = (face: string, range: string) => face.replace(/\}$/, `;unicode-range:${range}}`);

async function cutLatin(): Promise<void> {
  const whole = readFileSync(new URL("@saleor/macaw-ui/dist/Inter-roman.var.woff2", libraries));
  const letters = latin.split(", ").flatMap((range) => {
    const [first, last = first] = range
      .slice(2)
      .split("-")
      .map((code) => parseInt(code, 16));
    return Array.from({ length: last! - first! + 1 }, (_, place) =>
      String.fromCodePoint(first! + place),
    );
  });
  mkdirSync(new URL(".fonts/", libraries), { recursive: true });
  const cut = await subsetFont(whole, letters.join(""), {
    targetFormat: "woff2",
    // The weights that macaw-ui's texts have.
    variationAxes: { wght: { min: 400, max: 600 } },
  });
  writeFileSync(new URL(".fonts/latin.woff2", libraries), cut);
}

// A sixth less to load than with gzip, which the pages' server has beside it.
const brotli: Plugin = {
  name: "brotli",
  apply: "build",
  closeBundle() {
    for (const name of readdirSync(built, { recursive: true, encoding: "utf8" })) {
      const file = join(built, name);
      if (/\.(css|js|svg)$/.test(name))
        writeFileSync(`${file}.br`, brotliCompressSync(readFileSync(file)));
    }
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
  plugins: [react(), oneTypeface, noHost, brotli],
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
    projects: [
      // What draws nothing needs no document, which takes longer to make than most tests.
      { extends: true, test: { name: "plain", include: ["src/**/*.test.ts"], isolate: false } },
      {
        extends: true,
        test: {
          name: "drawn",
          include: ["src/**/*.test.tsx"],
          environment: "jsdom",
          setupFiles: ["src/testing/setup.ts"],
        },
      },
    ],
  },
});
