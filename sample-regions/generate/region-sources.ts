/** One fact of a region as its SOURCE.md states it. */
interface FactNote {
  readonly fact: string;
  readonly value: string;
  readonly label: "[S]" | "[K]" | "[E]" | "[S] [E]" | "[K] [E]";
  readonly source: string;
}

interface RegionNotes {
  readonly title: string;
  readonly facts: readonly FactNote[];
  /** Targets that contradict each other, and what was done. */
  readonly conflicts: readonly string[];
}

/** Publications behind the sourced facts. */
export const SOURCES: Readonly<Record<string, string>> = {
  S1: "Wang Linjiao et al., soil organic carbon in typical karst rocky-desertification ecosystems, Acta Ecologica Sinica, doi 10.5846/stxb201510152081 (grade thresholds after Xiong 2002)",
  S2: "Zhang Shihao, Xiong Kangning et al., plant diversity by desertification grade at Salaxi, ChinaXiv 201903.00205",
  S3: "Chen Jing et al., soil aggregates of the plateau mountain at Salaxi, ChinaXiv 202104.00018",
  S4: "Li Hong, Yu Yanghua, leaf traits of Dingtan pepper by altitude, ChinaXiv 202001.00102",
  S5: "Yu Yanghua et al., degraded and normal Dingtan pepper, ChinaXiv 201808.00129",
  S6: "Yu Yanghua et al., soil minerals of six plantations at Guanling and Zhenfeng, ChinaXiv 201809.00047",
  S7: "Li Yangbing et al., evolution of villages, doi 10.5846/stxb201704290789",
  S11: "Guiyang city, Irrigation and Water Conservancy, en.gygov.gov.cn",
  S13: "Guiyang rules on swimming and fishing in Hongfeng and Baihua Lakes, 2012",
  S17: "Territorial plan of Guanling 2021-2035, machine summary, reconnectchina.univie.ac.at",
  S18: "Territorial plan of Zhenfeng 2021-2035, machine summary, reconnectchina.univie.ac.at",
};

const SHARES: readonly FactNote[] = [
  {
    fact: "shares of slope classes and land use",
    value: "see the table below",
    label: "[E]",
    source: "shaped by the descriptions in S1",
  },
  {
    fact: "desertification grades by bare rock",
    value: "below 20, 20-30, over 30-50, over 50-70, above 70 %",
    label: "[S]",
    source: "S1",
  },
  {
    fact: "shares of the grades",
    value: "see the table below",
    label: "[E]",
    source: "shaped by the descriptions in S1",
  },
  {
    fact: "population and on-site labour",
    value: "see the table below",
    label: "[E]",
    source: "design estimate",
  },
  {
    fact: "working days",
    value: "about 230 person-days a year for each worker, today's work included",
    label: "[E]",
    source: "design estimate",
  },
  { fact: "irrigation sources", value: "see the table below", label: "[E]", source: "design estimate" },
  {
    fact: "natural and public-welfare forest",
    value: "25 % and 30 % of forest and shrub",
    label: "[E]",
    source: "design estimate",
  },
  { fact: "lapse rate", value: "0.006 degC/m", label: "[K]", source: "standard atmosphere" },
  {
    fact: "soil type, depth and pH",
    value: "from rock, slope, grade and use",
    label: "[E]",
    source: "rules of the generator",
  },
];

const METHOD_CONFLICT =
  "The grade layer follows the thresholds of bare rock. The LY/T 1840 point score gives other shares on the same layers by construction (it calls everything under 30 % bare rock none), so the method is always named and the two are never compared.";

