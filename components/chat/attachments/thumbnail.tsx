import { classNames } from "@/components/ui/class-names";

/** A person's own image; what it is called stands beside it. */
export function Thumbnail({ id, className }: { id: string; className: string }) {
  return (
    // biome-ignore lint/performance/noImgElement: it is private, so no optimiser may fetch and keep it.
    <img
      src={`/api/attachments/${id}/file`}
      alt=""
      loading="lazy"
      className={classNames("shrink-0 rounded-md bg-muted object-cover", className)}
    />
  );
}
