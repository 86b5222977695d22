/** Something to do once other things are done. */
export interface Task {
  name: string;
  after: readonly string[];
}

/**
 * Does tasks in the order of the list, up to `concurrency` at a time, each as soon as all it comes after is done. After a failure
 * nothing new starts; what runs is waited for.
 *
 * @param concurrency whole number of at least 1; with 1 the order is exactly that of the list
 * @returns what the tasks gave, in the order of the list
 * @throws the first failure
 */
export async function runInOrder<T extends Task, R>(
  tasks: readonly T[],
  concurrency: number,
  work: (task: T) => Promise<R>,
): Promise<R[]> {
  const waiting = [...tasks];
  const running = new Map<string, Promise<void>>();
  const done = new Map<string, R>();
  const failures: unknown[] = [];

  const start = async (task: T): Promise<void> => {
    try {
      done.set(task.name, await work(task));
    } catch (thrown) {
      failures.push(thrown);
    } finally {
      running.delete(task.name);
    }
  };

  for (;;) {
    const next = waiting.findIndex(({ after }) => after.every((name) => done.has(name)));
    const [task] = next >= 0 && running.size < concurrency && failures.length === 0 ? waiting.splice(next, 1) : [];
    if (task) running.set(task.name, start(task));
    else if (running.size > 0) await Promise.race(running.values());
    else break;
  }
  if (failures.length > 0) throw failures[0];
  return tasks.flatMap(({ name }) => (done.has(name) ? [done.get(name) as R] : []));
}
