/** One of several things, each as likely as the other. @throws RangeError when there is none */
export function pick<T>(things: readonly T[], random: () => number): T {
  const thing = things[Math.floor(random() * things.length)];
  if (thing === undefined) throw new RangeError("There is nothing to pick from.");
  return thing;
}

/** One of several things, each as likely as its weight says. */
export function pickWeighted<T>(things: readonly (readonly [T, number])[], random: () => number): T {
  let left = random() * things.reduce((sum, [, weight]) => sum + weight, 0);
  const found = things.find(([, weight]) => {
    left -= weight;
    return left < 0;
  });
  return (found ?? pick(things, random))[0];
}
