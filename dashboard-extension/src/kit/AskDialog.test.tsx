import { ThemeProvider } from "@saleor/macaw-ui";
import { render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { IntlProvider } from "react-intl";
import { expect, test } from "vitest";

import type { Refusal } from "./action";
import { AskDialog } from "./AskDialog";

const NAMED: Refusal = { field: "reason", message: "This is too long.", code: "INVALID" };
const WHOLE: Refusal = { field: "id", message: "This was used already.", code: "INVALID" };

function open(answers: Refusal[][]) {
  const sent: Record<string, string>[] = [];
  let closed = false;
  render(
    <IntlProvider locale="en">
      <ThemeProvider>
        <AskDialog
          asked={{
            title: "Cancel it?",
            text: "300 points go back.",
            fields: [{ name: "reason", label: "Reason", required: true }],
            confirm: "Cancel it",
            act: (values) => {
              sent.push(values);
              return Promise.resolve(answers.shift() ?? []);
            },
          }}
          onClose={() => {
            closed = true;
          }}
        />
      </ThemeProvider>
    </IntlProvider>,
  );
  return {
    sent,
    isClosed: () => closed,
    press: () => userEvent.click(screen.getByText("Cancel it")),
  };
}

test("nothing is sent before what is needed is there", async () => {
  const dialog = open([]);
  await dialog.press();
  expect(screen.getByText("This is needed.")).toBeTruthy();
  expect(dialog.sent).toEqual([]);
  await userEvent.type(screen.getByLabelText("Reason"), "Ill");
  await dialog.press();
  expect(dialog.sent).toEqual([{ reason: "Ill" }]);
  await waitFor(() => expect(dialog.isClosed()).toBe(true));
});

test("a refusal stands where it belongs, and the dialog stays", async () => {
  const dialog = open([[NAMED, WHOLE]]);
  await userEvent.type(screen.getByLabelText("Reason"), "x");
  await dialog.press();
  await waitFor(() => expect(screen.getByText("This is too long.")).toBeTruthy());
  expect(screen.getByRole("alert").textContent).toBe("This was used already.");
  expect(dialog.isClosed()).toBe(false);
});
