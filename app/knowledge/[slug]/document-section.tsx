import { PassageMarkdown } from "@/components/chat/markdown/passage-markdown";
import { strings } from "@/lib/config/strings";
import type { Section } from "@/lib/knowledge/read-sections";

/** By depth: `##`, `###`, and what lies below. */
const looks = [
  { Heading: "h2", space: "mt-10", size: "text-xl" },
  { Heading: "h3", space: "mt-8", size: "text-lg" },
  { Heading: "h4", space: "mt-6", size: "" },
] as const;

/** A heading with an address of its own, and what stands under it. */
export function DocumentSection({ section: { anchor, headings, depth, blocks } }: { section: Section }) {
  const heading = headings.at(-1) ?? "";
  const { Heading, space, size } = looks[Math.max(depth - 2, 0)] ?? looks[2];
  return (
    <section
      id={anchor}
      aria-labelledby={`${anchor}-heading`}
      className={`${space} scroll-mt-6 data-marked:-ml-3.5 data-marked:border-primary data-marked:border-l-2 data-marked:pl-3`}
    >
      <Heading
        id={`${anchor}-heading`}
        className={`${size} group mb-3 text-balance font-semibold leading-snug tracking-tight`}
      >
        {heading}
        <a
          href={`#${anchor}`}
          aria-label={strings.knowledge.linkTo(heading)}
          className="ml-2 text-muted-foreground opacity-0 focus-visible:opacity-100 group-hover:opacity-100"
        >
          #
        </a>
      </Heading>
      <PassageMarkdown text={blocks.join("\n\n")} sentence={undefined} />
    </section>
  );
}
