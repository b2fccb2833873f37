import { MakerBase, type MakerOptions } from "@electron-forge/maker-base";
import { Arch, build, type Configuration, Platform } from "electron-builder";

/** Which installers to build on each system, in electron-builder's names, and its settings for them. */
export interface BuilderMakerConfig {
  readonly targets: Readonly<Partial<Record<NodeJS.Platform, readonly string[]>>>;
  readonly settings: Configuration;
}

/**
 * Lets electron-builder make the installers of what Forge has packaged. The makers published for this are written for
 * a Forge of long ago, and Forge's own makers do not cover AppImage.
 */
export class BuilderMaker extends MakerBase<BuilderMakerConfig> {
  readonly name = "electron-builder";
  readonly defaultPlatforms = ["linux" as const, "win32" as const, "darwin" as const];

  override isSupportedOnCurrentPlatform(): boolean {
    return this.defaultPlatforms.some((platform) => platform === process.platform);
  }

  /** @returns absolute paths of the installers. */
  override async make({
    dir,
    makeDir,
    appName,
    targetArch,
    targetPlatform,
  }: MakerOptions): Promise<string[]> {
    const system = { linux: Platform.LINUX, win32: Platform.WINDOWS, darwin: Platform.MAC }[
      targetPlatform as string
    ];
    const arch = Arch[targetArch as keyof typeof Arch];
    const kinds = this.config.targets[targetPlatform as NodeJS.Platform] ?? [];
    if (system === undefined || arch === undefined || kinds.length === 0) {
      throw new Error(`No installer is set up for ${targetPlatform} ${targetArch}`);
    }
    return build({
      // On macOS electron-builder wants the app itself, elsewhere its folder.
      prepackaged: targetPlatform === "darwin" ? `${dir}/${appName}.app` : dir,
      targets: system.createTarget([...kinds], arch),
      publish: "never",
      config: {
        ...this.config.settings,
        directories: { ...this.config.settings.directories, output: makeDir },
      },
    });
  }
}
