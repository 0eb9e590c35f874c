import { expect, test } from "vitest";

import { wanted, type Offer } from "./offers";

const offer = (slug: string, name: string, onSale: boolean): Offer => ({
  id: slug,
  slug,
  name,
  onSale,
  config: {},
  revision: "1",
});
const all = [
  offer("plus", "Plus", true),
  offer("jade", "PLUS 会员", false),
  offer("card", "Card", true),
];
const slugs = (filters: { search?: string; state?: string }) =>
  wanted(all, filters).map(({ slug }) => slug);

test("by a part of the name, on sale or not", () => {
  expect(slugs({})).toEqual(["plus", "jade", "card"]);
  expect(slugs({ search: " plus " })).toEqual(["plus", "jade"]);
  expect(slugs({ search: "plus", state: "off" })).toEqual(["jade"]);
  expect(slugs({ state: "on" })).toEqual(["plus", "card"]);
  expect(slugs({ search: "nothing" })).toEqual([]);
});
