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
  "texture-in-fractions": {
    en: "sand, silt and clay add up to {sum}, expected 100 %; they look like fractions. Multiply them by 100.",
    zh: "砂、粉、黏粒合计 {sum}，应为 100%；看似小数。请乘以 100。",
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
  "table-not-text": {
    en: "the file is no text in UTF-8 or GB18030. Save the table as CSV.",
    zh: "文件不是 UTF-8 或 GB18030 文本。请另存为 CSV。",
  },
  "comparison-size": {
    en: "the header names {found} things to compare, 1 to {most} are possible: no random index is known for more. Name them after an empty first cell.",
    zh: "表头列出 {found} 个比较对象，只能为 1 至 {most} 个：更多时没有随机一致性指标。请在首格之后列出名称。",
  },
  "comparison-names-unclear": {
    en: "the header names {found}: each thing compared needs a name of its own. Correct it.",
    zh: "表头名称为 {found}：每个比较对象须有各自的名称。请改正。",
  },
  "judgement-not-a-number": {
    en: "found {found}, expected a decimal number or a fraction such as 1/3. Correct it.",
    zh: "实为 {found}，应为小数或形如 1/3 的分数。请改正。",
  },
  "judgement-missing": {
    en: "{row} and {column} are not compared in either direction. State one of the two judgements.",
    zh: "{row} 与 {column} 的两个方向均未比较。请填写其一。",
  },
  "judgement-beyond-scale": {
    en: "the judgement {given} lies beyond the scale of 1/9 to 9. It is used as it stands; check it.",
    zh: "判断值 {given} 超出 1/9 至 9 的标度，仍按原值采用。请核对。",
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
  "values-are-fractions": {
    en: "values run from {least} to {most} (median {median}), expected {low} to {high} {unit}; they look like fractions. Multiply by {factor}.",
    zh: "数值为 {least} 至 {most}（中位数 {median}），应为 {low} 至 {high} {unit}；看似小数而非百分数。请乘以 {factor}。",
  },
  "values-hundredfold": {
    en: "values run from {least} to {most} (median {median}), expected {low} to {high} {unit}; they look like percent times 100. Multiply by {factor}.",
    zh: "数值为 {least} 至 {most}（中位数 {median}），应为 {low} 至 {high} {unit}；看似百分数的 100 倍。请乘以 {factor}。",
  },
  "values-in-tenths": {
    en: "values run from {least} to {most} (median {median}), expected {low} to {high} {unit}; they look like tenths of the unit. Multiply by {factor}.",
    zh: "数值为 {least} 至 {most}（中位数 {median}），应为 {low} 至 {high} {unit}；看似以十分之一单位存储。请乘以 {factor}。",
  },
  "values-in-millimetres": {
    en: "values run from {least} to {most} (median {median}), expected {low} to {high} {unit}; they look like millimetres. Multiply by {factor}.",
    zh: "数值为 {least} 至 {most}（中位数 {median}），应为 {low} 至 {high} {unit}；看似毫米。请乘以 {factor}。",
  },
  "values-in-centimetres": {
    en: "values run from {least} to {most} (median {median}), expected {low} to {high} {unit}; they look like centimetres. Multiply by {factor}.",
    zh: "数值为 {least} 至 {most}（中位数 {median}），应为 {low} 至 {high} {unit}；看似厘米。请乘以 {factor}。",
  },
  "values-in-metres": {
    en: "values run from {least} to {most} (median {median}), expected {low} to {high} {unit}; they look like metres. Multiply by {factor}.",
    zh: "数值为 {least} 至 {most}（中位数 {median}），应为 {low} 至 {high} {unit}；看似米。请乘以 {factor}。",
  },
  "values-in-feet": {
    en: "values run from {least} to {most} (median {median}), expected {low} to {high} {unit}; they look like feet, seen from the station's height. Multiply by {factor} if they are.",
    zh: "数值为 {least} 至 {most}（中位数 {median}），应为 {low} 至 {high} {unit}；与气象站高程相比看似英尺。如属实，请乘以 {factor}。",
  },
  "values-monthly": {
    en: "values run from {least} to {most} (median {median}), expected {low} to {high} {unit}; they look like the mean of a month, not the sum of the year. Multiply by {factor}.",
    zh: "数值为 {least} 至 {most}（中位数 {median}），应为 {low} 至 {high} {unit}；看似月均值而非年总量。请乘以 {factor}。",
  },
  "values-in-kelvin": {
    en: "values run from {least} to {most} (median {median}), expected {low} to {high} {unit}; they look like kelvin. Subtract 273.15.",
    zh: "数值为 {least} 至 {most}（中位数 {median}），应为 {low} 至 {high} {unit}；看似开尔文。请减去 273.15。",
  },
  "values-in-fahrenheit": {
    en: "values run from {least} to {most} (median {median}), expected {low} to {high} {unit}; they look like degrees Fahrenheit. Subtract 32 and divide by 1.8.",
    zh: "数值为 {least} 至 {most}（中位数 {median}），应为 {low} 至 {high} {unit}；看似华氏度。请减 32 后除以 1.8。",
  },
  "values-in-us-units": {
    en: "values run from {least} to {most} (median {median}), expected {low} to {high} {unit}; they look like US units. Multiply by {factor}.",
    zh: "数值为 {least} 至 {most}（中位数 {median}），应为 {low} 至 {high} {unit}；看似美制单位。请乘以 {factor}。",
  },
  "values-in-percent-slope": {
    en: "values run from {least} to {most} (median {median}), expected {low} to {high} {unit}; they look like percent, not degrees. Compute the slope in degrees: atan(percent / 100).",
    zh: "数值为 {least} 至 {most}（中位数 {median}），应为 {low} 至 {high} {unit}；看似百分比坡度而非度。请换算为度：atan(百分比 / 100)。",
  },
  "values-scaled": {
    en: "values run from {least} to {most} (median {median}), expected {low} to {high} {unit}; they look like whole numbers scaled for storage. Multiply by {factor}.",
    zh: "数值为 {least} 至 {most}（中位数 {median}），应为 {low} 至 {high} {unit}；看似为存储而放大的整数。请乘以 {factor}。",
  },
  "values-byte-coded": {
    en: "values run from {least} to {most} (median {median}), expected {low} to {high} {unit}; they look like bytes that code -1 to 1 as 0 to 200. Divide by 100 and subtract 1.",
    zh: "数值为 {least} 至 {most}（中位数 {median}），应为 {low} 至 {high} {unit}；看似以 0 至 200 编码 -1 至 1 的字节值。请除以 100 再减 1。",
  },
  "values-in-hours": {
    en: "values run from {least} to {most} (median {median}), expected {low} to {high} {unit}; they look like hours. Multiply by {factor} if they are.",
    zh: "数值为 {least} 至 {most}（中位数 {median}），应为 {low} 至 {high} {unit}；看似小时。如属实，请乘以 {factor}。",
  },
  "values-in-seconds": {
    en: "values run from {least} to {most} (median {median}), expected {low} to {high} {unit}; they look like seconds. Multiply by {factor} if they are.",
    zh: "数值为 {least} 至 {most}（中位数 {median}），应为 {low} 至 {high} {unit}；看似秒。如属实，请乘以 {factor}。",
  },
  "values-per-hundred-metres": {
    en: "values run from {least} to {most} (median {median}), expected {low} to {high} {unit}; this looks like degrees per 100 m. Multiply by {factor}.",
    zh: "数值为 {least} 至 {most}（中位数 {median}），应为 {low} 至 {high} {unit}；看似每 100 米的度数。请乘以 {factor}。",
  },
  "values-per-kilometre": {
    en: "values run from {least} to {most} (median {median}), expected {low} to {high} {unit}; this looks like degrees per kilometre. Multiply by {factor}.",
    zh: "数值为 {least} 至 {most}（中位数 {median}），应为 {low} 至 {high} {unit}；看似每公里的度数。请乘以 {factor}。",
  },
  "values-of-other-sign": {
    en: "values run from {least} to {most} (median {median}), expected {low} to {high} {unit}; this looks like the right figure with the other sign. Leave out the minus.",
    zh: "数值为 {least} 至 {most}（中位数 {median}），应为 {low} 至 {high} {unit}；数值正确但符号相反。请去掉负号。",
  },
  "values-in-grams-per-kilogram": {
    en: "values run from {least} to {most} (median {median}), expected {low} to {high} {unit}; this looks like g/kg. Multiply by {factor}.",
    zh: "数值为 {least} 至 {most}（中位数 {median}），应为 {low} 至 {high} {unit}；看似 g/kg。请乘以 {factor}。",
  },
  "values-out-of-range": {
    en: "values run from {least} to {most} (median {median}), expected {low} to {high} {unit}; {outside} of {of} lie outside. Correct them, or state the file's no-data value.",
    zh: "数值为 {least} 至 {most}（中位数 {median}），应为 {low} 至 {high} {unit}；{of} 个中有 {outside} 个超出范围。请改正，或声明文件的无数据值。",
  },
  "values-unusual": {
    en: "values run from {least} to {most} (median {median}), expected {low} to {high} {unit}; most of a sound layer lies between {usualLow} and {usualHigh}. Check unit and source.",
    zh: "数值为 {least} 至 {most}（中位数 {median}），应为 {low} 至 {high} {unit}；正常数据大多在 {usualLow} 至 {usualHigh} 之间。请检查单位与来源。",
  },
  "unit-not-expected": {
    en: "the unit is stated as {found}, computed is in {expected}. Convert the layer, or correct the unit.",
    zh: "所写单位为 {found}，计算采用 {expected}。请换算图层或改正单位。",
  },
  "class-name-unknown": {
    en: "no class is known as {found}, its land would count as no data. Use one of {expected}.",
    zh: "不认识类别 {found}，其土地会按无数据处理。请使用 {expected} 之一。",
  },
  "layer-has-gaps": {
    en: "the layer has data on {percent} % of the parcels' land (water aside); the rest has none. Fill the gaps or take a larger extract.",
    zh: "图层在图斑土地（水面除外）上的有效面积为 {percent}%，其余无数据。请补齐或使用范围更大的数据。",
  },
  "property-missing": {
    en: "{count} features do not state it and count for nothing; expected {expected}. Add it.",
    zh: "{count} 个要素未填写该属性，将不起作用；应为 {expected}。请补充。",
  },
  "property-out-of-range": {
    en: "{count} features state something else, such as {found}; expected {expected}. Correct them.",
    zh: "{count} 个要素的取值不符，如 {found}；应为 {expected}。请改正。",
  },
  "property-not-known": {
    en: "{count} features state something unknown, such as {found}, which is not used; known are {expected}. Correct them.",
    zh: "{count} 个要素的取值无法识别，如 {found}，未予采用；可用值为 {expected}。请改正。",
  },
  "area-in-other-unit": {
    en: "the stated areas are {ratio} times those of the geometry in hectares: they look like {unit}. Convert them, or remove the property.",
    zh: "所填面积是几何面积（公顷）的 {ratio} 倍，看似 {unit}。请换算或删除该属性。",
  },
  "area-differs": {
    en: "the stated areas are {ratio} times those of the geometry, which is what is computed with. Check reference system and extract.",
    zh: "所填面积是几何面积的 {ratio} 倍，计算采用几何面积。请检查坐标系与裁剪范围。",
  },
  "area-limit-in-other-unit": {
    en: "{limit} ha is more than twenty times the region's {haveHa} ha: it looks like m2 or mu. Convert it to hectares.",
    zh: "{limit} ha 超过研究区面积 {haveHa} ha 的二十倍，看似平方米或亩。请换算为公顷。",
  },
  "grid-in-degrees": {
    en: "origin {originX}, {originY} and cells of {cellSizeM} look like degrees, metres are needed. State the grid in {code}.",
    zh: "原点 {originX}, {originY} 与像元 {cellSizeM} 看似以度为单位，需要米。请按 {code} 填写格网。",
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
