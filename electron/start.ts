/**
 * `npm start`: builds the app and opens it, in its own window where Electron's program is to be had, otherwise in the
 * browser. `npm start -- --browser` asks for the browser directly.
 */
import { fileURLToPath } from "node:url";
import { buildApp } from "../scripts/build.ts";
import { launch } from "./launch.ts";
import { locateRuntime } from "./runtime.ts";

const words = process.argv.slice(2);
if (words.some((word) => word !== "--browser")) {
  console.error("Usage: npm start [-- --browser]");
  process.exitCode = 2;
} else {
  await start(words.length > 0 ? "browser" : "desktop");
}

async function start(wanted: "desktop" | "browser"): Promise<void> {
  await buildApp();
  const place = {
    root: fileURLToPath(new URL("..", import.meta.url)),
    runtime: locateRuntime(),
    platform: process.platform,
    environment: process.env,
    say: console.log,
  };
  const launched = await launch(place, wanted);
  if ("exitCode" in launched) {
    process.exitCode = launched.exitCode;
    return;
  }
  for (const signal of ["SIGINT", "SIGTERM"] as const)
    process.once(signal, () => void launched.server.close());
}
