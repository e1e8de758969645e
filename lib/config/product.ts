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
  /**
   * Hosts that images in answers may be loaded from without anybody clicking, in the form of `linkHosts`; by default
   * none. Links may lead to them as well.
   */
  imageHosts: [] as readonly string[],
  /** Whether links in answers may lead to the reader's own machine, as instructions for development hold them. */
  allowLoopbackLinks: true as boolean,
  /**
   * Hosts that links in answers may lead to, exactly, or with all below them as `*.host`; our own pages always may. The
   * output guard and the page go by the same list. These are hosts whose record of which addresses were asked for no
   * third party reads, so an address that smuggles data reaches nobody; hosts that serve anyone's own program or page,
   * such as those of demonstrations and blogs, are not of that kind.
   */
  linkHosts: [
    "*.wikipedia.org",
    "*.wikimedia.org",
    "*.mozilla.org",
    "*.w3.org",
    "whatwg.org",
    "*.spec.whatwg.org",
    "*.ietf.org",
    "*.rfc-editor.org",
    "*.iana.org",
    "*.unicode.org",
    "github.com",
    "docs.github.com",
    "raw.githubusercontent.com",
    "gitlab.com",
    "docs.gitlab.com",
    "*.stackoverflow.com",
    "*.npmjs.com",
    "pypi.org",
    "*.python.org",
    "crates.io",
    "docs.rs",
    "*.rust-lang.org",
    "go.dev",
    "pkg.go.dev",
    "nodejs.org",
    "*.typescriptlang.org",
    "react.dev",
    "nextjs.org",
    "vercel.com",
    "ai-sdk.dev",
    "tailwindcss.com",
    "*.postgresql.org",
    "www.prisma.io",
    "*.docker.com",
    "kubernetes.io",
    "*.apache.org",
    "*.gnu.org",
    "*.kernel.org",
    "*.debian.org",
    "git-scm.com",
    "semver.org",
    "keepachangelog.com",
    "opensource.org",
    "creativecommons.org",
    "*.openai.com",
    "*.anthropic.com",
    "learn.microsoft.com",
    "cloud.google.com",
    "developers.google.com",
    "docs.aws.amazon.com",
    "arxiv.org",
    "aclanthology.org",
    "doi.org",
    "*.acm.org",
    "*.ieee.org",
    "*.nature.com",
    "*.who.int",
    "*.nih.gov",
    "*.europa.eu",
    "*.un.org",
    "*.britannica.com",
  ],
} as const;
