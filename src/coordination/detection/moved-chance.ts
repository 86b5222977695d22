import type { WindowedEvents } from "./windowed-events.js";

/**
 * Chance of an event to be together with a group if it had come a little earlier or later: the part of the jitter around it that
 * lies within the window of another member's event on the same target (interval jitter: Amarasingham, Harrison, Hatsopoulos and
 * Geman 2012, Journal of Neurophysiology 107:517-531). 0 where the events allow for no jitter.
 *
 * To be asked for the events of one target in order of time. Time of one call is the members' events within jitter and window.
 */
export class MovedChance {
  /** The members' events on the target at hand, in order of time, and the first that may still be near enough. */
  private readonly members: Uint32Array;
  private count = 0;
  private near = 0;

  constructor(private readonly events: WindowedEvents) {
    this.members = new Uint32Array(events.jitter === 0 ? 0 : events.account.length);
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
      this.count += 1;
    }
  }

  of(event: number): number {
    const { seconds, account, jitter, window } = this.events;
    if (jitter === 0) return 0;
    const [own, at] = [account[event] as number, seconds[event] as number];
    const [earliest, latest] = [at - jitter, at + jitter];
    this.skipUntil(earliest - window);
    let covered = 0;
    let until = earliest;
    for (let member = this.near; member < this.count; member += 1) {
      const other = this.members[member] as number;
      const time = seconds[other] as number;
      if (time - window >= latest) break;
      if (account[other] === own) continue;
      const end = Math.min(latest, time + window);
      covered += Math.max(0, end - Math.max(until, time - window));
      until = Math.max(until, end);
    }
    return covered / (2 * jitter);
  }

  /** What came too early for one event came too early for all that follow. */
  private skipUntil(time: number): void {
    const { seconds } = this.events;
    while (this.near < this.count && (seconds[this.members[this.near] as number] as number) <= time) this.near += 1;
  }
}
