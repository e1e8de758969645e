import { expect, it, vi } from "vitest";
import { uploadFile } from "./upload-file";

it("does not send what was taken back before", async () => {
  const opened = vi.fn();
  vi.stubGlobal(
    "XMLHttpRequest",
    class {
      open = opened;
    },
  );
  const sent = uploadFile(new File(["x"], "fox.png"), {
    onProgress: () => undefined,
    signal: AbortSignal.abort(),
  });
  await expect(sent).rejects.toMatchObject({ name: "AbortError" });
  expect(opened).not.toHaveBeenCalled();
});
