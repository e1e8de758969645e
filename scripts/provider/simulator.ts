import { BehaviourBook } from "./behaviour/behaviour-book";
import { CallBook } from "./calls/call-book";
import { Pacer } from "./playing/pacer";

/** What one running simulator remembers. */
export type Simulator = {
  readonly behaviours: BehaviourBook;
  readonly calls: CallBook;
  readonly pacer: Pacer;
};

export function createSimulator(): Simulator {
  return { behaviours: new BehaviourBook(), calls: new CallBook(), pacer: new Pacer() };
}
