import { screen } from "@testing-library/react";
import { beforeEach, expect, test, vi } from "vitest";

import { showPage } from "../testing/page";
import { mayReload } from "./reload";

beforeEach(() => window.sessionStorage.clear());

test("the page loads itself anew once, and not again before a minute is over", () => {
  expect([100_000, 101_000, 159_999].map(mayReload)).toEqual([true, false, false]);
  expect([160_000, 160_001].map(mayReload)).toEqual([true, false]);
});

test("where nothing can be remembered it does not, or it would go on for ever", () => {
  const closed = vi.spyOn(Storage.prototype, "getItem").mockImplementation(() => {
    throw new DOMException("closed");
  });
  expect(mayReload()).toBe(false);
  closed.mockRestore();
});

test("a page whose files an upgrade has replaced", async () => {
  const quiet = vi.spyOn(console, "error").mockImplementation(() => undefined);
  const reload = vi.fn();
  const Gone = () => {
    throw new TypeError("Failed to fetch dynamically imported module: /members-1.js");
  };
  const first = showPage(Gone, { answers: {}, session: { reload } });
  await vi.waitFor(() => expect(reload).toHaveBeenCalledTimes(1));
  first.unmount();

  showPage(Gone, { answers: {}, session: { reload } });
  await screen.findByText("These pages were updated");
  screen.getByRole("button", { name: "Reload" }).click();
  expect(reload).toHaveBeenCalledTimes(2);
  quiet.mockRestore();
});
