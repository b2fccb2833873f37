import type { Issue } from "./issue.ts";

/** Sentences by issue code in both languages; `{name}` stands for a value of the issue's context. */
export type IssueMessages = Readonly<Record<string, { readonly en: string; readonly zh: string }>>;

/** What `gis` can find, what it means and what to do. */
export const GIS_MESSAGES = {
  "elevation-in-degrees": {
    en: "the cells of this elevation model are in degrees ({code}), heights in metres: a slope would be wrong by a factor of 100,000. Project it to a metric system first, such as its UTM or Gauss-Kruger zone.",
    zh: "该高程模型的像元以度为单位（{code}），而高程以米计，坡度会相差十万倍。请先投影到米制坐标系，如所在的 UTM 或高斯—克吕格带。",
  },
  "cells-not-square": {
    en: "the cells are {width} wide and {height} high; terrain is described on square cells. Resample it.",
    zh: "像元宽 {width}、高 {height}；地形分析要求正方形像元。请重采样。",
  },
  "elevation-too-small": {
    en: "the elevation model has {cols} x {rows} cells; a slope needs at least 2 x 2. Use a larger piece.",
    zh: "高程模型只有 {cols} x {rows} 个像元；计算坡度至少需要 2 x 2。请使用更大的范围。",
  },
  "too-large-for-flow": {
    en: "flow needs the whole surface at once, and {cells} cells are more than {limit}. Leave out {layers} by --only, or cut the model.",
    zh: "汇流须一次处理整个表面，而 {cells} 个像元超过 {limit}。请用 --only 略去 {layers}，或裁剪高程模型。",
  },
  "file-too-large": {
    en: "the file has {bytes} bytes, at most {limit} are read. Cut it to the region or simplify it.",
    zh: "文件有 {bytes} 字节，最多读取 {limit} 字节。请裁剪到研究区或简化后再试。",
  },
  "not-a-tiff": {
    en: "the {bytes} bytes are no TIFF, whatever the file is called. Export the layer as GeoTIFF.",
    zh: "这 {bytes} 字节不是 TIFF 内容（与文件名无关）。请将图层导出为 GeoTIFF。",
  },
  "tiff-truncated": {
    en: "the file ends at byte {at}, its contents need {needed}. Copy or download it again.",
    zh: "文件在第 {at} 字节处结束，而内容需要 {needed} 字节。请重新复制或下载。",
  },
  "tiff-bad-offset": {
    en: "the file points to byte {offset}, where nothing can stand (it has {bytes} bytes). It is damaged: export it again.",
    zh: "文件指向第 {offset} 字节，该处不可能有内容（共 {bytes} 字节）。文件已损坏，请重新导出。",
  },
  "tiff-cycle": {
    en: "the directory at byte {offset} leads back to itself. The file is damaged: export it again.",
    zh: "第 {offset} 字节处的目录又指回自身。文件已损坏，请重新导出。",
  },
  "tiff-too-many-directories": {
    en: "the file has more than {limit} images. Export the wanted one alone.",
    zh: "文件含有超过 {limit} 幅影像。请只导出所需的一幅。",
  },
  "tiff-too-many-entries": {
    en: "a directory has {count} entries, at most {limit} are read. The file is damaged: export it again.",
    zh: "目录有 {count} 个条目，最多读取 {limit} 个。文件已损坏，请重新导出。",
  },
  "tiff-count-beyond-file": {
    en: "tag {tag} claims {count} values, more than the file's {bytes} bytes can hold. The file is damaged: export it again.",
    zh: "标签 {tag} 声称有 {count} 个值，超出文件的 {bytes} 字节。文件已损坏，请重新导出。",
  },
  "tiff-bad-tag-type": {
    en: "tag {tag} has field type {type}, which it cannot have. The file is damaged: export it again.",
    zh: "标签 {tag} 的字段类型为 {type}，不合规范。文件已损坏，请重新导出。",
  },
  "tiff-bad-size": {
    en: "the image has {width} x {height} cells. At least 1 and at most 1,048,576 a side and 1,000,000,000 in all can be read: cut it to the region.",
    zh: "影像为 {width} x {height} 个像元。每边须为 1 至 1,048,576，总数不超过 1,000,000,000：请裁剪到研究区。",
  },
  "tiff-bad-bands": {
    en: "the image has {bands} bands, 1 to {limit} can be read. Export the wanted band alone.",
    zh: "影像有 {bands} 个波段，可读取 1 至 {limit} 个。请只导出所需波段。",
  },
  "tiff-bad-layout": {
    en: "the planar configuration is {planar}, known are 1 and 2. The file is damaged: export it again.",
    zh: "平面配置为 {planar}，只认识 1 和 2。文件已损坏，请重新导出。",
  },
  "tiff-bad-block": {
    en: "the strips or tiles have {width} x {height} cells; they must not be empty nor larger than {limit} bytes. Export with tiles of 256.",
    zh: "条带或瓦片为 {width} x {height} 像元；不得为空，也不得超过 {limit} 字节。请以 256 的瓦片导出。",
  },
  "tiff-missing-blocks": {
    en: "{found} of {expected} strips or tiles are there, and no value stands for missing ones. Export the file again, without sparse blocks.",
    zh: "{expected} 个条带或瓦片中只有 {found} 个，且未说明缺失部分的取值。请重新导出，不使用稀疏块。",
  },
  "tiff-block-too-short": {
    en: "strip or tile {block} has {bytes} bytes for {expected} bytes of cells: the file is too small for its size. Export it again.",
    zh: "第 {block} 个条带或瓦片只有 {bytes} 字节，而像元需要 {expected} 字节：文件太小。请重新导出。",
  },
  "tiff-block-too-large": {
    en: "a strip or tile unpacks to more than its {limit} bytes. The file is damaged or made to exhaust memory: do not use it.",
    zh: "某条带或瓦片解压后超过应有的 {limit} 字节。文件已损坏或意在耗尽内存，请勿使用。",
  },
  "tiff-block-damaged": {
    en: "a strip or tile does not unpack into the {limit} bytes it stands for. Copy or export the file again.",
    zh: "某个条带或瓦片无法解压为应有的 {limit} 字节。请重新复制或导出。",
  },
  "tiff-bad-sample-type": {
    en: "cells are of type {format} with {bits} bits; known are {known}. Export as Float32, Int16 or Byte.",
    zh: "像元类型为 {format}，{bits} 位；可用类型为 {known}。请导出为 Float32、Int16 或 Byte。",
  },
  "tiff-lossy-compression": {
    en: "{compression} compression changes values, which ruins classes and heights. Export with DEFLATE, LZW or ZSTD.",
    zh: "{compression} 压缩会改变数值，破坏类别和高程。请用 DEFLATE、LZW 或 ZSTD 导出。",
  },
  "tiff-unknown-compression": {
    en: "compression {compression} is not known. Export with DEFLATE, LZW, PackBits, ZSTD, LERC or none.",
    zh: "不认识压缩方式 {compression}。请用 DEFLATE、LZW、PackBits、ZSTD、LERC 或不压缩导出。",
  },
  "tiff-bad-predictor": {
    en: "predictor {predictor} does not fit the cells. Export with predictor 1 or 2, or 3 for Float32.",
    zh: "预测器 {predictor} 与像元类型不符。请用预测器 1 或 2（Float32 可用 3）导出。",
  },
  "tiff-unreadable": {
    en: "the file cannot be decoded ({reason}). Export it again, for example with DEFLATE.",
    zh: "文件无法解码（{reason}）。请重新导出，例如用 DEFLATE。",
  },
  "no-georeference": {
    en: "the image has no usable position (tie point and cell size). Export it with its georeference.",
    zh: "影像没有可用的位置信息（控制点与像元大小）。请带地理参考导出。",
  },
  "rotated-raster": {
    en: "the image is rotated, mirrored or warped. Resample it to a north-up grid.",
    zh: "影像被旋转、镜像或扭曲。请重采样为正北朝上的格网。",
  },
  "missing-crs": {
    en: "the file does not say its reference system. Assign it (for example EPSG:4544) and export again.",
    zh: "文件未说明坐标系。请指定坐标系（如 EPSG:4544）后重新导出。",
  },
  "user-defined-crs": {
    en: "the file spells out a reference system of its own instead of naming one. Assign the code it stands for (for example EPSG:4544) and export again.",
    zh: "文件自行定义坐标系而未写明代号。请指定对应代号（如 EPSG:4544）后重新导出。",
  },
  "unknown-crs": {
    en: "the reference system {code} is not among those computed with. Reproject to CGCS2000 (EPSG:4490, 4513-4554) or WGS 84 (EPSG:4326, UTM 32601-32660, 32701-32760).",
    zh: "坐标系 {code} 不在可用之列。请转换到 CGCS2000（EPSG:4490、4513-4554）或 WGS 84（EPSG:4326、UTM 32601-32660、32701-32760）。",
  },
  "area-distorting": {
    en: "Web Mercator ({code}) enlarges areas, at 26 degrees by a quarter. Reproject to CGCS2000 (for example EPSG:4544).",
    zh: "Web 墨卡托（{code}）会放大面积，在北纬 26° 约放大四分之一。请转换到 CGCS2000（如 EPSG:4544）。",
  },
  "raster-outside-region": {
    en: "the image does not touch the region's grid. Check its reference system, or take another tile.",
    zh: "影像与研究区格网不相交。请检查坐标系，或换用其他图幅。",
  },
  "raster-in-degrees": {
    en: "the origin {x}, {y} looks like degrees, but {code} is in metres. Assign the system the file is really in (for example EPSG:4490), or reproject it.",
    zh: "起点 {x}, {y} 看似以度为单位，而 {code} 以米为单位。请指定文件实际的坐标系（如 EPSG:4490）或重新投影。",
  },
  "raster-in-metres": {
    en: "the origin {x}, {y} looks like metres, but {code} is in degrees. Assign the system the file is really in (for example EPSG:4544), or reproject it.",
    zh: "起点 {x}, {y} 看似以米为单位，而 {code} 以度为单位。请指定文件实际的坐标系（如 EPSG:4544）或重新投影。",
  },
  "raster-covers-part": {
    en: "the image covers {percent} % of the region's grid; the rest has no data. Take a larger extract.",
    zh: "影像只覆盖研究区格网的 {percent}%，其余无数据。请使用范围更大的数据。",
  },
  "raster-too-large": {
    en: "the region needs {cells} cells of this image, at most {limit} are read at once. Resample it to the region's cell size.",
    zh: "研究区需要该影像的 {cells} 个像元，一次最多读取 {limit} 个。请重采样到研究区的像元大小。",
  },
  "raster-has-more-bands": {
    en: "the image has {bands} bands; the first is read. Export the wanted band alone.",
    zh: "影像有 {bands} 个波段，只读取第一个。请只导出所需波段。",
  },
  "infinite-values": {
    en: "{count} cells are infinite and were taken for no data. Give them the no-data value.",
    zh: "{count} 个像元为无穷大，已视为无数据。请将其设为无数据值。",
  },
  "raster-without-data": {
    en: "no cell holds a value. Check the no-data value and the extract.",
    zh: "没有任何像元有值。请检查无数据值和裁剪范围。",
  },
  "not-utf8": {
    en: "the text is not UTF-8. Save the file as UTF-8.",
    zh: "文本不是 UTF-8 编码。请另存为 UTF-8。",
  },
  "not-json": {
    en: "the text is not JSON ({reason}). Export the file again.",
    zh: "文本不是 JSON（{reason}）。请重新导出。",
  },
  "json-too-deep": {
    en: "brackets are nested more than {limit} deep. Export plain GeoJSON.",
    zh: "括号嵌套超过 {limit} 层。请导出普通的 GeoJSON。",
  },
  "not-geojson": {
    en: "the JSON is no FeatureCollection. Export the layer as GeoJSON.",
    zh: "JSON 不是 FeatureCollection。请将图层导出为 GeoJSON。",
  },
  "geojson-crs-member": {
    en: "coordinates are in {code}, as its crs member says. RFC 7946 asks for WGS 84: readers elsewhere may put them wrong.",
    zh: "按其 crs 成员，坐标采用 {code}。RFC 7946 要求 WGS 84，其他软件可能放错位置。",
  },
  "not-a-feature": {
    en: "{count} entries are no features ({features}). Remove them or export again.",
    zh: "{count} 个条目不是要素（{features}）。请删除或重新导出。",
  },
  "feature-without-geometry": {
    en: "{count} features have no geometry and were passed over ({features}). Draw or remove them.",
    zh: "{count} 个要素没有几何，已跳过（{features}）。请补绘或删除。",
  },
  "duplicate-feature-id": {
    en: "{count} features carry an id that stands before them ({features}). Give each its own.",
    zh: "{count} 个要素的编号与前面的重复（{features}）。请逐一编号。",
  },
  "ring-repaired": {
    en: "rings of {count} features were closed or rid of repeated points ({features}). Nothing to do.",
    zh: "{count} 个要素的环已闭合或去除重复点（{features}）。无需处理。",
  },
  "unsupported-geometry": {
    en: "{count} features are of a kind that is not read, such as {type} ({features}). Split them into points, lines or polygons.",
    zh: "{count} 个要素的几何类型不能读取，如 {type}（{features}）。请拆分为点、线或面。",
  },
  "bad-coordinate": {
    en: "{count} features have a coordinate that is no pair of finite numbers, such as {value} ({features}). Correct or remove them.",
    zh: "{count} 个要素的坐标不是一对有限数，如 {value}（{features}）。请改正或删除。",
  },
  "too-many-vertices": {
    en: "the layer has more than {limit} vertices. Simplify it or cut it to the region.",
    zh: "图层超过 {limit} 个顶点。请简化或裁剪到研究区。",
  },
  "coordinates-swapped": {
    en: "{count} features have latitude before longitude, such as {value} ({features}). Swap the axes: longitude comes first.",
    zh: "{count} 个要素纬度在前，如 {value}（{features}）。请交换坐标：经度在前。",
  },
  "coordinates-not-degrees": {
    en: "{count} features have coordinates that are no degrees, such as {value} ({features}). Reproject to WGS 84, or name the system in the crs member.",
    zh: "{count} 个要素的坐标不是度，如 {value}（{features}）。请转换到 WGS 84，或在 crs 成员中写明坐标系。",
  },
  "coordinate-outside-crs": {
    en: "{count} features lie where {crs} does not hold, such as {value} ({features}). Check their place or the region's reference system.",
    zh: "{count} 个要素位于 {crs} 适用范围之外，如 {value}（{features}）。请检查位置或研究区坐标系。",
  },
  "too-few-points": {
    en: "{count} features have a line or ring of {points} points where {needed} are needed ({features}). Redraw or remove them.",
    zh: "{count} 个要素的线或环只有 {points} 个点，至少需要 {needed} 个（{features}）。请重绘或删除。",
  },
  "layer-outside-region": {
    en: "no feature touches the region's grid. Check the reference system and the order of the axes.",
    zh: "没有要素与研究区格网相交。请检查坐标系和坐标顺序。",
  },
  "no-planning-units": {
    en: "the layer has no planning units. Add the parcels to decide on.",
    zh: "图层没有规划单元。请添加待决策的图斑。",
  },
  "unit-without-id": {
    en: "{count} planning units have no id, by which a saved layout would know them. Give every feature an id.",
    zh: "{count} 个规划单元没有编号，保存的布局无法识别它们。请为每个要素编号。",
  },
  "unit-id-twice": {
    en: "{count} planning units carry an id that another has ({features}). Give each its own.",
    zh: "{count} 个规划单元的编号与其他单元重复（{features}）。请逐一编号。",
  },
  "unit-not-polygon": {
    en: "{count} planning units are no polygons but {type} ({features}). Draw their areas or remove them.",
    zh: "{count} 个规划单元不是面而是 {type}（{features}）。请绘出面状范围或删除。",
  },
  "unit-crosses-itself": {
    en: "the boundary of {count} planning units crosses itself, the first at {x}, {y} ({features}). Repair the geometry.",
    zh: "{count} 个规划单元的边界自相交，首处位于 {x}, {y}（{features}）。请修复几何。",
  },
  "unit-without-area": {
    en: "{count} planning units have no area ({features}; the first has {areaM2} m2). Remove them or merge them with a neighbour.",
    zh: "{count} 个规划单元没有面积（{features}；首个为 {areaM2} m2）。请删除或并入相邻单元。",
  },
  "unit-beyond-grid": {
    en: "{count} planning units reach beyond the region's grid, the first by {beyondM} m ({features}). Widen the grid or cut the units.",
    zh: "{count} 个规划单元超出研究区格网，首个超出 {beyondM} m（{features}）。请扩大格网或裁剪单元。",
  },
  "unit-shape-twice": {
    en: "{count} planning units have the shape of another, the first that of {first} ({features}). Remove the copies.",
    zh: "{count} 个规划单元与其他单元形状相同，首个与 {first} 相同（{features}）。请删除重复项。",
  },
  "units-overlap": {
    en: "planning units overlap by {areaHa} ha in {cells} cells; that land is counted twice. Clean the topology.",
    zh: "规划单元重叠 {areaHa} ha（{cells} 个像元），这些土地被重复计算。请清理拓扑。",
  },
} as const satisfies IssueMessages;

