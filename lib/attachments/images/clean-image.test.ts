import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { imageLimits } from "@/lib/config/attachments";
import { type CleanedImage, cleanImage } from "./clean-image";
import { detectImageType } from "./detect-image-type";
import { findOrientation, orientationSegment } from "./exif-orientation";
import { makePng } from "./make-image.fixture";

/** Three by two red pixels, as a browser writes them, without a colour profile. */
const jpeg = Buffer.from(
  "/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDABsSFBcUERsXFhceHBsgKEIrKCUlKFE6PTBCYFVlZF9VXVtqeJmBanGQc1tdhbWGkJ6jq62rZ4C8ybqmx5moq6T/2wBDARweHigjKE4rK06kbl1upKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKT/wAARCAACAAMDASIAAhEBAxEB/8QAFQABAQAAAAAAAAAAAAAAAAAAAAT/xAAUEAEAAAAAAAAAAAAAAAAAAAAA/8QAFQEBAQAAAAAAAAAAAAAAAAAABAb/xAAUEQEAAAAAAAAAAAAAAAAAAAAA/9oADAMBAAIRAxEAPwCAANSP/9k=",
  "base64",
);
const webpPixels = Buffer.from(
  "VlA4ICwAAACQAQCdASoDAAIABABoJaACdLoAA5gA/us2/6E2Pair/0JP/ibP+Js+AAAAAA==",
  "base64",
);
const png = Buffer.from(makePng(3, 2));

const SECRET = "GPS 52.5200 N 13.4050 E";

function segment(marker: number, text: string): Buffer {
  const data = Buffer.from(text, "latin1");
  return Buffer.concat([Buffer.from([0xff, marker, 0, data.length + 2]), data]);
}

function webp(...chunks: [type: string, data: Buffer][]): Buffer {
  const bytes = chunks.map(([type, data]) => {
    const header = Buffer.from(`${type}\0\0\0\0`, "latin1");
    header.writeUInt32LE(data.length, 4);
    return Buffer.concat([header, data, Buffer.alloc(data.length % 2)]);
  });
  const body = Buffer.concat([...bytes, webpPixels]);
  const header = Buffer.from("RIFF\0\0\0\0WEBP", "latin1");
  header.writeUInt32LE(body.length + 4, 4);
  return Buffer.concat([header, body]);
}

function extended(flags: number): Buffer {
  return Buffer.from([flags, 0, 0, 0, 2, 0, 0, 1, 0, 0]);
}

function clean(file: Buffer): CleanedImage {
  const image = cleanImage(file);
  if (typeof image === "string") throw new Error(`The image is ${image}.`);
  return image;
}

/** The same picture with things in it that say where it was taken. */
const laden = {
  png: Buffer.from(
    makePng(3, 2, [200, 30, 30], { tEXt: SECRET, eXIf: SECRET, pHYs: "123456789", zzZz: SECRET }),
  ),
  jpeg: Buffer.concat([
    jpeg.subarray(0, 2),
    segment(0xe1, `Exif\0\0${SECRET}`),
    segment(0xe1, `http://ns.adobe.com/xap/1.0/\0${SECRET}`),
    segment(0xed, `Photoshop 3.0\0${SECRET}`),
    segment(0xf0, SECRET),
    segment(0xfe, SECRET),
    jpeg.subarray(2),
  ]),
  webp: webp(["VP8X", extended(0x0c)], ["EXIF", Buffer.from(SECRET)], ["XMP ", Buffer.from(`${SECRET}!`)]),
};

describe("cleanImage", () => {
  it.each(Object.entries(laden))(
    "keeps of a %s its picture, and nothing of where it was taken",
    (_, file) => {
      const image = clean(Buffer.concat([file, Buffer.from(`trailing ${SECRET}`)]));
      expect(image).toMatchObject({ width: 3, height: 2 });
      expect(image.content.includes("GPS")).toBe(false);
      expect(detectImageType(image.content)).toBe(detectImageType(file));
      // What is clean stays as it is.
      expect(clean(image.content).content).toEqual(image.content);
    },
  );

  it("changes nothing in a picture without more", () => {
    for (const file of [png, jpeg, webp()]) expect(clean(file).content).toEqual(file);
  });

  it("says in a WebP that there is no metadata any more", () => {
    const { content } = clean(laden.webp);
    expect(content.readUInt8(20)).toBe(0);
    expect(content.readUInt32LE(4)).toBe(content.length - 8);
  });

  it("keeps which side of a photo is up, in either order of bytes", () => {
    const little = Buffer.from("II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0\x06\0\0\0", "latin1").toString(
      "latin1",
    );
    const turned = Buffer.concat([jpeg.subarray(0, 2), segment(0xe1, `Exif\0\0${little}`), jpeg.subarray(2)]);
    const kept = orientationSegment(6);
    expect(kept).not.toBeNull();
    expect(findOrientation(kept ?? Buffer.alloc(0))).toBe(6);
    expect(clean(turned).content.includes(kept ?? "")).toBe(true);
  });

  it("refuses what is no picture, what is damaged, and what is larger than models take", () => {
    const damaged = Buffer.from(png);
    damaged.writeUInt8(damaged.readUInt8(45) ^ 1, 45);
    const animated = webp(["ANIM", Buffer.alloc(6)]).subarray(0, 12 + 14);
    animated.writeUInt32LE(animated.length - 8, 4);
    for (const file of [Buffer.from("text"), damaged, png.subarray(0, 40), jpeg.subarray(0, 100), animated])
      expect(cleanImage(file)).toBe("broken");
    expect(cleanImage(Buffer.from(makePng(imageLimits.maxUploadedSide + 1, 1)))).toBe("huge");
  });

  it("refuses what is in more parts than any picture, after looking at a few of them", () => {
    const empty = Buffer.from([0xff, 0xfe, 0, 2]);
    const many = (part: Buffer) => Buffer.alloc(part.length * (imageLimits.maxParts + 1), part);
    const end = png.length - 12;
    const chunk = Buffer.from(makePng(3, 2, [200, 30, 30], { zzZz: "" })).subarray(33, 45);
    const files = [
      Buffer.concat([jpeg.subarray(0, 2), many(empty), jpeg.subarray(2)]),
      Buffer.concat([png.subarray(0, end), many(chunk), png.subarray(end)]),
      webp(
        ...Array.from(
          { length: imageLimits.maxParts + 1 },
          () => ["JUNK", Buffer.alloc(0)] as [string, Buffer],
        ),
      ),
    ];
    for (const file of files) expect(cleanImage(file)).toBe("broken");
    const few = [jpeg.subarray(0, 2), Buffer.alloc(400, empty), jpeg.subarray(2)];
    expect(clean(Buffer.concat(few)).content).toEqual(jpeg);
  });

  it("takes any bytes without failing, and cuts nothing short that it lets pass", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...Object.values(laden)),
        fc.array(fc.tuple(fc.nat(1_200), fc.nat(255)), { maxLength: 6 }),
        fc.nat(1_200),
        (file, changes, length) => {
          const changed = Buffer.from(file.subarray(0, Math.max(12, length)));
          for (const [at, byte] of changes) if (at < changed.length) changed.writeUInt8(byte, at);
          const image = cleanImage(changed);
          if (typeof image === "string") return;
          expect(clean(image.content).content).toEqual(image.content);
        },
      ),
      { numRuns: 2_000 },
    );
  });
});
