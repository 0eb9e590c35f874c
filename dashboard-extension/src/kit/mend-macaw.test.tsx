import { DynamicCombobox, Input, ThemeProvider } from "@saleor/macaw-ui";
import { render, screen, waitFor } from "@testing-library/react";
import { afterEach, expect, it, vi } from "vitest";

import { mendMacaw } from "./mend-macaw";

// The list of a combobox asks what is in sight; jsdom does not know.
vi.stubGlobal(
  "IntersectionObserver",
  class {
    observe() {}
    unobserve() {}
    disconnect() {}
  },
);

let stop = () => {};
afterEach(() => stop());

it("mends what appears later", async () => {
  stop = mendMacaw(document.body);
  render(
    <ThemeProvider>
      <Input label="Points" defaultValue="" />
      <DynamicCombobox label="Product" value={null} options={[]} />
    </ThemeProvider>,
  );
  await waitFor(() => expect(screen.getByLabelText("Points").getAttribute("role")).toBeNull());
  expect(document.querySelectorAll("svg[aria-expanded]")).toHaveLength(1);
  expect(document.querySelectorAll('svg[aria-expanded]:not([aria-hidden="true"])')).toHaveLength(0);
  expect(screen.getByRole("combobox", { name: "Product" })).toBeTruthy();
});

it("mends what stands there already", () => {
  const { container } = render(<Input label="Growth" defaultValue="" />);
  expect(container.querySelector("input")?.getAttribute("role")).toBe("input");
  stop = mendMacaw(document.body);
  expect(container.querySelector("input")?.hasAttribute("role")).toBe(false);
});
