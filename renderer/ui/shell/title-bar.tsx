import { useComputedColorScheme, useMantineColorScheme } from "@mantine/core";
import {
  IconLayoutBottombar,
  IconLayoutSidebar,
  IconLayoutSidebarRight,
  IconMoon,
  IconSun,
} from "@tabler/icons-react";
import { CommandField } from "../../commands/command-field.tsx";
import { setLocale, update } from "../../state/actions.ts";
import { viewOf } from "../../state/select.ts";
import { useStore } from "../../state/store.ts";
import { IconButton } from "../parts.tsx";
import { useText } from "../use-text.ts";

const ICON = { size: 16, stroke: 1.5, "aria-hidden": true } as const;

export function TitleBar({
  narrow,
  inspectorShown,
  onInspector,
}: {
  readonly narrow: boolean;
  readonly inspectorShown: boolean;
  readonly onInspector: (open: boolean) => void;
}) {
  const { t, pick, locale } = useText();
  const definition = useStore((state) => viewOf(state)?.definition);
  const sideOpen = useStore((state) => state.sideOpen);
  const dockOpen = useStore((state) => state.dockOpen);
  const scheme = useComputedColorScheme("light", { getInitialValueInEffect: false });
  const { setColorScheme } = useMantineColorScheme();
  return (
    <header className="title-bar">
      <div className="title-left">
        <Mark />
        <h1>{definition ? pick(definition.name) : t("appName")}</h1>
        {definition?.synthetic && <span className="chip">{t("syntheticSample")}</span>}
      </div>
      <CommandField />
      <div className="title-right">
        <IconButton
          label={t("togglePanel")}
          pressed={sideOpen}
          onClick={() => update({ sideOpen: !sideOpen })}
        >
          <IconLayoutSidebar {...ICON} />
        </IconButton>
        <IconButton
          label={t("toggleDock")}
          pressed={dockOpen}
          onClick={() => update({ dockOpen: !dockOpen })}
        >
          <IconLayoutBottombar {...ICON} />
        </IconButton>
        <IconButton
          label={t("toggleInspector")}
          pressed={inspectorShown}
          onClick={() => {
            update({
              inspectorOpen: !inspectorShown,
              ...(narrow && inspectorShown ? { selectedUnit: undefined } : {}),
            });
            onInspector(!inspectorShown);
          }}
        >
          <IconLayoutSidebarRight {...ICON} />
        </IconButton>
        <span className="divider" />
        <IconButton
          label={t("switchLanguage")}
          testId="language-toggle"
          onClick={() => setLocale(locale === "en" ? "zh" : "en")}
        >
          {t("languageButton")}
        </IconButton>
        <IconButton
          label={t(scheme === "dark" ? "switchToLight" : "switchToDark")}
          testId="theme-toggle"
          onClick={() => setColorScheme(scheme === "dark" ? "light" : "dark")}
        >
          {scheme === "dark" ? <IconSun {...ICON} /> : <IconMoon {...ICON} />}
        </IconButton>
      </div>
    </header>
  );
}

/** Three karst peaks. */
function Mark() {
  return (
    <svg className="mark" width="20" height="20" viewBox="0 0 24 24" fill="currentColor" aria-hidden="true">
      <path d="M1.5 20C4 20 4.5 10 7 10s2.3 5 3.6 5S12 4 14.8 4s3.2 16 7.7 16z" />
    </svg>
  );
}
