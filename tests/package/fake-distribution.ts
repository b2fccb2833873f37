import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { strToU8, type Zippable, zipSync } from "fflate";

/**
 * A stand-in for Electron's own distribution: the files that packagers look for, without the program. The "program" is
 * a text that holds the marker and the switches which packagers flip, so what they did can be read back.
 */

/** The bytes that begin the switches in Electron's program; public, as the switches are meant to be found. */
const FUSE_MARKER = "dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX";
const FUSE_NAMES = [
  "runAsNode",
  "cookieEncryption",
  "nodeOptions",
  "nodeInspect",
  "asarIntegrity",
  "onlyLoadAppFromAsar",
  "ownV8Snapshot",
  "fileProtocolPrivileges",
  "wasmTrapHandlers",
] as const;

export type Fuses = Readonly<Record<(typeof FUSE_NAMES)[number], boolean>>;

const EXECUTABLE = { os: 3, attrs: 0o755 << 16 } as const;

/** Writes `electron-v<version>-<platform>-<arch>.zip` into a folder, the way packagers look for it offline. */
export function writeFakeDistribution(folder: string, version: string, system: string): void {
  const switches = "010011010";
  const program = concatenate([
    strToU8("#!/bin/sh\nexit 0\n"),
    strToU8(FUSE_MARKER),
    Uint8Array.of(1, FUSE_NAMES.length),
    strToU8(switches),
    strToU8("\n"),
  ]);
  const files: Zippable = {
    electron: [program, EXECUTABLE],
    "chrome-sandbox": [strToU8("#!/bin/sh\n"), EXECUTABLE],
    version: strToU8(version),
    LICENSE: strToU8("Electron's licence"),
    "LICENSES.chromium.html": strToU8("Chromium's licences"),
    "locales/en-US.pak": strToU8("text"),
    "resources/default_app.asar": writeAsar({ files: {} }),
  };
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, `electron-v${version}-${system}.zip`), zipSync(files, { level: 0 }));
}

/** The switches in a packaged program. */
export function readFuses(program: Uint8Array): Fuses {
  const start = Buffer.from(program).indexOf(FUSE_MARKER);
  if (start < 0) throw new Error("the program holds no switches");
  const first = start + FUSE_MARKER.length + 2;
  return Object.fromEntries(
    FUSE_NAMES.map((name, index) => [name, String.fromCharCode(program[first + index]) === "1"]),
  ) as Fuses;
}

interface AsarFolder {
  readonly files: Readonly<Record<string, AsarFolder | { readonly size: number }>>;
}

/** Paths of all files in an asar archive, read from its header. */
export function listAsar(archive: Uint8Array): string[] {
  const view = new DataView(archive.buffer, archive.byteOffset, archive.byteLength);
  const header = new TextDecoder().decode(archive.subarray(16, 16 + view.getUint32(12, true)));
  const walk = ({ files }: AsarFolder, prefix: string): string[] =>
    Object.entries(files).flatMap(([name, entry]) =>
      "files" in entry ? walk(entry, `${prefix}${name}/`) : [`${prefix}${name}`],
    );
  return walk(JSON.parse(header) as AsarFolder, "");
}

/** An asar archive with the given header and no contents. */
function writeAsar(header: AsarFolder): Uint8Array {
  const text = strToU8(JSON.stringify(header));
  const paddedLength = Math.ceil(text.length / 4) * 4;
  const archive = new Uint8Array(16 + paddedLength);
  const view = new DataView(archive.buffer);
  // Two nested length-prefixed records: the size of the header record, then the header's own length and text.
  const lengths = [4, 8 + paddedLength, 4 + paddedLength, text.length];
  for (const [index, length] of lengths.entries()) view.setUint32(4 * index, length, true);
  archive.set(text, 16);
  return archive;
}

function concatenate(parts: readonly Uint8Array[]): Uint8Array {
  return Uint8Array.from(parts.flatMap((part) => [...part]));
}
