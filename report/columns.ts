import type { Bilingual, OptionId } from "#solver/region";
import { ASSESSMENT_IDS, OPTION_TITLES } from "#solver/region";

/** A property every parcel of a report carries. */
export interface ReportColumn {
  readonly id: string;
  readonly title: Bilingual;
  readonly unit: string;
}

/** The word for a parcel, or the rest of one, that keeps its present use. */
export const AS_IS = "as-is";

/** The flat properties of a parcel, in the order in which they are written. */
export function listColumns(options: readonly OptionId[]): readonly ReportColumn[] {
  return [
    column("parcel", "图斑编号", "parcel", ""),
    column("area_ha", "面积", "area", "ha"),
    column("present_use", "现状地类", "present land use", ""),
    column("present_stand", "现有种植", "industry of an existing stand", ""),
    column("village", "行政村", "village, Chinese name", ""),
    column("village_en", "行政村（英文）", "village, English name", ""),
    column("sub_basin", "子流域", "sub-basin, Chinese name", ""),
    column("sub_basin_en", "子流域（英文）", "sub-basin, English name", ""),
    column("industry", "产业", "industry with the largest share; as-is = kept as it is", ""),
    column("share", "该产业占图斑比例", "share of the parcel it takes", "0-1"),
    column("industry_whole", "整块布局的产业", "industry in the whole-parcel layout", ""),
    column(
      "uses_whole",
      "整块布局的用途与比例",
      "uses in the whole-parcel layout: INDUSTRY:share, several where a mask divides the parcel",
      "",
    ),
    column("share_as_is", "保持现状比例", "share kept as it is", "0-1"),
    ...options.map((option) =>
      column(
        `share_${option}`,
        `${OPTION_TITLES[option].zh}比例`,
        `share of ${OPTION_TITLES[option].en}`,
        "0-1",
      ),
    ),
    ...ASSESSMENT_IDS.map((id) =>
      column(
        `score_${id}`,
        `${id} 评价得分`,
        `${id} assessment of the industry; null = no data or as is`,
        "0-1",
      ),
    ),
    column("suitability", "适宜性", "suitability of the industry; null = no data or as is", "0-1"),
    column("limiting_factor", "限制因子", "criterion that limits the industry most", ""),
    column(
      "gates",
      "禁限原因",
      "closed industries and why: INDUSTRY:gate+gate; <=share = closed in part",
      "",
    ),
    column("opened", "已放开的条件项", "industries whose condition the planner opened", ""),
    column("margin_cny_a", "年净收益", "net margin under the layout", "CNY/a"),
    column("margin_change_cny_a", "年净收益变化", "its change from today", "CNY/a"),
    column("establishment_cny", "建设投资", "establishment cost of the new share", "CNY"),
  ];
}

function column(id: string, zh: string, en: string, unit: string): ReportColumn {
  return { id, title: { zh, en }, unit };
}
