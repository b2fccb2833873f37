import type { AssessmentId, Bilingual } from "#solver/region";

/** What each of the four assessments is called and how its criteria become a score. */
export interface AssessmentSpec {
  readonly id: AssessmentId;
  readonly title: Bilingual;
  /** `fit`: the ecological rule of changes; `overlay`: the way to join memberships that the region asks for. */
  readonly join: "fit" | "overlay";
  readonly formula: string;
}

export const ASSESSMENT_SPECS: Readonly<Record<AssessmentId, AssessmentSpec>> = {
  ecological: {
    id: "ecological",
    title: { zh: "生态功能", en: "Ecological function" },
    join: "fit",
    formula: "max(0.05, 0.5 + 0.5 clamp(sum w_i (2 m_i - 1), -1, 1)); 0.5 is no change",
  },
  resource: {
    id: "resource",
    title: { zh: "资源可利用性", en: "Resource availability" },
    join: "overlay",
    formula: "memberships joined by the overlay",
  },
  potential: {
    id: "potential",
    title: { zh: "产业发展潜力", en: "Development potential" },
    join: "overlay",
    formula: "memberships joined by the overlay",
  },
  policy: {
    id: "policy",
    title: { zh: "政策支持", en: "Policy support" },
    join: "overlay",
    formula: "memberships joined by the overlay",
  },
};
