import { SquarePen } from "lucide-react";
import Link from "next/link";
import { AccountMenu, type MenuAccount } from "@/components/account/account-menu";
import { IconButton } from "@/components/ui/icon-button";
import { SkipLink } from "@/components/ui/skip-link";
import type { Theme } from "@/components/ui/theme";
import { ThemeMenu } from "@/components/ui/theme-menu";
import { product } from "@/lib/config/product";
import { strings } from "@/lib/config/strings";
import type { HistoryProps } from "./history/history";
import { HistoryDrawer } from "./history/history-drawer";

type HeaderProps = {
  theme: Theme;
  account: MenuAccount | undefined /** Absent beside pages that show no chats. */;
  history?: HistoryProps;
};

export function Header({ theme, account, history }: HeaderProps) {
  const { page } = strings;
  return (
    <header className="flex h-14 shrink-0 items-center justify-between px-4 sm:px-6">
      <SkipLink />
      <div className="flex items-center gap-1">
        {history !== undefined && <HistoryDrawer {...history} />}
        <Link href="/" className="font-semibold tracking-tight">
          {product.name}
        </Link>
      </div>
      <nav className="-mr-2 flex items-center" aria-label={product.name}>
        <IconButton label={page.newChat} asChild className={history && "lg:hidden"}>
          <Link href="/">
            <SquarePen aria-hidden />
          </Link>
        </IconButton>
        <ThemeMenu initial={theme} label={page.theme} names={page.themes} />
        <AccountMenu account={account} />
      </nav>
    </header>
  );
}
