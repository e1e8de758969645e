import "server-only";
import { attachments } from "@/lib/config/attachments";

const NAMELESS = "file";

/**
 * A file's name as it is kept and shown: the last part of a path, without characters that cannot be seen or that turn the
 * text around them, and no longer than allowed, its ending kept.
 */
export function cleanName(name: string): string {
  const last = name.toWellFormed().split(/[/\\]/).at(-1) ?? "";
  const visible = last.replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, "").trim();
  if (/^\.*$/.test(visible)) return NAMELESS;
  if (visible.length <= attachments.maxNameLength) return visible;
  const ending = /\.[^.]{1,10}$/.exec(visible)?.[0] ?? "";
  return `${visible.slice(0, attachments.maxNameLength - ending.length - 1).toWellFormed()}…${ending}`;
}
