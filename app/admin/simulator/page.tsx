import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { PageHeading } from "@/components/admin/page-heading";
import { SimulatorPanel } from "@/components/admin/simulator-panel";
import { requireAdminPage } from "@/lib/auth/require-admin";
import { simulatorScenes } from "@/lib/config/simulator-scenes";
import { strings } from "@/lib/config/strings";
import { findSimulatorUrl, hasSimulator } from "@/lib/simulator/simulator-control";
import { play } from "./actions";

const words = strings.admin.simulator;

export const metadata: Metadata = { title: words.title };

export default async function SimulatorPage() {
  await requireAdminPage();
  if (!hasSimulator()) notFound();
  const scenes = simulatorScenes.map(({ id, label, expect }) => ({ id, label, expect }));
  return (
    <div className="max-w-3xl space-y-5">
      <PageHeading title={words.title} text={words.text} />
      <SimulatorPanel scenes={scenes} play={play} isConnected={findSimulatorUrl() !== null} />
    </div>
  );
}
