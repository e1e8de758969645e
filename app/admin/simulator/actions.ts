"use server";

import { z } from "zod";
import type { ActionResult } from "@/lib/protocol/review/action-result";
import { playScene } from "@/lib/simulator/play-scene";
import { runAdminAction } from "../run-action";

/** Has the simulated provider behave as a scene says; in development only. */
export async function play(sceneId: string): Promise<ActionResult> {
  return runAdminAction(z.string().max(64), sceneId, (_, id) => playScene(id));
}
