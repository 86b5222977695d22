import { buffer } from "node:stream/consumers";
import { fontFiles } from "./fonts.js";

/** What a PDF says about itself, and the size of its one page in points. */
export interface PdfPage {
  title: string;
  subject: string;
  width: number;
  height: number;
}

const noDate = new Date(0);

/**
 * The SVG as a PDF of one page: lines stay lines, the font is embedded. Not compressed, and dated 1970, so that its bytes depend on the
 * drawing alone and not on the zlib of this Node or on the day.
 */
export async function pdfOf(svg: string, { title, subject, width, height }: PdfPage): Promise<Uint8Array> {
  const [{ default: PDFDocument }, { default: drawSvg }] = await Promise.all([
    import("pdfkit"),
    import("svg-to-pdfkit"),
  ]);
  const document = new PDFDocument({
    size: [width, height],
    margin: 0,
    compress: false,
    // Laid out by the line, as browsers do it; word by word would lose the kerning at spaces.
    fontLayoutCache: false,
    lang: "en",
    displayTitle: true,
    info: { Title: title, Subject: subject, CreationDate: noDate, ModDate: noDate },
  });
  const bytes = buffer(document);
  document.registerFont("regular", fontFiles.regular);
  document.registerFont("bold", fontFiles.bold);
  drawSvg(document, svg, 0, 0, {
    width,
    height,
    assumePt: true,
    fontCallback: (_family, bold) => (bold ? "bold" : "regular"),
    warningCallback: (message) => {
      throw new Error(`SVG cannot become PDF: ${message}; change the specification`);
    },
  });
  document.end();
  return new Uint8Array(await bytes);
}
