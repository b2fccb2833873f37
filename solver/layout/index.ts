export type * from "./layout.ts";
