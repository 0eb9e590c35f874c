import "./testing/browser";

import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useState } from "react";
import { expect, test } from "vitest";

import type { LoyaltyConfigured } from "@/graphql/schema";
import { showPage, type Answers } from "@/testing/page";

import { ConfigEditor, useConfigFaults } from "./ConfigEditor";
import schemas from "./testing/schemas.json";

const SHOP = {
  version: "1",
  hostVersion: "3.23",
  timeZone: "UTC",
  languages: ["en", "zh-hans"],
  hasProgramme: true,
  channels: [
    {
      slug: "us",
      name: "USA",
      currency: "USD",
      digits: 2,
      active: true,
      country: "US",
      programme: "p",
    },
    {
      slug: "jp",
      name: "Japan",
      currency: "JPY",
      digits: 0,
      active: true,
      country: "JP",
      programme: "p",
    },
  ],
};

// Names of everything in a long form take jsdom a while.
const SLOW = { timeout: 30_000 };

interface Options {
  faults?: { place: string; text: string; missing: boolean }[];
  only?: string[];
  part?: string;
  answers?: Answers;
}

/** The form of a document; `written` says what has become of it. */
function edit(
  subject: LoyaltyConfigured,
  start: unknown,
  { faults = [], answers = {}, ...more }: Options = {},
) {
  let now = start;
  function Page() {
    const [config, setConfig] = useState(start);
    const found = useConfigFaults(subject, config);
    now = config;
    return (
      <>
        <button onClick={() => void found.check()}>check</button>
        <ConfigEditor
          subject={subject}
          value={config}
          onChange={setConfig}
          faults={found.faults}
          {...more}
        />
      </>
    );
  }
  const page = showPage(Page, {
    answers: {
      LoyaltyShop: () => ({ loyaltyShop: SHOP }),
      LoyaltyConfigurationSchema: () => ({
        loyaltyConfigurationSchema: (schemas as Record<string, unknown>)[subject],
      }),
      LoyaltyConfigurationFaults: () => ({ loyaltyConfigurationFaults: faults }),
      LoyaltyLadder: () => ({
        loyaltyLadder: {
          everybodyPlaced: true,
          inForce: { config: { tiers: [{ slug: "gold", name: { en: "Gold" } }] } },
          versions: [],
        },
      }),
      LoyaltyAllPlans: () => ({ loyaltyPlans: [] }),
      LoyaltyCatalogue: ({ ids }) => ({
        loyaltyCatalogue: ids
          ? [{ id: "v1", kind: "VARIANT", name: "Lamp", detail: "Red", picture: null }]
          : [],
      }),
      ...answers,
    },
  });
  return { ...page, written: () => now };
}

/** Into the only field there is. */
function write(text: string) {
  fireEvent.change(screen.getByRole("textbox"), { target: { value: text } });
}

function type(label: string | RegExp, text: string) {
  fireEvent.change(screen.getByLabelText(label), { target: { value: text } });
}

test("texts, money and numbers are written as the server reads them", async () => {
  const page = edit("GROUP_OFFER", { name: {}, variant_id: "v1", prices: {}, size: 3 });
  await screen.findByLabelText("Name (English)");
  type("Name (English)", "Lamp for three");
  type(/^USD/, "12.50");
  type(/^JPY/, "1800");
  type("Members in a group", "5");
  expect(page.written()).toEqual({
    name: { en: "Lamp for three" },
    variant_id: "v1",
    prices: { USD: 1250, JPY: 1800 },
    size: 5,
  });
  type(/^USD/, "");
  expect(page.written()).toMatchObject({ prices: { JPY: 1800 } });
});

test("of more rewards than a list shows, one is found by its name", async () => {
  const reward = (slug: string, name: string) => ({ node: { slug, name } });
  const asked: unknown[] = [];
  const page = edit(
    "TASK",
    { name: {}, counts: { kind: "orders" }, steps: [{ goal: 1, gift: {} }] },
    {
      only: ["steps"],
      answers: {
        LoyaltyAllRewards: ({ search }) => {
          asked.push(search);
          const edges = search ? [reward("tea", "Tea for two")] : [reward("hat", "A hat")];
          return { loyaltyRewards: { edges, pageInfo: { hasNextPage: !search, endCursor: "x" } } };
        },
      },
    },
  );
  const user = userEvent.setup();
  const field = await screen.findByRole("combobox", { name: /^Reward/ }, SLOW);
  await user.type(field, "for tw");
  await user.click(await screen.findByRole("option", { name: "Tea for two" }, SLOW));
  expect(asked).toContain("for tw");
  expect(page.written()).toMatchObject({ steps: [{ gift: { reward: "tea" } }] });
}, 30_000);

