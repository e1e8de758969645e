import "server-only";
import type { Span } from "../detector";

/** Spans that are wrong together; `at` is where the address stands that makes them so. */
export type Match = { readonly at: number; readonly spans: readonly Span[] };

export type ReportMatch = (match: Match) => void;
