import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** The licence texts of everything that ships: what package-lock.json lists outside development. */

const LICENCE_FILE = /^(licen[cs]e|copying|notice|ofl)([.-].*)?$/i;

/** One shipped package and what its folder says about its licence. */
export interface ShippedPackage {
  readonly name: string;
  readonly version: string;
  /** SPDX expression of its package.json, or `see text`. */
  readonly licence: string;
  /** Its licence and notice files, in order of name; empty when it ships none. */
  readonly texts: readonly string[];
}

interface LockedPackage {
  readonly dev?: boolean;
  readonly link?: boolean;
}

/** The shipped packages installed under `root`, in order of name. */
export function listShippedPackages(root: string): ShippedPackage[] {
  const lock = readJson(join(root, "package-lock.json")) as { packages: Record<string, LockedPackage> };
  return (
    Object.entries(lock.packages)
      .filter(([path, { dev, link }]) => path !== "" && link !== true && dev !== true)
      .map(([path]) => join(root, path))
      // Packages for other systems are in the lock file and not on this disk.
      .filter((folder) => existsSync(join(folder, "package.json")))
      .map(describePackage)
      .sort((a, b) => compareText(`${a.name}@${a.version}`, `${b.name}@${b.version}`))
  );
}

/** One text with every shipped package's name, licence and licence files. The same tree gives the same bytes. */
export function writeThirdPartyLicences(packages: readonly ShippedPackage[]): string {
  const head =
    "Fenglin contains the following packages. Each keeps its own licence, which is given below as the package ships it.";
  const sections = packages.map(({ name, version, licence, texts }) =>
    [
      `${name} ${version}`,
      `Licence: ${licence}${texts.length === 0 ? " (the package ships no text of its own)" : ""}`,
      ...texts.map((text) => `\n${text.trim()}`),
    ].join("\n"),
  );
  return `${[head, ...sections].join(`\n\n${"=".repeat(80)}\n`)}\n`;
}

function describePackage(folder: string): ShippedPackage {
  const description = readJson(join(folder, "package.json")) as {
    name: string;
    version: string;
    license?: unknown;
  };
  const texts = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile() && LICENCE_FILE.test(entry.name))
    .map((entry) => entry.name)
    .sort(compareText)
    .map((name) => readFileSync(join(folder, name), "utf8").replaceAll("\r\n", "\n"));
  const licence = typeof description.license === "string" ? description.license : "see text";
  return { name: description.name, version: description.version, licence, texts };
}

function readJson(file: string): unknown {
  return JSON.parse(readFileSync(file, "utf8"));
}

/** By code units: the order must not depend on the language of the machine. */
function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
