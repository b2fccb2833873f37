import { EventEmitter } from "node:events";
import { readFileSync } from "node:fs";
import Module, { createRequire } from "node:module";
import { dirname, join } from "node:path";
import type { Browser, Frame, Page, Request as PageRequest, Route } from "playwright-core";

/**
 * The desktop app without Electron's program: the built `main.cjs` and `preload.cjs` run as they are, against fakes of
 * the few parts of Electron they use; a window is a page in a real Chromium; `app://fenglin/` requests reach the
 * handler that main registered.
 *
 * As close as it gets: arguments are cloned at every hop, the preload may require nothing but `electron`, what it
 * exposes is copied and frozen, a part of Electron that has no fake is an error.
 * Not covered: the sandbox and fuses themselves, the separate world of the preload, native menus and dialogs, and
 * whatever treats `app://` unlike `https://`, as pages live at `https://app.invalid/` here.
 */

const PAGE_ORIGIN = "https://app.invalid/";
const APP_ORIGIN = "app://fenglin/";

type SchemeHandler = (request: Request) => Promise<Response> | Response;
type InvokeHandler = (event: InvokeEvent, ...args: unknown[]) => unknown;
type PermissionCheck = (contents: unknown, permission: string, origin: string) => boolean;

/** Who sends a message, as main sees it. */
export interface InvokeEvent {
  readonly sender: unknown;
  readonly senderFrame: { readonly url: string; readonly parent: unknown } | null;
}

/** A booted app. */
export interface FakeDesktop {
  readonly page: Page;
  /** The options main gave to its window. */
  readonly windowOptions: Record<string, unknown>;
  readonly schemes: readonly { readonly scheme: string; readonly privileges: Record<string, unknown> }[];
  /** Addresses outside the app that the page asked for. All of them were refused. */
  readonly outsideRequests: string[];
  /** Addresses for which the page wanted a window of its own. */
  readonly deniedWindows: string[];
  /** What main showed as dialogs, with the options it gave. */
  readonly dialogs: Record<string, unknown>[];
  /** Channels that main answers. */
  readonly channels: () => string[];
  /** The next save dialog is answered with this path; `null` is Cancel. */
  answerSaveDialog(file: string | null): void;
  /** Sends a message as if from another frame. */
  invokeAs(frame: InvokeEvent["senderFrame"], channel: string, ...args: unknown[]): Promise<unknown>;
  /** Main's answer to a request under `app://`, asked directly: a browser would tidy up the address first. */
  request(address: string, method?: string): Promise<Response>;
  checkPermission: PermissionCheck;
  close(): Promise<void>;
}

