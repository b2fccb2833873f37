import { parseArgs } from "node:util";
import { ENGINE_CHOICES, type EngineChoice, type FlagSpec, VERBS, type VerbSpec } from "./command-spec.ts";

import type { TerrainSettings } from "./terrain-job.ts";
import { TERRAIN_LAYERS, type TerrainLayer } from "./terrain-layers.ts";

export type Language = "en" | "zh";

/** A command line understood. */
export type Command =
  | {
      readonly verb: "solve";
      readonly region: string;
      readonly out?: string;
      readonly engine: EngineChoice;
      readonly timeLimitS?: number;
      readonly programFile?: string;
      readonly json: boolean;
      readonly lang: Language;
    }
  | {
      readonly verb: "solve-program";
      readonly program: string;
      readonly engine: EngineChoice;
      readonly integral: boolean;
      readonly timeLimitS?: number;
      readonly json: boolean;
      readonly lang: Language;
    }
  | {
      readonly verb: "assess";
      readonly region: string;
      readonly out?: string;
      /** A parcel, or a parcel and an industry; the region knows where the one ends. */
      readonly explain?: string;
      readonly json: boolean;
      readonly lang: Language;
    }
  | {
      readonly verb: "weights";
      readonly matrix: string;
      readonly json: boolean;
      readonly lang: Language;
    }
  | {
      readonly verb: "terrain";
      readonly dem: string;
      readonly out: string;
      readonly layers: readonly TerrainLayer[];
      readonly settings: TerrainSettings;
      readonly json: boolean;
      readonly lang: Language;
    }
  | {
      readonly verb: "verify";
      readonly report: string;
      readonly region?: string;
      readonly json: boolean;
      readonly lang: Language;
    }
  | { readonly verb: "regions"; readonly json: boolean; readonly lang: Language }
  | { readonly verb: "help"; readonly about?: string; readonly lang: Language }
  | { readonly verb: "version" };

/** A command line that cannot be understood; the message is one line for the user. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

/**
 * Reads the words after the program's name. Nothing is guessed: an unknown word, a repeated flag or an empty value
 * is refused.
 *
 * @throws {UsageError} with one line that says what is wrong.
 */
export function readArguments(words: readonly string[]): Command {
  const [first, ...rest] = words;
  if (first === undefined || first === "--help" || first === "-h") return { verb: "help", lang: "en" };
  if (first === "--version") return { verb: "version" };
  if (first === "help") return readHelp(rest);
  const verb = VERBS.find(({ name }) => name === first);
  if (verb === undefined) throw new UsageError(`unknown verb ${quote(first)}`);
  const { operand, flags } = readVerb(verb, rest);
  const lang: Language = flags.get("lang") === "zh" ? "zh" : "en";
  if (flags.has("help")) return { verb: "help", about: verb.name, lang };
  const json = flags.has("json");
  switch (verb.name) {
    case "solve":
      return {
        verb: "solve",
        region: operand,
        out: flags.get("out"),
        engine: readEngine(flags.get("engine")),
        timeLimitS: readTimeLimit(flags.get("time-limit")),
        programFile: flags.get("write-program"),
        json,
        lang,
      };
    case "solve-program":
      return {
        verb: "solve-program",
        program: operand,
        engine: readEngine(flags.get("engine")),
        integral: flags.has("integral"),
        timeLimitS: readTimeLimit(flags.get("time-limit")),
        json,
        lang,
      };
    case "assess":
      if (!flags.has("out") && !flags.has("explain"))
        throw new UsageError("assess needs --out DIR or --explain PARCEL");
      return {
        verb: "assess",
        region: operand,
        out: flags.get("out"),
        explain: flags.get("explain"),
        json,
        lang,
      };
    case "weights":
      return { verb: "weights", matrix: operand, json, lang };
    case "terrain":
      return {
        verb: "terrain",
        dem: operand,
        out: flags.get("out") ?? "",
        layers: readLayers(flags.get("only")),
        settings: {
          computeEdges: flags.has("edges"),
          compression: flags.get("compress") === "none" ? "none" : "deflate",
          azimuthDeg: readNumber("azimuth", flags, [0, 360]),
          altitudeDeg: readNumber("altitude", flags, [0, 90]),
          zFactor: readNumber("z-factor", flags, [1e-6, 1e6]),
          window: readWindow(flags),
          longestSlopeM: readNumber("longest-slope", flags, [1, 1e5]),
          sinkholes: flags.get("sinkholes"),
        },
        json,
        lang,
      };
    case "verify":
      return { verb: "verify", report: operand, region: flags.get("region"), json, lang };
    default:
      return { verb: "regions", json, lang };
  }
}

