import type { Metadata, Viewport } from "next";
import { cookies, headers } from "next/headers";
import type { ReactNode } from "react";
import { rootAttributes } from "@/components/ui/root-attributes";
import { StyleNonce } from "@/components/ui/style-nonce";
import { isTheme, themeCookieName } from "@/components/ui/theme";
import { TooltipProvider } from "@/components/ui/tooltip";
import { product } from "@/lib/config/product";
import "./globals.css";

export const metadata: Metadata = {
  title: { default: product.name, template: `%s · ${product.name}` },
  description: product.tagline,
};

export const viewport: Viewport = {
  colorScheme: "light dark",
  interactiveWidget: "resizes-content",
};

export default async function RootLayout({ children }: { children: ReactNode }) {
  // Reading the request's nonce also makes every page dynamic, without which Next could not put it on its scripts.
  const nonce = (await headers()).get("x-nonce") ?? "";
  const theme = (await cookies()).get(themeCookieName)?.value;
  return (
    <html {...rootAttributes} data-theme={isTheme(theme) ? theme : "system"}>
      <body>
        <StyleNonce nonce={nonce} />
        <TooltipProvider>{children}</TooltipProvider>
      </body>
    </html>
  );
}
