import { translate } from "../../ui/dictionary/index.ts";
import { formatQuantity, type Locale } from "../../ui/format-quantity.ts";
import type { RunView } from "../../workers/views.ts";

export interface CertificateLook {
  readonly tone: "ok" | "accent" | "warn" | "bad";
  readonly title: string;
}

/** Gap up to which a checked layout may be called optimal, and optimal to six digits. */
const PROVEN_GAP = 1e-9;
const SIX_DIGITS_GAP = 1e-6;

/** What may be said of a run, and no more. A plan whose inputs have changed since says that first. */
export function describeCertificate(run: RunView, stale: boolean, locale: Locale): CertificateLook {
  const { termination, result } = run;
  if (!result) {
    switch (termination.reason) {
      case "infeasible":
        return { tone: "bad", title: translate(locale, "certInfeasible") };
      case "no-solution":
        return { tone: "warn", title: translate(locale, "certNoSolution") };
      default:
        return { tone: "bad", title: translate(locale, "certFailed") };
    }
  }
  if (result.certificate.state === "refused") return { tone: "bad", title: translate(locale, "certRefused") };
  if (stale) return { tone: "warn", title: translate(locale, "certStale") };
  const { gap, state } = result.certificate;
  if (gap <= PROVEN_GAP && state === "verified")
    return { tone: "ok", title: translate(locale, "certProven") };
  if (gap <= SIX_DIGITS_GAP) return { tone: "ok", title: translate(locale, "certSixDigits") };
  return {
    tone: "accent",
    title: translate(locale, "certWithin", { gap: formatQuantity(gap * 100, "gap%", locale) }),
  };
}
