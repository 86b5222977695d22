// Retweets to measure on: `rows` of them, skewed like real ones, the same at every run. At 2,000,000 rows 150,000 accounts and 40,000
// tweets; fewer or more in proportion. One id in a thousand is repeated. Rows stand in order of time, as collected.
import { closeSync, openSync, writeSync } from "node:fs";
import { uniformFloat64 } from "pure-rand/distribution/uniformFloat64";
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";

const firstSecond = 1_600_000_000;
const period = 200 * 86_400;

export function generate(path, rows) {
  const random = xoroshiro128plus(2021);
  const uniform = () => 1 - uniformFloat64(random);
  const accounts = Math.ceil(rows * 0.075);
  const tweets = Math.ceil(rows * 0.02);
  const posted = Float64Array.from({ length: tweets }, () => Math.floor(uniform() * period));
  const account = new Uint32Array(rows);
  const tweet = new Uint32Array(rows);
  const seconds = new Float64Array(rows);
  for (let row = 0; row < rows; row += 1) {
    account[row] = Math.floor(accounts * uniform() ** 2.5);
    tweet[row] = Math.floor(tweets * uniform() ** 2.4);
    // Half within the first half hour, and a long tail.
    seconds[row] = posted[tweet[row]] + Math.floor(2000 * (uniform() ** -1.1 - 1));
  }
  const order = Uint32Array.from({ length: rows }, (_, row) => row).sort((a, b) => seconds[a] - seconds[b] || a - b);
  write(path, order, (row, at) => {
    const event = at % 1000 === 999 ? at - 500 : at;
    return `${id(tweet[row], 3)},${id(account[row], 7)},${id(event, 11)},${firstSecond + seconds[row]}\n`;
  });
}

/** A number of 19 digits, as Twitter's are, different for different numbers. */
function id(number, salt) {
  return String(
    1_000_000_000_000_000_000n + ((BigInt(number) * 2_654_435_761n + BigInt(salt)) % 4_294_967_296n) * 1_899_999_973n,
  );
}

function write(path, order, line) {
  const file = openSync(path, "w");
  let text = "object_id,account_id,content_id,timestamp_share\n";
  order.forEach((row, at) => {
    text += line(row, at);
    if (text.length > 1 << 20) {
      writeSync(file, text);
      text = "";
    }
  });
  writeSync(file, text);
  closeSync(file);
}
