import "server-only";
import type { Lexicon } from "./lexicon";
import { afrikaans } from "./lexicons/afrikaans";
import { albanian } from "./lexicons/albanian";
import { amharic } from "./lexicons/amharic";
import { arabic } from "./lexicons/arabic";
import { armenian } from "./lexicons/armenian";
import { azerbaijaniUzbek } from "./lexicons/azerbaijani-uzbek";
import { basque } from "./lexicons/basque";
import { belarusian } from "./lexicons/belarusian";
import { bengali } from "./lexicons/bengali";
import { bulgarianMacedonian } from "./lexicons/bulgarian-macedonian";
import { burmese } from "./lexicons/burmese";
import { catalan } from "./lexicons/catalan";
import { chinese } from "./lexicons/chinese";
import { czechSlovak } from "./lexicons/czech-slovak";
import { danishNorwegian } from "./lexicons/danish-norwegian";
import { dutch } from "./lexicons/dutch";
import { english } from "./lexicons/english";
import { esperanto } from "./lexicons/esperanto";
import { finnishEstonian } from "./lexicons/finnish-estonian";
import { french } from "./lexicons/french";
import { georgian } from "./lexicons/georgian";
import { german } from "./lexicons/german";
import { greek } from "./lexicons/greek";
import { gujarati } from "./lexicons/gujarati";
import { hausa } from "./lexicons/hausa";
import { hebrew } from "./lexicons/hebrew";
import { hindi } from "./lexicons/hindi";
import { hungarian } from "./lexicons/hungarian";
import { icelandic } from "./lexicons/icelandic";
import { indonesianMalay } from "./lexicons/indonesian-malay";
import { irish } from "./lexicons/irish";
import { italian } from "./lexicons/italian";
import { japanese } from "./lexicons/japanese";
import { javanese } from "./lexicons/javanese";
import { kannada } from "./lexicons/kannada";
import { kazakh } from "./lexicons/kazakh";
import { khmer } from "./lexicons/khmer";
import { korean } from "./lexicons/korean";
import { lao } from "./lexicons/lao";
import { latvian } from "./lexicons/latvian";
import { lithuanian } from "./lexicons/lithuanian";
import { malayalam } from "./lexicons/malayalam";
import { marathiNepali } from "./lexicons/marathi-nepali";
import { mongolian } from "./lexicons/mongolian";
import { persian } from "./lexicons/persian";
import { pinyin } from "./lexicons/pinyin";
import { polish } from "./lexicons/polish";
import { portuguese } from "./lexicons/portuguese";
import { punjabi } from "./lexicons/punjabi";
import { romanian } from "./lexicons/romanian";
import { romanizedArabic } from "./lexicons/romanized-arabic";
import { romanizedHindiUrdu } from "./lexicons/romanized-hindi-urdu";
import { romanizedRussian } from "./lexicons/romanized-russian";
import { russian } from "./lexicons/russian";
import { sinhala } from "./lexicons/sinhala";
import { southSlavic } from "./lexicons/south-slavic";
import { spanish } from "./lexicons/spanish";
import { swahili } from "./lexicons/swahili";
import { swedish } from "./lexicons/swedish";
import { tagalog } from "./lexicons/tagalog";
import { tamil } from "./lexicons/tamil";
import { telugu } from "./lexicons/telugu";
import { thai } from "./lexicons/thai";
import { turkish } from "./lexicons/turkish";
import { ukrainian } from "./lexicons/ukrainian";
import { urdu } from "./lexicons/urdu";
import { vietnamese } from "./lexicons/vietnamese";
import { yoruba } from "./lexicons/yoruba";
import { zulu } from "./lexicons/zulu";

export { shared } from "./lexicons/shared";

/**
 * Every language the rules know, in groups that are told apart; a fork adds one with one file and one word. Words of a group
 * may fit together, so only such languages share one as never meet in a sentence, being written in other letters, or are
 * close relatives. At most 32 groups; the first is English.
 */
export const lexiconGroups: readonly (readonly Lexicon[])[] = [
  [english],
  [german, georgian],
  [french, armenian],
  [spanish, catalan, amharic],
  [italian, tamil],
  [portuguese, telugu],
  [dutch, afrikaans, kannada],
  [swedish, icelandic, malayalam],
  [danishNorwegian, sinhala],
  [polish, gujarati],
  [czechSlovak, punjabi],
  [romanian, burmese],
  [hungarian, khmer],
  [turkish, azerbaijaniUzbek, lao],
  [finnishEstonian, kazakh],
  [vietnamese, mongolian],
  [indonesianMalay, javanese],
  [swahili, zulu],
  [southSlavic, bulgarianMacedonian],
  [russian, romanizedRussian],
  [ukrainian, belarusian],
  [greek, lithuanian, latvian],
  [arabic, romanizedArabic],
  [persian, tagalog],
  [hebrew, basque],
  [hindi, marathiNepali, romanizedHindiUrdu],
  [bengali, irish],
  [chinese, pinyin],
  [japanese, albanian],
  [korean, esperanto],
  [thai, hausa],
  [urdu, yoruba],
];
