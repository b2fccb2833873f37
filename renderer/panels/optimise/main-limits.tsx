import type { ProblemDefinition } from "#solver/region";
import { editProblem } from "../../state/actions.ts";
import { shownRunOf } from "../../state/select.ts";
import { useStore } from "../../state/store.ts";
import type { TextKey } from "../../ui/dictionary/index.ts";
import { Bar } from "../../ui/parts.tsx";
import { useText } from "../../ui/use-text.ts";
import { LimitInput, useLimitUnit } from "./limit-input.tsx";

type TotalLimit = "capitalCny" | "publicCapitalCny" | "labourDaysPerYear" | "irrigationM3PerYear";

const TITLES: Readonly<Record<TotalLimit, TextKey>> = {
  capitalCny: "capital",
  publicCapitalCny: "publicCapital",
  labourDaysPerYear: "labour",
  irrigationM3PerYear: "irrigation",
};

const FAMILY: Readonly<Record<TotalLimit, RegExp>> = {
  capitalCny: /^capital/,
  publicCapitalCny: /^public/,
  labourDaysPerYear: /^labour/,
  irrigationM3PerYear: /^(water|irrigation)/,
};

/** The three totals every plan is judged by; with `all`, public money too. */
export function MainLimits({ all = false }: { readonly all?: boolean }) {
  const kinds: readonly TotalLimit[] = all
    ? ["capitalCny", "publicCapitalCny", "labourDaysPerYear", "irrigationM3PerYear"]
    : ["capitalCny", "labourDaysPerYear", "irrigationM3PerYear"];
  return kinds.map((kind) => <TotalRow key={kind} kind={kind} />);
}

function TotalRow({ kind }: { readonly kind: TotalLimit }) {
  const { t } = useText();
  const value = useStore((state) => state.problem?.[kind]);
  const used = useStore((state) =>
    usedShare(kind, state.problem, shownRunOf(state)?.result?.evaluation.rules),
  );
  const unit = useLimitUnit(
    kind === "labourDaysPerYear" ? "days" : kind === "irrigationM3PerYear" ? "water" : "money",
  );
  return (
    <div className="limit-row">
      <span>
        {t(TITLES[kind])} <span className="quiet">≤</span>
      </span>
      <LimitInput
        label={t(TITLES[kind])}
        value={value}
        unit={unit}
        width={136}
        testId={`limit-${kind}`}
        onChange={(next) => editProblem((problem) => ({ ...problem, [kind]: next }))}
      />
      {used !== undefined && (
        <span className="under">
          <Bar share={used} colour={used > 0.9999 ? "var(--warn)" : undefined} />
        </span>
      )}
    </div>
  );
}

/** Activity of the region-wide row of a kind against its limit; rows by village or basin have bars of their own. */
function usedShare(
  kind: TotalLimit,
  problem: ProblemDefinition | undefined,
  rules:
    | readonly { readonly id: string; readonly activity: number; readonly upper: number | null }[]
    | undefined,
): number | undefined {
  const limit = problem?.[kind];
  const matching = rules?.filter(({ id, upper }) => FAMILY[kind].test(id) && upper !== null) ?? [];
  if (limit === undefined || limit === 0 || matching.length === 0) return undefined;
  return (
    matching.reduce((sum, { activity }) => sum + activity, 0) /
    matching.reduce((sum, { upper }) => sum + (upper ?? 0), 0)
  );
}
