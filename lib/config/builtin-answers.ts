import "server-only";
import { product } from "./product";

const examples = product.suggestions.map((question) => `- ${question}`).join("\n");

/** What the built-in answerer says by itself; everything else it says is quoted from the documents. */
export const builtinAnswers = {
  greeting: `Hello! Ask me about ${product.name}, for example:\n\n${examples}`,
  thanks: "You are welcome. Is there anything else you would like to know?",
  identity:
    `I am the built-in answerer of ${product.name}, not a language model: I look a question up in the documents and ` +
    `quote the passages that answer it, with their sources. Ask me, for example:\n\n${examples}`,
  nothingFound:
    "I found nothing about this in the documents, and I answer from nothing else. Other words may help. " +
    `I can answer, for example:\n\n${examples}`,
  /** @param link to the passage, as markdown */
  more: (link: string) => `More in ${link}`,
} as const;

/** Openings that are left out when a question is read, and messages that are no question about the documents. */
export const smallTalk = {
  greeting: [
    "hi",
    "hello",
    "hey",
    "hi there",
    "hello there",
    "hey there",
    "good morning",
    "good afternoon",
    "good evening",
    "hallo",
    "howdy",
    "greetings",
  ],
  thanks: [
    "thanks",
    "thank you",
    "thx",
    "ty",
    "cheers",
    "thanks a lot",
    "thank you very much",
    "great thanks",
    "ok thanks",
    "perfect thanks",
  ],
  identity: [
    "who are you",
    "what are you",
    "who is this",
    "what is this",
    "whats this",
    "what do you do",
    "what can you do",
    "what can you do for me",
    "what can i ask",
    "what can i ask you",
    "what do you know",
    "how can you help",
    "how can you help me",
    "can you help me",
    "help",
    "help me",
    "are you a bot",
    "are you a robot",
    "are you human",
    "are you an ai",
    "are you chatgpt",
    "are you a language model",
    "which model are you",
    "what model are you",
    "whats your name",
    "what is your name",
    "introduce yourself",
    "test",
  ],
} as const;

/** How much the built-in answerer quotes, in characters. */
export const builtinLimits = {
  /** A passage up to here is quoted whole; of a longer one the part that fits the question best. */
  passageLength: 900,
  /** Of a second passage that adds to the first. */
  supplementLength: 400,
} as const;