test("what no field shows is still there afterwards", async () => {
  const start = {
    points: 5,
    name: { en: "A", tlh: "nuqneH" },
    gives: { kind: "gift_card", amount: {} },
    later: 1,
  };
  const page = edit("REWARD", start, { only: ["points"] });
  await screen.findByLabelText(/^Price/);
  type(/^Price/, "7");
  expect(page.written()).toEqual({ ...start, points: 7 });
});

test("a part of the document is edited in its place", async () => {
  const start = { earning: { rates: {}, rules: [{ slug: "x" }] }, debt: "debt" };
  const page = edit("PROGRAMME", start, { part: "earning", only: ["rates"] });
  const dollars = within(await screen.findByRole("group", { name: "USD" }));
  fireEvent.change(dollars.getByLabelText("Points"), { target: { value: "1" } });
  fireEvent.change(dollars.getByLabelText(/^Amount of money/), { target: { value: "1.00" } });
  expect(page.written()).toEqual({
    earning: { rates: { USD: { points: 1, minor: 100 } }, rules: [{ slug: "x" }] },
    debt: "debt",
  });
});

test("conditions: one is written as itself, two as a group, none as null", SLOW, async () => {
  const rule = { kind: "bonus", slug: "b", points: 5, when: { kind: "on_sale" } };
  const page = edit("CAMPAIGN", { name: {}, rules: [rule] });
  await screen.findByRole("group", { name: "Goods on sale" });
  const when = within(screen.getByRole("group", { name: "When" }));
  await userEvent.click(when.getByRole("button", { name: "Add condition" }));
  await userEvent.click(await screen.findByRole("menuitem", { name: "Tier" }));
  const both = { kind: "all", of: [{ kind: "on_sale" }, { kind: "tier", any_of: [] }] };
  expect(page.written()).toMatchObject({ rules: [{ when: both }] });
  await userEvent.click(when.getByRole("button", { name: "Remove Goods on sale" }));
  expect(page.written()).toMatchObject({ rules: [{ when: { kind: "tier", any_of: [] } }] });
  await userEvent.click(when.getByRole("button", { name: "Remove Tier" }));
  expect(page.written()).toMatchObject({ rules: [{ when: null }] });
});

test("items move and go, and what is in them goes along", SLOW, async () => {
  const items = ["a", "b"].map((slug) => ({ kind: "bonus", slug, name: { en: slug }, points: 5 }));
  const page = edit("CAMPAIGN", { name: {}, rules: items });
  await userEvent.click(await screen.findByRole("button", { name: "Move b up" }));
  expect(page.written()).toMatchObject({ rules: [{ slug: "b" }, { slug: "a" }] });
  await userEvent.click(screen.getByRole("button", { name: "Remove b" }));
  expect(page.written()).toMatchObject({ rules: [{ slug: "a", points: 5 }] });
});

test("a switched part comes back as it was", async () => {
  const page = edit("OCCASIONS", { birthday: { gift: { points: 50 } } });
  const card = within(await screen.findByRole("region", { name: "Birthday" }));
  const box = card.getAllByRole("checkbox")[0]!;
  await userEvent.click(box);
  expect(page.written()).toEqual({ birthday: null });
  await userEvent.click(box);
  expect(page.written()).toEqual({ birthday: { gift: { points: 50 } } });
});

test("a fault stands at its field; what is only missing waits until it is asked for", async () => {
  const page = edit(
    "GROWTH_PACK",
    { name: { en: "P" }, growth: 0 },
    {
      faults: [
        { place: "growth", text: "At least 1.", missing: false },
        { place: "limit.pieces", text: "This is needed.", missing: true },
      ],
    },
  );
  await screen.findByText("At least 1.", {}, { timeout: 3000 });
  expect(screen.queryByText("This is needed.")).toBeNull();
  await userEvent.click(screen.getByText("check"));
  await waitFor(() => expect(page.asked("LoyaltyConfigurationFaults").length).toBeGreaterThan(1));
});

test("the whole as text: nothing counts before it is applied, and only valid JSON does", async () => {
  const page = edit("GROWTH_PACK", { name: { en: "P" }, growth: 5 });
  await userEvent.click(await screen.findByRole("button", { name: "Edit as text" }));
  write('{"name": {"en": "Q"}, ');
  await userEvent.click(screen.getByRole("button", { name: "Apply" }));
  expect(screen.getByText("This is no valid JSON.")).toBeTruthy();
  expect(page.written()).toEqual({ name: { en: "P" }, growth: 5 });
  write('{"name": {"en": "Q"}, "growth": 9}');
  await userEvent.click(screen.getByRole("button", { name: "Apply" }));
  expect(page.written()).toEqual({ name: { en: "Q" }, growth: 9 });
});

test.each(Object.keys(schemas) as LoyaltyConfigured[])(
  "the form of an empty %s can be shown",
  async (subject) => {
    const page = edit(subject, {});
    await screen.findByText("Edit as text");
    expect(page.container.querySelectorAll("input, textarea, button").length).toBeGreaterThan(2);
    expect(page.written()).toEqual({});
  },
);
