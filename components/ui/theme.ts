export const themes = ["system", "light", "dark"] as const;

export type Theme = (typeof themes)[number];

/** Read by the root layout, so that the first paint already has the right colours. */
export const themeCookieName = "theme";

export function isTheme(value: unknown): value is Theme {
  return themes.some((theme) => theme === value);
}

/** Shows the page in this theme from now on, in this browser. */
export function applyTheme(theme: Theme): void {
  document.documentElement.dataset.theme = theme;
  const oneYearSeconds = 365 * 24 * 60 * 60;
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is missing in Safari.
  document.cookie = `${themeCookieName}=${theme}; path=/; max-age=${oneYearSeconds}; samesite=lax`;
}
