import { spawn } from "node:child_process";
import { once } from "node:events";
import { text } from "node:stream/consumers";
import { describe, expect, it } from "vitest";
import { renderFigure } from "../../src/figures/render.js";
import { sha256 } from "../../src/files/hash.js";
import { projectPath } from "../../src/files/project.js";
import { dotsAndIntervals, stepLines } from "./samples.js";

const figures = [stepLines("single"), dotsAndIntervals("double")];

/** Renders the built code's figures in a process of its own and gives the hashes of all files. */
async function hashesUnder(environment: Record<string, string>): Promise<string> {
  const render = JSON.stringify(projectPath("dist", "figures", "render.js"));
  const script = `
    import { createHash } from "node:crypto";
    import { renderFigure } from ${render};
    for (const figure of ${JSON.stringify(figures)}) {
      for (const file of Object.values(await renderFigure(figure))) {
        console.log(createHash("sha256").update(file).digest("hex"));
      }
    }
    console.error(new Date(0).getHours());`;
  const child = spawn(process.execPath, ["--input-type=module", "--eval", script], {
    env: { PATH: process.env.PATH, ...environment },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const [hashes, hour, [status]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, "exit")]);
  expect(status, hour).toBe(0);
  return hashes;
}

describe("figures are the same bytes", () => {
  it("when drawn again, and at the same time as others", async () => {
    const hashes = (await Promise.all([...figures, ...figures].map(renderFigure))).map(
      ({ svg, pdf, png, sourceDataCsv }) => [svg, pdf, png, sourceDataCsv].map(sha256),
    );
    expect(hashes.slice(0, figures.length)).toEqual(hashes.slice(figures.length));
  });

  it("in processes of other time zones, languages and locales", async () => {
    const newYork = await hashesUnder({ TZ: "America/New_York", LC_ALL: "de_DE.UTF-8", LANG: "de_DE.UTF-8" });
    const shanghai = await hashesUnder({ TZ: "Asia/Shanghai", LC_ALL: "C", LANG: "zh_CN.UTF-8" });
    expect(newYork.trim().split("\n")).toHaveLength(4 * figures.length);
    expect(shanghai).toBe(newYork);
  });
});
