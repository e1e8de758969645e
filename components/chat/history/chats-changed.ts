"use client";

const CHANNEL = "chats-changed";

/** Tells all histories, in this tab and others, that a chat was begun, answered or changed. */
export function announceChats(): void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.postMessage("changed");
  channel.close();
}

/** Runs `onChange` whenever chats have changed. Returns what ends it. */
export function listenToChats(onChange: () => void): () => void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.onmessage = onChange;
  return () => channel.close();
}
