import "server-only";
import type { Lexicon } from "./lexicon";
import { arabic } from "./lexicons/arabic";
import { bengali } from "./lexicons/bengali";
import { chinese } from "./lexicons/chinese";
import { czechSlovak } from "./lexicons/czech-slovak";
import { danishNorwegian } from "./lexicons/danish-norwegian";
import { dutch } from "./lexicons/dutch";
import { english } from "./lexicons/english";
import { finnishEstonian } from "./lexicons/finnish-estonian";
import { french } from "./lexicons/french";
import { german } from "./lexicons/german";
import { greek } from "./lexicons/greek";
import { hebrew } from "./lexicons/hebrew";
import { hindi } from "./lexicons/hindi";
import { hungarian } from "./lexicons/hungarian";
import { indonesianMalay } from "./lexicons/indonesian-malay";
import { italian } from "./lexicons/italian";
import { japanese } from "./lexicons/japanese";
import { korean } from "./lexicons/korean";
import { persian } from "./lexicons/persian";
import { polish } from "./lexicons/polish";
import { portuguese } from "./lexicons/portuguese";
import { romanian } from "./lexicons/romanian";
import { russian } from "./lexicons/russian";
import { shared } from "./lexicons/shared";
import { southSlavic } from "./lexicons/south-slavic";
import { spanish } from "./lexicons/spanish";
import { swahili } from "./lexicons/swahili";
import { swedish } from "./lexicons/swedish";
import { thai } from "./lexicons/thai";
import { turkish } from "./lexicons/turkish";
import { ukrainian } from "./lexicons/ukrainian";
import { urdu } from "./lexicons/urdu";
import { vietnamese } from "./lexicons/vietnamese";

/** Every language the rules know; a fork adds one with one file and one line. At most 32 besides `shared`. */
export const lexicons: readonly Lexicon[] = [
  shared,
  english,
  german,
  french,
  spanish,
  italian,
  portuguese,
  dutch,
  swedish,
  danishNorwegian,
  polish,
  czechSlovak,
  romanian,
  russian,
  ukrainian,
  southSlavic,
  hungarian,
  turkish,
  greek,
  finnishEstonian,
  arabic,
  persian,
  hebrew,
  hindi,
  bengali,
  chinese,
  japanese,
  korean,
  vietnamese,
  thai,
  indonesianMalay,
  swahili,
  urdu,
];
