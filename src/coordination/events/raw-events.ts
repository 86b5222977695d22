import { type Bytes, ByteTexts } from "./byte-texts.js";
import { hashOf, IdTable } from "./id-table.js";

/** Events in the order in which they were read, with actors and targets numbered in the order of their appearance. */
export interface RawEvents {
  rows: number;
  /** Columns; they may have room for more rows than there are. */
  actor: Uint32Array<ArrayBuffer>;
  target: Uint32Array<ArrayBuffer>;
  seconds: Float64Array<ArrayBuffer>;
  /** Hash of each row's event id, so that equal ones are found without comparing all. */
  idHash: Int32Array<ArrayBuffer>;
  actors: ByteTexts;
  targets: ByteTexts;
  /** The event id of each row; no texts where the source has none. */
  ids: ByteTexts;
  withoutActor: number;
  withoutTarget: number;
}

const firstRows = 1 << 12;
/** Of a short row; longer ones leave room unused. */
const bytesPerRow = 48;
const space = 0x20;

/** Takes rows one by one, as bytes, and keeps them as columns. */
export class RawEventsBuilder {
  private rows = 0;
  private actor: Uint32Array<ArrayBuffer>;
  private target: Uint32Array<ArrayBuffer>;
  private seconds: Float64Array<ArrayBuffer>;
  private idHash: Int32Array<ArrayBuffer>;
  private readonly actors = new IdTable();
  private readonly targets = new IdTable();
  private readonly ids: ByteTexts;
  private withoutActor = 0;
  private withoutTarget = 0;

  /** @param sourceBytes Length of the source, from which the room for its rows is guessed; memory is taken as it fills. */
  constructor(sourceBytes = 0) {
    const room = Math.max(firstRows, Math.floor(sourceBytes / bytesPerRow));
    this.actor = new Uint32Array(room);
    this.target = new Uint32Array(room);
    this.seconds = new Float64Array(room);
    this.idHash = new Int32Array(room);
    this.ids = new ByteTexts(room, Math.floor(sourceBytes / 3));
  }

  /** Whether a row has an actor and a target. One that has not is counted and must not be added. */
  isEvent(bytes: Uint8Array, actorFrom: number, actorTo: number, targetFrom: number, targetTo: number): boolean {
    if (isBlank(bytes, actorFrom, actorTo)) this.withoutActor += 1;
    else if (isBlank(bytes, targetFrom, targetTo)) this.withoutTarget += 1;
    else return true;
    return false;
  }

  addActor(bytes: Bytes, from: number, to: number): void {
    if (this.rows === this.actor.length) this.makeRoom();
    this.actor[this.rows] = this.actors.numberOf(bytes, from, to);
  }

  addTarget(bytes: Bytes, from: number, to: number): void {
    this.target[this.rows] = this.targets.numberOf(bytes, from, to);
  }

  addId(bytes: Bytes, from: number, to: number): void {
    this.idHash[this.rows] = hashOf(bytes, from, to);
    this.ids.append(bytes, from, to);
  }

  /** Ends a row whose actor, target and, where the source has them, id were added. */
  addTime(seconds: number): void {
    this.seconds[this.rows] = seconds;
    this.rows += 1;
  }

  finish(): RawEvents {
    const { rows, actor, target, seconds, idHash, ids, withoutActor, withoutTarget } = this;
    const [actors, targets] = [this.actors.texts, this.targets.texts];
    return { rows, actor, target, seconds, idHash, actors, targets, ids, withoutActor, withoutTarget };
  }

  private makeRoom(): void {
    const room = this.rows * 2;
    const { actor, target, seconds, idHash } = this;
    this.actor = new Uint32Array(room);
    this.actor.set(actor);
    this.target = new Uint32Array(room);
    this.target.set(target);
    this.seconds = new Float64Array(room);
    this.seconds.set(seconds);
    this.idHash = new Int32Array(room);
    this.idHash.set(idHash);
  }
}

/** Nothing, or spaces only. */
function isBlank(bytes: Uint8Array, from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) if ((bytes[at] as number) > space) return false;
  return true;
}
