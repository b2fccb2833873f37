import { isRecord } from "./compare-nodes.ts";
import { REPORT_FORMAT } from "./describe-run.ts";

/** A report's text taken apart, nothing in it trusted yet. */
export interface ParsedReport {
  readonly regionId: string;
  readonly bounds: unknown;
  readonly run: Readonly<Record<string, unknown>>;
  readonly features: readonly ParsedFeature[];
}

export interface ParsedFeature {
  readonly id: string;
  readonly properties: Readonly<Record<string, unknown>>;
  readonly geometry: unknown;
}

/** Why a text is no report of ours. */
export interface ReportRefusal {
  readonly code: "too-large" | "too-deep" | "not-json" | "not-a-report" | "unknown-format";
  readonly detail: string;
}

/** Reads the structure of a report without believing its content. Never throws. */
export function parseReport(text: string): ParsedReport | { readonly refusal: ReportRefusal } {
  if (text.length > LARGEST_REPORT) return refuse("too-large", `more than ${LARGEST_REPORT} characters`);
  if (nestingOf(text) > DEEPEST_REPORT) return refuse("too-deep", `nested deeper than ${DEEPEST_REPORT}`);
  let root: unknown;
  try {
    root = JSON.parse(text);
  } catch (error) {
    return refuse("not-json", error instanceof Error ? error.message : String(error));
  }
  if (!isRecord(root) || root.type !== "FeatureCollection" || !Array.isArray(root.features)) {
    return refuse("not-a-report", "not a GeoJSON feature collection");
  }
  const run = root.fenglin;
  if (!isRecord(run)) return refuse("not-a-report", "the member fenglin is missing");
  if (run.format !== REPORT_FORMAT) return refuse("unknown-format", `format ${JSON.stringify(run.format)}`);
  if (!isRecord(run.region) || typeof run.region.id !== "string") {
    return refuse("not-a-report", "fenglin.region.id is missing");
  }
  const features: ParsedFeature[] = [];
  for (const feature of root.features) {
    if (!isRecord(feature) || typeof feature.id !== "string" || !isRecord(feature.properties)) {
      return refuse("not-a-report", `feature ${features.length} has no id or no properties`);
    }
    features.push({ id: feature.id, properties: feature.properties, geometry: feature.geometry });
  }
  return { regionId: run.region.id, bounds: root.bbox, run, features };
}

const LARGEST_REPORT = 512 * 1024 * 1024;
const DEEPEST_REPORT = 64;

function refuse(code: ReportRefusal["code"], detail: string): { refusal: ReportRefusal } {
  return { refusal: { code, detail } };
}

/** Deepest nesting of brackets outside strings: known before anything recursive meets the text. */
function nestingOf(text: string): number {
  let depth = 0;
  let deepest = 0;
  let isInString = false;
  for (let k = 0; k < text.length; k++) {
    const code = text.charCodeAt(k);
    if (isInString) {
      if (code === BACKSLASH) k++;
      else if (code === QUOTE) isInString = false;
    } else if (code === QUOTE) isInString = true;
    else if (code === OPEN_BRACE || code === OPEN_BRACKET) deepest = Math.max(deepest, ++depth);
    else if (code === CLOSE_BRACE || code === CLOSE_BRACKET) depth--;
  }
  return deepest;
}

const [QUOTE, BACKSLASH, OPEN_BRACE, OPEN_BRACKET, CLOSE_BRACE, CLOSE_BRACKET] = Array.from(
  '"\\{[}]',
  (character) => character.charCodeAt(0),
);
