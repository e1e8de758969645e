import { product } from "@/lib/config/product";
import { strings } from "@/lib/config/strings";

export function Greeting() {
  return (
    <div className="mx-auto max-w-column px-4 pb-6 text-center sm:px-6">
      <h2 className="text-balance font-semibold text-2xl tracking-tight sm:text-3xl">
        {strings.empty.heading}
      </h2>
      <p className="mt-2 text-balance text-muted-foreground">{product.tagline}</p>
    </div>
  );
}

export function LegalLinks() {
  if (product.legalLinks.length === 0) return null;
  return (
    <nav
      aria-label={strings.empty.legal}
      className="flex flex-wrap justify-center gap-x-5 text-muted-foreground text-sm"
    >
      {product.legalLinks.map(({ label, href }) => (
        <a key={href} href={href} className="underline-offset-4 hover:underline">
          {label}
        </a>
      ))}
    </nav>
  );
}

export function Suggestions({ onAsk }: { onAsk: (text: string) => void }) {
  return (
    <ul aria-label={strings.empty.suggestions} className="flex flex-wrap justify-center gap-2">
      {product.suggestions.map((text) => (
        <li key={text}>
          <button
            type="button"
            onClick={() => onAsk(text)}
            className="cursor-pointer rounded-full border px-3.5 py-1.5 text-left text-muted-foreground text-sm transition-colors hover:border-input hover:bg-muted hover:text-foreground"
          >
            {text}
          </button>
        </li>
      ))}
    </ul>
  );
}
