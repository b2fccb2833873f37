import { composeSentence, GIS_MESSAGES, type GisIssueCode, type Issue, type IssueMessages } from "#gis";

/** What can be wrong with a region's definition and its files. */
export const REGION_MESSAGES = {
  "file-missing": {
    en: "the file is not there ({reason}). Put it back or correct the path in region.json.",
    zh: "找不到文件（{reason}）。请放回文件或改正 region.json 中的路径。",
  },
  "file-not-regular": {
    en: "this is a folder or a special file. Name a plain file.",
    zh: "这是文件夹或特殊文件。请指定普通文件。",
  },
  "file-outside-region": {
    en: "the path leads out of the region's folder. Keep every layer below it.",
    zh: "路径指向研究区文件夹之外。请把图层放在该文件夹之下。",
  },
  "file-too-large-to-open": {
    en: "the file is too large to open ({reason}). Cut it to the region.",
    zh: "文件过大，无法打开（{reason}）。请裁剪到研究区。",
  },
  "file-empty": { en: "the file is empty. Export it again.", zh: "文件为空。请重新导出。" },
  "file-not-permitted": {
    en: "the file may not be read ({reason}). Change its permissions.",
    zh: "没有读取该文件的权限（{reason}）。请修改权限。",
  },
  "field-missing": {
    en: "the field is missing. Add it: {expected}.",
    zh: "缺少该字段。请补充：{expected}。",
  },
  "field-unknown": {
    en: "no such field is known; a misspelt limit would be no limit. Correct or remove it.",
    zh: "不认识该字段；写错的限值等于没有限值。请改正或删除。",
  },
  "field-wrong-type": {
    en: "found {found}, expected {expected}. Correct it.",
    zh: "实为 {found}，应为 {expected}。请改正。",
  },
  "field-too-small": {
    en: "found {found}, the least allowed is {least}. Correct it.",
    zh: "实为 {found}，最小允许 {least}。请改正。",
  },
  "field-too-large": {
    en: "found {found}, the most allowed is {most}. Correct it.",
    zh: "实为 {found}，最大允许 {most}。请改正。",
  },
  "field-not-allowed": {
    en: "found {found}, allowed are {allowed}. Choose one of them.",
    zh: "实为 {found}，可用值为 {allowed}。请选其一。",
  },
  "field-malformed": {
    en: "{found} does not have the right form ({reason}). Correct it.",
    zh: "{found} 的格式不对（{reason}）。请改正。",
  },
  "name-twice": {
    en: "{name} stands here and at {first}. Rename or remove one.",
    zh: "{name} 在此处与 {first} 重复。请改名或删除其一。",
  },
  "path-not-below": {
    en: "{path} is no plain path below the region's folder. Write it as layers/name.tif.",
    zh: "{path} 不是研究区文件夹下的普通路径。请写作 layers/name.tif。",
  },
  "layer-required": {
    en: "the layer {layer} is missing, nothing can be decided without it. Add it.",
    zh: "缺少图层 {layer}，没有它无法决策。请添加。",
  },
  "layer-unknown": {
    en: "no layer is called {layer}. Use an id from layers.",
    zh: "没有名为 {layer} 的图层。请使用 layers 中的编号。",
  },
  "mask-unknown": {
    en: "no mask of this region is called {mask}. Use an id from masks.",
    zh: "本研究区没有名为 {mask} 的掩膜。请使用 masks 中的编号。",
  },
  "option-not-considered": {
    en: "{option} is not among the region's industries. Add it there or remove it here.",
    zh: "{option} 不在本研究区的产业之列。请在 industries 中添加或在此删除。",
  },
  "no-industries": {
    en: "no industry is considered. Add at least one.",
    zh: "没有备选产业。请至少添加一个。",
  },
  "crs-not-projected": {
    en: "{code} is in degrees; areas need metres. Choose a projected system, for example EPSG:4544.",
    zh: "{code} 以度为单位，面积计算需要米。请选投影坐标系，如 EPSG:4544。",
  },
  "grid-outside-crs": {
    en: "the grid's centre lies at {lon}, {lat}, where {code} does not hold. Check the origin or choose the zone of that meridian.",
    zh: "格网中心位于 {lon}, {lat}，超出 {code} 的适用范围。请检查原点或选择相应的分带。",
  },
  "grid-too-large": {
    en: "the grid has {cells} cells, at most {limit} are computed with. Use larger cells.",
    zh: "格网有 {cells} 个像元，最多可用 {limit} 个。请加大像元。",
  },
  "texture-not-hundred": {
    en: "sand, silt and clay add up to {sum} %, not to 100. Correct them.",
    zh: "砂、粉、黏粒合计 {sum}%，应为 100。请改正。",
  },
  "soil-without-figures": {
    en: "the soil type {name} has no figures. Add it under soils.",
    zh: "土壤类型 {name} 没有参数。请在 soils 中补充。",
  },
  "weights-not-one": {
    en: "the weights add up to {sum}, not to 1. Scale them.",
    zh: "权重合计 {sum}，应为 1。请调整。",
  },
  "weights-all-zero": {
    en: "every weight is 0, so nothing would be better than anything else. Raise at least one.",
    zh: "所有权重均为 0，无从比较优劣。请至少调高一个。",
  },
  "assessment-without-criteria": {
    en: "the assessment {assessment} has a weight but no criterion with one. Give a weight to at least one of {known}, or set the assessment's weight to 0.",
    zh: "评价 {assessment} 有权重，却没有任何带权重的准则。请至少为 {known} 之一设定权重，或将该评价权重设为 0。",
  },
  "curve-twice": {
    en: "two curves stand for {option}. Remove one.",
    zh: "{option} 有两条评价曲线。请删除其一。",
  },
  "curve-not-rising": {
    en: "corners or points do not stand in rising order, or two bounds that must differ are equal. Put them in order.",
    zh: "拐点未按升序排列，或两个应当不同的界限相等。请按序填写。",
  },
  "judgements-of-others": {
    en: "the matrix compares {found}, but {expected} are to be compared. Name each of them once.",
    zh: "判断矩阵比较的是 {found}，应为 {expected}。请逐一列出且不重复。",
  },
  "judgements-not-square": {
    en: "the matrix is {found}, expected {size} rows of {size} numbers. Complete it.",
    zh: "判断矩阵为 {found}，应为 {size} 行、每行 {size} 个数。请补全。",
  },
  "judgement-not-reciprocal": {
    en: "{row} against {column} is {given}; expected {expected}, the reciprocal of the opposite judgement (1 on the diagonal). Correct one of the two.",
    zh: "{row} 相对 {column} 为 {given}，应为 {expected}，即对称判断的倒数（对角线为 1）。请改正其一。",
  },
  "min-above-max": {
    en: "the minimum {min} lies above the maximum {max}. Lower the one or raise the other.",
    zh: "下限 {min} 高于上限 {max}。请降低下限或提高上限。",
  },
  "leading-above-diversity": {
    en: "the leading industry must take {leading} of the land and no industry may take more than {most}. Lower the first or raise the second.",
    zh: "主导产业占比须达 {leading}，而任一产业不得超过 {most}。请降低前者或提高后者。",
  },
  "public-above-capital": {
    en: "public money {publicCny} CNY is more than all capital {allCny} CNY and limits nothing. Lower it or leave it out.",
    zh: "财政资金 {publicCny} 元超过建设投资总额 {allCny} 元，不起限制作用。请降低或删去。",
  },
  "areas-exceed-region": {
    en: "the least areas add up to {needHa} ha, the region has {haveHa} ha. Lower them.",
    zh: "最小面积合计 {needHa} ha，而研究区只有 {haveHa} ha。请降低。",
  },
  "class-unknown": {
    en: "{cells} cells hold classes that the definition does not name ({values}). Name them under classes or correct the layer.",
    zh: "{cells} 个像元的类别未在定义中列出（{values}）。请在 classes 中补充或改正图层。",
  },
} as const satisfies IssueMessages;

export type RegionIssueCode = keyof typeof REGION_MESSAGES | GisIssueCode;

const MESSAGES: IssueMessages = { ...GIS_MESSAGES, ...REGION_MESSAGES };

/** The sentence of an issue of reading a region, the same in window, CLI and report. */
export function formatIssue(issue: Issue, locale: "en" | "zh"): string {
  return composeSentence(issue, locale, MESSAGES);
}

/** An issue of this folder, so that no code is used that has no sentence. */
export function regionIssue(
  code: RegionIssueCode,
  severity: Issue["severity"],
  where: Issue["where"],
  context: Issue["context"] = {},
): Issue {
  return { code, severity, where, context };
}