/** Boots the built app in `buildFolder` (with `main.cjs`, `preload.cjs`) as the checkout `root`, and opens its page. */
export async function bootDesktop(
  browser: Browser,
  { root, buildFolder = join(root, ".vite/build") }: { readonly root: string; readonly buildFolder?: string },
): Promise<FakeDesktop> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, acceptDownloads: true });
  const page = await context.newPage();
  const invokeHandlers = new Map<string, InvokeHandler>();
  const schemeHandlers = new Map<string, SchemeHandler>();
  const schemes: { scheme: string; privileges: Record<string, unknown> }[] = [];
  const outsideRequests: string[] = [];
  const deniedWindows: string[] = [];
  const dialogs: Record<string, unknown>[] = [];
  const saveAnswers: (string | null)[] = [];
  const windows: FakeWindow[] = [];
  let checkPermission: PermissionCheck = () => true;
  let openFirstWindow: (window: FakeWindow) => void;
  const firstWindow = new Promise<FakeWindow>((resolve) => {
    openFirstWindow = resolve;
  });

  class FakeContents extends EventEmitter {
    decideWindow: (details: { url: string }) => { action: string } = () => ({ action: "allow" });
    setWindowOpenHandler(decide: FakeContents["decideWindow"]): void {
      this.decideWindow = decide;
    }
  }

  class FakeWindow extends EventEmitter {
    readonly webContents = new FakeContents();
    constructor(readonly options: Record<string, unknown>) {
      super();
      windows.push(this);
      app.emit("web-contents-created", {}, this.webContents);
    }
    static getAllWindows = (): FakeWindow[] => windows;
    static fromWebContents = (contents: unknown): FakeWindow | null =>
      windows.find((window) => window.webContents === contents) ?? null;
    isMinimized = (): boolean => false;
    show(): void {}
    focus(): void {}
    async loadURL(address: string): Promise<void> {
      await servePage();
      await page.goto(toPageUrl(address));
      this.emit("ready-to-show");
      openFirstWindow(this);
    }
  }

  const app = Object.assign(new EventEmitter(), {
    isPackaged: false,
    requestSingleInstanceLock: () => true,
    whenReady: async () => undefined,
    quit: () => undefined,
    getAppPath: () => root,
    getLocale: () => "zh-CN",
    getVersion: () => "9.9.9",
  });

  const electron = guard("electron", {
    app,
    BrowserWindow: FakeWindow,
    protocol: guard("protocol", {
      registerSchemesAsPrivileged: (list: typeof schemes) => schemes.push(...list),
      handle: (scheme: string, handler: SchemeHandler) => schemeHandlers.set(scheme, handler),
    }),
    ipcMain: guard("ipcMain", {
      handle: (channel: string, handler: InvokeHandler) => invokeHandlers.set(channel, handler),
    }),
    dialog: guard("dialog", {
      showSaveDialog: async (...args: unknown[]) => {
        dialogs.push(args.at(-1) as Record<string, unknown>);
        const file = saveAnswers.shift();
        if (file === undefined) throw new Error("a save dialog was shown that no test answers");
        return { canceled: file === null, filePath: file ?? "" };
      },
    }),
    Menu: guard("Menu", {
      buildFromTemplate: (template: unknown) => template,
      setApplicationMenu: () => undefined,
    }),
    session: guard("session", {
      defaultSession: guard("defaultSession", {
        setPermissionRequestHandler: () => undefined,
        setPermissionCheckHandler: (check: PermissionCheck) => {
          checkPermission = check;
        },
        setDevicePermissionHandler: () => undefined,
      }),
    }),
  });

  /** Answers the page's requests from main's handler; anything outside the app is refused and noted. */
  async function servePage(): Promise<void> {
    await context.route("**/*", async (route) => {
      const request = route.request();
      const address = toAppUrl(request.url());
      // Of all errors, "aborted" leaves the page where it is, as a prevented navigation does.
      if (request.isNavigationRequest() && isRefused(request, address)) return route.abort("aborted");
      if (!address.startsWith(APP_ORIGIN)) {
        outsideRequests.push(address);
        return route.abort();
      }
      return fulfil(route, await handleScheme(address, request.method()));
    });
  }

  /** What main says to a navigation: the first is its own, a page without a frame yet is a new window. */
  function isRefused(request: PageRequest, address: string): boolean {
    const [{ webContents }] = windows;
    if (isOpening(request)) {
      const isDenied = webContents.decideWindow({ url: address }).action === "deny";
      if (isDenied) deniedWindows.push(address);
      return isDenied;
    }
    if (page.url() === "about:blank") return false;
    let refused = false;
    const event = { url: address, preventDefault: () => (refused = true) };
    webContents.emit("will-navigate", event);
    webContents.emit("will-frame-navigate", event);
    return refused;
  }

  async function handleScheme(address: string, method = "GET"): Promise<Response> {
    const handler = schemeHandlers.get("app");
    if (handler === undefined) throw new Error("main handles no app:// requests");
    return handler({ url: address, method } as Request);
  }

  async function invoke(event: InvokeEvent, channel: string, args: readonly unknown[]): Promise<unknown> {
    const handler = invokeHandlers.get(channel);
    if (handler === undefined) throw new Error(`No handler registered for '${channel}'`);
    return structuredClone(await handler(event, ...structuredClone(args)));
  }

  await page.exposeBinding("fakeInvoke", ({ frame }, channel: string, args: unknown[]) =>
    invoke(
      {
        sender: windows[0].webContents,
        senderFrame: { url: toAppUrl(frame.url()), parent: parentOf(frame) },
      },
      channel,
      args,
    ),
  );
  await page.addInitScript({ content: wrapPreload(readFileSync(join(buildFolder, "preload.cjs"), "utf8")) });
  loadMain(join(buildFolder, "main.cjs"), electron);
  const window = await firstWindow;

  return {
    page,
    windowOptions: window.options,
    schemes,
    outsideRequests,
    deniedWindows,
    dialogs,
    channels: () => [...invokeHandlers.keys()],
    answerSaveDialog: (file) => saveAnswers.push(file),
    invokeAs: (senderFrame, channel, ...args) =>
      invoke({ sender: window.webContents, senderFrame }, channel, args),
    request: handleScheme,
    checkPermission: (...facts) => checkPermission(...facts),
    close: () => context.close(),
  };
}

