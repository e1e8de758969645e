/** One task of the page's main thread. */
export type Task = { readonly wallMs: number; readonly cpuMs: number };

type TraceEvent = {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  readonly dur?: number;
  readonly tdur?: number;
  readonly args?: { readonly name?: string };
};

/**
 * The tasks of the page's main thread in a trace of Chromium's. `cpuMs` leaves out what the thread had to wait for a
 * core, so it says what a page costs even on a busy machine; `wallMs` is what its reader notices.
 */
export function readTasks(trace: Buffer): Task[] {
  const { traceEvents } = JSON.parse(trace.toString("utf8")) as { traceEvents: TraceEvent[] };
  const threadOf = ({ pid, tid }: TraceEvent) => `${pid}:${tid}`;
  const mains = new Set(
    traceEvents
      .filter(({ name, args }) => name === "thread_name" && args?.name === "CrRendererMain")
      .map(threadOf),
  );
  const byThread = new Map<string, Task[]>();
  for (const event of traceEvents) {
    if (event.ph !== "X" || event.name !== "ThreadControllerImpl::RunTask" || !mains.has(threadOf(event)))
      continue;
    const tasks = byThread.get(threadOf(event)) ?? [];
    const durationUs = event.dur ?? 0;
    tasks.push({ wallMs: durationUs / 1000, cpuMs: (event.tdur ?? durationUs) / 1000 });
    byThread.set(threadOf(event), tasks);
  }
  const spent = (tasks: readonly Task[]) => tasks.reduce((sum, { cpuMs }) => sum + cpuMs, 0);
  // Browsers keep spare renderers; the page's is the one that worked.
  return [...byThread.values()].sort((left, right) => spent(right) - spent(left))[0] ?? [];
}
