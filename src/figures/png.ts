import { crc32 } from "node:zlib";
import { UserError } from "../errors.js";
import { fontFiles } from "./fonts.js";

const dotsPerInch = 450;
const millimetresPerInch = 25.4;
const signatureLength = 8;

/** The SVG as pixels at 450 dots per inch on white, `millimetres` wide. */
export async function pngOf(svg: string, millimetres: number): Promise<Uint8Array> {
  const { Resvg } = await import("@resvg/resvg-js");
  const drawing = new Resvg(svg, {
    background: "white",
    fitTo: { mode: "width", value: Math.round((millimetres / millimetresPerInch) * dotsPerInch) },
    font: { loadSystemFonts: false, fontFiles: Object.values(fontFiles), defaultFontFamily: "Arimo" },
  });
  return withResolution(drawing.render().asPng(), dotsPerInch);
}

/**
 * Adds a `pHYs` chunk after the header, so that programs place the image at its size (PNG specification, third edition, 11.3.4.3).
 *
 * @throws UserError if the bytes are not a PNG
 */
export function withResolution(png: Uint8Array, dots: number): Uint8Array {
  const bytes = Buffer.from(png);
  if (bytes.toString("latin1", 1, 4) !== "PNG") throw new UserError("not a PNG image; draw the figure again");
  const headerEnd = signatureLength + 4 + 4 + bytes.readUInt32BE(signatureLength) + 4;
  const perMetre = Math.round((dots / millimetresPerInch) * 1000);
  const content = Buffer.alloc(13);
  content.write("pHYs", "latin1");
  content.writeUInt32BE(perMetre, 4);
  content.writeUInt32BE(perMetre, 8);
  content.writeUInt8(1, 12);
  const [length, checksum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(content.length - 4);
  checksum.writeUInt32BE(crc32(content));
  return Buffer.concat([bytes.subarray(0, headerEnd), length, content, checksum, bytes.subarray(headerEnd)]);
}