/** An object whose absent members are an error rather than `undefined`: what has no fake must be noticed. */
function guard<T extends object>(name: string, members: T): T {
  return new Proxy(members, {
    get: (target, key) => {
      if (key in target) return Reflect.get(target, key);
      throw new Error(`${name}.${String(key)} has no fake`);
    },
  });
}

/** Runs a built main file afresh, with `electron` meaning the fakes. */
function loadMain(file: string, electron: object): void {
  const loader = Module as unknown as { _load: (request: string, ...rest: unknown[]) => unknown };
  const load = loader._load;
  loader._load = (request, ...rest) => (request === "electron" ? electron : load(request, ...rest));
  try {
    const require = createRequire(join(dirname(file), "harness.cjs"));
    delete require.cache[file];
    require(file);
  } finally {
    loader._load = load;
  }
}

/** The preload's code with all that a sandboxed preload has: `electron`'s two members, and nothing else to require. */
function wrapPreload(code: string): string {
  return `(() => {
    const send = globalThis.fakeInvoke;
    delete globalThis.fakeInvoke;
    const expose = (value) => {
      if (typeof value === "function") return (...args) => expose(value(...structuredClone(args)));
      if (Object.getPrototypeOf(value ?? 0) !== Object.prototype) return value;
      return Object.freeze(Object.fromEntries(Object.entries(value).map(([key, part]) => [key, expose(part)])));
    };
    const electron = {
      contextBridge: {
        exposeInMainWorld: (name, api) =>
          Object.defineProperty(globalThis, name, { value: expose(api), writable: false, configurable: false }),
      },
      ipcRenderer: {
        invoke: (channel, ...args) =>
          send(channel, structuredClone(args)).catch((error) => {
            throw new Error("Error invoking remote method '" + channel + "': " + error.message);
          }),
      },
    };
    const require = (name) => {
      if (name !== "electron") throw new Error("module not found: " + name);
      return electron;
    };
    (function (require, exports) {
${code}
    })(require, {});
  })();`;
}

async function fulfil(route: Route, response: Response): Promise<void> {
  await route.fulfill({
    status: response.status,
    headers: Object.fromEntries(response.headers),
    body: Buffer.from(await response.arrayBuffer()),
  });
}

/** Whether a request is the first of a page that is only just opening: Playwright has no frame for it yet. */
function isOpening(request: PageRequest): boolean {
  try {
    request.frame();
    return false;
  } catch {
    return true;
  }
}

function parentOf(frame: Frame): Frame | null {
  return frame.parentFrame();
}

function toPageUrl(address: string): string {
  return address.replace(APP_ORIGIN, PAGE_ORIGIN);
}

function toAppUrl(address: string): string {
  return address.replace(PAGE_ORIGIN, APP_ORIGIN);
}
