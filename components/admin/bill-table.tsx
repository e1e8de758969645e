import { strings } from "@/lib/config/strings";
import { formatUsd } from "@/lib/protocol/money";
import type { BillLine } from "@/lib/protocol/review/bill";
import type { AttemptRecord } from "@/lib/protocol/review/turn-record";
import { formatCount } from "./format-count";
import { ScrollRegion } from "./scroll-region";

const words = strings.admin.turns.money;

type BillTableProps = {
  attempts: readonly (AttemptRecord & { readonly bill: readonly BillLine[] })[];
  costNanos: bigint | null;
  reservedNanos: bigint;
};

const head = "px-2 sm:px-3.5 py-2 font-medium text-muted-foreground text-xs sm:whitespace-nowrap";
const cell = "px-2 sm:px-3.5 text-right whitespace-nowrap";

/** What a turn cost, line by line and exact: each call by the price that stood when it was made. */
export function BillTable({ attempts, costNanos, reservedNanos }: BillTableProps) {
  return (
    <ScrollRegion label={words.label}>
      <table className="w-full text-sm tabular-nums">
        <caption className="sr-only">{words.label}</caption>
        <thead>
          <tr className="border-b">
            <th scope="col" className={`${head} text-left`}>
              {words.what}
            </th>
            <th scope="col" className={`${head} text-right`}>
              {words.tokens}
            </th>
            <th scope="col" className={`${head} text-right`}>
              {words.price}
            </th>
            <th scope="col" className={`${head} text-right`}>
              {words.amount}
            </th>
          </tr>
        </thead>
        {attempts.map((attempt) => (
          <AttemptLines key={attempt.id} attempt={attempt} />
        ))}
        <tfoot>
          <tr className="border-t">
            <th scope="row" colSpan={3} className="px-2 sm:px-3.5 py-2 text-left font-medium">
              {costNanos === null ? words.unsettled : words.sum}
            </th>
            <td className={`${cell} py-2 font-medium`}>{costNanos === null ? "–" : formatUsd(costNanos)}</td>
          </tr>
          <tr className="text-muted-foreground">
            <th scope="row" colSpan={3} className="px-2 sm:px-3.5 pb-2 text-left font-normal">
              {words.reserved}
            </th>
            <td className={`${cell} pb-2`}>{formatUsd(reservedNanos)}</td>
          </tr>
        </tfoot>
      </table>
    </ScrollRegion>
  );
}

function AttemptLines({ attempt }: { attempt: BillTableProps["attempts"][number] }) {
  const { source, asOf } = attempt.price;
  return (
    <tbody className="border-b [&>tr:last-child>*]:pb-2">
      <tr>
        <th scope="rowgroup" colSpan={3} className="px-2 sm:px-3.5 pt-2 text-left font-medium">
          {attempt.provider}/{attempt.modelRequested}
          <span className="block font-normal text-muted-foreground text-xs">
            {words.priceOf(asOf, source)}
            {attempt.usageEstimated && words.estimated}
          </span>
        </th>
        <td className={`${cell} pt-2 align-top font-medium`}>{formatUsd(attempt.costNanos)}</td>
      </tr>
      {attempt.bill.map((line) => (
        <tr key={line.kind} className="text-muted-foreground">
          <th
            scope="row"
            className="px-2 py-1 pl-4 text-left font-normal sm:whitespace-nowrap sm:px-3.5 sm:pl-6"
          >
            {strings.admin.labels.bill[line.kind]}
          </th>
          <td className={`${cell} py-1`}>{formatCount(line.tokens)}</td>
          <td className={`${cell} py-1`}>{formatUsd(line.nanosPerMillion)}</td>
          <td className={`${cell} py-1`}>{exactAmount(line.nanoMillionths)}</td>
        </tr>
      ))}
    </tbody>
  );
}

const MILLION = 1_000_000n;
const MILLION_DIGITS = 6;

/** A line may end in a fraction of a nano-dollar; the sum of a call is rounded up, its lines are not. */
function exactAmount(nanoMillionths: bigint): string {
  const rest = (nanoMillionths % MILLION).toString().padStart(MILLION_DIGITS, "0").replace(/0+$/, "");
  const nanos = nanoMillionths / MILLION;
  return rest === "" ? formatUsd(nanos) : `${formatUsd(nanos, 9)}${rest}`;
}
