import "server-only";
import { isAsciiLetter } from "../../ascii";

/** Where in a tag one is. */
export type TagState =
  | "name"
  | "space"
  | "attribute"
  | "equals"
  | "double"
  | "single"
  | "value"
  | "slash"
  | "declaration";

const isBlank = (code: number) => code === 32 || code === 9 || code === 10 || code === 13 || code === 12;
const isNameCode = (code: number) => isAsciiLetter(code) || (code >= 48 && code <= 57) || code === 45;

/** The state after a character, or null when this can't be a tag. Raw HTML never fails. */
export function nextTagState(state: TagState, code: number, isHtml: boolean): TagState | null {
  if (state === "double" || state === "single")
    return code === (state === "double" ? 34 : 39) ? "space" : state;
  if (isBlank(code)) return state === "equals" ? "equals" : "space";
  if (state === "equals" || state === "value") return valueState(state, code, isHtml);
  return state === "name" ? nameState(code, isHtml) : attributeState(state, code, isHtml);
}

function nameState(code: number, isHtml: boolean): TagState | null {
  return code === 47 || isHtml || isNameCode(code) ? "name" : null;
}

function valueState(state: TagState, code: number, isHtml: boolean): TagState | null {
  if (state === "equals" && code === 34) return "double";
  if (state === "equals" && code === 39) return "single";
  // Quotes, "=", "<" and the backtick.
  const isOutside = code === 34 || code === 39 || code === 61 || code === 60 || code === 96;
  return isHtml || !isOutside ? "value" : null;
}

function attributeState(state: TagState, code: number, isHtml: boolean): TagState | null {
  if (code === 47) return "slash";
  if (code === 61) return state === "slash" && !isHtml ? null : "equals";
  const isStart = isAsciiLetter(code) || code === 95 || code === 58;
  const isFirst = state === "space";
  const isPart = state !== "slash" && (isStart || (!isFirst && (isNameCode(code) || code === 46)));
  return isHtml || isPart ? "attribute" : null;
}
