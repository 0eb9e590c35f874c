import { renderHook } from "@testing-library/react";
import { createElement, type ReactNode } from "react";
import { IntlProvider } from "react-intl";
import { expect, test } from "vitest";

import german from "@/i18n/de/actions.json";

import { useActionChoices, useActionName } from "./action-name";
import messages from "./messages";

const inGerman = ({ children }: { children: ReactNode }) =>
  createElement(IntlProvider, { locale: "de", messages: german }, children);

test.each([
  ["loyaltyPointsAdjust", "Punkte angepasst"],
  ["loyaltyLadderActivate", "Entwurf der Stufen in Kraft gesetzt"],
  // Of a server that came later.
  ["loyaltyMoonBatchRun", "Moon batch run"],
  ["other", "Other"],
  ["constructor", "Constructor"],
])("%s reads %s", (action, name) => {
  const nameOf = renderHook(() => useActionName(), { wrapper: inGerman }).result.current;
  expect(nameOf(action)).toBe(name);
});

test("the filter has every name once, and what the address asks for", () => {
  const choices = (chosen?: string) =>
    renderHook(() => useActionChoices(chosen), { wrapper: inGerman }).result.current;
  expect(choices().map(({ value }) => value)).toEqual(Object.keys(messages));
  expect(new Set(choices().map(({ label }) => label)).size).toBe(Object.keys(messages).length);
  expect(choices("loyaltyPointsAdjust")).toEqual(choices());
  expect(choices("loyaltyMoonBatchRun")).toEqual([
    ...choices(),
    { value: "loyaltyMoonBatchRun", label: "Moon batch run" },
  ]);
});
