import "server-only";
import type { HostPolicy } from "@/lib/protocol/link-hosts";
import { product } from "./product";

/**
 * What a guard does with what it notices. `shadow` judges and records and changes nothing; `flag` shows the text and
 * leaves the turn to a person; `redact` puts a placeholder in its place; `block` ends the answer there.
 */
export type OutputGuardMode = "off" | "shadow" | "flag" | "redact" | "block";

export type OutputGuardName =
  | "known-value"
  | "prompt-leak"
  | "prompt-echo"
  | "policy-term"
  | "structure"
  | "citation"
  | "secret"
  | "personal-data"
  | "markup";

/** Stored with every turn; raise it with every change of a guard, a list or a threshold. */
export const outputPolicyVersion = "output-5";

export type OutputGuardPolicy = {
  readonly mode: OutputGuardMode;
  /** What it means when the guard throws: nothing more is shown, or the turn is flagged. */
  readonly onError: "block" | "flag";
  /** What the record of shadow mode says that it would have done: the mode it is meant for. */
  readonly would: Exclude<OutputGuardMode, "off" | "shadow">;
};

export type OutputGuardrails = {
  readonly guards: Readonly<Record<OutputGuardName, OutputGuardPolicy>>;
  /**
   * More undecided text than this is withheld, never shown unread. In UTF-16 units; below 3,200 a long tag would end
   * the answer, in some pieces and not in others.
   */
  readonly maxHeldChars: number;
  /** This many characters of the instructions in a row, spaces and punctuation left out, are a leak. */
  readonly minLeakChars: number;
  /** Words and phrases that must not appear, however they are spelt; matched as whole words. */
  readonly policyTerms: readonly string[];
  readonly echo: EchoPolicy;
  readonly markup: MarkupPolicy;
};

export type EchoPolicy = {
  /** An answer echoes the instructions when it has at least this many different ones of each. */
  readonly rules: readonly {
    /** Quoted words that the instructions wait for or call secret. */
    readonly cues: number;
    /** Phrases that speak about instructions. */
    readonly talk: number;
    /** Rows of two, three and four words that the instructions have too. */
    readonly pairs: number;
    readonly triples: number;
    readonly quadruples: number;
  }[];
  /** Phrases of two to four words, small letters, no punctuation. */
  readonly talkPhrases: readonly string[];
  readonly maxWordChars: number;
};

/** The hosts are those of `product`: the page goes by them too, and unlinks what only the guard would let stand. */
export type MarkupPolicy = HostPolicy & {
  /** Fenced code of these languages is drawn rather than shown, so addresses in it count. */
  readonly drawnLanguages: readonly string[];
  readonly maxAddressChars: number;
  /** An address on an allowed host holds data when a value has this many words. */
  readonly maxWordsInLink: number;
  readonly maxWordsInImage: number;
};

export const outputGuardrails: OutputGuardrails = {
  guards: {
    "known-value": { mode: "block", onError: "block", would: "block" },
    "prompt-leak": { mode: "block", onError: "block", would: "block" },
    "prompt-echo": { mode: "flag", onError: "flag", would: "flag" },
    "policy-term": { mode: "redact", onError: "flag", would: "redact" },
    structure: { mode: "block", onError: "block", would: "block" },
    citation: { mode: "redact", onError: "flag", would: "redact" },
    secret: { mode: "redact", onError: "block", would: "redact" },
    "personal-data": { mode: "redact", onError: "block", would: "redact" },
    markup: { mode: "redact", onError: "block", would: "redact" },
  },
  maxHeldChars: 4096,
  minLeakChars: 48,
  policyTerms: [],
  echo: {
    rules: [
      { cues: 1, talk: 1, pairs: 0, triples: 0, quadruples: 0 },
      { cues: 1, talk: 0, pairs: 2, triples: 0, quadruples: 0 },
      { cues: 0, talk: 0, pairs: 4, triples: 2, quadruples: 0 },
      { cues: 0, talk: 0, pairs: 10, triples: 1, quadruples: 0 },
      { cues: 0, talk: 3, pairs: 2, triples: 1, quadruples: 0 },
    ],
    talkPhrases: [
      "my instructions",
      "my instruction",
      "the instructions are",
      "the instructions for",
      "the instructions so",
      "instructions so far",
      "these instructions",
      "following instructions",
      "specific instruction",
      "specific instructions",
      "different instructions",
      "my prompt",
      "pre prompt",
      "system prompt",
      "initial prompt",
      "the prompt is",
      "original prompt",
      "my guidelines are",
      "i was told to",
      "i was instructed to",
      "i am instructed to",
      "i am programmed to",
      "i must not reveal",
      "my role is",
      "my job is",
      "my rules are",
      "the rules are",
      "the password is",
      "the passphrase is",
      "the access code is",
      "the code is",
      "the secret is",
      "secret password is",
      "correct password",
      "if the user",
      "if the input",
      "user input is",
      "user says",
      "meine anweisungen",
      "mes instructions",
      "mis instrucciones",
      "minhas instruções",
      "le mie istruzioni",
      "мои инструкции",
    ],
    maxWordChars: 64,
  },
  markup: {
    linkHosts: product.linkHosts,
    imageHosts: product.imageHosts,
    allowLoopbackLinks: product.allowLoopbackLinks,
    drawnLanguages: ["mermaid"],
    maxAddressChars: 2048,
    maxWordsInLink: 6,
    maxWordsInImage: 3,
  },
};
