import type { Bilingual } from "#solver/region";

/** A region that comes with the app, as its card shows it before any file is read. */
export interface SampleRegion {
  readonly id: string;
  readonly name: Bilingual;
  readonly place: Bilingual;
  readonly landform: Bilingual;
}

/** The files are served one by one and a folder cannot be listed, so the three names stand here, and only here. */
export const SAMPLE_REGIONS: readonly SampleRegion[] = [
  {
    id: "red-maple-lake",
    name: { en: "Red Maple Lake (Hongfeng)", zh: "红枫湖" },
    place: { en: "Qingzhen", zh: "清镇" },
    landform: { en: "Karst plateau basin with a lake", zh: "喀斯特高原盆地，湖泊与峰林" },
  },
  {
    id: "salad-creek",
    name: { en: "Salad Creek (Salaxi)", zh: "撒拉溪" },
    place: { en: "Bijie", zh: "毕节" },
    landform: { en: "Karst plateau mountain with dolines", zh: "喀斯特高原山地，溪流与洼地" },
  },
  {
    id: "huajiang",
    name: { en: "Huajiang", zh: "花江" },
    place: { en: "Guanling and Zhenfeng", zh: "关岭—贞丰" },
    landform: { en: "Deep karst gorge with peak clusters", zh: "喀斯特高原峡谷，峰丛与深谷" },
  },
];
