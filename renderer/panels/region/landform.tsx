/** A cross-section of each landform in place of a picture: plateau with lake, mountain with dolines, gorge. */
const PROFILES: Readonly<
  Record<string, { readonly back: string; readonly front: string; readonly water: string }>
> = {
  "red-maple-lake": {
    back: "M0 62 L0 40 Q14 38 22 30 Q30 22 38 30 Q48 40 66 40 Q90 40 104 28 Q112 22 120 29 Q130 40 150 40 Q176 40 190 32 Q200 28 220 34 L220 62Z",
    front: "M0 90 L0 58 Q30 56 46 62 L150 62 Q168 56 178 50 Q186 46 194 52 L220 58 L220 90Z",
    water: "M46 62 L150 62 L146 70 L52 70Z",
  },
  "salad-creek": {
    back: "M0 50 Q18 18 36 34 Q52 46 66 26 Q82 8 100 28 Q116 44 132 24 Q148 10 166 30 Q186 48 220 22 L220 70 L0 70Z",
    front:
      "M0 90 L0 60 Q20 46 38 54 Q48 66 60 54 Q80 38 98 52 Q110 64 122 52 Q144 40 162 54 Q184 62 220 48 L220 90Z",
    water: "M102 78 Q110 72 118 78 L120 90 L98 90Z",
  },
  huajiang: {
    back: "M0 34 Q12 12 24 26 Q34 8 48 24 Q58 14 68 28 L96 84 L124 84 L150 26 Q162 10 172 24 Q184 8 196 24 Q208 14 220 28 L220 90 L0 90Z",
    front:
      "M0 90 L0 52 Q16 36 30 50 Q44 40 56 56 L94 90Z M126 90 L166 52 Q180 38 192 50 Q206 42 220 50 L220 90Z",
    water: "M92 80 L128 80 L132 90 L88 90Z",
  },
};

export function Landform({ id }: { readonly id: string }) {
  const { back, front, water } = PROFILES[id] ?? PROFILES["salad-creek"];
  return (
    <svg
      viewBox="0 0 220 90"
      width="100%"
      aria-hidden="true"
      style={{ display: "block", background: "var(--accent-bg)" }}
    >
      <path d={back} fill="var(--bar)" />
      <path d={front} fill="var(--bar-strong)" />
      <path d={water} fill="#8FB9CE" />
    </svg>
  );
}
