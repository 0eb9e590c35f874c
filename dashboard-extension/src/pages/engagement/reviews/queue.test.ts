import { expect, it } from "vitest";

import { decided, extended, moved } from "./queue";

const queue = { ids: ["a", "b", "c"], place: 1 };

it("shows the next one when one was decided", () => {
  expect(decided(queue, "b")).toEqual({ ids: ["a", "c"], place: 1 });
  expect(decided(queue, "a")).toEqual({ ids: ["b", "c"], place: 0 });
  expect(decided(queue, "x")).toBe(queue);
});

it("goes on and back within what is there, and one past its end", () => {
  expect(moved(queue, -1).place).toBe(0);
  expect(moved(moved(queue, -1), -1).place).toBe(0);
  expect(moved(queue, 2).place).toBe(3);
  expect(moved(queue, 9).place).toBe(3);
});

it("takes what is loaded only once", () => {
  expect(extended(queue, ["c", "d"]).ids).toEqual(["a", "b", "c", "d"]);
  expect(extended(queue, ["a"])).toBe(queue);
});
