import { existsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { serveApp } from "../../electron/serve.ts";
import { launchChromium } from "../helpers/chromium.ts";
import { listPageSteps } from "../helpers/page-flow.ts";
import { type PageTask, recordTasks } from "../helpers/page-tasks.ts";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const PAGE = join(ROOT, ".vite/renderer/main_window");
/** What the page may take at once without seeming stuck, ms. */
const LIMIT_MS = 100;

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
    console.log("step        tasks   longest on a processor   longest by the clock   over the limit");
    for (const { name, act } of listPageSteps(page, server.address, region))
      print(name, await recordTasks(browser, page, act));
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
