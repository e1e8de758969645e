import "server-only";
import { search } from "@/lib/config/search";
import type { Passage } from "@/lib/protocol/passage";
import { getPool } from "./pool";

/** A word by which a concept of a question may be found, or two of its words that should stand together. */
export type SearchTerm = {
  /** Which concept of the question it stands for: of several terms for one concept the best counts. */
  readonly concept: number;
  readonly text: string;
  /** Set for a pair: the word that should stand close by. A pair is a concept that counts on top. */
  readonly next?: string;
  /** 1 for the question's own word, less for one that means much the same. */
  readonly weight: number;
  /** How much the concept matters to the question, 0 to 1. */
  readonly emphasis: number;
};

export type RankedPassage = Passage & {
  /** How much of the question the passage has, by the rarity of its words; 1 is all of it. */
  readonly coverage: number;
};

export type RankedPassages = {
  /** Best first; of equals always the same order. */
  readonly passages: readonly RankedPassage[];
  /** Concepts that no passage has, under any of their terms. */
  readonly unknownConcepts: readonly number[];
};

/** Passages that get the dearer comparison with the whole question. */
const CANDIDATES = 24;

/**
 * The idea of Okapi BM25 on PostgreSQL's index. Terms are joined by OR, so all passages that have one are at hand and
 * their number is the exact document frequency, with nothing to keep up to date. A concept scores by its best term
 * (ts_rank, which saturates and knows the field a word stands in, times the term's weight) times the rarity of its own
 * word, so that a synonym is no rarer than what it stands for. The sum is multiplied by the coverage, and for the best
 * passages by how much their heading reads like the question: shared trigrams, which forgive misspellings.
 */
const RANK = {
  name: "rank-passages",
  text: `
    WITH term AS MATERIALIZED (
      SELECT concept, next <> '' AS is_pair, query, max(weight) AS weight, any_value(emphasis) AS emphasis
        FROM unnest($2::int[], $3::text[], $4::text[], $5::float8[], $6::float8[])
               AS given (concept, word, next, weight, emphasis),
             phraseto_tsquery('parapet', word) AS a, phraseto_tsquery('parapet', next) AS b,
             LATERAL (SELECT CASE WHEN next = '' THEN a WHEN numnode(a) = 0 OR numnode(b) = 0 THEN ''
               ELSE (a <-> b) || tsquery_phrase(a, b, 2) || tsquery_phrase(a, b, 3)
                 || (b <-> a) || tsquery_phrase(b, a, 2) END AS query) AS made
       WHERE numnode(query) > 0
       GROUP BY concept, is_pair, query
    ), hit AS MATERIALIZED (
      SELECT concept, p.id, weight, weight * ts_rank('${rankWeights()}', search, query) AS score
        FROM term JOIN passages p ON search @@ query
    ), concept AS MATERIALIZED (
      SELECT concept, is_pair, emphasis, best_weight, best_weight IS NULL AS is_unknown,
             ln(1 + (SELECT count(*) FROM passages) / greatest(coalesce(nullif(own_passages, 0), all_passages), 0.5)::float8) AS rarity
        FROM (SELECT DISTINCT concept, is_pair, emphasis FROM term) AS asked
        LEFT JOIN (SELECT concept, max(weight) AS best_weight, count(DISTINCT id) AS all_passages,
                          count(DISTINCT id) FILTER (WHERE weight = 1) AS own_passages
                     FROM hit GROUP BY concept) AS found USING (concept)
    ), needed AS (
      SELECT sum(need) AS needed
        FROM (SELECT emphasis * rarity AS need FROM concept WHERE NOT is_pair
               ORDER BY need DESC LIMIT ${search.maxConcepts}) AS rarest
    ), matched AS (
      SELECT id, emphasis * rarity * max(score) AS score,
             CASE WHEN is_pair THEN 0 ELSE emphasis * rarity * max(weight) / best_weight END AS covered
        FROM hit JOIN concept USING (concept)
       GROUP BY id, concept, is_pair, emphasis, rarity, best_weight
    ), ranked AS MATERIALIZED (
      SELECT id, coverage, score * coverage AS score
        FROM (SELECT id, sum(score) AS score, least(1, sum(covered) / any_value(needed)) AS coverage
                FROM matched, needed GROUP BY id) AS summed
       ORDER BY score DESC, id
       LIMIT ${CANDIDATES}
    )
    SELECT (SELECT json_agg(row_to_json(best) ORDER BY best.score DESC, best.id) FROM (
              SELECT p.id, p.title, p.headings, p.text, r.coverage,
                     d.url || CASE p.anchor WHEN '' THEN '' ELSE '#' || p.anchor END AS url,
                     r.score * (1 + ${search.headingBoost} * similarity(
                       $1, coalesce(p.headings[cardinality(p.headings)], p.title))) AS score
                FROM ranked r JOIN passages p USING (id) JOIN documents d ON d.id = p.document_id
               ORDER BY score DESC, p.id
               LIMIT $7) AS best) AS passages,
           (SELECT json_agg(concept) FROM concept WHERE is_unknown AND NOT is_pair) AS "unknownConcepts"`,
};

/** ts_rank's weights of PostgreSQL's classes D (text), C (unused), B (title) and A (headings). */
function rankWeights(): string {
  return `{${search.bodyWeight},0,${search.titleWeight},${search.headingWeight}}`;
}

/**
 * The passages that have any of the terms, ranked.
 * @param question as it was asked, to be compared with headings
 */
export async function rankPassages(
  question: string,
  terms: readonly SearchTerm[],
  limit: number,
): Promise<RankedPassages> {
  const values = [
    question,
    terms.map((term) => term.concept),
    terms.map((term) => term.text),
    terms.map((term) => term.next ?? ""),
    terms.map((term) => term.weight),
    terms.map((term) => term.emphasis),
    limit,
  ];
  type Row = { readonly [Key in keyof RankedPassages]: RankedPassages[Key] | null };
  const { rows } = await getPool().query<Row>({ ...RANK, values });
  return { passages: rows[0]?.passages ?? [], unknownConcepts: rows[0]?.unknownConcepts ?? [] };
}

/** Every word of the knowledge base with the number of passages that have it. Reads all of them: not for the hot path. */
export async function readVocabulary(): Promise<Map<string, number>> {
  const { rows } = await getPool().query<{ word: string; passages: number }>(`
    SELECT word, ndoc AS passages
      FROM ts_stat($$SELECT to_tsvector('simple', concat_ws(' ', title, headings::text, text)) FROM passages$$)
     WHERE word ~ '^[[:alpha:]]+$'`);
  return new Map(rows.map((row) => [row.word, row.passages]));
}
