import { FuseV1Options, FuseVersion } from "@electron/fuses";
import { FusesPlugin } from "@electron-forge/plugin-fuses";
import type { ForgeConfig } from "@electron-forge/shared-types";
import { buildApp } from "./scripts/build.ts";
import { BuilderMaker } from "./scripts/builder-maker.ts";
import { RESOURCES, RESOURCES_FOLDER, stageResources } from "./scripts/stage-resources.ts";

/**
 * How the app is packaged: our own build, an archive of nothing but that build, switches in Electron's program that
 * cannot be undone from outside, and electron-builder for the installers.
 *
 * For tests and machines without a way out: `FENGLIN_ELECTRON_ZIPS` names a folder with Electron's distribution,
 * `FENGLIN_OUT` another output folder, `FENGLIN_INSTALLERS` the installers to make, such as `tar.gz`.
 */
const { FENGLIN_ELECTRON_ZIPS, FENGLIN_OUT, FENGLIN_INSTALLERS } = process.env;
const asked = FENGLIN_INSTALLERS?.split(",");

const config: ForgeConfig = {
  ...(FENGLIN_OUT === undefined ? {} : { outDir: FENGLIN_OUT }),
  packagerConfig: {
    name: "Fenglin",
    executableName: "fenglin",
    appBundleId: "org.fenglin.app",
    appCategoryType: "public.app-category.productivity",
    asar: true,
    // Everything the app runs is bundled, so no module folder is copied and none has to be pruned.
    prune: false,
    ignore: (file) =>
      !(file === "" || file === "/package.json" || /^\/\.vite(\/(build|renderer)(\/|$)|$)/.test(file)),
    extraResource: RESOURCES.map((name) => `${RESOURCES_FOLDER}/${name}`),
    ...(FENGLIN_ELECTRON_ZIPS === undefined ? {} : { electronZipDir: FENGLIN_ELECTRON_ZIPS }),
  },
  // No native module ships.
  rebuildConfig: { onlyModules: [] },
  hooks: {
    prePackage: async () => {
      await buildApp();
      stageResources(import.meta.dirname);
    },
  },
  makers: [
    new BuilderMaker({
      targets: {
        linux: asked ?? ["AppImage", "deb", "tar.gz"],
        win32: asked ?? ["nsis", "zip"],
        darwin: asked ?? ["dmg", "zip"],
      },
      settings: {
        appId: "org.fenglin.app",
        productName: "Fenglin",
        // biome-ignore lint/suspicious/noTemplateCurlyInString: electron-builder fills these in
        artifactName: "fenglin-${version}-${os}-${arch}.${ext}",
        copyright: "GPL-3.0-or-later",
        linux: { category: "Science", executableName: "fenglin" },
        nsis: { oneClick: false, allowToChangeInstallationDirectory: true },
      },
    }),
  ],
  plugins: [
    new FusesPlugin({
      version: FuseVersion.V1,
      strictlyRequireAllFuses: true,
      [FuseV1Options.RunAsNode]: false,
      [FuseV1Options.EnableCookieEncryption]: true,
      [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: false,
      [FuseV1Options.EnableNodeCliInspectArguments]: false,
      [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: true,
      [FuseV1Options.OnlyLoadAppFromAsar]: true,
      [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
      [FuseV1Options.GrantFileProtocolExtraPrivileges]: false,
      [FuseV1Options.WasmTrapHandlers]: true,
    }),
  ],
};

export default config;
