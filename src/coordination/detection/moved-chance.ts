import type { WindowedEvents } from "./windowed-events.js";

/**
 * Chance of an event to be together with a group if it had come a little earlier or later: the part of the jitter around it that
 * lies within the window of another member's event on the same target (interval jitter: Amarasingham, Harrison, Hatsopoulos and
 * Geman 2012, Journal of Neurophysiology 107:517-531). 0 where the events allow for no jitter.
 *
 * Time of one call is the members' events within jitter and window.
 */
export class MovedChance {
  private readonly members: number[] = [];

  constructor(
    private readonly events: WindowedEvents,
    group: ReadonlySet<number>,
    from: number,
    to: number,
  ) {
    if (events.jitter === 0) return;
    for (let event = from; event < to; event += 1) {
      if (group.has(events.account[event] as number)) this.members.push(event);
    }
  }

  of(event: number): number {
    const { seconds, account, jitter, window } = this.events;
    if (jitter === 0) return 0;
    const [own, at] = [account[event] as number, seconds[event] as number];
    const [earliest, latest] = [at - jitter, at + jitter];
    let covered = 0;
    let until = earliest;
    for (let member = this.firstAfter(earliest - window); member < this.members.length; member += 1) {
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

  /** First of the members' events after that time; they stand in order of time. */
  private firstAfter(time: number): number {
    let [low, high] = [0, this.members.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.events.seconds[this.members[middle] as number] as number) > time) high = middle;
      else low = middle + 1;
    }
    return low;
  }
}
