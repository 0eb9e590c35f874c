import { ThemeProvider } from "@saleor/macaw-ui";
import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useState } from "react";
import { IntlProvider } from "react-intl";
import { describe, expect, test } from "vitest";

import { MoneyField, readNumber } from "./fields";

describe("a number that is written", () => {
  test.each([
    ["", 2, null],
    ["  ", 0, null],
    ["12", 0, 12],
    ["12", 2, 1200],
    ["12.5", 2, 1250],
    ["12,05", 2, 1205],
    ["-0.01", 2, -1],
    ["-0", 2, 0],
    ["0.1", 1, 1],
    // 1.005 has no float of its own; the digits are read, not calculated.
    ["1.005", 3, 1005],
    ["90071992547409.91", 2, 9_007_199_254_740_991],
  ])("%j with %i digits is %j", (text, digits, value) => {
    expect(readNumber(text, digits)).toBe(value);
  });

  test.each([
    ["12.345", 2],
    ["1.5", 0],
    ["1e3", 0],
    ["twelve", 2],
    ["--1", 0],
    ["90071992547409.92", 2],
  ])("%j with %i digits is none", (text, digits) => {
    expect(readNumber(text, digits)).toBeUndefined();
  });
});

function Money({ currency }: { currency: string }) {
  const [value, setValue] = useState<number | null>(1250);
  return (
    <IntlProvider locale="en">
      <ThemeProvider>
        <MoneyField label="Price" currency={currency} value={value} onChange={setValue} />
        <output>{String(value)}</output>
      </ThemeProvider>
    </IntlProvider>
  );
}

test("money is shown with the digits of its currency, and kept without a point", async () => {
  render(<Money currency="USD" />);
  const field = screen.getByRole("textbox", { name: /Price/ });
  expect(field).toHaveProperty("value", "12.50");
  await userEvent.clear(field);
  await userEvent.type(field, "3.999");
  expect(screen.getByText("A number, please.")).toBeTruthy();
  expect(screen.getByRole("status").textContent).toBe("399");
});

test("a currency without digits takes none", async () => {
  render(<Money currency="JPY" />);
  const field = screen.getByRole("textbox", { name: /Price/ });
  expect(field).toHaveProperty("value", "1250");
  await userEvent.type(field, ".5");
  expect(screen.getByText("A whole number, please.")).toBeTruthy();
});
