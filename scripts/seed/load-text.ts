import { pick } from "./pick";

const commonWords =
  "the a of to and in is for on with that this how when which model answer question limit budget provider price token turn guard chat user plan key server error retry message stream request response table index query page report team".split(
    " ",
  );
const syllables = "ba ce di fo gu ha je ki lo mu na pe qui ro su ta ve wi xo zy".split(" ");

/** Words of which most are common and some are rare, so that a search finds many of one and few of the other. */
export function loadText(words: number, random: () => number): string {
  return Array.from({ length: words }, () => {
    if (random() < 0.8) return pick(commonWords, random);
    return pick(syllables, random) + pick(syllables, random) + pick(syllables, random);
  }).join(" ");
}
