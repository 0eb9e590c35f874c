// When a page has all it shows.

import type { Frame, Page, Request } from "playwright-core";
import { expect } from "vitest";

const TURNS = 3;

/**
 * To be called before a page is opened: from then on it knows what the page waits for, of what is
 * `ours`.
 */
export function settling(
  page: Page,
  ours: (url: string) => boolean = () => true,
): (frame: () => Frame | undefined) => Promise<void> {
  const asked = new Set<Request>();
  page.on("request", (request) => ours(request.url()) && asked.add(request));
  page.on("requestfinished", (request) => asked.delete(request));
  page.on("requestfailed", (request) => asked.delete(request));
  return async (frame) => {
    // What has come in may make the page ask for more: so it waits for nothing a few times in a row.
    let quiet = 0;
    const look = async () => {
      const shown = await isShown(frame());
      const waits = [...asked].map((request) => request.url());
      quiet = shown && waits.length === 0 ? quiet + 1 : 0;
      return { quiet: Math.min(quiet, TURNS), waits };
    };
    await expect.poll(look, { interval: 30, timeout: 40_000 }).toEqual({ quiet: TURNS, waits: [] });
  };
}

/** Neither empty nor the grey bars. */
async function isShown(frame: Frame | undefined): Promise<boolean> {
  if (!frame) return false;
  return frame
    .evaluate(() => {
      const root = document.getElementById("root");
      return (
        Boolean(root?.innerText.trim()) && !document.querySelector(".page-content[role=status]")
      );
    })
    .catch(() => false);
}
