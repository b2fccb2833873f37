/**
 * CRC-32 of a text's UTF-8 bytes as eight hexadecimal digits. It finds every change of up to 32 neighbouring bits,
 * thus any single changed character; it is no signature, since whoever can edit a file can also compute it.
 *
 * Source: ITU-T V.42, 8.1.1.6.2 (polynomial 0x04C11DB7, reflected).
 */
export function checksumText(text: string): string {
  let crc = 0xffffffff;
  for (const byte of new TextEncoder().encode(text)) crc = (crc >>> 8) ^ TABLE[(crc ^ byte) & 255];
  return ((crc ^ 0xffffffff) >>> 0).toString(16).padStart(8, "0");
}

const TABLE = Uint32Array.from({ length: 256 }, (_, index) => {
  let value = index;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value >>> 0;
});
