"use client";

import { type ReactNode, useRef } from "react";
import { extractTableDataFromElement, tableDataToTSV } from "streamdown";
import { CopyButton } from "@/components/ui/copy-button";
import { strings } from "@/lib/config/strings";

/** A table that scrolls inside itself. Copied, it goes into cells of a spreadsheet. */
export function TableBlock({ children }: { children: ReactNode }) {
  const table = useRef<HTMLTableElement>(null);

  function read(): string {
    return table.current === null ? "" : tableDataToTSV(extractTableDataFromElement(table.current));
  }

  return (
    <figure className="table-block">
      <figcaption>
        <span>{strings.table.label}</span>
        <CopyButton label={strings.table.copy} outcomes={strings.copy} read={read} />
      </figcaption>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard. */}
      <div className="table-scroll" tabIndex={0}>
        <table ref={table}>{children}</table>
      </div>
    </figure>
  );
}
