const quotationMark = 0x22;
const backslash = 0x5c;
const large = /-?\d{16,}(?![\d.eE])/g;

/**
 * JSON with its large whole numbers put into quotation marks, so that parsing keeps every digit. Text inside quotation marks stays as it
 * is.
 *
 * @example
 * withLargeNumbersAsText('{"id":1293474571464343559}'); // '{"id":"1293474571464343559"}'
 */
export function withLargeNumbersAsText(json: string): string {
  const parts: string[] = [];
  let at = 0;
  while (at < json.length) {
    const open = json.indexOf('"', at);
    const outside = json.slice(at, open === -1 ? json.length : open);
    parts.push(outside.replace(large, (digits) => `"${digits}"`));
    if (open === -1) break;
    const close = endOfString(json, open);
    parts.push(json.slice(open, close));
    at = close;
  }
  return parts.join("");
}

/** Index after the quotation mark that closes the one at `open`. */
function endOfString(json: string, open: number): number {
  for (let at = open + 1; at < json.length; at += 1) {
    const code = json.charCodeAt(at);
    if (code === backslash) at += 1;
    else if (code === quotationMark) return at + 1;
  }
  return json.length;
}
