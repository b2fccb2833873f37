import { basename, extname } from "node:path";
import type { BrowserWindow, Dialog, IpcMain, IpcMainInvokeEvent } from "electron";
import { z } from "zod";
import type { DesktopChannel, DesktopChannels } from "#ipc";
import { isTrustedSender } from "./policy.ts";
import { classifySaveError, cleanFileName, saveWholeFile } from "./save-file.ts";

/** The parts of Electron that the channels need; tests hand in their own. */
export interface HandlerTools {
  readonly ipcMain: Pick<IpcMain, "handle">;
  readonly dialog: Pick<Dialog, "showSaveDialog">;
  readonly findWindow: (event: IpcMainInvokeEvent) => BrowserWindow | null;
  readonly locale: () => string;
  readonly version: () => string;
}

type Answer<C extends DesktopChannel> = (
  request: DesktopChannels[C]["request"],
  event: IpcMainInvokeEvent,
) => DesktopChannels[C]["response"] | Promise<DesktopChannels[C]["response"]>;

/** Largest file a window may ask to write: 256 MiB, more than a report of 100,000 parcels. */
const MAX_CONTENT = 256 * 1024 * 1024;

/** What each channel accepts. A value that differs in any way is refused before a handler sees it. */
export const REQUEST_SCHEMAS = {
  "file:save": z.strictObject({
    suggestedName: z.string().min(1).max(255),
    content: z.union([
      z.string().max(MAX_CONTENT),
      z.instanceof(Uint8Array).refine((bytes) => bytes.byteLength <= MAX_CONTENT),
    ]),
  }),
  "app:locale": z.undefined(),
  "app:version": z.undefined(),
} as const satisfies { [C in DesktopChannel]: z.ZodType<DesktopChannels[C]["request"]> };

/** Answers every channel of the contract. */
export function registerHandlers(tools: HandlerTools): void {
  answer(tools.ipcMain, "app:locale", () => tools.locale());
  answer(tools.ipcMain, "app:version", () => tools.version());
  answer(tools.ipcMain, "file:save", async ({ suggestedName, content }, event) => {
    const file = await chooseFile(tools, suggestedName, event);
    if (file === null) return { saved: false, reason: "cancelled" };
    try {
      await saveWholeFile(file, content);
      return { saved: true, name: basename(file) };
    } catch (error) {
      return { saved: false, reason: classifySaveError(error) };
    }
  });
}

/** The one way a channel is opened: who asks and what is asked are checked before anything is done. */
function answer<C extends DesktopChannel>(
  ipcMain: HandlerTools["ipcMain"],
  channel: C,
  reply: Answer<C>,
): void {
  ipcMain.handle(channel, (event, ...sent: unknown[]) => {
    if (!isTrustedSender(event.senderFrame))
      throw new Error(`${channel}: refused, the sender is not the app's page`);
    const request = REQUEST_SCHEMAS[channel].safeParse(sent[0]);
    if (sent.length > 1 || !request.success)
      throw new Error(`${channel}: refused, the request is not of this channel`);
    return reply(request.data as DesktopChannels[C]["request"], event);
  });
}

async function chooseFile(
  tools: HandlerTools,
  suggestedName: string,
  event: IpcMainInvokeEvent,
): Promise<string | null> {
  const defaultPath = cleanFileName(suggestedName);
  const extension = extname(defaultPath).slice(1);
  const filters = extension === "" ? [] : [{ name: extension.toUpperCase(), extensions: [extension] }];
  const window = tools.findWindow(event);
  const options = { defaultPath, filters };
  const choice = await (window === null
    ? tools.dialog.showSaveDialog(options)
    : tools.dialog.showSaveDialog(window, options));
  return choice.canceled || choice.filePath === "" ? null : choice.filePath;
}
