import type { StudyPrincipal } from "../../study/study-principals.js";

/** Who is audited, for readers that must know at once: by `twitter 123` and by `twitter @handle`. */
export class PrincipalIndex {
  /** Whether every principal on a platform is listed with its id, so that any other id is somebody else's. */
  private readonly complete = new Map<string, boolean>();
  private readonly keys = new Map<string, string>();

  constructor(principals: readonly StudyPrincipal[]) {
    for (const { platform, id, handle } of principals) {
      const handleKey = `@${handle.toLowerCase()}`;
      this.keys.set(`${platform} ${handleKey}`, id ?? handleKey);
      if (id !== null) this.keys.set(`${platform} ${id}`, id);
      this.complete.set(platform, (this.complete.get(platform) ?? true) && id !== null);
    }
  }

  /** The principal's id for an id or an @handle; undefined for anybody else, as far as the study says. */
  idOf(platform: string, account: string): string | undefined {
    return this.keys.get(`${platform} ${account}`);
  }

  has(platform: string, account: string): boolean {
    return this.keys.has(`${platform} ${account}`);
  }

  /** Whether the account may turn out to be a principal: it is one, or only the merger can tell. */
  mayHave(platform: string, account: string | null): boolean {
    if (account === null || this.has(platform, account)) return true;
    return account.startsWith("@") ? false : this.complete.get(platform) === false;
  }

  get isComplete(): boolean {
    return [...this.complete.values()].every((complete) => complete);
  }
}
