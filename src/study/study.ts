import type { UtcDay } from "./time.js";

/** A span of whole days, both ends included. */
export interface DayWindow {
  from: UtcDay;
  to: UtcDay;
}

/** The choices that make a study: when, who counts as recent, on which days things were observed. */
export interface Study {
  name: string;
  title: string;
  /** Posting and engagement. */
  postingWindow: DayWindow;
  /** Amplification, suspension and the London network. */
  amplificationWindow: DayWindow;
  weekStart: "sunday" | "monday";
  /** Day up to which label observations count. */
  labelDay: UtcDay;
  /** Days on which the platform was asked for each account's status. */
  statusDays: UtcDay[];
  /** Accounts created before this day are the early ones. */
  earlyBefore: UtcDay;
  /** Day on which an account's age is taken, and until which an account must exist to count. */
  growthDay: UtcDay;
  /** An account is recent if it was created at most so many years before `growthDay`. */
  recentYears: number;
  /** The country whose ambassador and embassy the network study is about, ISO 3166-1 alpha-2. */
  focusCountry: string;
  /** Last day of the case of the busiest retweeter. */
  busiestRetweeterUntil: UtcDay;
  /** Two accounts acting on one post at most so many seconds apart act together. */
  coActivitySeconds: number;
}
