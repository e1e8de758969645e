/** What the process that reads is told to do. */
export type ReadingJob = {
  readonly url: string;
  /** The wire: the provider's own events, or the parts of a UI message stream. */
  readonly wire: "provider" | "parts";
  /** One reader for each entry; each keeps its own headers, such as its cookie. */
  readonly readers: readonly { readonly headers: Readonly<Record<string, string>> }[];
  /** Each reader asks so often, one after the other. */
  readonly answersPerReader: number;
  /** The readers' first questions are spread over so long. */
  readonly spreadMs: number;
  readonly question: string;
  readonly model: string;
  /** The characters of the answer, which has none that JSON would escape. */
  readonly answerLength: number;
};

export type ReadingResult = { readonly answers: readonly ReadAnswer[]; readonly cpuMs: number };

/** Times are milliseconds since the job began. */
export type ReadAnswer = {
  readonly startMs: number;
  readonly firstTokenMs: number;
  readonly endMs: number;
  /** What was wrong with it, or null. */
  readonly problem: string | null;
};
