import { expect, it } from "vitest";
import { believeAddress } from "./client-address";

it("believes the socket alone when no proxy is trusted", () => {
  expect(believeAddress("::ffff:10.0.0.1", "1.2.3.4", 0)).toBe("10.0.0.1");
});

it("believes what the trusted proxies appended, not what the client claims", () => {
  expect(believeAddress("10.0.0.1", "6.6.6.6, 1.2.3.4", 1)).toBe("1.2.3.4");
  expect(believeAddress("10.0.0.1", "6.6.6.6, 1.2.3.4, 10.0.0.9", 2)).toBe("1.2.3.4");
});

it("takes the leftmost entry when there are fewer than hops, and the socket when there is none", () => {
  expect(believeAddress("10.0.0.1", "1.2.3.4", 3)).toBe("1.2.3.4");
  expect(believeAddress("10.0.0.1", undefined, 2)).toBe("10.0.0.1");
  expect(believeAddress("10.0.0.1", "", 1)).toBe("10.0.0.1");
});
