import type { Bilingual } from "#solver/region";
import { makeRandom } from "./core/random.ts";

/** Syllables of invented names; every one is common in the hills of Guizhou and none is taken from a map. */
const SIDES = pairs("上 Shang|下 Xia|大 Da|小 Xiao|新 Xin|老 Lao|前 Qian|后 Hou|中 Zhong|高 Gao");
const PLACES = pairs(
  "田坝 tianba|岩脚 yanjiao|水井 shuijing|柿树 shishu|竹林 zhulin|梨园 liyuan|石板 shiban|土坡 tupo|桥头 qiaotou|坪子 pingzi|沟边 goubian|箐口 qingkou|茅坡 maopo|棕树 zongshu",
);
const STREAMS = pairs(
  "清水沟 Qingshuigou|白岩沟 Baiyangou|青杠沟 Qingganggou|漆树沟 Qishugou|干河 Ganhe|响水河 Xiangshuihe|牛滚塘 Niuguntang|野鸭塘 Yeyatang|杉木沟 Shamugou|龙洞沟 Longdonggou|冷水河 Lengshuihe|苦竹沟 Kuzhugou|石灰沟 Shihuigou|杨家湾 Yangjiawan|大树沟 Dashugou|猫洞沟 Maodonggou|双水井 Shuangshuijing|黑泥沟 Heinigou|滥泥坝 Lanniba|月亮坝 Yueliangba|燕子沟 Yanzigou|滴水岩 Dishuiyan|麻柳沟 Maliugou|桃树湾 Taoshuwan|土地关 Tudiguan|花鱼沟 Huayugou|鸡冠沟 Jiguangou|绿荫塘 Lüyintang",
);

function pairs(list: string): Bilingual[] {
  return list.split("|").map((pair) => {
    const [zh, en] = pair.split(" ");
    return { zh, en };
  });
}

/** Different names for the hamlets of a region. */
export function nameHamlets(seed: number, count: number): Bilingual[] {
  const all = SIDES.flatMap((side) =>
    PLACES.map((place) => ({ zh: side.zh + place.zh, en: side.en + place.en })),
  );
  return draw(all, seed, count);
}

/** Different names for the sub-basins of a region. */
export function nameSubBasins(seed: number, count: number): Bilingual[] {
  return draw(STREAMS, seed, count).map(({ zh, en }) => ({ zh: `${zh}小流域`, en: `${en} catchment` }));
}

function draw(names: readonly Bilingual[], seed: number, count: number): Bilingual[] {
  if (count > names.length) throw new Error(`${count} names wanted, ${names.length} known`);
  const random = makeRandom(seed * 53 + 1);
  const order = names.map((name) => ({ name, key: random() })).sort((a, b) => a.key - b.key);
  return order.slice(0, count).map(({ name }) => name);
}
