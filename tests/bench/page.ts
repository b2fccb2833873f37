import { existsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { serveApp } from "../../electron/serve.ts";
import { launchChromium } from "../helpers/chromium.ts";
import { type PageTask, recordTasks } from "../helpers/page-tasks.ts";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const PAGE = join(ROOT, ".vite/renderer/main_window");
/** What the page may take at once without seeming stuck, ms. */
const LIMIT_MS = 100;
/** Time for what follows an action: tiles, panels that come later. */
const SETTLE_MS = 1500;

/**
 * How long the page's main thread is held, step by step, in the built app: `npm run build`, then
 * `npm run bench -- page [region]`. For each step the longest task by the clock and by the processor: where the first is
 * far above the second, the page waits for the graphics process, which on a machine without a graphics card draws in
 * software.
 */
export async function benchPage(region: string): Promise<void> {
  if (!existsSync(PAGE)) throw new Error("There is no built page; run npm run build first");
  const server = await serveApp({ page: PAGE, regions: join(ROOT, "sample-regions") });
  const browser = await launchChromium();
  try {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: "en-GB" });
    const page = await context.newPage();
    page.setDefaultTimeout(120_000);
    const settle = async () => {
      await page.waitForTimeout(SETTLE_MS);
      const map = page.locator('[data-testid="map"][data-idle="true"]');
      if ((await page.getByTestId("map").count()) > 0) await map.waitFor({ state: "attached" });
    };
    const click = (id: string) => async () => {
      await page.getByTestId(id).first().click();
      await settle();
    };
    const steps: readonly (readonly [name: string, act: () => Promise<void>])[] = [
      [
        "start",
        async () => {
          await page.goto(server.address);
          await page.getByTestId(`card-${region}`).waitFor();
          await settle();
        },
      ],
      ["open", click(`card-${region}`)],
      ["assess", click("step-assess")],
      ["rules", click("step-rules")],
      [
        "optimise",
        async () => {
          await page.getByTestId("step-optimise").click();
          await page.getByTestId("solve").click();
          await page.getByTestId("certificate").first().waitFor();
          await settle();
        },
      ],
      ["compare", click("step-compare")],
      ["report", click("step-report")],
      [
        "export",
        async () => {
          const download = page.waitForEvent("download");
          await page.getByTestId("export-geojson").click();
          await (await download).path();
          await settle();
        },
      ],
      ["region", click("step-region")],
      ["theme", click("theme-toggle")],
    ];
    console.log("step        tasks   longest on a processor   longest by the clock   over the limit");
    for (const [name, act] of steps) print(name, await recordTasks(browser, page, act));
  } finally {
    await browser.close();
    await server.close();
  }
}

function print(name: string, tasks: readonly PageTask[]): void {
  const most = (of: (task: PageTask) => number) => Math.round(Math.max(0, ...tasks.map(of)));
  const [busy, wall] = [most(({ busyMs }) => busyMs), most(({ wallMs }) => wallMs)];
  const over = tasks.filter(({ busyMs }) => busyMs > LIMIT_MS);
  console.log(
    `${name.padEnd(10)} ${String(tasks.length).padStart(6)} ${`${busy} ms`.padStart(24)} ${`${wall} ms`.padStart(22)} ${String(over.length).padStart(16)}`,
  );
  for (const { parts } of over)
    console.log(`  ${parts.map(([part, ms]) => `${part} ${Math.round(ms)}`).join(", ")}`);
}
