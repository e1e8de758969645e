import { randomNumbers } from "./cut-text";

/** How Markdown may spell a character so that it is drawn as it was; mostly as it is. */
const spellings: readonly ((character: string) => string)[] = [
  (character) => character,
  (character) => character,
  (character) => `&#${character.charCodeAt(0)};`,
  (character) => `&#x${character.charCodeAt(0).toString(16)};`,
  (character) => (/[!-/:-@[-`{-~]/.test(character) ? `\\${character}` : character),
  (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  (character) => `${character}\u200b`,
  (character) => `\u00ad${character}`,
  (character) => `**${character}**`,
  (character) => `<b>${character}</b>`,
  (character) => `[${character}](/a)`,
  (character) => `<!-- -->${character}`,
  (character) => `\`${character}\``,
];

/** A text spelt so that what is drawn is the text as it was; the same for the same seed. */
export function respell(text: string, seed: number): string {
  const random = randomNumbers(seed);
  return [...text]
    .map((character) => spellings[Math.floor(random() ** 2 * spellings.length)]?.(character) ?? character)
    .join("");
}
