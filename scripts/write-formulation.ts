import { readFileSync, writeFileSync } from "node:fs";
import { fillFormulation } from "./formulation-tables.ts";

const file = new URL("../docs/formulation.md", import.meta.url);
writeFileSync(file, fillFormulation(readFileSync(file, "utf8")));
