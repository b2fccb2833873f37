import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { launchChromium } from "../helpers/chromium.ts";
import { type PageTask, recordTasks } from "../helpers/page-tasks.ts";

/**
 * That the recorder of a page's tasks, which `npm run bench -- page` prints, finds what holds a page up.
 *
 * Counted is the processor time of each task of the page's main thread, from Chromium's own trace: script, style,
 * layout, painting and the collection of garbage. The clock would count other things too: on a machine without a
 * graphics card a software rasteriser shares the cores, and a task that uploads a texture waits for it; so does every
 * task on a busy machine.
 */

/** What a page may take at once without seeming stuck. */
const LIMIT_MS = 100;

let browser: Browser;

beforeAll(async () => {
  browser = await launchChromium();
});

afterAll(async () => {
  await browser?.close();
});

function listBlocks(tasks: readonly PageTask[]): readonly number[] {
  return tasks.map(({ busyMs }) => busyMs).filter((busyMs) => busyMs > LIMIT_MS);
}

describe("the recorder of a page's tasks", () => {
  it("finds a planted loop, and nothing without it", async () => {
    const page = await browser.newPage();
    const run = (turns: number) =>
      recordTasks(browser, page, async () => {
        // So much work, not so much time: beside other programs the clock would run while the loop waits.
        await page.evaluate((count) => {
          let sum = 0;
          for (let k = 0; k < count; k++) sum += k % 7;
          return sum;
        }, turns);
      });
    expect(listBlocks(await run(0))).toEqual([]);
    expect(listBlocks(await run(6e8))).toHaveLength(1);
    await page.close();
  });
});
