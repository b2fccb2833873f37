import { describe, expect, it } from "vitest";
import { createClient, type Port, RemoteError, serveCalls } from "./rpc.ts";

interface Table {
  double: { params: number; result: number; progress: string };
  wait: { params: null; result: string; progress: never };
  fail: { params: null; result: never; progress: never };
}

/** Two ports that clone what they send, as threads do. */
function connectedPorts(): [Port, Port] {
  const { port1, port2 } = new MessageChannel();
  port1.start();
  port2.start();
  return [port1 as unknown as Port, port2 as unknown as Port];
}

function connected() {
  const [page, worker] = connectedPorts();
  serveCalls<Table>(worker, {
    double: (value, { report }) => {
      report("halfway");
      return value * 2;
    },
    wait: (_, { signal }) =>
      new Promise((resolve) => signal.addEventListener("abort", () => resolve("cancelled"), { once: true })),
    fail: () => {
      throw Object.assign(new Error("no such layer"), { code: "missing-layer" });
    },
  });
  return createClient<Table>(page);
}

describe("calls into a worker", () => {
  it("answers each call with its own result", async () => {
    const client = connected();
    expect(await Promise.all([client.call("double", 2), client.call("double", 21)])).toEqual([4, 42]);
  });

  it("reports progress before the result", async () => {
    const seen: string[] = [];
    await connected().call("double", 1, { onProgress: (progress) => seen.push(progress) });
    expect(seen).toEqual(["halfway"]);
  });

  it("passes a cancel on to the running call", async () => {
    const controller = new AbortController();
    const answer = connected().call("wait", null, { signal: controller.signal });
    controller.abort();
    expect(await answer).toBe("cancelled");
  });

  it("carries an exception over with its code", async () => {
    const failure = await connected()
      .call("fail", null)
      .catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(RemoteError);
    expect(failure).toMatchObject({ code: "missing-layer", message: "no such layer" });
  });
});
