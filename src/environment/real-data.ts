import { messageOf } from "../errors.js";
import { externalFolder, externalVariable, locate, readSources, type Source } from "../import/sources.js";
import { type DoctorLine, doctorLine } from "./doctor-line.js";

/**
 * Whether the registered public data sets are there, with the content registered. The default run needs none of them, so an
 * absent one is in order.
 *
 * @param folder where to look, instead of the folder of external data
 */
export async function realDataLines(folder?: string): Promise<DoctorLine[]> {
  let place: string;
  try {
    place = externalFolder(folder);
  } catch (error) {
    return [doctorLine("real data", "a folder", messageOf(error), false, `correct or unset ${externalVariable}`)];
  }
  return Promise.all(readSources().map((source) => dataLine(source, place)));
}

async function dataLine(source: Source, folder: string): Promise<DoctorLine> {
  const what = `data set ${source.id}`;
  const expected = "present or absent (optional)";
  try {
    const { path, state } = await locate(source, folder);
    const remedy = `remove ${path} and run \`npm run -s audit -- data fetch\``;
    return doctorLine(what, expected, state, state !== "wrong hash", remedy);
  } catch (error) {
    return doctorLine(what, expected, messageOf(error), false, "make it readable");
  }
}
