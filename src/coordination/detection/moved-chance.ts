import type { WindowedEvents } from "./windowed-events.js";

/**
 * Chance of an event to be together with a group if it had come a little earlier or later: the part of the jitter around it in which
 * it would be together with another member's event on the same target (interval jitter: Amarasingham, Harrison, Hatsopoulos and
 * Geman 2012, Journal of Neurophysiology 107:517-531). 0 where the events allow for no jitter.
 *
 * To be asked for the events of one target in order of time. Time of one call is the members' events within jitter and window.
 */
export class MovedChance {
  /** The members' events on the target at hand, in order of time, and the first that may still be near enough. */
  private readonly members: Uint32Array;
  /** From when and until when one is together with each of them. */
  private readonly opens: Float64Array;
  private readonly closes: Float64Array;
  private count = 0;
  private near = 0;

  constructor(private readonly events: WindowedEvents) {
    const size = events.jitter === 0 ? 0 : events.account.length;
    this.members = new Uint32Array(size);
    this.opens = new Float64Array(size);
    this.closes = new Float64Array(size);
  }

  /** Turns to the events of a target, from `from` up to `to`. */
  begin(from: number, to: number, isMember: Uint8Array): void {
    const { account, jitter } = this.events;
    this.count = 0;
    this.near = 0;
    if (jitter === 0) return;
    for (let event = from; event < to; event += 1) {
      if (isMember[account[event] as number] === 0) continue;
      this.members[this.count] = event;
      this.reach(event, from);
      this.count += 1;
    }
  }

  of(event: number): number {
    const { seconds, account, jitter } = this.events;
    if (jitter === 0) return 0;
    const [own, at] = [account[event] as number, seconds[event] as number];
    const [earliest, latest] = [at - jitter, at + jitter];
    this.skipUntil(earliest);
    let covered = 0;
    let until = earliest;
    for (let member = this.near; member < this.count; member += 1) {
      const opens = this.opens[member] as number;
      if (opens >= latest) break;
      if (account[this.members[member] as number] === own) continue;
      const end = Math.min(latest, this.closes[member] as number);
      covered += Math.max(0, end - Math.max(until, opens));
      until = Math.max(until, end);
    }
    return covered / (2 * jitter);
  }

  /** In a bin, one is together with all of the bin; along a chain, with all of it. */
  private reach(event: number, firstOfTarget: number): void {
    const { seconds, window, semantics, first, past } = this.events;
    const at = seconds[event] as number;
    if (semantics === "bins") {
      const origin = seconds[firstOfTarget] as number;
      this.opens[this.count] = origin + Math.floor((at - origin) / window) * window;
      this.closes[this.count] = (this.opens[this.count] as number) + window;
      return;
    }
    const isChain = semantics === "chained";
    this.opens[this.count] = (isChain ? (seconds[first[event] as number] as number) : at) - window;
    this.closes[this.count] = (isChain ? (seconds[(past[event] as number) - 1] as number) : at) + window;
  }

  /** What came too early for one event came too early for all that follow. */
  private skipUntil(time: number): void {
    while (this.near < this.count && (this.closes[this.near] as number) <= time) this.near += 1;
  }
}
