/** A piece of a document that an answer may rest on. */
export type Passage = {
  readonly id: string;
  /** The document's title. */
  readonly title: string;
  /** The headings above the passage, outermost first, without the title. */
  readonly headings: readonly string[];
  /** Where a person can read it in place, with the heading's anchor; relative for our own pages. */
  readonly url: string;
  /** Markdown, as it stands in the document. */
  readonly text: string;
  /** How well it fits the question, higher is better; comparable within one search only. */
  readonly score: number;
  /** The file it was read from, where it is no document of ours but one that the person added. */
  readonly attachmentId?: string;
};

/** A passage as the reader of an answer sees it: `number` is what `[1]` in the text refers to. */
export type Source = Omit<Passage, "score"> & {
  readonly number: number;
  /** The sentence of `text` that the answer rests on, to be marked when the source is opened. */
  readonly sentence?: string;
};

/** A passage as a document for the model: where it stands, and what it says. */
export function documentText({
  title,
  headings,
  text,
}: Pick<Passage, "title" | "headings" | "text">): string {
  return `${[title, ...headings].join(" › ")}\n\n${text}`;
}
