import { act, renderHook } from "@testing-library/react";
import { expect, test } from "vitest";

import type { Refusal } from "./action";
import { useForm } from "./form";

const refused: Refusal[] = [
  { field: "points", message: "Too many.", code: "INVALID" },
  { field: null, message: "Somebody else was faster.", code: "CHANGED_MEANWHILE" },
];

function form(initial = { points: 1, reason: "" }) {
  return renderHook(
    ({ values, refusals }) =>
      useForm(values, {
        check: ({ reason }) => (reason ? {} : { reason: "Say why." }),
        refusals,
      }),
    { initialProps: { values: initial, refusals: [] as Refusal[] } },
  );
}

test("what is wrong is said when somebody wants to save", () => {
  const { result } = form();
  expect(result.current.errorOf("reason")).toBeUndefined();
  let right = true;
  act(() => {
    right = result.current.check();
  });
  expect(right).toBe(false);
  expect(result.current.errorOf("reason")).toBe("Say why.");
  act(() => result.current.set("reason", "Sorry"));
  expect(result.current.errorOf("reason")).toBeUndefined();
});

test("a refusal stands at its field until the field is changed; the rest stands apart", () => {
  const { result, rerender } = form();
  rerender({ values: { points: 1, reason: "" }, refusals: refused });
  expect(result.current.errorOf("points")).toBe("Too many.");
  expect(result.current.rest).toEqual([refused[1]]);
  act(() => result.current.set("points", 2));
  expect(result.current.errorOf("points")).toBeUndefined();
});

test("a form that nobody has touched follows what arrives; a touched one keeps what was written", () => {
  const { result, rerender } = form();
  rerender({ values: { points: 5, reason: "" }, refusals: [] });
  expect(result.current.values.points).toBe(5);
  act(() => result.current.set("points", 6));
  rerender({ values: { points: 9, reason: "" }, refusals: [] });
  expect([result.current.values.points, result.current.dirty]).toEqual([6, true]);
  act(() => result.current.reset({ points: 6, reason: "" }));
  expect(result.current.dirty).toBe(false);
});
