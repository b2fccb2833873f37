import { expect, it } from "vitest";
import { checksumText } from "./checksum.ts";

it("has the check value of the standard", () => {
  // The nine digits are the usual test vector of CRC-32/ISO-HDLC.
  expect(checksumText("123456789")).toBe("cbf43926");
  expect(checksumText("")).toBe("00000000");
});

it("finds every change of one character", () => {
  const text = '{"industry":"花椒","share":0.4190476190476191}';
  const checksum = checksumText(text);
  for (let k = 0; k < text.length; k++) {
    expect(checksumText(`${text.slice(0, k)}~${text.slice(k + 1)}`)).not.toBe(checksum);
  }
});
