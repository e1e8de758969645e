import type { Report } from "./report";
import type { Summary } from "./summary";

/** The figures as tables for people, and each budget with what was reached. */
export function printReport(report: Report): void {
  for (const level of report.levels) {
    console.log(`\n${level.readers} ${level.readers === 1 ? "reader" : "readers"}`);
    console.table(
      Object.fromEntries(level.results.map(({ target, summary }) => [target, readable(summary)])),
    );
  }
  for (const { target, pssMb, rssMb, databasePssMb } of report.idle) {
    const database = databasePssMb > 0 ? `, its database ${databasePssMb.toFixed(0)} MB` : "";
    console.log(`idle ${target}: ${pssMb.toFixed(0)} MB PSS, ${rssMb.toFixed(0)} MB RSS${database}`);
  }
  for (const line of report.verdicts) console.log(line);
}

function readable(summary: Summary) {
  return {
    answers: summary.answers,
    failed: summary.problems.length,
    "CPU ms/answer": round(summary.serverCpuMsPerAnswer),
    "PostgreSQL ms/answer": round(summary.databaseCpuMsPerAnswer),
    "first token p50 ms": round(summary.firstTokenP50Ms),
    "p99 ms": round(summary.firstTokenP99Ms),
    "answers/s": round(summary.answersPerSecond),
    "peak PSS MB": Math.round(summary.peakPssMb),
    "peak RSS MB": Math.round(summary.peakRssMb),
    "other work": `${Math.round(summary.otherLoad * 100)} %`,
  };
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
