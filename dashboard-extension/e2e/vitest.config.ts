import { fileURLToPath } from "node:url";

import { defineConfig } from "vitest/config";

// In a real browser against a running shop; `python -m sandbox.dashboard_tests pages` starts both.
export default defineConfig({
  root: fileURLToPath(new URL(".", import.meta.url)),
  test: {
    environment: "node",
    include: ["**/*.test.ts"],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // One browser and one shop serve all files.
    pool: "forks",
    poolOptions: { forks: { singleFork: true } },
    fileParallelism: false,
  },
});
