import { NextRequest } from "next/server";
import { expect, it, vi } from "vitest";
import { proxy } from "./proxy";

vi.mock(import("@/lib/config/product"), async (original) => {
  const { product } = await original();
  return { product: { ...product, imageHosts: ["pics.example", "*.more.example"] } };
});

it("lets the page load images from the hosts of the list and from no other", () => {
  const policy =
    proxy(new NextRequest("http://127.0.0.1:3000/")).headers.get("content-security-policy") ?? "";
  expect(policy.split("; ").filter((rule) => rule.includes("pics.example"))).toEqual([
    "img-src 'self' https://pics.example https://*.more.example https://more.example",
  ]);
});
