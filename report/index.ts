export { listAssessmentFiles, type ReportFile } from "./assessment-files.ts";
export { cleanText } from "./clean-text.ts";
export { AS_IS } from "./columns.ts";
export type { Difference } from "./compare-nodes.ts";
export { ReportError } from "./figure.ts";
export { writeGeojsonReport } from "./geojson-report.ts";
export { parseReport, type ReportRefusal } from "./parse-report.ts";
export type { ReportSource, ReportVersions } from "./report-source.ts";
export { checkReport, type Verification, verifyReport } from "./verify.ts";
