import type { RouteObject } from "react-router-dom";
import { expect, test } from "vitest";

import { addressIn, places, routeOf } from "../e2e/pages";

interface Area {
  routes?: RouteObject[];
  bare?: RouteObject[];
}

const areas = import.meta.glob<Area>("./**/routes.tsx", { eager: true });

/** What has a page of its own; an address that only leads to another has none. */
function addresses(routes: RouteObject[], above = ""): string[] {
  return routes.flatMap(({ path = "", lazy, children = [] }) => {
    const here = path.startsWith("/") ? path : `${above}/${path}`;
    return [...(lazy ? [here] : []), ...addresses(children, here)];
  });
}

test("every address is in the table of pages that the tests open, and none besides", () => {
  const routed = Object.values(areas).flatMap(({ routes = [], bare = [] }) =>
    addresses([...routes, ...bare]),
  );
  expect(routed.length).toBeGreaterThan(60);
  expect(places.map(routeOf).sort()).toEqual(routed.sort());
});

test("no two pages have pictures of the same name", () => {
  const names = places.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
});

test("the shop's first things stand in an address", async () => {
  const version = places.find(({ name }) => name === "programme-version")!;
  const answer = { programmes: [{ id: "A=", versions: [{ id: "B", number: 3 }] }] };
  expect(await addressIn(version, () => Promise.resolve(answer))).toBe("programme/A%3D/versions/3");
  expect(await addressIn(version, () => Promise.resolve({ programmes: [] }))).toBeUndefined();
});
