import type { Page } from "playwright-core";

/** One thing a planner does, and what shows that the page is done with it. */
export interface PageStep {
  readonly name: string;
  readonly act: () => Promise<void>;
}

/** The six steps of the built app, from an empty page to an exported report, each until the page is at rest. */
export function listPageSteps(page: Page, address: string, region: string): readonly PageStep[] {
  const click = (id: string) => async () => {
    await page.getByTestId(id).first().click();
    await waitForRest(page);
  };
  return [
    {
      name: "start",
      act: async () => {
        await page.goto(address);
        await page.getByTestId(`card-${region}`).waitFor();
        await waitForIdle(page);
      },
    },
    { name: "open", act: click(`card-${region}`) },
    { name: "assess", act: click("step-assess") },
    {
      name: "industry",
      act: async () => {
        const industry = page.locator(".map-modes input").first();
        const before = await industry.inputValue();
        await industry.click();
        for (const key of ["ArrowDown", "Enter"]) await page.keyboard.press(key);
        await waitForRest(page);
        if ((await industry.inputValue()) === before) throw new Error(`the industry is still ${before}`);
      },
    },
    { name: "rules", act: click("step-rules") },
    {
      name: "optimise",
      act: async () => {
        await page.getByTestId("step-optimise").click();
        await page.getByTestId("solve").click();
        await page.getByTestId("certificate").first().waitFor();
        await waitForRest(page);
      },
    },
    {
      name: "parcel",
      act: async () => {
        const box = await page.getByTestId("map").boundingBox();
        if (!box) throw new Error("the map is not on the page");
        await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
        await waitForRest(page);
      },
    },
    { name: "compare", act: click("step-compare") },
    { name: "report", act: click("step-report") },
    {
      name: "export",
      act: async () => {
        const download = page.waitForEvent("download");
        await page.getByTestId("export-geojson").click();
        await (await download).path();
        await waitForRest(page);
      },
    },
    { name: "region", act: click("step-region") },
    { name: "theme", act: click("theme-toggle") },
  ];
}

/** Until the map shows what it was told to, and the page has nothing left to do. */
async function waitForRest(page: Page): Promise<void> {
  await waitForIdle(page);
  await page.locator('[data-testid="map"][data-idle="true"]').waitFor({ state: "attached" });
  await waitForIdle(page);
}

function waitForIdle(page: Page): Promise<void> {
  return page.evaluate(() => new Promise<void>((resolve) => requestIdleCallback(() => resolve())));
}
