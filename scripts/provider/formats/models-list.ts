import type { Target } from "@/scripts/provider/address";
import { modelPresets } from "@/scripts/provider/behaviour/model-presets";

const created = "2026-01-01T00:00:00Z";

const names: Record<Target, readonly string[]> = {
  default: ["gpt-5-mini", "claude-haiku-4-5", "llama"],
  openai: ["gpt-5", "gpt-5-mini", "gpt-5-nano", "text-embedding-3-small", "omni-moderation-latest"],
  anthropic: ["claude-opus-4-5", "claude-sonnet-4-5", "claude-haiku-4-5"],
  compatible: ["llama"],
};

/** GET /v1/models and /v1/models/NAME. Every name is served; listed are common ones and those with a behaviour. */
export function listModels(target: Target, name: string, isAnthropic: boolean): unknown {
  const write = (id: string) => (isAnthropic ? writeAnthropicModel(id) : writeOpenaiModel(id));
  if (name !== "") return write(name);
  const data = [...names[target], ...modelPresets.map((preset) => preset.name)].map(write);
  return isAnthropic
    ? { data, has_more: false, first_id: data[0]?.id, last_id: data.at(-1)?.id }
    : { object: "list", data };
}

function writeOpenaiModel(id: string) {
  return { id, object: "model", created: Date.parse(created) / 1000, owned_by: "simulator" };
}

function writeAnthropicModel(id: string) {
  return { id, type: "model", display_name: id, created_at: created };
}
