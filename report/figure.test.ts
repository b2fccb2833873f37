import { describe, expect, it } from "vitest";
import { orNull, ReportError, toDecimals, toTenDigits, writeNode } from "./figure.ts";

describe("writeNode", () => {
  it("prints a rounded figure with its decimals and a plain number to the last bit", () => {
    expect(writeNode({ area: toDecimals(12.34567, 2), share: 0.1 + 0.2 })).toBe(
      '{"area":12.35,"share":0.30000000000000004}',
    );
  });

  it("knows one zero only", () => {
    expect(writeNode([-0, toDecimals(-0.0001, 2)])).toBe("[0,0]");
  });

  it.each([Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY])(
    "throws on %s and names the place",
    (value) => {
      for (const node of [value, toDecimals(value, 2)]) {
        expect(() => writeNode({ totals: [node] }, "/fenglin")).toThrow(ReportError);
        expect(() => writeNode({ totals: [node] }, "/fenglin")).toThrow("/fenglin/totals/0");
      }
    },
  );

  it("writes null only where no data is a legitimate answer", () => {
    expect(writeNode(orNull(Number.NaN, 4))).toBe("null");
    expect(writeNode(orNull(0.12345, 4))).toBe("0.1235");
  });

  it("writes a hostile key as data", () => {
    const node = JSON.parse('{"__proto__":{"polluted":true}}');
    expect(writeNode(node)).toBe('{"__proto__":{"polluted":true}}');
    expect({}).not.toHaveProperty("polluted");
  });
});

describe("toTenDigits", () => {
  it.each([
    [123_456_789.123456, "123456789.1"],
    [0.00012345678912, "0.000123456789"],
    [12_345_678_901.4, "12345678901"],
    [0, "0"],
    [-1234.567890123, "-1234.567890"],
  ])("prints %s with ten significant digits", (value, text) => {
    expect(writeNode(toTenDigits(value))).toBe(String(Number(text)));
  });
});
