import { type ChildProcess, spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { afterEach, describe, expect, it } from "vitest";

/** `npm start` on a machine without a display: the real command, from build to Ctrl+C. */

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
let child: ChildProcess | undefined;

afterEach(() => child?.kill("SIGKILL"));

describe("npm start without a display", () => {
  it("builds, says why there is no window, serves, and ends on Ctrl+C", async () => {
    const started = await startApp();
    expect(started.lines).toEqual([
      "There is no display here, so Fenglin is served to a browser instead.",
      `Fenglin is at ${started.address} (Ctrl+C ends it)`,
    ]);
    const page = await fetch(started.address);
    expect(page.status).toBe(200);
    expect(await page.text()).toContain("<title>Fenglin");
    expect((await fetch(`${started.address}sample-regions/huajiang/region.json`)).status).toBe(200);
    expect(await started.interrupt()).toBe(0);
    await expect(fetch(started.address)).rejects.toThrow();
  });

  it("refuses a word it does not know, before it builds", async () => {
    child = spawn(process.execPath, ["--import", "tsx", "electron/start.ts", "--window"], { cwd: ROOT });
    const code = await new Promise((resolve) => child?.once("close", resolve));
    expect(code).toBe(2);
  });
});

/** Starts the command and waits for its address. */
async function startApp() {
  const environment: NodeJS.ProcessEnv = { ...process.env };
  delete environment.DISPLAY;
  delete environment.WAYLAND_DISPLAY;
  const started = spawn(process.execPath, ["--import", "tsx", "electron/start.ts"], {
    cwd: ROOT,
    env: environment,
    stdio: ["ignore", "pipe", "inherit"],
  });
  child = started;
  const closed = new Promise<number | null>((resolve) => started.once("close", resolve));
  let text = "";
  started.stdout.setEncoding("utf8");
  const address = await new Promise<string>((resolve, reject) => {
    started.stdout.on("data", (chunk: string) => {
      text += chunk;
      const found = /^Fenglin is at (\S+)/m.exec(text);
      if (found !== null) resolve(found[1]);
    });
    started.once("close", (code) => reject(new Error(`ended with ${code} before it served: ${text}`)));
  });
  const interrupt = (): Promise<number | null> => {
    started.kill("SIGINT");
    return closed;
  };
  return { address, lines: text.trim().split("\n"), interrupt };
}
