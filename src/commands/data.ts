import type { Command } from "commander";
import type { DownloadProgress } from "../import/download.js";
import { fetchedLine, fetchSources } from "../import/fetch.js";
import { externalFolder, locate, readSources, type Source } from "../import/sources.js";

export function addData(program: Command): void {
  const data = program.command("data").description("the real public data sets: list them, fetch and verify them");
  data
    .command("list")
    .description("every registered data set: where it is public, its licence, and whether it is here")
    .option("--from <dir>", "folder with the data (else AMPLIFICATION_AUDIT_EXTERNAL, else data/external)")
    .action(async ({ from }: { from?: string }) => {
      const folder = externalFolder(from);
      for (const source of readSources()) {
        const { state } = await locate(source, folder);
        process.stdout.write(
          `${state}: ${source.id}\n    ${source.title}; ${source.licence}\n    ${source.url ?? source.repository}\n`,
        );
      }
    });
  data
    .command("fetch")
    .description("download the data sets, or take them from a folder, and verify their SHA-256")
    .option("--from <dir>", "take them from this folder instead of the network")
    .option("--only <id...>", "only these data sets")
    .action(async ({ from, only }: { from?: string; only?: string[] }) => {
      const bar = progressBar(process.stderr);
      await fetchSources({
        ...(from !== undefined && { from }),
        ...(only && { only }),
        folder: externalFolder(),
        onProgress: bar.show,
        onFetched: (fetched) => {
          bar.clear();
          process.stdout.write(`${fetchedLine(fetched)}\n`);
        },
      });
    });
}

/** A bar on a terminal: `[=====     ] 52%  3.1 of 6.0 MB, 1.2 MB/s  name`. Nothing elsewhere. */
function progressBar(stream: NodeJS.WriteStream) {
  const megabytes = (bytes: number) => (bytes / 1e6).toFixed(1);
  return {
    show(source: Source, { received, total, rate }: DownloadProgress) {
      if (!stream.isTTY) return;
      const share = total === 0 ? 1 : received / total;
      const bar = "=".repeat(Math.round(share * 20)).padEnd(20);
      const numbers = `${megabytes(received)} of ${megabytes(total)} MB, ${megabytes(rate)} MB/s`;
      stream.write(`\r\u001b[K[${bar}] ${Math.floor(share * 100)}%  ${numbers}  ${source.id}`);
    },
    clear() {
      if (stream.isTTY) stream.write("\r\u001b[K");
    },
  };
}
