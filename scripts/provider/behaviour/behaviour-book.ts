import type { Endpoint, Target } from "@/scripts/provider/address";
import { type Behaviour, compileBehaviour } from "./behaviour";
import { type ControlInput, controlSchema, type Settings, settingsSchema } from "./control-schema";
import { findPresetSettings, modelPresets } from "./model-presets";

type Scope = {
  readonly target: Target;
  readonly endpoint: Endpoint | undefined;
  readonly model: string | undefined;
};

type Entry = Scope & { settings: Settings; behaviour: Partial<Behaviour> };

/** Names such as lorem-7 are without number. */
const MAX_PRESETS = 100;

/** About what a hosted model does: 300 ms to the first token, then 50 tokens a second. */
const builtInSettings: Required<Settings> = {
  latencyMs: 300,
  tokensPerSecond: 50,
  answer: { kind: "believable" },
  split: "tokens",
  reasoning: "",
  fault: null,
  usage: "present",
  answeringModel: null,
  systemFingerprint: "fp_simulator",
};

/** Keeps what was set for which scope, and says what holds for a call. */
export class BehaviourBook {
  readonly #builtIn = compileBehaviour(settingsSchema.parse(builtInSettings)) as Behaviour;
  readonly #presets = new Map<string, Partial<Behaviour>>();
  #entries: Entry[] = [];

  /** Throws a ZodError when the input is not what controlSchema describes. */
  apply(input: ControlInput): void {
    const { target, endpoint, model, reset, ...settings } = controlSchema.parse(input);
    const scope = { target, endpoint, model };
    if (reset) this.#forget(scope);
    if (Object.keys(settings).length === 0) return;
    const behaviour = compileBehaviour(settings);
    const known = this.#entries.find((entry) => isSameScope(entry, scope));
    if (known) {
      known.settings = { ...known.settings, ...settings };
      known.behaviour = { ...known.behaviour, ...behaviour };
    } else {
      this.#entries.push({ ...scope, settings, behaviour });
      this.#entries.sort((a, b) => weigh(a) - weigh(b));
    }
  }

  /** From wide to narrow, the narrower wins: built in, provider, endpoint, the model's name, what was set for it. */
  lookUp(target: Target, endpoint: Endpoint, model: string): Behaviour {
    const applying = this.#entries.filter(
      (entry) =>
        (entry.target === "default" || entry.target === target) &&
        (entry.endpoint === undefined || entry.endpoint === endpoint) &&
        (entry.model === undefined || entry.model === model),
    );
    const wide = applying.filter((entry) => entry.model === undefined);
    const narrow = applying.filter((entry) => entry.model !== undefined);
    return Object.assign(
      { ...this.#builtIn },
      ...wide.map((entry) => entry.behaviour),
      this.#preset(model),
      ...narrow.map((entry) => entry.behaviour),
    );
  }

  describe() {
    return {
      builtIn: builtInSettings,
      scopes: this.#entries.map(({ target, endpoint, model, settings }) => ({
        target,
        endpoint,
        model,
        settings,
      })),
      models: Object.fromEntries(modelPresets.map((preset) => [preset.name, preset.does])),
    };
  }

  #forget(scope: Scope): void {
    const isAll = scope.target === "default" && scope.endpoint === undefined && scope.model === undefined;
    this.#entries = isAll ? [] : this.#entries.filter((entry) => !isSameScope(entry, scope));
    if (isAll) this.#presets.clear();
  }

  #preset(model: string): Partial<Behaviour> {
    const known = this.#presets.get(model);
    if (known) return known;
    const settings = findPresetSettings(model);
    if (!settings) return {};
    const behaviour = compileBehaviour(settingsSchema.parse(settings));
    if (this.#presets.size === MAX_PRESETS) this.#presets.clear();
    this.#presets.set(model, behaviour);
    return behaviour;
  }
}

function isSameScope(a: Scope, b: Scope): boolean {
  return a.target === b.target && a.endpoint === b.endpoint && a.model === b.model;
}

function weigh(scope: Scope): number {
  return (scope.model ? 4 : 0) + (scope.endpoint ? 2 : 0) + (scope.target === "default" ? 0 : 1);
}
