import { render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useState } from "react";
import { IntlProvider } from "react-intl";
import { beforeEach, expect, test, vi } from "vitest";

import { Dialog, useConfirm } from "./Dialog";

let root: HTMLElement;

beforeEach(() => {
  root = document.createElement("div");
  root.id = "root";
  document.body.replaceChildren(root);
});

function Page() {
  const [open, setOpen] = useState(false);
  return (
    <IntlProvider locale="en">
      <button onClick={() => setOpen(true)}>Give points</button>
      {open && (
        <Dialog title="Points" onClose={() => setOpen(false)} foot={<button>Give</button>}>
          <input aria-label="How many" />
        </Dialog>
      )}
    </IntlProvider>
  );
}

test("the first field has the focus, Tab goes round, the page behind is out of reach", async () => {
  render(<Page />, { container: root });
  await userEvent.click(screen.getByText("Give points"));
  const dialog = within(screen.getByRole("dialog", { name: "Points" }));
  expect(document.activeElement).toBe(dialog.getByLabelText("How many"));
  expect(root.hasAttribute("inert")).toBe(true);
  await userEvent.tab();
  expect(document.activeElement).toBe(dialog.getByText("Give"));
  await userEvent.tab();
  expect(document.activeElement).toBe(dialog.getByLabelText("Close"));
  await userEvent.tab({ shift: true });
  expect(document.activeElement).toBe(dialog.getByText("Give"));
});

test("Escape closes it and gives the focus back", async () => {
  render(<Page />, { container: root });
  await userEvent.click(screen.getByText("Give points"));
  await userEvent.keyboard("{Escape}");
  expect(screen.queryByRole("dialog")).toBeNull();
  expect(document.activeElement).toBe(screen.getByText("Give points"));
  expect(root.hasAttribute("inert")).toBe(false);
});

function Asking({ act }: { act: () => void }) {
  const { ask, dialog } = useConfirm();
  const question = { title: "Delete the rule", text: "It is gone.", confirm: "Delete", act };
  return (
    <>
      <button onClick={() => ask(question)}>Away</button>
      {dialog}
    </>
  );
}

test("a question that is answered with Back does nothing, with its own word it acts once", async () => {
  const act = vi.fn();
  render(
    <IntlProvider locale="en">
      <Asking act={act} />
    </IntlProvider>,
    { container: root },
  );
  await userEvent.click(screen.getByText("Away"));
  await userEvent.click(screen.getByText("Back"));
  expect(act).toHaveBeenCalledTimes(0);
  await userEvent.click(screen.getByText("Away"));
  await userEvent.click(screen.getByText("Delete"));
  expect(act).toHaveBeenCalledTimes(1);
  expect(screen.queryByRole("dialog")).toBeNull();
});
