"use client";

import { useEffect } from "react";

/**
 * Marks the section that the address names. CSS knows it as :target only when the browser itself has gone there, not
 * when a link of the application has.
 */
export function MarkTarget() {
  useEffect(() => {
    let marked: HTMLElement | null = null;
    const mark = () => {
      marked?.removeAttribute("data-marked");
      marked = document.getElementById(decode(location.hash.slice(1)));
      marked?.setAttribute("data-marked", "");
    };
    mark();
    // The application's links change the address without a hashchange; where browsers tell of that, it is heard.
    addEventListener("hashchange", mark);
    window.navigation?.addEventListener("currententrychange", mark);
    return () => {
      removeEventListener("hashchange", mark);
      window.navigation?.removeEventListener("currententrychange", mark);
    };
  }, []);

  return null;
}

function decode(anchor: string): string {
  try {
    return decodeURIComponent(anchor);
  } catch {
    return anchor;
  }
}
