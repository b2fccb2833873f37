import type { Browser, Page } from "playwright-core";

/** An event of Chromium's trace, times in microseconds. `tdur` is the time its thread was on a processor. */
interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  readonly ts: number;
  readonly dur?: number;
  readonly tdur?: number;
  readonly args: { readonly data?: Readonly<Record<string, unknown>> };
}

/** A task of the page's main thread. */
export interface PageTask {
  /** From start to end, waiting included, ms. */
  readonly wallMs: number;
  /** Time on a processor, ms: what the page itself did. Waiting for the graphics process is not in it. */
  readonly busyMs: number;
  /** When it began, ms after the first task. */
  readonly startMs: number;
  /** Longest parts by name, ms on a processor each. */
  readonly parts: readonly (readonly [name: string, busyMs: number])[];
}

const TASK = "ThreadControllerImpl::RunTask";
const END = "fenglin-recorded";
const CATEGORIES = [
  "toplevel",
  "devtools.timeline",
  "disabled-by-default-devtools.timeline",
  "v8",
  "blink.user_timing",
];

/**
 * Every task of the page's main thread while `act` runs.
 *
 * Blocking is told by the time a task spends on a processor, not by the clock: a software rasteriser, or other programs
 * on a busy machine, make a task wait without the page having anything to do with it.
 */
export async function recordTasks(
  browser: Browser,
  page: Page,
  act: () => Promise<void>,
): Promise<PageTask[]> {
  await browser.startTracing(page, { categories: CATEGORIES });
  let trace: Buffer;
  try {
    await act();
    // Handing over the trace is work of the page's thread too; what comes after this mark is not the page's doing.
    await page.evaluate((mark) => performance.mark(mark), END);
  } finally {
    trace = await browser.stopTracing();
  }
  return readTasks(trace.toString("utf8"));
}

/** The tasks of a trace's marked thread, up to the mark. */
export function readTasks(trace: string): PageTask[] {
  const { traceEvents } = JSON.parse(trace) as { traceEvents: readonly TraceEvent[] };
  const mark = traceEvents.find(({ name }) => name === END);
  if (!mark) throw new Error(`the trace has no mark ${END}`);
  const events = traceEvents
    .filter(({ ph, pid, tid, ts }) => ph === "X" && pid === mark.pid && tid === mark.tid && ts < mark.ts)
    .sort((a, b) => a.ts - b.ts || (b.dur ?? 0) - (a.dur ?? 0));
  const first = events[0]?.ts ?? 0;
  return events
    .filter(({ name }) => name === TASK)
    .map((task) => ({
      wallMs: (task.dur ?? 0) / 1000,
      busyMs: (task.tdur ?? 0) / 1000,
      startMs: (task.ts - first) / 1000,
      parts: partsOf(task, events),
    }));
}

function partsOf(task: TraceEvent, events: readonly TraceEvent[]): PageTask["parts"] {
  const end = task.ts + (task.dur ?? 0);
  const sums = new Map<string, number>();
  for (const event of events) {
    if (event === task || event.ts < task.ts || event.ts >= end || !event.tdur) continue;
    const { functionName, url } = event.args.data ?? {};
    const name =
      functionName || url
        ? `${event.name} ${functionName ?? ""} ${`${url ?? ""}`.split("/").at(-1)}`
        : event.name;
    sums.set(name, (sums.get(name) ?? 0) + event.tdur / 1000);
  }
  return [...sums].sort((a, b) => b[1] - a[1]).slice(0, 8);
}
