import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { connect } from "node:net";
import { networkInterfaces, tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { CONTENT_POLICY } from "./headers.ts";
import { type AppServer, decideRequest, serveApp } from "./serve.ts";

/** Requests are written byte by byte to a socket: an HTTP client would correct what is being tried here. */

const folder = mkdtempSync(join(tmpdir(), "fenglin-serve-"));
const roots = { page: join(folder, "page"), regions: join(folder, "regions") };
mkdirSync(roots.page);
mkdirSync(join(roots.regions, "huajiang"), { recursive: true });
writeFileSync(join(folder, "secret.json"), "secret");
writeFileSync(join(roots.page, "index.html"), "<!doctype html><title>Fenglin</title>");
writeFileSync(join(roots.regions, "huajiang", "region.json"), "{}");

let server: AppServer;
let host: string;

beforeAll(async () => {
  server = await serveApp(roots);
  host = new URL(server.address).host;
});

afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});

describe("a request from the app's own page", () => {
  it("gets the page with its headers", async () => {
    const { status, headers, body } = await send(`GET / HTTP/1.1\r\nHost: ${host}\r\n`);
    expect(status).toBe(200);
    expect(body).toContain("<title>Fenglin</title>");
    expect(headers).toMatchObject({
      "content-type": "text/html; charset=utf-8",
      "content-security-policy": CONTENT_POLICY,
      "cross-origin-opener-policy": "same-origin",
      "cross-origin-resource-policy": "same-origin",
      "referrer-policy": "no-referrer",
      "x-content-type-options": "nosniff",
    });
  });

  it("gets a region's file, by either name of this machine, with the browser's own marks", async () => {
    const own = `Origin: http://localhost:${new URL(server.address).port}\r\nSec-Fetch-Site: same-origin\r\n`;
    const name = host.replace("127.0.0.1", "localhost");
    const { status, body } = await send(
      `GET /sample-regions/huajiang/region.json?v=1 HTTP/1.1\r\nHost: ${name}\r\n${own}`,
    );
    expect([status, body]).toEqual([200, "{}"]);
  });

  it("gets the headers alone when it asks for them", async () => {
    const { status, headers, body } = await send(`HEAD / HTTP/1.1\r\nHost: ${host}\r\n`);
    expect([status, headers["content-length"], body]).toEqual([200, "37", ""]);
  });
});

describe("a request under another name (W1)", () => {
  it.each([
    ["another site", "GET / HTTP/1.1\r\nHost: evil.example\r\n"],
    ["a name that begins like ours", "GET / HTTP/1.1\r\nHost: 127.0.0.1.evil.example\r\n"],
    ["our address on another port", "GET / HTTP/1.1\r\nHost: 127.0.0.1:1\r\n"],
    ["our address without the port", "GET / HTTP/1.1\r\nHost: 127.0.0.1\r\n"],
    ["this machine by another spelling", "GET / HTTP/1.1\r\nHost: 127.1:PORT\r\n"],
    ["any address", "GET / HTTP/1.1\r\nHost: 0.0.0.0:PORT\r\n"],
    ["no name", "GET / HTTP/1.1\r\n"],
    ["an empty name", "GET / HTTP/1.1\r\nHost:\r\n"],
    ["two names", "GET / HTTP/1.1\r\nHost: 127.0.0.1:PORT\r\nHost: evil.example\r\n"],
    ["two names, ours last", "GET / HTTP/1.1\r\nHost: evil.example\r\nHost: 127.0.0.1:PORT\r\n"],
    ["a whole address", "GET http://127.0.0.1:PORT/ HTTP/1.1\r\nHost: 127.0.0.1:PORT\r\n"],
    ["a whole foreign address", "GET http://evil.example/ HTTP/1.1\r\nHost: 127.0.0.1:PORT\r\n"],
    ["no name, in an old protocol", "GET / HTTP/1.0\r\n"],
  ])("is refused: %s", async (_what, head) => {
    expect((await send(head.replaceAll("PORT", new URL(server.address).port))).status).toBe(403);
  });

  it("is refused before anything is looked up", async () => {
    const existing = await send("GET / HTTP/1.1\r\nHost: evil.example\r\n");
    const missing = await send("GET /no-such HTTP/1.1\r\nHost: evil.example\r\n");
    expect([existing.status, existing.body]).toEqual([missing.status, missing.body]);
  });
});

describe("a request that another site caused (W2, W3)", () => {
  it.each([
    ["a script's", "Origin: https://evil.example\r\nSec-Fetch-Site: cross-site\r\n"],
    ["a sandboxed frame's", "Origin: null\r\n"],
    ["a secure page's under our name", "Origin: https://127.0.0.1:PORT\r\n"],
    ["another port's", "Origin: http://127.0.0.1:1\r\nSec-Fetch-Site: same-site\r\n"],
    ["a <script> tag's", "Sec-Fetch-Site: cross-site\r\nSec-Fetch-Mode: no-cors\r\n"],
    ["a link's", "Sec-Fetch-Site: cross-site\r\nSec-Fetch-Mode: navigate\r\n"],
  ])("is refused: %s", async (_what, marks) => {
    const port = new URL(server.address).port;
    const { status, headers } = await send(
      `GET / HTTP/1.1\r\nHost: ${host}\r\n${marks.replaceAll("PORT", port)}`,
    );
    expect(status).toBe(403);
    expect(Object.keys(headers).filter((name) => name.startsWith("access-control"))).toEqual([]);
  });

  it("gets no cross-origin permission by asking first", async () => {
    const { status, headers } = await send(
      `OPTIONS / HTTP/1.1\r\nHost: ${host}\r\nOrigin: http://${host}\r\nAccess-Control-Request-Method: GET\r\n`,
    );
    expect(status).toBe(405);
    expect(headers["access-control-allow-origin"]).toBeUndefined();
  });

  it.each(["", "Origin: https://evil.example\r\n"])("opens no web socket (%j)", async (origin) => {
    const upgrade =
      "Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n";
    const { status } = await send(
      `GET / HTTP/1.1\r\nHost: ${host}\r\n${upgrade}Sec-WebSocket-Version: 13\r\n${origin}`,
    );
    expect(status).toBe(403);
  });
});