export const FACT_NOTES: Readonly<Record<string, RegionNotes>> = {
  "red-maple-lake": {
    title: "Red Maple Lake (Hongfeng) 红枫湖",
    facts: [
      {
        fact: "bounding box",
        value: "106°19′-106°25′ E, 26°28′-26°34′ N",
        label: "[K]",
        source: "general knowledge",
      },
      {
        fact: "area",
        value: "60.4 km2",
        label: "[K]",
        source: "general knowledge; sub-area of 20.9 km2 in S7",
      },
      {
        fact: "elevation",
        value: "1240-1451 m",
        label: "[S] [E]",
        source: "S1 (1271-1451, its Table 3 1210-1450); see below",
      },
      { fact: "normal lake level", value: "1240 m", label: "[K]", source: "general knowledge" },
      {
        fact: "Maiweng River feeds Hongfeng Lake",
        value: "57.6 km2 of lake in all",
        label: "[S]",
        source: "S11",
      },
      { fact: "mean temperature at 1270 m", value: "14.0 degC", label: "[K]", source: "general knowledge" },
      { fact: "precipitation", value: "1208 mm, 75 % of it April to August", label: "[S]", source: "S1" },
      { fact: "rock", value: "limestone, dolomite, argillaceous dolomite", label: "[S]", source: "S1" },
      { fact: "shares of rock", value: "see the table below", label: "[E]", source: "design estimate" },
      { fact: "soils", value: "yellow, limestone and paddy soil", label: "[S]", source: "S1" },
      { fact: "drinking-water zones exist", value: "I, II and quasi-zone", label: "[S]", source: "S13" },
      {
        fact: "shares of zones, redline, basic farmland",
        value: "see the table below",
        label: "[E]",
        source: "design estimate",
      },
      {
        fact: "present stands",
        value: "grape and kiwi trellis, tea, loquat",
        label: "[K]",
        source: "general knowledge",
      },
      ...SHARES,
    ],
    conflicts: [
      "The lowest published height (1210 m) lies below the normal level of the lake (1240 m). Lower ground exists in the layers only downstream of the dam, outside the study area; the range tested is 1240-1451 m.",
      METHOD_CONFLICT,
    ],
  },
  "salad-creek": {
    title: "Salad Creek (Salaxi) 撒拉溪",
    facts: [
      {
        fact: "bounding box",
        value: "105°02′01″-105°08′09″ E, 27°11′36″-27°16′51″ N",
        label: "[S]",
        source: "S2",
      },
      {
        fact: "area",
        value: "86.3 km2",
        label: "[K]",
        source: "general knowledge; the box of S2 has 98 km2",
      },
      { fact: "elevation", value: "1600-2110 m", label: "[S]", source: "S2 (1600-2000, plots up to 2110)" },
      { fact: "mean temperature at 1742 m", value: "12.9 degC", label: "[S]", source: "S2 S3" },
      {
        fact: "precipitation",
        value: "930 mm, most of it June to September",
        label: "[S]",
        source: "S2 (900-1000), S3 (900)",
      },
      { fact: "carbonate rock", value: "74.26 %", label: "[S]", source: "S3" },
      { fact: "rock", value: "limestone and shale", label: "[S]", source: "S3" },
      { fact: "soils", value: "mainly yellow, some yellow-brown", label: "[S]", source: "S2" },
      {
        fact: "shares of zones, redline, basic farmland",
        value: "see the table below",
        label: "[E]",
        source: "design estimate",
      },
      { fact: "present stands", value: "Rosa roxburghii, walnut", label: "[K]", source: "general knowledge" },
      ...SHARES,
    ],
    conflicts: [
      "1600 m is published both as the lowest (S2) and as the mean height (S3). The lowest is met; the mean of the layers is about 1900 m.",
      "Carbonate rock on 74.26 % and no desertification on 30 % leave little room: clastic rock is none by nature, so nearly all karst is potential or worse. A third class, interbedded argillaceous rock (10.74 %), stands between.",
      METHOD_CONFLICT,
    ],
  },
  huajiang: {
    title: "Huajiang 花江",
    facts: [
      {
        fact: "bounding box",
        value: "105°36′30″-105°46′30″ E, 25°38′-25°43′ N",
        label: "[K]",
        source: "general knowledge; plots of S4 and S6 lie inside",
      },
      {
        fact: "area",
        value: "51.6 km2",
        label: "[K]",
        source: "general knowledge; gorge core of 30.9 km2 in S7",
      },
      { fact: "elevation", value: "370-1473 m", label: "[S]", source: "S5 (450-1450 in S1)" },
      { fact: "mean temperature at 700 m", value: "18.4 degC", label: "[S]", source: "S5" },
      {
        fact: "dry-hot valley below 850 m",
        value: "0.6 degC warmer",
        label: "[S] [E]",
        source: "S1 S4 for the break, the amount is an estimate",
      },
      { fact: "precipitation", value: "1100 mm, 83 % of it May to October", label: "[S]", source: "S1 S4" },
      { fact: "carbonate rock", value: "78.45 %", label: "[S]", source: "S5" },
      { fact: "soils", value: "limestone soil, 15-25 cm in pepper plots", label: "[S]", source: "S1 S4" },
      {
        fact: "redline of the two counties",
        value: "25.0 % and 11 %",
        label: "[S]",
        source: "area and redline of S17 S18, by arithmetic",
      },
      { fact: "basic farmland", value: "15 %", label: "[S]", source: "S17 S18, by arithmetic" },
      {
        fact: "shares of water zones",
        value: "see the table below",
        label: "[E]",
        source: "design estimate",
      },
      {
        fact: "present stands",
        value: "green pepper, pitaya, loquat, walnut, honeysuckle",
        label: "[S]",
        source: "S4 S6",
      },
      ...SHARES,
    ],
    conflicts: [
      "Carbonate rock on 78.45 % and no desertification on only 14 % contradict each other: rock that cannot be desertified would leave 21.55 % none. A third class, interbedded argillaceous rock (13.55 %), may be potential or light, and only 8 % is clastic.",
      "The two counties' redline shares hold on the two banks of the river; a village that reaches across it is counted for the county that holds most of it, so the measured shares differ a little.",
      METHOD_CONFLICT,
    ],
  },
};