export type GisIssueCode = keyof typeof GIS_MESSAGES;

/** An issue of `gis`, so that no code is used that has no sentence. */
export function gisIssue(
  code: GisIssueCode,
  severity: Issue["severity"],
  where: Issue["where"],
  context: Issue["context"] = {},
): Issue {
  return { code, severity, where, context };
}

/**
 * One sentence for an issue: where it was found, what it is, what to do. A code without a sentence is printed with
 * its values, so that nothing found is ever lost.
 */
export function composeSentence(issue: Issue, locale: "en" | "zh", messages: IssueMessages): string {
  const template = Object.hasOwn(messages, issue.code) ? messages[issue.code][locale] : undefined;
  const values = Object.entries(issue.context).map(([name, value]) => `${name} ${value}`);
  const body =
    template?.replace(/\{(\w+)\}/g, (hole, name: string) =>
      Object.hasOwn(issue.context, name) ? String(issue.context[name]) : hole,
    ) ?? [issue.code, ...values].join(", ");
  const place = placeOf(issue, locale);
  if (place === "") return body;
  return locale === "zh" ? `${place}：${body}` : `${place}: ${body}`;
}

function placeOf({ where }: Issue, locale: "en" | "zh"): string {
  const feature =
    where.feature === undefined
      ? undefined
      : locale === "zh"
        ? `要素 ${where.feature}`
        : `feature ${where.feature}`;
  const parts = [where.file ?? where.layer, feature, where.field].filter((part) => part !== undefined);
  return parts.join(locale === "zh" ? "，" : ", ");
}
