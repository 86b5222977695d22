import type { Command } from "commander";
import { doctor } from "../environment/doctor.js";
import type { DoctorLine } from "../environment/doctor-line.js";

export function addDoctor(program: Command): void {
  program
    .command("doctor")
    .description("compare this machine and what is installed with environment.md and the lockfile")
    .action(async () => {
      const lines = await doctor();
      process.stdout.write(`${lines.map(lineText).join("\n")}\n`);
      if (lines.some(({ ok }) => !ok)) process.exitCode = 1;
    });
}

function lineText({ what, expected, found, ok, remedy }: DoctorLine): string {
  const compared = expected === found ? found : `${found} (expected ${expected})`;
  return `${ok ? "ok " : "BAD"}  ${what}: ${compared}${remedy === "" ? "" : `; ${remedy}`}`;
}
