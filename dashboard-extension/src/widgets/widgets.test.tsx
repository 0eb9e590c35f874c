import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeAll, expect, test } from "vitest";

import { showPage } from "../testing/page";
import { Component as CustomerWidget } from "./CustomerWidget";
import { Component as FindPopup } from "./FindPopup";
import { Component as HomeWidget } from "./HomeWidget";
import { Component as OrderWidget } from "./OrderWidget";

const MEMBER = {
  id: "m1",
  email: "ada@example.com",
  joinedAt: "2026-01-01T00:00:00Z",
  tier: { id: "t1", name: "Gold" },
  tierUntil: null,
  progress: { nextTier: { name: "Diamond" }, growthNeeded: 200, percent: 60 },
  points: { available: 1200, pending: 30, held: 0, debt: 0, expiringPoints: 0, expiringAt: null },
  growth: { available: 300, pending: 0 },
};
const ORDER = {
  number: "7",
  known: true,
  paidAt: "2026-11-01T00:00:00Z",
  cancelled: false,
  member: { id: "m1", email: "ada@example.com", tier: null },
  awards: [
    {
      unit: "POINTS",
      points: 40,
      takenBack: 5,
      pending: true,
      maturesAt: null,
      expiresAt: null,
      occurredAt: "2026-11-01T00:00:00Z",
      award: {
        points: 40,
        basis: { text: "$40.00" },
        parts: [
          {
            rule: null,
            name: null,
            kind: "BASE",
            text: "1 for each $1",
            exact: null,
            points: 40,
            cut: 0,
            cutText: null,
          },
        ],
        passedOver: [{ rule: "vip", name: "VIP day", text: "not today" }],
        lines: [],
      },
    },
  ],
  preview: null,
  spent: [
    { mode: "DISCOUNT", state: "CAPTURED", points: 500, pointsBack: 0, amount: { text: "$5.00" } },
  ],
  saved: [],
  redemptions: [],
  groups: [],
  flash: [],
};

let measured: () => void = () => undefined;

beforeAll(() => {
  globalThis.ResizeObserver = class {
    constructor(tell: ResizeObserverCallback) {
      measured = () => tell([], this);
    }
    observe() {
      measured();
    }
    unobserve() {}
    disconnect() {}
  };
});

test("a customer who is a member: balance, tier, what is missing", async () => {
  const heights: number[] = [];
  const page = showPage(CustomerWidget, {
    at: "/?customerId=VXNlcjo1",
    answers: { LoyaltyMemberOfCustomer: () => ({ loyaltyMember: MEMBER }) },
    session: { resize: (height) => heights.push(height) },
  });
  expect(await screen.findByText("1,200 points")).toBeTruthy();
  expect(screen.getByText("Gold")).toBeTruthy();
  expect(screen.getByText("30 pending")).toBeTruthy();
  expect(screen.getByRole("progressbar").getAttribute("aria-valuenow")).toBe("60");
  expect(page.asked("LoyaltyMemberOfCustomer")).toEqual([{ userId: "VXNlcjo1" }]);
  expect(heights).toEqual([0]);
});

test("a customer who is none: said quietly, with nothing to press", async () => {
  showPage(CustomerWidget, {
    at: "/?customerId=VXNlcjo1",
    answers: { LoyaltyMemberOfCustomer: () => ({ loyaltyMember: null }) },
  });
  expect(await screen.findByText(/is not a member yet/)).toBeTruthy();
  expect(screen.queryByRole("button")).toBeNull();
});

test("who may not change points is not offered to", async () => {
  showPage(CustomerWidget, {
    at: "/?customerId=VXNlcjo1",
    answers: { LoyaltyMemberOfCustomer: () => ({ loyaltyMember: MEMBER }) },
    permissions: ["MANAGE_MEMBERS"],
  });
  expect(await screen.findByRole("button", { name: "Open member" })).toBeTruthy();
  expect(screen.queryByRole("button", { name: "Adjust points" })).toBeNull();
});

