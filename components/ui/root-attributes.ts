import { GeistMono } from "geist/font/mono";
import { GeistSans } from "geist/font/sans";
import type { CSSProperties } from "react";
import { product } from "@/lib/config/product";
import { strings } from "@/lib/config/strings";

/** What the root element of every page carries: language, fonts, and the accent colours that the style sheet asks for. */
export const rootAttributes = {
  lang: strings.language,
  className: `${GeistSans.variable} ${GeistMono.variable}`,
  style: {
    "--accent-light": product.accent.light,
    "--accent-dark": product.accent.dark,
    "--on-accent-light": product.onAccent.light,
    "--on-accent-dark": product.onAccent.dark,
  } as CSSProperties,
};
