import { Scrolling } from "./parts.js";
import type { ShownTable } from "./shown-table.js";

interface Props {
  table: ShownTable;
  /** What a screen reader calls the region in which the table scrolls. */
  label: string;
}

/** A table of texts: numbers on the right, what is left out said below. */
export function DataTable({ table, label }: Props) {
  const { caption, head, numeric, rows, note } = table;
  const side = (at: number) => (numeric[at] ? "number" : undefined);
  return (
    <Scrolling label={label}>
      <table>
        {caption !== "" && <caption>{caption}</caption>}
        <thead>
          <tr>
            {head.map((text, at) => (
              <th key={text} scope="col" class={side(at)}>
                {text}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.join()}>
              {row.map((text, at) => (
                <td key={head[at]} class={side(at)}>
                  {text}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
        {note !== "" && (
          <tfoot>
            <tr>
              <td colSpan={Math.max(1, head.length)}>{note}</td>
            </tr>
          </tfoot>
        )}
      </table>
    </Scrolling>
  );
}
