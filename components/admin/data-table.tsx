"use client";

import {
  type ColumnDef,
  createSortedRowModel,
  FlexRender,
  rowSortingFeature,
  sortFn_basic,
  tableFeatures,
  useTable,
} from "@tanstack/react-table";
import { ArrowDown, ArrowUp } from "lucide-react";
import { type ReactNode, useMemo } from "react";
import { classNames } from "@/components/ui/class-names";
import { ScrollRegion } from "./scroll-region";

const features = tableFeatures({
  rowSortingFeature,
  sortedRowModel: createSortedRowModel(),
  sortFns: { basic: sortFn_basic },
});

/** A column: what it is sorted by, and how a cell shows it. */
export type DataColumn<Row> = {
  readonly id: string;
  readonly header: string;
  /** Said behind the header: ms, USD. */
  readonly unit?: string;
  readonly value: (row: Row) => number | string;
  readonly cell: (row: Row) => ReactNode;
  readonly isText?: boolean;
};

type DataTableProps<Row> = { label: string; columns: readonly DataColumn<Row>[]; rows: readonly Row[] };

/** A table that is sorted by its headers; in the order of its rows until one is pressed. */
export function DataTable<Row extends object>({ label, columns, rows }: DataTableProps<Row>) {
  const data = useMemo(() => [...rows], [rows]);
  const definitions = useMemo(
    () =>
      columns.map(
        (column): ColumnDef<typeof features, Row> => ({
          id: column.id,
          header: column.unit === undefined ? column.header : `${column.header} (${column.unit})`,
          accessorFn: column.value,
          cell: ({ row }) => column.cell(row.original),
          sortFn: "basic",
          sortDescFirst: column.isText !== true,
        }),
      ),
    [columns],
  );
  const table = useTable({ features, columns: definitions, data });
  const alignment = (id: string) =>
    columns.find((column) => column.id === id)?.isText === true ? "text-left" : "text-right";
  return (
    <ScrollRegion label={label}>
      <table className="w-full text-sm tabular-nums">
        <caption className="sr-only">{label}</caption>
        <thead>
          {table.getHeaderGroups().map((group) => (
            <tr key={group.id} className="border-b">
              {group.headers.map((header) => {
                const sorted = header.column.getIsSorted();
                return (
                  <th
                    key={header.id}
                    scope="col"
                    aria-sort={sorted === false ? "none" : sorted === "asc" ? "ascending" : "descending"}
                    className={classNames("p-0 font-medium", alignment(header.column.id))}
                  >
                    <button
                      type="button"
                      onClick={header.column.getToggleSortingHandler()}
                      className="inline-flex cursor-pointer items-center gap-1 whitespace-nowrap rounded px-3.5 py-2 text-muted-foreground text-xs hover:text-foreground"
                    >
                      <FlexRender header={header} />
                      {sorted === "asc" && <ArrowUp className="size-3" aria-hidden />}
                      {sorted === "desc" && <ArrowDown className="size-3" aria-hidden />}
                    </button>
                  </th>
                );
              })}
            </tr>
          ))}
        </thead>
        <tbody>
          {table.getRowModel().rows.map((row) => (
            <tr key={row.id} className="border-b last:border-0 hover:bg-muted/60">
              {row.getAllCells().map((cell) => (
                <td
                  key={cell.id}
                  className={classNames("whitespace-nowrap px-3.5 py-2", alignment(cell.column.id))}
                >
                  <FlexRender cell={cell} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}
