export { GisError, isUsable, type Issue, type IssuePlace } from "./issue.ts";
export type * from "./types.ts";
