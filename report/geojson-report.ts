import { checksumText } from "./checksum.ts";
import { cleanText } from "./clean-text.ts";
import { describeBounds, describeGeometry, toDegreesFrom } from "./describe-geometry.ts";
import { describeParcel } from "./describe-parcel.ts";
import { describeRun } from "./describe-run.ts";
import { ReportError, type ReportNode, writeNode } from "./figure.ts";
import type { ReportSource, ReportVersions } from "./report-source.ts";

/** A report before it becomes text: the same parts are written by `writeGeojsonReport` and compared by `verifyReport`. */
export interface ReportParts {
  readonly bounds: ReportNode;
  readonly run: Readonly<Record<string, ReportNode>>;
  readonly parcels: readonly ParcelPart[];
}

export interface ParcelPart {
  readonly id: string;
  readonly properties: Readonly<Record<string, ReportNode>>;
  readonly geometry: ReportNode;
}

/**
 * A run as an RFC 7946 feature collection: WGS 84, one parcel a line, everything else in the member `fenglin`.
 * The same run gives the same bytes: no time, no path, no locale enters.
 *
 * @param source a run with a result.
 * @returns UTF-8 text with a CRC-32 of itself in `fenglin.checksum`.
 * @throws {ReportError} `not-finite` when a number is missing where one is required, `duplicate-id` when two parcels
 *   cannot be told apart.
 *
 * Source: RFC 7946.
 */
export function writeGeojsonReport(source: ReportSource, versions: ReportVersions): string {
  const { bounds, run, parcels } = describeReport(source, versions);
  const members = Object.entries(run).map(
    ([key, node]) => `${JSON.stringify(key)}:${writeNode(node, `/fenglin/${key}`)}`,
  );
  const features = parcels.map(({ id, properties, geometry }) =>
    writeNode({ type: "Feature", id, properties, geometry }, `/features/${id}`),
  );
  const text = [
    `{"type":"FeatureCollection",`,
    `"bbox":${writeNode(bounds, "/bbox")},`,
    `"fenglin":{`,
    [`"checksum":"${NO_CHECKSUM}"`, ...members].join(",\n"),
    `},`,
    `"features":[`,
    features.join(",\n"),
    `]}`,
    "",
  ].join("\n");
  return text.replace(NO_CHECKSUM, `crc32:${checksumText(text)}`);
}

/** True when a report's checksum belongs to its text. */
export function hasOwnChecksum(text: string): boolean {
  const stated = /"checksum":"crc32:([0-9a-f]{8})"/.exec(text);
  return stated !== null && checksumText(text.replace(`crc32:${stated[1]}`, NO_CHECKSUM)) === stated[1];
}

const NO_CHECKSUM = "crc32:--------";

/** The parts of a report with the exact numbers still in them. */
export function describeReport(source: ReportSource, versions: ReportVersions): ReportParts {
  const { units } = source.region;
  checkIds(units.ids);
  const toDegrees = toDegreesFrom(source.region);
  return {
    bounds: describeBounds(units.polygons, toDegrees),
    run: describeRun(source, versions),
    parcels: units.ids.map((id, unit) => ({
      id: cleanText(id),
      properties: describeParcel(source, unit),
      geometry: describeGeometry(units.polygons[unit], toDegrees),
    })),
  };
}

function checkIds(ids: readonly string[]): void {
  const seen = new Set<string>();
  for (const id of ids.map(cleanText)) {
    if (seen.has(id)) throw new ReportError("duplicate-id", `Two parcels have the id ${id}.`, { id });
    seen.add(id);
  }
}
