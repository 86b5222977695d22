import type { Study } from "./study.js";
import { utcDay } from "./time.js";

/**
 * The design of the two working papers of May 2021 (Schliebs, Bailey, Bright and Howard, working papers 2021.1 and 2021.2).
 *
 * Posting is counted from 9 June 2020 to 23 February 2021, amplification to 31 January 2021, weeks from Sunday. Labels and
 * statuses were observed on 1 March 2021, statuses again on 5 May 2021. The paper says "in the past two years" without a
 * day; the end of the posting window is taken, as the last day on which the accounts were watched.
 */
export const oii2021: Study = {
  name: "oii-2021",
  title: "PRC diplomats and state media on Twitter and Facebook, 2020-2021",
  postingWindow: { from: utcDay("2020-06-09"), to: utcDay("2021-02-23") },
  amplificationWindow: { from: utcDay("2020-06-09"), to: utcDay("2021-01-31") },
  weekStart: "sunday",
  labelDay: utcDay("2021-03-01"),
  statusDays: [utcDay("2021-03-01"), utcDay("2021-05-05")],
  earlyBefore: utcDay("2019-01-01"),
  growthDay: utcDay("2021-02-23"),
  recentYears: 2,
  focusCountry: "GB",
  busiestRetweeterUntil: utcDay("2020-09-10"),
  coActivitySeconds: 60,
};
