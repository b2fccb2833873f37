import type { SolveProgress } from "#solver/engine";
import type { Language } from "./arguments.ts";
import type { Terminal } from "./terminal.ts";
import { displayWidth } from "./write-table.ts";

const PHASES = {
  en: {
    core: "core program",
    pricing: "pricing",
    certificate: "certificate",
    "whole-parcels": "whole parcels",
  },
  zh: { core: "核心规划", pricing: "定价", certificate: "复核", "whole-parcels": "整块布局" },
} as const;

/** One line of progress that writes over itself, for someone who watches; silence for everyone else. */
export function watchProgress(
  terminal: Terminal,
  lang: Language,
): { readonly show: (progress: SolveProgress) => void; readonly clear: () => void } {
  if (!terminal.isWatched) return { show: () => undefined, clear: () => undefined };
  let width = 0;
  const write = (line: string) => {
    terminal.err(`\r${line}${" ".repeat(Math.max(0, width - displayWidth(line)))}`);
    width = displayWidth(line);
  };
  return {
    show: ({ phase, round, incumbent, bound, elapsedS }) => {
      const range =
        Number.isFinite(incumbent) && Number.isFinite(bound)
          ? `  ${incumbent.toFixed(3)} - ${bound.toFixed(3)}`
          : "";
      write(`${PHASES[lang][phase]} ${round}${range}  ${elapsedS.toFixed(1)} s`);
    },
    clear: () => {
      write("");
      terminal.err("\r");
    },
  };
}
