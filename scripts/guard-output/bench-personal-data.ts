import { judgeText } from "./judge-text";
import { type Row, readRows } from "./read-rows";

const reasons: Readonly<Record<string, string>> = {
  EMAIL_ADDRESS: "email",
  IBAN_CODE: "iban",
  CREDIT_CARD: "card",
  IP_ADDRESS: "ip-address",
  US_SSN: "us-ssn",
  PHONE_NUMBER: "phone",
};

type Span = { start: number; end: number };

const covers = (found: Span, gold: Span) => found.start <= gold.start && found.end >= gold.end;
const touches = (found: Span, gold: Span) => found.start < gold.end && gold.start < found.end;

/** Precision and recall per type: a labelled span counts when it is wholly covered, a finding when it touches one. */
export function benchPersonalData(folder: string): object[] {
  const judged = readRows(folder, "pii_presidio").map((row) => ({
    row,
    findings: judgeText([row.text]).findings,
  }));
  return Object.entries(reasons).map(([type, reason]) => {
    const gold = (row: Row) => (row.spans ?? []).filter((span) => span.type === type);
    let labelled = 0;
    let recalled = 0;
    let noticed = 0;
    let right = 0;
    for (const { row, findings } of judged) {
      const found = findings.filter((finding) => finding.reason === reason);
      labelled += gold(row).length;
      recalled += gold(row).filter((span) =>
        findings.some((finding) => finding.guard === "personal-data" && covers(finding, span)),
      ).length;
      noticed += found.length;
      right += found.filter((finding) => gold(row).some((span) => touches(finding, span))).length;
    }
    return { type, labelled, recall: recalled / labelled, noticed, precision: right / noticed };
  });
}
