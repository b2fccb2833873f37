/**
 * Typed calls into a worker with progress and cancel. A few lines of our own, because the calls are few, and a
 * generic proxy would hide which arrays are copied and which change owner.
 */

export interface CallShape {
  readonly params: unknown;
  readonly result: unknown;
  readonly progress: unknown;
}

export type CallTable<T> = { readonly [K in keyof T]: CallShape };

type Incoming =
  | { readonly id: number; readonly call: string; readonly params: unknown }
  | { readonly cancel: number };

type Outgoing =
  | { readonly id: number; readonly result: unknown }
  | { readonly id: number; readonly progress: unknown }
  | { readonly id: number; readonly error: RemoteFailure };

/** How an exception crosses the thread. */
export interface RemoteFailure {
  readonly name: string;
  readonly code: string;
  readonly message: string;
}

/** An exception that was thrown on the other side. */
export class RemoteError extends Error {
  override readonly name: string;
  readonly code: string;
  constructor(failure: RemoteFailure) {
    super(failure.message);
    this.name = failure.name;
    this.code = failure.code;
  }
}

/** The part of a `Worker` and of a worker's own scope that calls need. */
export interface Port {
  postMessage(message: unknown, transfer: Transferable[]): void;
  addEventListener(type: "message", listener: (event: MessageEvent) => void): void;
}

export interface CallOptions<Progress> {
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: Progress) => void;
}

export interface Client<T extends CallTable<T>> {
  call<K extends keyof T & string>(
    name: K,
    params: T[K]["params"],
    options?: CallOptions<T[K]["progress"]>,
  ): Promise<T[K]["result"]>;
}

export interface CallContext<Progress> {
  readonly signal: AbortSignal;
  readonly report: (progress: Progress) => void;
  /** Hands the buffer over instead of copying it; it is empty here afterwards. */
  readonly transfer: (buffer: ArrayBufferLike) => void;
}

export type Handlers<T extends CallTable<T>> = {
  readonly [K in keyof T]: (
    params: T[K]["params"],
    context: CallContext<T[K]["progress"]>,
  ) => Promise<T[K]["result"]> | T[K]["result"];
};

/** The calling side, on the page. */
export function createClient<T extends CallTable<T>>(port: Port): Client<T> {
  interface Pending {
    readonly resolve: (result: never) => void;
    readonly reject: (error: unknown) => void;
    readonly onProgress?: (progress: never) => void;
  }
  const pending = new Map<number, Pending>();
  let lastId = 0;
  port.addEventListener("message", ({ data }: MessageEvent<Outgoing>) => {
    const entry = pending.get(data.id);
    if (!entry) return;
    if ("progress" in data) {
      entry.onProgress?.(data.progress as never);
      return;
    }
    pending.delete(data.id);
    if ("error" in data) entry.reject(new RemoteError(data.error));
    else entry.resolve(data.result as never);
  });
  return {
    call(name, params, options = {}) {
      const id = ++lastId;
      return new Promise((resolve, reject) => {
        pending.set(id, { resolve, reject, onProgress: options.onProgress });
        port.postMessage({ id, call: name, params }, []);
        options.signal?.addEventListener("abort", () => port.postMessage({ cancel: id }, []), { once: true });
      });
    },
  };
}

/** The answering side, in the worker. Calls run as they come; each can be cancelled while it yields. */
export function serveCalls<T extends CallTable<T>>(port: Port, handlers: Handlers<T>): void {
  const running = new Map<number, AbortController>();
  port.addEventListener("message", ({ data }: MessageEvent<Incoming>) => {
    if ("cancel" in data) running.get(data.cancel)?.abort();
    else void answer(data);
  });

  async function answer({ id, call, params }: { id: number; call: string; params: unknown }): Promise<void> {
    const controller = new AbortController();
    running.set(id, controller);
    const moved: Transferable[] = [];
    const send = (message: Outgoing, transfer: Transferable[] = []) => port.postMessage(message, transfer);
    try {
      const handler = handlers[call as keyof T];
      const result = await handler(params as never, {
        signal: controller.signal,
        report: (progress) => send({ id, progress }),
        transfer: (buffer) => moved.push(buffer as ArrayBuffer),
      });
      send({ id, result }, moved);
    } catch (error) {
      send({ id, error: describeFailure(error) });
    } finally {
      running.delete(id);
    }
  }
}

function describeFailure(error: unknown): RemoteFailure {
  if (!(error instanceof Error)) return { name: "Error", code: "unknown", message: String(error) };
  const code = "code" in error && typeof error.code === "string" ? error.code : "unexpected";
  return { name: error.name, code, message: error.message };
}
