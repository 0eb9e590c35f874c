import { expect, test } from "vitest";

import { EMPTY, joined, partsOf } from "./parts";

test("a short list is one part", () => {
  expect(partsOf("A-1\r\nA-2\n\nA-3\n\n")).toEqual([
    { codes: "A-1\nA-2\n\nA-3", before: 0, lines: 4 },
  ]);
});

test("nothing is no part", () => {
  expect(partsOf("")).toEqual([]);
  expect(partsOf(" \n\n")).toEqual([]);
});

test("a long one is cut by lines, and by what a request can hold", () => {
  expect(partsOf("A\nB\nC", { lines: 2 })).toEqual([
    { codes: "A\nB", before: 0, lines: 2 },
    { codes: "C", before: 2, lines: 1 },
  ]);
  // "é" is two bytes: with its marks 4, and "ab" is 4 as well.
  expect(partsOf("é\nab\nc", { bytes: 8 }).map(({ codes, before }) => [codes, before])).toEqual([
    ["é\nab", 0],
    ["c", 2],
  ]);
});

test("a line that is larger than a part goes alone", () => {
  expect(partsOf("aaaaaaaaaa\nb", { bytes: 5 }).map(({ codes }) => codes)).toEqual([
    "aaaaaaaaaa",
    "b",
  ]);
});

test("what became of the parts adds up, with the lines of the whole", () => {
  const first = { added: 2, repeated: 1, known: 0, refused: 0, served: 1, bad: [] };
  const second = {
    added: 0,
    repeated: 0,
    known: 3,
    refused: 1,
    served: 0,
    bad: [{ line: 2, why: "Too long." }],
  };
  expect(joined(joined(EMPTY, first, 0), second, 100)).toEqual({
    added: 2,
    repeated: 1,
    known: 3,
    refused: 1,
    served: 1,
    bad: [{ line: 102, why: "Too long." }],
  });
});
