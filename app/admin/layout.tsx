import type { Metadata } from "next";
import { cookies } from "next/headers";
import Link from "next/link";
import type { ReactNode } from "react";
import { AdminNav } from "@/components/admin/admin-nav";
import { ReferenceSearch } from "@/components/admin/reference-search";
import { contentId, SkipLink } from "@/components/ui/skip-link";
import { isTheme, themeCookieName } from "@/components/ui/theme";
import { ThemeMenu } from "@/components/ui/theme-menu";
import { requireAdminPage } from "@/lib/auth/require-admin";
import { product } from "@/lib/config/product";
import { strings } from "@/lib/config/strings";
import { describeOpenFlags } from "@/lib/review/list-flags";
import { hasSimulator } from "@/lib/simulator/simulator-control";

export const metadata: Metadata = {
  title: { default: strings.admin.title, template: `%s · ${strings.admin.title} · ${product.name}` },
};

/** Refuses before anything is sent, so that the status is 404; pages refuse again, for they can be asked for alone. */
export default async function AdminLayout({ children }: { children: ReactNode }) {
  const admin = await requireAdminPage();
  const theme = (await cookies()).get(themeCookieName)?.value;
  return (
    <div className="min-h-dvh">
      <SkipLink />
      <header className="border-b">
        <div className="mx-auto flex max-w-7xl flex-wrap items-center gap-x-6 gap-y-2 px-4 py-2.5 sm:px-6">
          <Link href="/" className="font-semibold tracking-tight">
            {product.name}
          </Link>
          <div className="order-last w-full min-w-0 lg:order-none lg:w-auto lg:grow">
            <AdminNav openFlags={await describeOpenFlags(admin.tenantId)} hasSimulator={hasSimulator()} />
          </div>
          <div className="ml-auto flex min-w-0 items-center gap-2">
            <ReferenceSearch />
            <ThemeMenu
              initial={isTheme(theme) ? theme : "system"}
              label={strings.page.theme}
              names={strings.page.themes}
            />
          </div>
        </div>
      </header>
      <main id={contentId} className="mx-auto max-w-7xl px-4 pt-6 pb-16 sm:px-6">
        {children}
      </main>
    </div>
  );
}
