import { describe, expect, it } from "vitest";
import { readBuildParts } from "./build.ts";

describe("readBuildParts", () => {
  it("takes all parts when none is named", () => {
    expect(readBuildParts([])).toEqual(["main", "preload", "renderer"]);
  });

  it("takes the named ones, in the order they are built", () => {
    expect(readBuildParts(["renderer", "main"])).toEqual(["main", "renderer"]);
  });

  it("names what it does not know", () => {
    expect(() => readBuildParts(["main", "page"])).toThrow(
      "Unknown part: page. The parts are main, preload, renderer.",
    );
  });
});
