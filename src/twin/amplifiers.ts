import { NumberColumn } from "./columns.js";

/** What the truth says an amplifier is. Only "network" is coordinated; the others are innocent or differ in kind. */
export type AmplifierGroup =
  | "ordinary"
  | "network"
  | "fan"
  | "fan club"
  | "aggregator"
  | "spam ring"
  | "hyperactive"
  | "critic"
  | "pupil"
  | "friend";

/** A new amplifier; times in milliseconds since 1970, Infinity for what never happens. */
export interface NewAmplifier {
  group: AmplifierGroup;
  createdAt: number;
  /** First moment at which the platform says "suspended"; the account cannot act from then on. */
  suspendedFrom?: number;
  deletedFrom?: number;
  followers: number;
  /** What was planted, for the truth file: "creation burst", "dormancy", ... */
  traces?: readonly string[];
}

/** The accounts that amplify, column by column; an amplifier is its row number. */
export class Amplifiers {
  readonly createdAt = new NumberColumn();
  readonly suspendedFrom = new NumberColumn();
  readonly deletedFrom = new NumberColumn();
  readonly followers = new NumberColumn();
  /** Groups and traces of the planted accounts; the others are ordinary and have none. */
  readonly planted = new Map<number, { group: AmplifierGroup; traces: readonly string[] }>();

  get count(): number {
    return this.createdAt.length;
  }

  /** Adds an account and returns its number. */
  add({ group, createdAt, suspendedFrom, deletedFrom, followers, traces = [] }: NewAmplifier): number {
    const amplifier = this.count;
    this.createdAt.push(createdAt);
    this.suspendedFrom.push(suspendedFrom ?? Number.POSITIVE_INFINITY);
    this.deletedFrom.push(deletedFrom ?? Number.POSITIVE_INFINITY);
    this.followers.push(followers);
    if (group !== "ordinary") this.planted.set(amplifier, { group, traces });
    return amplifier;
  }

  /** First moment at which the account can no longer act. */
  endOf(amplifier: number): number {
    return Math.min(this.suspendedFrom.at(amplifier), this.deletedFrom.at(amplifier));
  }
}
