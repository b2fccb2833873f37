import { cpSync, existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { listShippedPackages, writeThirdPartyLicences } from "./third-party-licences.ts";

/** What lies beside the app's archive in a package, in this order. */
export const RESOURCES = ["sample-regions", "LICENSE.txt", "THIRD-PARTY-LICENCES.txt"] as const;

/** Where the resources are put together, below the checkout. */
export const RESOURCES_FOLDER = ".vite/resources";

/** Puts the resources together: the sample regions without their generator, our licence, everyone else's. */
export function stageResources(root: string): void {
  const folder = join(root, RESOURCES_FOLDER);
  rmSync(folder, { recursive: true, force: true });
  const regions = join(root, "sample-regions");
  for (const name of listRegions(regions)) {
    mkdirSync(join(folder, "sample-regions"), { recursive: true });
    cpSync(join(regions, name), join(folder, "sample-regions", name), { recursive: true });
  }
  cpSync(join(root, "LICENSE"), join(folder, "LICENSE.txt"));
  writeFileSync(join(folder, "THIRD-PARTY-LICENCES.txt"), writeThirdPartyLicences(listShippedPackages(root)));
}

/** Names of the folders that hold a region. */
export function listRegions(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => existsSync(join(folder, name, "region.json")))
    .sort();
}
