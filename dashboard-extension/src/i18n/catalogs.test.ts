import { parse, TYPE, type MessageFormatElement } from "@formatjs/icu-messageformat-parser";
import { describe, expect, test } from "vitest";

import { allMessages } from "./all-messages";
import type { Catalog } from "./catalogs";
import { languages } from "./languages";

const files = import.meta.glob<Catalog>("./*/*.json", { import: "default", eager: true });
const messages = allMessages();

test("an id stands for one text", () => {
  const texts = new Map<string, string>();
  for (const { id, english } of messages) {
    expect(texts.get(id) ?? english, id).toBe(english);
    texts.set(id, english);
  }
});

test("a folder's name stands for one catalog", () => {
  const folders = new Set(messages.map(({ folder }) => folder));
  expect(new Set([...folders].map((folder) => folder.split("/").at(-1))).size).toBe(folders.size);
});

describe.each(languages.filter((language) => language !== "en"))("%s", (language) => {
  const mine = Object.entries(files).filter(([path]) => path.startsWith(`./${language}/`));
  const catalog: Catalog = Object.assign({}, ...mine.map(([, texts]) => texts));

  test("has every text and no other", () => {
    expect(Object.keys(catalog).sort()).toEqual([...new Set(messages.map(({ id }) => id))].sort());
  });

  test("keeps a text in the catalog of its folder", () => {
    const astray = mine.flatMap(([path, texts]) => {
      const area = path.split("/").at(-1)?.replace(".json", "");
      const own = new Set(messages.filter((one) => one.area === area).map(({ id }) => id));
      return Object.keys(texts).filter((id) => !own.has(id));
    });
    expect(astray).toEqual([]);
  });

  test("says every text with the same values in it", () => {
    const wrong = messages
      .filter(({ id, english }) => catalog[id] && values(catalog[id]) !== values(english))
      .map(({ id }) => id);
    expect(wrong).toEqual([]);
  });
});

/** The names of what is put into a text, those inside plurals too. */
function values(text: string): string {
  const names = new Set<string>();
  const visit = (elements: MessageFormatElement[]) => {
    for (const element of elements) {
      if (element.type === TYPE.literal || element.type === TYPE.pound) continue;
      names.add(element.value);
      if (element.type === TYPE.plural || element.type === TYPE.select)
        Object.values(element.options).forEach((option) => visit(option.value));
      if (element.type === TYPE.tag) visit(element.children);
    }
  };
  visit(parse(text));
  return [...names].sort().join(" ");
}
