/** What any of the three text endpoints was asked, without the differences of their formats. */
export type Question = {
  readonly model: string;
  readonly isStream: boolean;
  readonly lastUserText: string;
  readonly inputTokens: number;
  readonly maxOutputTokens: number | null;
  /** Only chat completions leave the usage out of a stream unless it is asked for. */
  readonly wantsStreamUsage: boolean;
  /** The JSON schema that the answer has to fit, where the caller wants one. */
  readonly answerSchema: unknown;
  /** The tool that has to be called, where the caller insists. */
  readonly forcedTool: { readonly name: string; readonly schema: unknown } | null;
};
