import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import axe from "axe-core";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type AppServer, serveApp } from "../../electron/serve.ts";
import { launchChromium } from "../helpers/chromium.ts";

/**
 * The built app as a planner uses it, in a real Chromium behind the loopback server: open a region, optimise, look at
 * a parcel, export; then the exported file is checked again by the command line, which shares no state with the page.
 */

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const PICTURES = join(ROOT, "test-results");
const REGIONS = ["red-maple-lake", "salad-creek", "huajiang"] as const;
const STEPS = ["region", "assess", "rules", "optimise", "compare", "report"] as const;
/** How long any one step may take. On two quiet cores none takes a tenth of it. */
const PATIENCE_MS = 120_000;

const folder = mkdtempSync(join(tmpdir(), "fenglin-flow-"));
let browser: Browser;
let server: AppServer;

beforeAll(async () => {
  mkdirSync(PICTURES, { recursive: true });
  browser = await launchChromium();
  server = await serveApp({
    page: join(ROOT, ".vite/renderer/main_window"),
    regions: join(ROOT, "sample-regions"),
  });
});

afterAll(async () => {
  await browser?.close();
  await server?.close();
  rmSync(folder, { recursive: true, force: true });
});

describe("the whole flow", () => {
  it.each(REGIONS)("goes from %s to a report that verifies", async (region) => {
    const { page, complaints } = await openPage();
    await openRegion(page, region);
    await optimise(page);

    const unitId = await clickParcel(page);
    expect(await page.getByTestId("parcel-inspector").textContent()).toContain(unitId);
    await page.keyboard.press("Escape");
    await page.getByTestId("command-field").fill(unitId);
    await page.getByTestId("command-field").press("Enter");
    await page.locator(`[data-testid="parcel-inspector"][data-unit-id="${unitId}"]`).waitFor();

    await page.getByTestId("step-report").click();
    const download = page.waitForEvent("download");
    await page.getByTestId("export-geojson").click();
    const file = join(folder, `${region}.geojson`);
    await (await download).saveAs(file);

    const report = JSON.parse(readFileSync(file, "utf8")) as { type: string; features: unknown[] };
    expect(report.type).toBe("FeatureCollection");
    expect(report.features.length).toBeGreaterThan(1_000);
    const check = spawnSync(process.execPath, [join(ROOT, "cli/fenglin.mjs"), "verify", file], {
      encoding: "utf8",
    });
    expect(check.status, `${check.stdout}${check.stderr}`).toBe(0);

    expect(complaints).toEqual([]);
    await page.context().close();
  });
});

describe("the six steps", () => {
  it("draw in both languages and both themes, without a complaint", async () => {
    const { page, complaints } = await openPage();
    await openRegion(page, "huajiang");
    await optimise(page);
    await clickParcel(page);
    const barriers: string[] = [];
    const looks = [
      { language: "en", theme: "light" },
      { language: "en", theme: "dark" },
      { language: "zh", theme: "dark" },
      { language: "zh", theme: "light" },
    ] as const;
    for (const { language, theme } of looks) {
      await setLook(page, language, theme);
      const isChecked = `${language}-${theme}` === "en-light" || `${language}-${theme}` === "zh-dark";
      for (const step of STEPS) {
        await page.getByTestId(`step-${step}`).click();
        await waitForMap(page);
        await page.screenshot({ path: join(PICTURES, `${step}-${language}-${theme}.png`) });
        if (isChecked) barriers.push(...(await findBarriers(page, `${step} ${language} ${theme}`)));
      }
      const label = await page.getByTestId("step-optimise").textContent();
      expect(/\p{Script=Han}/u.test(label ?? "")).toBe(language === "zh");
    }
    expect(barriers).toEqual([]);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it("begin on a page that anyone can use", async () => {
    const { page, complaints } = await openPage();
    await page.getByTestId("card-huajiang").waitFor();
    const barriers = await findBarriers(page, "start en light");
    await setLook(page, "zh", "dark");
    barriers.push(...(await findBarriers(page, "start zh dark")));
    expect(barriers).toEqual([]);
    expect(complaints).toEqual([]);
    await page.context().close();
  });
});

/** A fresh page of the app. `complaints` gathers what must not be: errors, warnings of the policy, failed requests. */
async function openPage(): Promise<{ page: Page; complaints: string[] }> {
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    locale: "en-GB",
    colorScheme: "light",
    acceptDownloads: true,
  });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error") complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(String(error)));
  page.on("requestfailed", (request) => complaints.push(`${request.url()}: ${request.failure()?.errorText}`));
  page.on("response", (response) => {
    if (response.status() >= 400) complaints.push(`${response.url()}: ${response.status()}`);
  });
  page.setDefaultTimeout(PATIENCE_MS);
  await page.goto(server.address);
  return { page, complaints };
}

async function openRegion(page: Page, region: string): Promise<void> {
  await page.getByTestId(`card-${region}`).click();
  await waitForMap(page);
  // A picture of one colour is a few kilobytes; the drawn land is hundreds.
  expect((await page.getByTestId("map").screenshot()).byteLength).toBeGreaterThan(50_000);
}

async function waitForMap(page: Page): Promise<void> {
  await page.locator('[data-testid="map"][data-idle="true"]').waitFor({ state: "attached" });
}

/** Solves the region's own problem and waits for a certificate that is verified. */
async function optimise(page: Page): Promise<void> {
  await page.getByTestId("step-optimise").click();
  await page.getByTestId("solve").click();
  await page.getByTestId("certificate").first().waitFor();
  expect(await page.getByTestId("certificate").first().getAttribute("data-state")).toBe("verified");
  await waitForMap(page);
}

/** Clicks the map, from the middle outwards, until a parcel is met; gives its name. */
async function clickParcel(page: Page): Promise<string> {
  const box = await page.getByTestId("map").boundingBox();
  if (box === null) throw new Error("the map is not on the page");
  for (const [right, down] of [
    [0, 0],
    [0.1, 0],
    [-0.1, 0],
    [0, 0.1],
    [0, -0.1],
    [0.15, 0.15],
    [-0.15, -0.15],
  ]) {
    await page.mouse.click(box.x + box.width * (0.5 + right), box.y + box.height * (0.5 + down));
    const inspector = page.getByTestId("parcel-inspector");
    const unitId = await inspector.getAttribute("data-unit-id", { timeout: 2_000 }).catch(() => null);
    if (unitId !== null) return unitId;
  }
  throw new Error("no click on the map met a parcel");
}

/** What keeps people out, by the rules of WCAG 2.2 A and AA that axe can test. Each as `where: rule, element`. */
async function findBarriers(page: Page, where: string): Promise<string[]> {
  // Run through the debugger, as the app's content policy lets no script in.
  await page.evaluate(axe.source);
  const found = await page.evaluate(async () => {
    const { violations } = await (Reflect.get(window, "axe") as typeof axe).run(document, {
      runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"],
    });
    return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}, ${target.join(" ")}`));
  });
  return found.map((barrier) => `${where}: ${barrier}`);
}

async function setLook(page: Page, language: "en" | "zh", theme: "light" | "dark"): Promise<void> {
  const { lang, scheme } = await page.evaluate(() => ({
    lang: document.documentElement.lang,
    scheme: document.documentElement.dataset.mantineColorScheme,
  }));
  if (!lang.startsWith(language)) await page.getByTestId("language-toggle").click();
  if (scheme !== theme) await page.getByTestId("theme-toggle").click();
}