function readHelp(words: readonly string[]): Command {
  const { positionals, flags } = readFlags(
    [{ name: "lang", value: "LANG", choices: ["en", "zh"], help: NO_HELP }],
    words,
  );
  const about = positionals[0];
  if (positionals.length > 1 || (about !== undefined && !VERBS.some(({ name }) => name === about))) {
    throw new UsageError(`no help about ${quote(positionals.join(" "))}`);
  }
  return { verb: "help", about, lang: flags.get("lang") === "zh" ? "zh" : "en" };
}

const NO_HELP = { zh: "", en: "" };

function readVerb(
  verb: VerbSpec,
  words: readonly string[],
): { operand: string; flags: ReadonlyMap<string, string> } {
  const { positionals, flags } = readFlags(verb.flags, words);
  if (flags.has("help")) return { operand: "", flags };
  const [operand = ""] = positionals;
  if (verb.operand && operand === "") throw new UsageError(`${verb.name} needs <${verb.operand.name}>`);
  if (positionals.length > (verb.operand ? 1 : 0)) {
    throw new UsageError(`${verb.name} does not know what to do with ${quote(positionals.at(-1) ?? "")}`);
  }
  const missing = verb.flags.find(({ name, required }) => required && !flags.has(name));
  if (missing) throw new UsageError(`${verb.name} needs --${missing.name} ${missing.value}`);
  return { operand, flags };
}

/** Flags by name; a switch has the value "". */
function readFlags(
  specs: readonly FlagSpec[],
  words: readonly string[],
): { positionals: readonly string[]; flags: ReadonlyMap<string, string> } {
  const flags = new Map<string, string>();
  const { positionals, tokens } = parseStrictly(specs, words);
  for (const token of tokens) {
    if (token.kind !== "option") continue;
    if (flags.has(token.name)) throw new UsageError(`--${token.name} is given twice`);
    const spec = specs.find(({ name }) => name === token.name);
    if (spec?.value !== undefined && !token.value) throw new UsageError(`--${token.name} needs a value`);
    if (spec?.choices && !spec.choices.includes(token.value ?? "")) {
      throw new UsageError(
        `--${token.name} is one of ${spec.choices.join(", ")}, not ${quote(token.value ?? "")}`,
      );
    }
    flags.set(token.name, token.value ?? "");
  }
  return { positionals, flags };
}

function parseStrictly(specs: readonly FlagSpec[], words: readonly string[]) {
  const options: Record<string, { type: "string" | "boolean"; short?: string }> = {
    help: { type: "boolean", short: "h" },
  };
  for (const { name, value } of specs) options[name] = { type: value === undefined ? "boolean" : "string" };
  try {
    return parseArgs({ args: [...words], options, allowPositionals: true, strict: true, tokens: true });
  } catch (error) {
    // Node's own sentences are good; only their first line and no hint at `--` is wanted.
    const [sentence] = (error instanceof Error ? error.message : String(error)).split(
      /\.?\s*(?:\n|\. To specify)/,
    );
    throw new UsageError(sentence);
  }
}

function readEngine(word: string | undefined): EngineChoice {
  return ENGINE_CHOICES.find((choice) => choice === word) ?? "auto";
}

function readLayers(words: string | undefined): readonly TerrainLayer[] {
  if (words === undefined) return TERRAIN_LAYERS;
  return words.split(",").map((word) => {
    const layer = TERRAIN_LAYERS.find((known) => known === word.trim());
    if (layer === undefined)
      throw new UsageError(`--only knows ${TERRAIN_LAYERS.join(", ")}, not ${quote(word)}`);
    return layer;
  });
}

function readNumber(
  name: string,
  flags: ReadonlyMap<string, string>,
  [low, high]: readonly [number, number],
): number | undefined {
  const word = flags.get(name);
  if (word === undefined) return undefined;
  const number = /^-?\d+(\.\d+)?$/.test(word) ? Number(word) : Number.NaN;
  if (!(number >= low && number <= high))
    throw new UsageError(`--${name} is a number from ${low} to ${high}, not ${quote(word)}`);
  return number;
}

function readWindow(flags: ReadonlyMap<string, string>): number | undefined {
  const cells = readNumber("window", flags, [1, 999]);
  if (cells !== undefined && cells % 2 !== 1)
    throw new UsageError(`--window is an odd number of cells, not ${quote(String(cells))}`);
  return cells;
}

function readTimeLimit(word: string | undefined): number | undefined {
  if (word === undefined) return undefined;
  const seconds = /^\d+(\.\d+)?$/.test(word) ? Number(word) : Number.NaN;
  if (!(seconds > 0 && seconds <= LONGEST_SOLVE_S)) {
    throw new UsageError(
      `--time-limit is a number of seconds above 0 and up to ${LONGEST_SOLVE_S}, not ${quote(word)}`,
    );
  }
  return seconds;
}

const LONGEST_SOLVE_S = 86_400;

function quote(word: string): string {
  return JSON.stringify(word.length > 60 ? `${word.slice(0, 57)}...` : word);
}
