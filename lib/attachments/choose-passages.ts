import "server-only";
import { attachmentPassageId } from "@/lib/protocol/attachment-passage";
import type { Passage } from "@/lib/protocol/passage";
import { scorePieces } from "./score-pieces";
import { type Piece, splitText } from "./split-text";

/** A file to choose from. */
export type ReadableFile = {
  readonly id: string;
  readonly name: string;
  readonly text: string;
  /** What of the text is told from its beginning alone, so that no passage may end in it: see `splitText`. */
  readonly unbroken: readonly { readonly start: number; readonly end: number }[];
};

type Candidate = Piece & {
  readonly file: ReadableFile;
  /** From 1, of all pieces of its file. */
  readonly part: number;
  readonly parts: number;
};

export type ChosenPassages = {
  /** What fits the question best comes first, the rest as it stands in the files. */
  readonly passages: readonly Passage[];
  readonly tokens: number;
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
  countTokens: (passage: Passage) => number,
): ChosenPassages {
  const candidates = files.flatMap(candidatesOf);
  const scores = scorePieces(
    question,
    candidates.map(({ text }) => text),
  );
  const places = rankPlaces(candidates, scores);
  const kept = new Map<number, Passage>();
  let tokens = 0;
  for (const [place, candidate, score] of places) {
    const passage = toPassage(candidate, score);
    const more = countTokens(passage);
    if (tokens + more > maxTokens) break;
    tokens += more;
    kept.set(place, passage);
  }
  const best = scores.indexOf(Math.max(...scores));
  const inOrder = [...kept].sort(([a], [b]) => Number(b === best) - Number(a === best) || a - b);
  return {
    passages: inOrder.map(([, passage]) => passage),
    tokens,
    isShortened: kept.size < candidates.length,
  };
}

function candidatesOf(file: ReadableFile): Candidate[] {
  const pieces = splitText(file.text, file.unbroken);
  return pieces.map((piece, index) => ({ ...piece, file, part: index + 1, parts: pieces.length }));
}

type Ranked = readonly [place: number, candidate: Candidate, score: number];

/** The order in which room is given: beginnings, then what fits best, then as it stands. */
function rankPlaces(candidates: readonly Candidate[], scores: readonly number[]): Ranked[] {
  const isBeginning = ({ part }: Candidate) => part === 1;
  return candidates
    .map((candidate, place): Ranked => [place, candidate, scores[place] ?? 0])
    .sort(
      ([placeA, a, scoreA], [placeB, b, scoreB]) =>
        Number(isBeginning(b)) - Number(isBeginning(a)) || scoreB - scoreA || placeA - placeB,
    );
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
