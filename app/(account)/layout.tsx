import { cookies } from "next/headers";
import Link from "next/link";
import type { ReactNode } from "react";
import { SkipLink } from "@/components/ui/skip-link";
import { isTheme, themeCookieName } from "@/components/ui/theme";
import { ThemeMenu } from "@/components/ui/theme-menu";
import { product } from "@/lib/config/product";
import { strings } from "@/lib/config/strings";

export default async function AccountLayout({ children }: { children: ReactNode }) {
  const theme = (await cookies()).get(themeCookieName)?.value;
  const { page, account } = strings;
  return (
    <>
      <header className="flex h-14 items-center justify-between px-4 sm:px-6">
        <SkipLink />
        <Link href="/" className="font-semibold tracking-tight">
          {product.name}
        </Link>
        <nav className="-mr-2 flex items-center gap-1" aria-label={product.name}>
          <Link
            href="/"
            className="rounded-lg px-3 py-1.5 text-muted-foreground text-sm hover:text-foreground"
          >
            {account.menu.chat}
          </Link>
          <ThemeMenu initial={isTheme(theme) ? theme : "system"} label={page.theme} names={page.themes} />
        </nav>
      </header>
      {children}
    </>
  );
}
