import "server-only";
import { attachmentPassageId } from "@/lib/protocol/attachment-passage";
import type { Passage } from "@/lib/protocol/passage";
import { scorePieces } from "./score-pieces";
import { type Piece, splitText } from "./split-text";

/** A file to choose from. */
export type ReadableFile = { readonly id: string; readonly name: string; readonly text: string };

type Candidate = Piece & {
  readonly file: ReadableFile;
  /** From 1, of all pieces of its file. */
  readonly part: number;
  readonly parts: number;
};

export type ChosenPassages = {
  /** What fits the question best comes first, the rest as it stands in the files. */
  readonly passages: readonly Passage[];
  /** Not all of the files is among them. */
  readonly isShortened: boolean;
};

/**
 * What of these files goes with a question: all of it when it fits, else the beginning of each and the pieces that fit the
 * question best; when none does, as much from the beginnings as fits.
 * @param maxTokens of all passages together, by `countTokens`
 */
export function choosePassages(
  files: readonly ReadableFile[],
  question: string,
  maxTokens: number,
  countTokens: (text: string) => number,
): ChosenPassages {
  const candidates = files.flatMap(candidatesOf);
  const scores = scorePieces(
    question,
    candidates.map(({ text }) => text),
  );
  const places = rankPlaces(candidates, scores);
  const kept = new Set<number>();
  let tokens = 0;
  for (const place of places) {
    tokens += countTokens(candidates[place]?.text ?? "");
    if (tokens > maxTokens) break;
    kept.add(place);
  }
  const best = scores.indexOf(Math.max(...scores));
  const inOrder = [...kept].sort((a, b) => Number(b === best) - Number(a === best) || a - b);
  return {
    passages: inOrder.flatMap((place) => {
      const candidate = candidates[place];
      return candidate === undefined ? [] : [toPassage(candidate, scores[place] ?? 0)];
    }),
    isShortened: kept.size < candidates.length,
  };
}

function candidatesOf(file: ReadableFile): Candidate[] {
  const pieces = splitText(file.text);
  return pieces.map((piece, index) => ({ ...piece, file, part: index + 1, parts: pieces.length }));
}

/** The order in which places are filled: beginnings, then what fits best, then as it stands. */
function rankPlaces(candidates: readonly Candidate[], scores: readonly number[]): number[] {
  const scoreOf = (place: number) => scores[place] ?? 0;
  const isBeginning = (place: number) => candidates[place]?.part === 1;
  return candidates
    .keys()
    .toArray()
    .sort((a, b) => Number(isBeginning(b)) - Number(isBeginning(a)) || scoreOf(b) - scoreOf(a) || a - b);
}

function toPassage({ file, start, end, text, page, part, parts }: Candidate, score: number): Passage {
  return {
    id: attachmentPassageId({ attachmentId: file.id, start, end }),
    title: [file.name, ...placeOf({ page, part, parts })].join(", "),
    headings: [],
    url: `/api/attachments/${file.id}/file`,
    text,
    score,
    attachmentId: file.id,
  };
}

function placeOf({ page, part, parts }: Pick<Candidate, "page" | "part" | "parts">): string[] {
  if (page !== null) return [`page ${page}`];
  return parts > 1 ? [`part ${part} of ${parts}`] : [];
}
