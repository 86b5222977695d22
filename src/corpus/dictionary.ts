import { UserError } from "../errors.js";
import { tableResource, tableSchema } from "./datapackage.js";
import { tableNames, tableOf } from "./schema.js";

const opening = "<!-- tables: written from the schema, do not edit by hand -->";
const closing = "<!-- end of tables -->";

/** The data dictionary: a Markdown section a table, a row a column. */
export function dataDictionary(): string {
  return tableNames.map(tableSection).join("\n");
}

function tableSection(name: (typeof tableNames)[number]): string {
  const table = tableOf(name);
  const { fields, primaryKey, foreignKeys } = tableSchema(name);
  const rows = fields.map(({ name: column, type, description, constraints }) => {
    const rules = [
      constraints.required ? "required" : "",
      constraints.enum ? `one of ${constraints.enum.join(", ")}` : "",
      constraints.minimum !== undefined ? `at least ${constraints.minimum}` : "",
      constraints.pattern ? `matches \`${constraints.pattern}\`` : "",
    ];
    return `| \`${column}\` | ${type} | ${description} | ${rules.filter(Boolean).join("; ")} |`;
  });
  const keys = [
    `Primary key: ${primaryKey.map((column) => `\`${column}\``).join(", ")}.`,
    ...foreignKeys.map(({ fields: from, reference }) => `\`${from[0]}\` refers to \`${reference.resource}\`.`),
    ...(table.optional ? ["A corpus may come without this table."] : []),
  ];
  return [
    `### ${name}\n`,
    `${table.description}\n\n${keys.join(" ")}\n`,
    "| column | type | meaning | rules |\n| --- | --- | --- | --- |",
    ...rows,
    "",
  ].join("\n");
}

/**
 * A README with its table section replaced by the current dictionary.
 *
 * @throws UserError when the two comments that enclose the section are not there.
 */
export function withDictionary(readme: string): string {
  const from = readme.indexOf(opening);
  const to = readme.indexOf(closing);
  if (from < 0 || to < from) {
    throw new UserError(
      `data/README.md has no place for the tables: "${opening}"; put it back, with "${closing}" after it`,
    );
  }
  return `${readme.slice(0, from + opening.length)}\n\n${dataDictionary()}\n${readme.slice(to)}`;
}

/** The `datapackage.json` of the `data` folder: the schema of the corpus tables, where `reproduce` puts them. */
export function dataPackage() {
  return {
    profile: "data-package",
    name: "amplification-audit",
    title: "Corpus tables of amplification-audit",
    description:
      "Made by `npm run reproduce`; each corpus folder has a datapackage.json of its own with hashes and row counts.",
    licenses: [
      {
        name: "CC-BY-4.0",
        path: "https://creativecommons.org/licenses/by/4.0/",
        title: "Creative Commons Attribution 4.0",
      },
    ],
    resources: tableNames.map((name) => tableResource(name, `corpora/twin/${name}.parquet`)),
  };
}