describe("the address (W4)", () => {
  it("is this machine's loopback and no other", async () => {
    expect(new URL(server.address).hostname).toBe("127.0.0.1");
    const outer = Object.values(networkInterfaces())
      .flatMap((addresses) => addresses ?? [])
      .filter(({ internal, family }) => !internal && family === "IPv4");
    for (const { address } of outer) {
      await expect(canConnect(address, Number(new URL(server.address).port))).resolves.toBe(false);
    }
  });
});

describe("a path (W5)", () => {
  it.each([
    "/../secret.json",
    "/..%2fsecret.json",
    "/%2e%2e/secret.json",
    "/%252e%252e/secret.json",
    "/..\\secret.json",
    "/..%5csecret.json",
    "//etc/passwd",
    "/index.html::$DATA",
    "/INDEX~1.HTM",
    "/.env",
    "/index.html%00",
    "/sample-regions/..%2f..%2fsecret.json",
  ])("that leads out is not found: %s", async (path) => {
    const { status, body } = await send(`GET ${path} HTTP/1.1\r\nHost: ${host}\r\n`);
    expect([status, body]).toEqual([404, ""]);
  });
});

describe("a client that wastes our time (W6)", () => {
  it.each(["POST", "PUT", "DELETE", "PATCH", "TRACE"])("may not %s", async (method) => {
    const { status, headers } = await send(`${method} / HTTP/1.1\r\nHost: ${host}\r\nContent-Length: 0\r\n`);
    expect([status, headers.allow]).toEqual([405, "GET, HEAD"]);
  });

  it("may not send a body, of whatever length", async () => {
    const announced = await send(`GET / HTTP/1.1\r\nHost: ${host}\r\nContent-Length: 1073741824\r\n`);
    const endless = await send(`GET / HTTP/1.1\r\nHost: ${host}\r\nTransfer-Encoding: chunked\r\n`);
    expect([announced.status, endless.status]).toEqual([413, 413]);
  });

  it("may not send endless headers", async () => {
    const { status } = await send(`GET / HTTP/1.1\r\nHost: ${host}\r\nX-Long: ${"x".repeat(20_000)}\r\n`);
    expect(status).toBe(431);
  });

  it("is cut off when its request does not end", async () => {
    const impatient = await serveApp(roots, { requestTimeoutMs: 200 });
    const { host: address } = new URL(impatient.address);
    const startMs = performance.now();
    const { status } = await sendRaw(impatient.address, `GET / HTTP/1.1\r\nHost: ${address}\r\nX-Slow: `);
    expect(status).toBe(408);
    expect(performance.now() - startMs).toBeLessThan(5_000);
    await impatient.close();
  });
});

describe("the end", () => {
  it("drops open connections and takes no new ones", async () => {
    const brief = await serveApp(roots);
    const { hostname, port } = new URL(brief.address);
    const idle = connect(Number(port), hostname);
    const ended = new Promise((resolve) => idle.once("close", resolve));
    await new Promise((resolve) => idle.once("connect", resolve));
    await brief.close();
    await ended;
    expect(await canConnect(hostname, Number(port))).toBe(false);
  });
});

describe("decideRequest", () => {
  it("lets a plain request through to its path", () => {
    const rawHeaders = ["HOST", "localhost:80", "Accept", "*/*"];
    expect(decideRequest({ method: "GET", target: "/a?b", rawHeaders }, 80)).toEqual({ path: "/a" });
  });

  it("reads names of headers in any case, and never takes a value for a name", () => {
    const rawHeaders = ["x-a", "host", "hOsT", "localhost:80", "x-b", "origin"];
    expect(decideRequest({ method: "GET", target: "/", rawHeaders }, 80)).toEqual({ path: "/" });
  });
});

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

function send(head: string): Promise<Answer> {
  return sendRaw(server.address, `${head}Connection: close\r\n\r\n`);
}

/** What comes back until the server closes the connection. */
function sendRaw(address: string, bytes: string): Promise<Answer> {
  const { hostname, port } = new URL(address);
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), hostname);
    let text = "";
    socket.setEncoding("utf8");
    socket.on("data", (chunk) => {
      text += chunk;
    });
    socket.once("error", (error) => (text === "" ? reject(error) : undefined));
    socket.once("close", () => resolve(readAnswer(text)));
    socket.write(bytes);
  });
}

function readAnswer(text: string): Answer {
  const [head, ...rest] = text.split("\r\n\r\n");
  const [first, ...lines] = head.split("\r\n");
  const headers = Object.fromEntries(
    lines.map((line) => [
      line.slice(0, line.indexOf(":")).toLowerCase(),
      line.slice(line.indexOf(":") + 1).trim(),
    ]),
  );
  return { status: Number(first.split(" ")[1]), headers, body: rest.join("\r\n\r\n") };
}

function canConnect(address: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ port, host: address, timeout: 2_000 });
    const finish = (connected: boolean): void => {
      socket.destroy();
      resolve(connected);
    };
    socket.once("connect", () => finish(true));
    socket.once("timeout", () => finish(false));
    socket.once("error", () => finish(false));
  });
}
