import type { ConstraintSpec } from "./constraint.ts";

/**
 * Each parcel is used once. Engines receive it as `unitLimit` and `cap` instead of a row: a mask over part of a parcel
 * caps the pair, and what is not taken stays as it is.
 */
export const assignmentSpec: ConstraintSpec = {
  family: "assignment",
  title: { zh: "每个图斑只用一次", en: "Each parcel is used once" },
  unit: "1",
  formulation: "sum_k x_pk <= r_p, 0 <= x_pk <= cap_pk",
  label: "K",
  law: false,
};
