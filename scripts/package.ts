/**
 * `npm run package` and `npm run dist`: Forge packages the app, or packages it and makes the installers. Forge needs a
 * newer Node than the app does, so an older one lets npm bring a Node of the right age for this one command.
 */
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

const FORGE_NODE = { oldest: [22, 13], brought: "24.21.0" } as const;
const ROOT = fileURLToPath(new URL("..", import.meta.url));
const FORGE = fileURLToPath(
  new URL("../node_modules/@electron-forge/cli/dist/electron-forge.js", import.meta.url),
);

/** The command line that runs Forge's verb: this Node if it is new enough, else one that npx brings. */
export function forgeCommand(
  verb: "package" | "make",
  { version, platform, arch, execPath }: Pick<NodeJS.Process, "version" | "platform" | "arch" | "execPath">,
): readonly [program: string, ...args: string[]] {
  const [major, minor] = version.slice(1).split(".").map(Number);
  const [oldestMajor, oldestMinor] = FORGE_NODE.oldest;
  if (major > oldestMajor || (major === oldestMajor && minor >= oldestMinor)) return [execPath, FORGE, verb];
  // The package of one system's Node: unlike `node` itself it needs no install script.
  const nodePackage = `node-${platform === "win32" ? "win" : platform}-${arch}@${FORGE_NODE.brought}`;
  return ["npx", "-y", "-p", nodePackage, "node", FORGE, verb];
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const verb = process.argv[2];
  if (verb !== "package" && verb !== "make") throw new Error("Say what to do: package or make");
  const [program, ...args] = forgeCommand(verb, process);
  const isWindowsScript = process.platform === "win32" && program === "npx";
  const { status } = spawnSync(program, args, { cwd: ROOT, stdio: "inherit", shell: isWindowsScript });
  process.exitCode = status ?? 1;
}
