import { beforeAll, expect, it, vi } from "vitest";
import { hashAddress } from "./address-key";

beforeAll(() => {
  vi.stubEnv("AUTH_SECRET", "a secret that only these tests know!");
});

it("is the same for one client, and does not show the address", () => {
  const key = hashAddress("203.0.113.7");
  expect(hashAddress("203.0.113.7")).toBe(key);
  expect(hashAddress("203.0.113.8")).not.toBe(key);
  expect(key).toMatch(/^[\w-]{24}$/);
});

it("takes all IPv6 addresses of one network for one client, however they are written", () => {
  const key = hashAddress("2001:db8::1");
  for (const same of [
    "2001:DB8:0:0:ffff:ffff:ffff:ffff",
    "2001:db8::1%eth0",
    "2001:0db8:0000:0000:0000::2",
    "2001:db8::192.0.2.1",
  ])
    expect(hashAddress(same), same).toBe(key);
  expect(hashAddress("2001:db8:0:1::1")).not.toBe(key);
  expect(hashAddress("::1")).not.toBe(key);
});

it("has a key for whatever stands where an address should", () => {
  const keys = ["unknown", "", "%", "not an address", "1.2.3.4:80"].map(hashAddress);
  for (const key of keys) expect(key).toMatch(/^[\w-]{24}$/);
});
