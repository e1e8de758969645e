import { expect, it } from "vitest";
import { describeDevice } from "./describe-device";

it("names browser and system as people do", () => {
  const linux =
    "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0.0.0 Safari/537.36";
  expect(describeDevice(linux)).toBe("Chrome on Linux");
  expect(describeDevice(`${linux.replace("X11; Linux x86_64", "Windows NT 10.0")} Edg/130.0`)).toBe(
    "Edge on Windows",
  );
  const iphone =
    "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Version/18.0 Mobile Safari/604.1";
  expect(describeDevice(iphone)).toBe("Safari on iPhone");
  expect(
    describeDevice("Mozilla/5.0 (Macintosh; Intel Mac OS X 10.15; rv:131.0) Gecko/20100101 Firefox/131.0"),
  ).toBe("Firefox on macOS");
});

it("says so when it does not know", () => {
  for (const unknown of [null, "", "curl/8", "<script>alert(1)</script>"])
    expect(describeDevice(unknown)).toBe("Unknown browser");
});
