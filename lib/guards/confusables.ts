import "server-only";

/**
 * Letters of other scripts and Latin relatives that look like a letter of the Latin alphabet: the common part of
 * Unicode's confusables (UTS 39), both cases, and the small capitals and turned letters of "fancy text" sites.
 */
const lookalikes: Readonly<Record<string, string>> = {
  a: "аАɑΑαᴀɐ𐊠ӑӓаꭺᎪ",
  b: "ЬьΒВвʙᏴƄɓᛒ",
  c: "сСϲϹᴄⅽɔᏟⲤⲥ",
  d: "ԁᴅɗđĐⅾᎠδ",
  e: "еЕєЄΕεᴇҽɛǝ℮ɘᎬҿ",
  f: "ғƒꜰϝɟẝ",
  g: "ɡɢԍɠƍᏀ",
  h: "һНнΗʜɥᏂᎻհ",
  i: "іІΙιɪıίїƖᎥӀɩ",
  j: "јЈʝᴊɾᎫϳ",
  k: "кКΚκᴋκʞᏦҡ",
  l: "ⅼʟӏɭᏞǀłŁ",
  m: "мМΜᴍɯᎷⅿ",
  n: "пΝηɴհոᴎи",
  o: "оОΟοσօᴏөӨ0૦",
  p: "рРΡρᴘᏢ",
  q: "ԛɋգ",
  r: "гᴦʀɹяЯᏒɽ",
  s: "ѕЅꜱʂᏚƨ",
  t: "тТΤτᴛʇᎢ",
  u: "υᴜսцμ",
  v: "νѵѴᴠʌᏙⅴ",
  w: "ԝѡωᴡʍᎳшШ",
  x: "хХΧχⅹ×",
  y: "уУΥγʏүҮʎʸ",
  z: "ΖᴢʐᏃzᴢ",
};

/** From a look-alike's code point to the lower-case Latin letter. */
export const latinLookalikes: ReadonlyMap<number, string> = new Map(
  Object.entries(lookalikes).flatMap(([letter, others]) =>
    [...others].flatMap((other): [number, string][] => {
      const code = other.codePointAt(0) ?? 0;
      return code < 128 ? [] : [[code, letter]];
    }),
  ),
);

/** The other way round, for Latin letters strewn into Cyrillic words. */
export const cyrillicLookalikes: ReadonlyMap<string, string> = new Map(
  [..."aаeеoоpрcсyуxхkкmмtтbвhнiі3з"].flatMap((letter, index, all): [string, string][] => {
    const other = all[index + 1];
    return index % 2 === 0 && other !== undefined ? [[letter, other]] : [];
  }),
);
