import { goalAttackBank, goalAttackTemplates } from "./attacks-by-goal";
import { attackBank, attackTemplates, jailbreakSentences } from "./attacks-english";
import { otherAttackBank, otherAttackTemplates } from "./attacks-other";
import { benignBank, benignTemplates } from "./benign-english";
import { everydayBank, everydayBenignTemplates } from "./benign-everyday";
import { type Bank, expand, pick, seededRandom } from "./expand";
import { gibberishSuffix } from "./gibberish-suffix";
import { languageAttackTemplates, languageBank, languageBenignTemplates, phrases } from "./other-languages";

type GeneratedExample = {
  readonly text: string;
  readonly label: "attack" | "benign";
  /** The family of templates, for the card. */
  readonly family: string;
  readonly language: string;
};

const seed = 20_240_131;
const bank: Bank = { ...attackBank, ...otherAttackBank, ...goalAttackBank, ...benignBank, ...everydayBank };
const attacks = { ...attackTemplates, ...otherAttackTemplates, ...goalAttackTemplates };
const good = { ...benignTemplates, ...everydayBenignTemplates };

/**
 * Writes examples of attacks and of good prompts that look like them, `count` of each (less what comes out twice).
 * The same seed gives the same rows.
 */
export function generateExamples(count: number): GeneratedExample[] {
  const random = seededRandom(seed);
  const seen = new Set<string>();
  const examples: GeneratedExample[] = [];
  const add = (text: string, label: GeneratedExample["label"], family: string, language = "en") => {
    if (text === "" || seen.has(text)) return;
    seen.add(text);
    examples.push({ text, label, family, language });
  };
  const english = Math.round(count * 0.8);
  for (let index = 0; index < english; index++) {
    const [attackFamily, attack] = pick(Object.entries(attacks), random);
    add(vary(expand(pick(attack, random), bank, random), random), "attack", attackFamily);
    const [benignFamily, benign] = pick(Object.entries(good), random);
    add(vary(expand(pick(benign, random), bank, random), random), "benign", benignFamily);
  }
  for (let index = 0; index < count - english; index++) {
    const spoken = pick(phrases, random);
    const words = languageBank(spoken);
    add(
      vary(expand(pick(languageAttackTemplates, random), words, random), random),
      "attack",
      "languages",
      spoken.language,
    );
    add(
      vary(expand(pick(languageBenignTemplates, random), words, random), random),
      "benign",
      "languages",
      spoken.language,
    );
  }
  for (let index = 0; index < count * 0.06; index++) {
    const request =
      random() < 0.5 ? `Write about ${pick(bank.harm ?? [], random)}` : pick(bank.task ?? [], random);
    add(`${expand(request, bank, random)} ${gibberishSuffix(random)}`, "attack", "gibberish");
  }
  for (let index = 0; index < count * 0.09; index++) add(inDocument(random), "attack", "document");
  for (let index = 0; index < count * 0.12; index++) add(longJailbreak(random), "attack", "long jailbreak");
  return examples;
}

/** A persona without rules, told at length; the name stays the same. */
function longJailbreak(random: () => number): string {
  const named = { ...bank, aiName: [pick(bank.aiName ?? [], random)] };
  const opening = expand(pick(attackTemplates.persona ?? [], random), named, random);
  const sentences = Array.from({ length: 2 + Math.floor(random() * 9) }, () =>
    expand(pick(jailbreakSentences, random), named, random),
  );
  const all = random() < 0.7 ? [opening, ...sentences] : sentences;
  return vary(all.join(pick([" ", " ", "\n", "\n\n"], random)), random);
}

/** An instruction hidden in a benign text, at its start, middle or end. */
function inDocument(random: () => number): string {
  const sentences = Array.from({ length: 2 + Math.floor(random() * 5) }, () =>
    expand(
      pick([...(bank.sentence ?? []), ...(bank.news ?? []), ...(bank.story ?? [])], random),
      bank,
      random,
    ),
  );
  const injected = expand(pick(otherAttackTemplates.indirect ?? [], random), bank, random);
  sentences.splice(Math.floor(random() * (sentences.length + 1)), 0, injected);
  return sentences.join(pick([" ", "\n", " "], random));
}

/** What people and attackers do to case and punctuation alike. */
function vary(text: string, random: () => number): string {
  const roll = random();
  if (roll < 0.08) return text.toUpperCase();
  if (roll < 0.3) return text.toLowerCase();
  if (roll < 0.4) return text.replace(/[.!?]+$/, "");
  return text;
}