test("points are given in place, and the new balance is shown", async () => {
  let available = 1200;
  showPage(CustomerWidget, {
    at: "/?customerId=VXNlcjo1",
    answers: {
      LoyaltyMemberOfCustomer: () => ({
        loyaltyMember: { ...MEMBER, points: { ...MEMBER.points, available } },
      }),
      LoyaltyPointsAdjust: ({ points }) => {
        available += points as number;
        return { loyaltyPointsAdjust: { entry: null, member: null, errors: [] } };
      },
    },
  });
  await userEvent.click(await screen.findByRole("button", { name: "Adjust points" }));
  await userEvent.type(screen.getByLabelText("Points"), "50");
  await userEvent.type(screen.getByLabelText("Reason"), "Sorry");
  await userEvent.click(screen.getByRole("button", { name: "Give 50 points" }));
  expect(await screen.findByText("1,250 points")).toBeTruthy();
});

test("inside the Dashboard a member is opened by it, alone directly", async () => {
  const opened: string[] = [];
  const answers = { LoyaltyMemberOfCustomer: () => ({ loyaltyMember: MEMBER }) };
  const inside = showPage(CustomerWidget, {
    at: "/?customerId=VXNlcjo1",
    answers,
    session: { openOwn: (path) => opened.push(path) },
  });
  await userEvent.click(await screen.findByRole("button", { name: "Open member" }));
  expect(opened).toEqual(["/members/m1"]);
  inside.unmount();
  const alone = showPage(CustomerWidget, { at: "/?customerId=VXNlcjo1", answers });
  await userEvent.click(await screen.findByRole("button", { name: "Open member" }));
  expect(alone.address()).toBe("/members/m1");
});

test("an order: earned, spent, and why on demand", async () => {
  showPage(OrderWidget, {
    at: "/?orderId=o7",
    answers: { LoyaltyOrder: () => ({ loyaltyOrder: ORDER }) },
  });
  expect(await screen.findByText("+40")).toBeTruthy();
  expect(screen.getByText("5 taken back · can be used later")).toBeTruthy();
  expect(screen.getByText("spent · for $5.00")).toBeTruthy();
  expect(screen.queryByText("1 for each $1")).toBeNull();
  await userEvent.click(screen.getByRole("button", { name: "Why?" }));
  expect(screen.getByText("1 for each $1")).toBeTruthy();
  expect(screen.getByText(/VIP day/)).toBeTruthy();
});

test("an order of nobody, and no order at all", async () => {
  const nobody = { ...ORDER, member: null, awards: [], spent: [] };
  const first = showPage(OrderWidget, {
    at: "/?orderId=o7",
    answers: { LoyaltyOrder: () => ({ loyaltyOrder: nobody }) },
  });
  expect(await screen.findByText("Whoever bought it is no member.")).toBeTruthy();
  first.unmount();
  showPage(OrderWidget, { answers: {} });
  expect(await screen.findByText("No order was handed over to this page.")).toBeTruthy();
});

test("a shop without a programme is led to its start from the home page", async () => {
  const page = showPage(HomeWidget, { answers: {}, hasProgramme: false });
  await userEvent.click(await screen.findByRole("button", { name: "Begin" }));
  expect(page.address()).toBe("/start");
  expect(page.asked("LoyaltyOverview")).toEqual([]);
});

test("without the permission the home page says so, and asks nothing", async () => {
  const page = showPage(HomeWidget, { answers: {}, permissions: ["MANAGE_ORDERS"] });
  expect(await screen.findByText("No access")).toBeTruthy();
  expect(page.asked("LoyaltyOverview")).toEqual([]);
});

test("a member is found by what is typed, and opened", async () => {
  const node = { ...MEMBER, name: "Ada", isGuest: false, lastEntryAt: null };
  const page = showPage(FindPopup, {
    answers: {
      LoyaltyMembers: () => ({
        loyaltyMembers: { edges: [{ node }], pageInfo: { hasNextPage: false, endCursor: null } },
      }),
    },
  });
  await userEvent.type(await screen.findByLabelText("Name, e-mail or code"), "ad");
  await userEvent.click(await screen.findByRole("button", { name: /ada@example.com/ }));
  expect(page.address()).toBe("/members/m1");
  await waitFor(() => expect(page.asked("LoyaltyMembers")).toEqual([{ first: 10, search: "ad" }]));
});
