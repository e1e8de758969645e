import { GeistMono } from "geist/font/mono";
import { GeistSans } from "geist/font/sans";
import type { Metadata, Viewport } from "next";
import { cookies, headers } from "next/headers";
import type { CSSProperties, ReactNode } from "react";
import { StyleNonce } from "@/components/ui/style-nonce";
import { isTheme, themeCookieName } from "@/components/ui/theme";
import { TooltipProvider } from "@/components/ui/tooltip";
import { product } from "@/lib/config/product";
import { strings } from "@/lib/config/strings";
import "./globals.css";

export const metadata: Metadata = {
  title: { default: product.name, template: `%s · ${product.name}` },
  description: product.tagline,
};

export const viewport: Viewport = {
  colorScheme: "light dark",
  interactiveWidget: "resizes-content",
};

const accent = {
  "--accent-light": product.accent.light,
  "--accent-dark": product.accent.dark,
  "--on-accent-light": product.onAccent.light,
  "--on-accent-dark": product.onAccent.dark,
} as CSSProperties;

export default async function RootLayout({ children }: { children: ReactNode }) {
  // Reading the request's nonce also makes every page dynamic, without which Next could not put it on its scripts.
  const nonce = (await headers()).get("x-nonce") ?? "";
  const theme = (await cookies()).get(themeCookieName)?.value;
  return (
    <html
      lang={strings.language}
      className={`${GeistSans.variable} ${GeistMono.variable}`}
      data-theme={isTheme(theme) ? theme : "system"}
      style={accent}
    >
      <body>
        <StyleNonce nonce={nonce} />
        <TooltipProvider>{children}</TooltipProvider>
      </body>
    </html>
  );
}
