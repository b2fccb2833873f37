import { type Command, readArguments, UsageError } from "./arguments.ts";
import { EXIT, type ExitCode } from "./exit-codes.ts";
import { writeHelp } from "./help.ts";
import { FileProblem } from "./region-files.ts";
import { OutputError } from "./save-files.ts";
import { Interruption, type Terminal } from "./terminal.ts";
import { readProgramVersion } from "./versions.ts";

/** Runs the command this process was started with; the exit code is set, the process ends by itself. */
export async function runProcess(): Promise<void> {
  const stop = new AbortController();
  process.once("SIGINT", () => stop.abort(new Interruption(EXIT.interrupted)));
  process.once("SIGTERM", () => stop.abort(new Interruption(EXIT.terminated)));
  // Whoever reads our output may stop reading, as `head` does; that is no error of ours.
  process.stdout.on("error", (error: NodeJS.ErrnoException) =>
    process.exit(error.code === "EPIPE" ? 0 : EXIT.output),
  );
  process.exitCode = await runCommand(process.argv.slice(2), {
    out: (text) => process.stdout.write(text),
    err: (text) => process.stderr.write(text),
    isWatched: process.stderr.isTTY === true,
    signal: stop.signal,
  });
}

/** Does what the words ask for and returns how it ended. Never throws. */
export async function runCommand(words: readonly string[], terminal: Terminal): Promise<ExitCode> {
  try {
    return await doCommand(readArguments(words), terminal);
  } catch (error) {
    return await explain(error, terminal);
  }
}

/** Each verb is loaded when it is asked for, so that help answers before engines and projections are there. */
async function doCommand(command: Command, terminal: Terminal): Promise<ExitCode> {
  switch (command.verb) {
    case "solve":
      return (await import("./solve.ts")).solve(command, terminal);
    case "solve-program":
      return (await import("./solve-program.ts")).solveProgramFile(command, terminal);
    case "assess":
      return (await import("./assess.ts")).assess(command, terminal);
    case "weights":
      return (await import("./weights.ts")).weights(command, terminal);
    case "terrain":
      return (await import("./terrain.ts")).terrain(command, terminal);
    case "verify":
      return (await import("./verify.ts")).verify(command, terminal);
    case "regions":
      return (await import("./regions.ts")).listRegions(command, terminal);
    case "help":
      terminal.out(writeHelp(command.lang, command.about));
      return EXIT.done;
    case "version":
      terminal.out(`fenglin ${await readProgramVersion()}\n`);
      return EXIT.done;
  }
}

/** What is wrong with a file named on the command line, and what to do. */
const FILE_SENTENCES: Readonly<Record<FileProblem["code"], string>> = {
  missing: "there is no such file. Name a sample (fenglin regions lists them), a region's folder or a file.",
  "not-a-regular-file": "this is no ordinary file. Name a file on disk.",
  "outside-region": "this lies outside the region's folder. Keep a region's layers below its region.json.",
  "too-large": "the file is larger than this program reads. Cut or coarsen it.",
  empty: "the file is empty. Write it again from its source.",
  "not-permitted": "the file may not be read. Change its permissions.",
  "not-utf-8": "the text is not UTF-8. Save it with that encoding.",
};

/** One line about what went wrong, and the exit code that belongs to it. */
async function explain(error: unknown, terminal: Terminal): Promise<ExitCode> {
  if (error instanceof Interruption) return error.exitCode;
  const { cleanText } = await import("#report");
  if (error instanceof UsageError) {
    terminal.err(`fenglin: ${cleanText(error.message)} (see: fenglin help)\n`);
    return EXIT.usage;
  }
  if (error instanceof FileProblem) {
    terminal.err(`fenglin: ${cleanText(`${error.path}: ${FILE_SENTENCES[error.code]}`)}\n`);
    return EXIT.input;
  }
  if (error instanceof OutputError) {
    terminal.err(`fenglin: nothing was written: ${cleanText(error.message)}\n`);
    return EXIT.output;
  }
  const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
  terminal.err(`fenglin: internal error: ${detail.split("\n").map(cleanText).join("\n")}\n`);
  return EXIT.internal;
}
