import { fileURLToPath } from "node:url";

import { defineConfig } from "vitest/config";

// Pictures for the docs, and the pages inside a Dashboard that is there, are tried the same way.
function what(): string {
  if (process.env.SCREENSHOTS) return "screenshots.ts";
  return process.env.DASHBOARD_URL ? "inside.ts" : "**/*.test.ts";
}

// In a real browser against a running shop; `python -m sandbox.dashboard_tests pages` starts both.
export default defineConfig({
  root: fileURLToPath(new URL(".", import.meta.url)),
  test: {
    environment: "node",
    include: [what()],
    testTimeout: process.env.SCREENSHOTS ? 600_000 : 60_000,
    hookTimeout: 60_000,
    // One browser and one shop serve all files.
    pool: "forks",
    poolOptions: { forks: { singleFork: true } },
    fileParallelism: false,
  },
});
