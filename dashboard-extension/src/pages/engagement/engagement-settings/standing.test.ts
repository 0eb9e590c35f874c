import { describe, expect, it } from "vitest";

import { changedParts, standingOf, type Version } from "./standing";

function version(number: number, enabled: boolean): Version {
  return {
    number,
    enabled,
    config: {},
    actor: "user:1",
    createdAt: `2026-03-0${number}T00:00:00Z`,
  };
}

describe("since when something is on", () => {
  it("was never set up", () => {
    expect(standingOf([], 20)).toEqual({ enabled: false, since: null, longer: false });
  });

  it("counts from the first of the versions that say the same", () => {
    const versions = [version(4, true), version(3, true), version(2, false), version(1, true)];
    expect(standingOf(versions, 20)).toEqual({
      enabled: true,
      since: "2026-03-03T00:00:00Z",
      longer: false,
    });
  });

  it("is longer than the versions at hand", () => {
    const versions = [version(4, false), version(3, false)];
    expect(standingOf(versions, 2)).toEqual({
      enabled: false,
      since: "2026-03-03T00:00:00Z",
      longer: true,
    });
    expect(standingOf([version(2, true), version(1, true)], 2).longer).toBe(false);
  });
});

describe("what two versions differ in", () => {
  it("does not mind the order of names", () => {
    const before = { gift: { points: 5, growth: 1 }, channel: "" };
    const after = { channel: "", gift: { growth: 1, points: 5 } };
    expect(changedParts(before, after)).toEqual([]);
  });

  it("names what came, went and changed", () => {
    const before = { days: [1, 2], gate: {} };
    const after = { days: [2, 1], climb: null };
    expect(changedParts(before, after)).toEqual(["days", "climb", "gate"]);
    expect(changedParts(undefined, { name: {} })).toEqual(["name"]);
  });
});
