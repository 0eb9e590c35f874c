import { expect, test } from "vitest";

import { odditiesOf } from "./odd";

const tier = (slug: string, entry?: object, keep?: object) => ({ slug, name: {}, entry, keep });
const growth = (from: number, more = {}) => ({ kind: "growth", from, ...more });
const spend = (from: object) => ({ kind: "spend", from, window: null });
const found = (...tiers: object[]) => odditiesOf({ tiers }, "en");

test("a tier above that is no harder to reach leaves nobody in the one below", () => {
  const odd = [{ kind: "never", tier: "silver", above: "gold" }];
  expect(found(tier("silver", growth(500)), tier("gold", growth(500)))).toEqual(odd);
  expect(found(tier("silver", growth(500, { window: null })), tier("gold", growth(9)))).toEqual(
    odd,
  );
  expect(
    found(tier("silver", spend({ USD: 9 })), tier("gold", spend({ USD: 8, EUR: 99 }))),
  ).toEqual(odd);
});

test("what rises, counts other things or is everybody's is as it should be", () => {
  expect(found(tier("silver", growth(500)), tier("gold", growth(501)))).toEqual([]);
  expect(found(tier("silver", growth(500)), tier("gold", spend({ USD: 1 })))).toEqual([]);
  expect(found(tier("silver", spend({ USD: 9, EUR: 9 })), tier("gold", spend({ USD: 9 })))).toEqual(
    [],
  );
  const monthly = { window: { kind: "rolling", months: 1 } };
  expect(found(tier("silver", growth(500)), tier("gold", growth(100, monthly)))).toEqual([]);
  expect(found({ ...tier("member"), everybody: true }, tier("gold", growth(1)))).toEqual([]);
  expect(found(tier("vip"), tier("gold"))).toEqual([]);
});

test("harder to keep than to reach", () => {
  const odd = [{ kind: "harderToKeep", tier: "gold" }];
  expect(found(tier("gold", growth(1000), growth(1500)))).toEqual(odd);
  expect(found(tier("gold", spend({ USD: 9 }), spend({ USD: 10 })))).toEqual(odd);
  expect(found(tier("gold", growth(1000), growth(1000)))).toEqual([]);
  expect(found(tier("gold", growth(1000), growth(500)))).toEqual([]);
});
