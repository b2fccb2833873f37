import "@mantine/core/styles.css";
import "./ui/styles/base.css";
import "./ui/styles/shell.css";
import "./ui/styles/panels.css";
import "./ui/styles/report.css";
import { localStorageColorSchemeManager, MantineProvider } from "@mantine/core";
import { StrictMode, startTransition } from "react";
import { createRoot } from "react-dom/client";
import { restoreLocale } from "./state/actions.ts";
import { localeOf } from "./ui/dictionary/index.ts";
import { resolveCssVariables, theme } from "./ui/theme.ts";

const root = document.getElementById("root");
if (!root) throw new Error("index.html has no #root");

// The frame of the window is loaded by itself, so that the libraries and it start in two tasks, not in one long one.
const [{ App }] = await Promise.all([import("./ui/shell/app.tsx"), restoreLocale(localeOf)]);
const page = createRoot(root);
// As a transition the first drawing is taken in slices, between which the page can answer.
startTransition(() => {
  page.render(
    <StrictMode>
      <MantineProvider
        theme={theme}
        cssVariablesResolver={resolveCssVariables}
        defaultColorScheme="auto"
        colorSchemeManager={localStorageColorSchemeManager({ key: "fenglin.theme" })}
      >
        <App />
      </MantineProvider>
    </StrictMode>,
  );
});
