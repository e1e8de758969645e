import { encode } from "uqr";

/** Quiet zone around the code, in modules; ISO/IEC 18004 asks for four. */
const BORDER = 4;

/** Black on white in both themes: many apps read no other. */
export function QrCode({ text, label }: { text: string; label: string }) {
  const { data, size } = encode(text, { ecc: "M", border: BORDER });
  const modules = data.flatMap((row, y) =>
    row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])),
  );
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${size} ${size}`}
      shapeRendering="crispEdges"
      className="w-48 rounded-lg border bg-white"
    >
      <path d={modules.join("")} fill="black" />
    </svg>
  );
}
