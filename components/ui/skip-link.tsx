import { strings } from "@/lib/config/strings";

/** The id of each page's main element. */
export const contentId = "content";

/** The first stop of the Tab key: leads past the header. */
export function SkipLink() {
  return (
    <a
      href={`#${contentId}`}
      className="sr-only focus:not-sr-only focus:absolute focus:top-2 focus:left-2 focus:z-50 focus:rounded-lg focus:bg-background focus:px-3 focus:py-2"
    >
      {strings.page.skip}
    </a>
  );
}
