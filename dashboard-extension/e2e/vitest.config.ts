import { fileURLToPath } from "node:url";

import { defineConfig } from "vitest/config";

// In a real browser against a running shop; `python -m sandbox.dashboard_tests pages` starts both.
export default defineConfig({
  root: fileURLToPath(new URL(".", import.meta.url)),
  test: {
    environment: "node",
    // Pictures for the docs are made the same way.
    include: process.env.SCREENSHOTS ? ["screenshots.ts"] : ["**/*.test.ts"],
    testTimeout: process.env.SCREENSHOTS ? 600_000 : 60_000,
    hookTimeout: 60_000,
    // One browser and one shop serve all files.
    pool: "forks",
    poolOptions: { forks: { singleFork: true } },
    fileParallelism: false,
  },
});
