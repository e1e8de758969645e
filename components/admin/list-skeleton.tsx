/** The shape of a list that is being read. */
export function ListSkeleton({ label }: { label: string }) {
  return (
    <div role="status" aria-label={label} className="motion-safe:animate-pulse">
      <div className="h-8 w-40 rounded-lg bg-muted" />
      <div className="mt-6 h-10 rounded-lg bg-muted" />
      <div className="mt-4 overflow-hidden rounded-xl border">
        {Array.from({ length: 8 }, (_, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the lines are all the same and never move.
          <div key={index} className="flex items-center gap-4 border-b px-4 py-3.5 last:border-0">
            <div className="h-4 grow rounded bg-muted" />
            <div className="h-4 w-16 rounded bg-muted" />
            <div className="h-4 w-12 rounded bg-muted max-sm:hidden" />
          </div>
        ))}
      </div>
    </div>
  );
}
