import fc from "fast-check";
import { expect, it } from "vitest";
import { firstFrom } from "./first-from";

it("finds what looking at every place finds", () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 0, max: 40 })),
      fc.integer({ min: -2, max: 42 }),
      (some, place) => {
        const places = some.sort((a, b) => a - b);
        const slow = places.findIndex((at) => at >= place);
        expect(firstFrom(places.length, (index) => places[index] ?? 0, place)).toBe(
          slow === -1 ? places.length : slow,
        );
      },
    ),
  );
});
