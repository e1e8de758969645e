import { expect, it } from "vitest";
import { createHostJudge } from "./link-hosts";

const policy = {
  linkHosts: ["docs.example", "*.wiki.example", "https://ports.example:8443/path"],
  imageHosts: ["*.pics.example"],
  allowLoopbackLinks: true,
};
const judge = createHostJudge(policy);

it.each([
  ["https://docs.example/a", true, false],
  ["https://docs.example./a", true, false],
  ["https://a.docs.example/", false, false],
  ["https://wiki.example/", true, false],
  ["https://en.wiki.example/", true, false],
  ["https://notwiki.example/", false, false],
  ["https://ports.example:8443/", true, false],
  ["https://ports.example/", false, false],
  ["https://cdn.pics.example/", true, true],
  ["https://pics.example.evil.example/", false, false],
  ["http://localhost:3000/", true, false],
  ["http://127.0.0.1/", true, false],
  ["http://[::1]/", true, false],
  ["http://localhost.evil.example/", false, false],
])("%s may be linked: %s, loaded: %s", (address, isLinked, isLoaded) => {
  const url = new URL(address);
  expect([judge.mayLink(url), judge.mayLoad(url)]).toEqual([isLinked, isLoaded]);
});

it("links to the reader's own machine only where that is allowed", () => {
  const strict = createHostJudge({ ...policy, allowLoopbackLinks: false });
  const url = new URL("http://localhost:3000/");
  expect([strict.mayLink(url), strict.isOwnMachine(url)]).toEqual([false, false]);
});
