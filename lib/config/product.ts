/** What a fork changes first. The browser sees all of it, so nothing here is secret. */
export const product = {
  name: "Parapet",
  /** The sentence under the name, and the page's description. */
  tagline: "Ask about Parapet. Answers come with their sources.",
  /** The one accent colour, for light and dark pages. Both must keep 4.5:1 against the page and under `onAccent`. */
  accent: { light: "oklch(0.47 0.09 195)", dark: "oklch(0.8 0.1 190)" },
  onAccent: { light: "oklch(0.99 0 0)", dark: "oklch(0.2 0.02 195)" },
  /** Questions on the empty page. Each must have an answer in knowledge/. */
  suggestions: [
    "How do I add a provider?",
    "What happens when a provider is down?",
    "How are quotas and budgets enforced?",
    "Where do I change the system prompt?",
  ],
  /** Shown at the foot of the empty page, e.g. `{ label: "Privacy", href: "/privacy" }`. */
  legalLinks: [] as readonly { readonly label: string; readonly href: string }[],
  /** Where people turn to when an error page cannot help, e.g. `help@example.com`. */
  supportAddress: undefined as string | undefined,
  /** Origins that links in answers may lead to, e.g. `https://docs.example.com`; our own pages always may. */
  linkOrigins: [] as readonly string[],
} as const;
