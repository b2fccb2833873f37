import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { SECURITY_HEADERS } from "./headers.ts";
import { type ResourceRoots, readResource } from "./resources.ts";

/**
 * The browser's host: a server of files, on this machine's loopback address only.
 *
 * Loopback is no protection by itself: any page in the same browser can send requests here, under a name of its own
 * that resolves to 127.0.0.1 if it likes. So the `Host` must be ours, requests that another site caused are refused,
 * only reading is possible, and no header ever lets another origin see an answer.
 */

const LOOPBACK = "127.0.0.1";
const MAX_HEADER_BYTES = 16 * 1024;
const MAX_CONNECTIONS = 256;

/** A running server. */
export interface AppServer {
  /** `http://127.0.0.1:<port>/` */
  readonly address: string;
  /** Stops listening and drops what is open. */
  close(): Promise<void>;
}

/** What is looked at before a request may reach a file. */
export interface RequestFacts {
  readonly method: string;
  /** The request line's target, as sent. */
  readonly target: string;
  /** Header names and values in turn, as sent: doubled headers stay visible. */
  readonly rawHeaders: readonly string[];
}

/** A path to serve, or the status to refuse with. */
export type RequestDecision = { readonly path: string } | { readonly status: 403 | 405 | 413 };

/**
 * Serves the built page and the sample regions on a free port of 127.0.0.1.
 *
 * @param requestTimeoutMs how long a client may take to send a request, and how long an idle connection stays.
 */
export async function serveApp(
  roots: ResourceRoots,
  { requestTimeoutMs = 10_000 }: { readonly requestTimeoutMs?: number } = {},
): Promise<AppServer> {
  const server = createServer(
    {
      maxHeaderSize: MAX_HEADER_BYTES,
      headersTimeout: requestTimeoutMs,
      requestTimeout: requestTimeoutMs,
      keepAliveTimeout: requestTimeoutMs,
      // Node looks for overdue connections only this often; its own default would stretch the limit to half a minute.
      connectionsCheckingInterval: Math.min(1_000, requestTimeoutMs),
      // A missing Host is refused below, with the same 403 as a wrong one.
      requireHostHeader: false,
    },
    (request, response) => void answer(request, response, readPort(server), roots),
  );
  server.maxConnections = MAX_CONNECTIONS;
  server.on("upgrade", (_request, socket) =>
    socket.end("HTTP/1.1 403 Forbidden\r\nConnection: close\r\n\r\n"),
  );
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(0, LOOPBACK, resolve);
  });
  return { address: `http://${LOOPBACK}:${readPort(server)}/`, close: () => closeServer(server) };
}

/** Whether a request may be answered, from its first line and headers alone. */
export function decideRequest({ method, target, rawHeaders }: RequestFacts, port: number): RequestDecision {
  const hosts = headerValues(rawHeaders, "host");
  const ownHosts = [`${LOOPBACK}:${port}`, `localhost:${port}`];
  if (hosts.length !== 1 || !ownHosts.includes(hosts[0])) return { status: 403 };
  if (!target.startsWith("/")) return { status: 403 };
  const isForeign =
    headerValues(rawHeaders, "origin").some((origin) => origin !== `http://${hosts[0]}`) ||
    headerValues(rawHeaders, "sec-fetch-site").some((site) => site !== "same-origin" && site !== "none");
  if (isForeign) return { status: 403 };
  if (method !== "GET" && method !== "HEAD") return { status: 405 };
  const hasBody =
    headerValues(rawHeaders, "transfer-encoding").length > 0 ||
    headerValues(rawHeaders, "content-length").some((length) => length !== "0");
  if (hasBody) return { status: 413 };
  return { path: target.split("?", 1)[0] };
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  port: number,
  roots: ResourceRoots,
): Promise<void> {
  const { method = "", url: target = "", rawHeaders } = request;
  const decision = decideRequest({ method, target, rawHeaders }, port);
  if ("status" in decision) return refuse(response, decision.status);
  const resource = await readResource(decision.path, roots).catch(() => null);
  if (resource === null) return refuse(response, 404);
  response.writeHead(200, {
    ...SECURITY_HEADERS,
    "Content-Type": resource.type,
    "Content-Length": resource.bytes.byteLength,
  });
  response.end(method === "HEAD" ? undefined : resource.bytes);
}

/** A refusal closes the connection, so that a body on its way is not waited for. */
function refuse(response: ServerResponse, status: number): void {
  const allow = status === 405 ? { Allow: "GET, HEAD" } : {};
  response.writeHead(status, { ...SECURITY_HEADERS, ...allow, Connection: "close", "Content-Length": 0 });
  response.end();
}

function headerValues(rawHeaders: readonly string[], name: string): string[] {
  return rawHeaders.filter((_, index) => index % 2 === 1 && rawHeaders[index - 1].toLowerCase() === name);
}

function readPort(server: Server): number {
  return (server.address() as AddressInfo).port;
}

function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
