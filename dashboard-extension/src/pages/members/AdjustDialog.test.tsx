import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test } from "vitest";

import { showPage, type Answers } from "../../testing/page";
import { AdjustDialog } from "./dialogs/AdjustDialog";

const member = { id: "m1", points: { available: 50, debt: 20 } };
const done = { entry: null, member: { id: "m1", points: { available: 130 } }, errors: [] };

function open(answer: Answers[string]) {
  return showPage(() => <AdjustDialog member={member} onClose={() => undefined} />, {
    answers: { LoyaltyPointsAdjust: answer },
  });
}

async function fill(points: string, reason: string) {
  const field = await screen.findByLabelText("Points");
  await userEvent.clear(field);
  await userEvent.type(field, points);
  await userEvent.type(screen.getByLabelText("Reason"), reason);
}

test("it says what will be there afterwards, and gives it", async () => {
  const page = open(() => ({ loyaltyPointsAdjust: done }));
  await fill("100", "Sorry");
  expect(screen.getByText("Afterwards: 130")).toBeTruthy();
  expect(screen.getByText("20 of them pay what is owed")).toBeTruthy();
  await userEvent.click(screen.getByRole("button", { name: "Give 100 points" }));
  await waitFor(() => expect(page.said).toEqual(["success: The points were changed"]));
  expect(page.asked("LoyaltyPointsAdjust")).toMatchObject([
    { memberId: "m1", points: 100, reason: "Sorry" },
  ]);
});

test("nothing is sent that is not complete", async () => {
  const page = open(() => ({ loyaltyPointsAdjust: done }));
  await userEvent.click(await screen.findByRole("button", { name: "Give points" }));
  expect(screen.getByText("At least 1.")).toBeTruthy();
  expect(screen.getByText("A reason is needed.")).toBeTruthy();
  expect(page.asked("LoyaltyPointsAdjust")).toEqual([]);
});

test("what the server refuses stands at its field", async () => {
  const errors = [{ field: "reason", message: "Not this one.", code: "INVALID" }];
  const page = open(() => ({ loyaltyPointsAdjust: { ...done, errors } }));
  await fill("5", "Hm");
  await userEvent.click(screen.getByRole("button", { name: "Give 5 points" }));
  expect(await screen.findByText("Not this one.")).toBeTruthy();
  expect(page.said).toEqual([]);
});

test("the same wish sent again after a lost answer has the same key, another one has its own", async () => {
  let lost = true;
  const page = open(() => (lost ? new Error("offline") : { loyaltyPointsAdjust: done }));
  await fill("5", "Hm");
  await userEvent.click(screen.getByRole("button", { name: "Give 5 points" }));
  await screen.findByRole("alert");
  await userEvent.type(screen.getByLabelText("Reason"), "m");
  await userEvent.click(screen.getByRole("button", { name: "Give 5 points" }));
  await waitFor(() => expect(page.asked("LoyaltyPointsAdjust")).toHaveLength(2));
  await screen.findByRole("alert");
  lost = false;
  await userEvent.click(screen.getByRole("button", { name: "Give 5 points" }));
  await waitFor(() => expect(page.said).toEqual(["success: The points were changed"]));
  const [first, second, third] = page
    .asked("LoyaltyPointsAdjust")
    .map(({ sourceKey }) => sourceKey);
  expect(second).not.toBe(first);
  expect(third).toBe(second);
});

test("a nought too many is asked about, and what is no number is not taken for the one before", async () => {
  const page = open(() => ({ loyaltyPointsAdjust: done }));
  await fill("20000", "Sorry");
  await userEvent.click(screen.getByRole("button", { name: "Give 20,000 points" }));
  expect(screen.getByText("So many at once: say that it is no slip.")).toBeTruthy();
  await userEvent.click(screen.getByRole("checkbox", { name: /20,000 points are meant/ }));
  await userEvent.type(screen.getByLabelText("Points"), "x");
  await userEvent.click(screen.getByRole("button", { name: "Give 20,000 points" }));
  expect(page.asked("LoyaltyPointsAdjust")).toEqual([]);

  await userEvent.type(screen.getByLabelText("Points"), "{Backspace}");
  await userEvent.click(screen.getByRole("checkbox", { name: /20,000 points are meant/ }));
  await userEvent.click(screen.getByRole("button", { name: "Give 20,000 points" }));
  await waitFor(() => expect(page.said).toEqual(["success: The points were changed"]));
  expect(page.asked("LoyaltyPointsAdjust")).toMatchObject([{ points: 20_000 }]);
});

test("a reason with markup is text and nothing else", async () => {
  const bad = "<img src=x onerror=alert(1)>";
  const errors = [{ field: "reason", message: `Not: ${bad}`, code: "INVALID" }];
  open(() => ({ loyaltyPointsAdjust: { ...done, errors } }));
  await fill("5", bad);
  await userEvent.click(screen.getByRole("button", { name: "Give 5 points" }));
  expect(await screen.findByText(`Not: ${bad}`)).toBeTruthy();
  expect(document.querySelector("img")).toBeNull();
});
