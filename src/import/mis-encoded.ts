/** What Windows-1252 shows for the bytes 0x80 to 0x9F; the five it leaves undefined stand for themselves. */
const windows1252 = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";

/**
 * Repairs text in UTF-8 that was once read as Windows-1252 and saved so. Text to which that did not happen comes back as it is.
 *
 * @example
 * repairMisEncoded("CÃ´te d'Ivoire"); // "Côte d'Ivoire"
 * repairMisEncoded("Côte d'Ivoire"); // "Côte d'Ivoire"
 */
export function repairMisEncoded(text: string): string {
  const bytes = [...text].map(windows1252Byte);
  if (bytes.some((byte) => byte === undefined)) return text;
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(Uint8Array.from(bytes, (byte) => byte ?? 0));
  } catch {
    return text;
  }
}

/** TextDecoder can read Windows-1252 but nothing in Node writes it, and some versions of Node read it as Latin-1. */
function windows1252Byte(character: string): number | undefined {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x80 || (code >= 0xa0 && code <= 0xff)) return code;
  const index = windows1252.indexOf(character);
  return index === -1 ? undefined : 0x80 + index;
}
