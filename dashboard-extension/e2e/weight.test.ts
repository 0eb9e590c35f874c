import { expect, test } from "vitest";

import { finish, open, withBrowser } from "./harness";

withBrowser();

const BUDGET = 300_000;

test.each(["members", "rewards/catalogue", "rules/campaigns", "settings"])(
  "%s is shown after 300 kB at most, fonts among them",
  async (path) => {
    const sizes: Promise<number>[] = [];
    const page = await open(path, {
      onPage: (opened) =>
        opened.on("requestfinished", (request) => {
          if (request.url().includes("/dashboard/"))
            sizes.push(request.sizes().then(({ responseBodySize }) => responseBodySize));
        }),
    });
    await page.getByRole("heading", { level: 1 }).waitFor();
    await page.waitForLoadState("networkidle");
    const total = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
    expect(total).toBeGreaterThan(100_000);
    expect(total).toBeLessThan(BUDGET);
    await finish(page);
  },
);
