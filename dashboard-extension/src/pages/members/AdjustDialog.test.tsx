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
