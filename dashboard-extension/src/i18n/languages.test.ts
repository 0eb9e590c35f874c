import { expect, test } from "vitest";

import { formatLocaleOf, languageOf } from "./languages";

test.each([
  ["en", "en"],
  ["de-AT", "de"],
  ["zh-Hans", "zh-Hans"],
  ["zh-CN", "zh-Hans"],
  ["zh-TW", "zh-Hant"],
  ["zh_Hant", "zh-Hant"],
  ["pt-BR", "en"],
  ["", "en"],
])("texts for %j are in %s", (locale, language) => {
  expect(languageOf(locale)).toBe(language);
});

test("numbers and dates are the reader's own, also where the texts are English", () => {
  expect(formatLocaleOf("pt-BR")).toBe("pt-BR");
  expect(formatLocaleOf("not a locale")).toBe("en");
});
