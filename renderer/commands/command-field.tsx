import { Autocomplete, type ComboboxItem } from "@mantine/core";
import { IconSearch } from "@tabler/icons-react";
import { useState } from "react";
import { selectUnitById } from "../state/actions.ts";
import { viewOf } from "../state/select.ts";
import { useStore } from "../state/store.ts";
import { useText } from "../ui/use-text.ts";
import { listCommands } from "./commands.ts";

/** How many parcels the list offers; the rest is one more letter away. */
const PARCELS_SHOWN = 8;

/** Type a parcel's number or what should be done; Enter takes the first match. */
export function CommandField() {
  const words = useText();
  const { t } = words;
  const state = useStore();
  const [text, setText] = useState("");
  const wanted = text.trim().toLowerCase();
  const commands = listCommands(state, words);
  const ids = viewOf(state)?.unitIds ?? [];
  const parcels = wanted === "" ? [] : takeMatches(ids, wanted);
  const shown = commands.filter(({ title }) => title.toLowerCase().includes(wanted));

  const submit = (value: string) => {
    const command = commands.find(({ title }) => title === value);
    if (command) command.run();
    else if (!selectUnitById(value)) return;
    (document.activeElement as HTMLElement | null)?.blur();
    // The field writes the chosen option into itself after this call.
    requestAnimationFrame(() => setText(""));
  };
  return (
    <Autocomplete
      id="command-field"
      data-testid="command-field"
      aria-label={t("commandField")}
      placeholder={t("commandField")}
      value={text}
      onChange={setText}
      onOptionSubmit={submit}
      onKeyDown={(event) => {
        if (event.key === "Enter" && !event.nativeEvent.isComposing) {
          const exact = ids.find((id) => id.toLowerCase() === wanted);
          if (exact) {
            event.preventDefault();
            submit(exact);
          }
        }
        if (event.key === "Escape") setText("");
      }}
      selectFirstOptionOnChange
      clearSectionMode="rightSection"
      leftSection={<IconSearch size={14} stroke={1.5} aria-hidden />}
      rightSection={<span className="kbd">Ctrl K</span>}
      rightSectionWidth={52}
      maxDropdownHeight={360}
      comboboxProps={{ zIndex: 60 }}
      filter={({ options }) => options}
      data={[
        ...(parcels.length > 0 ? [{ group: t("commandParcels"), items: parcels }] : []),
        ...(shown.length > 0
          ? [{ group: t("commandCommands"), items: uniqueTitles(shown.map(({ title }) => title)) }]
          : []),
      ]}
    />
  );
}

function takeMatches(ids: readonly string[], wanted: string): string[] {
  const found: string[] = [];
  for (const id of ids) {
    if (!id.toLowerCase().includes(wanted)) continue;
    found.push(id);
    if (found.length === PARCELS_SHOWN) break;
  }
  return found;
}

function uniqueTitles(titles: readonly string[]): ComboboxItem["value"][] {
  return [...new Set(titles)];
}
