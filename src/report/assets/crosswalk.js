// Filters and sorts the table of claims. Without this script the table is whole and in the order of the ledger.

const form = document.getElementById("filter");
const table = document.querySelector("table.claims");
const body = table.tBodies[0];
const rows = [...body.rows];
const selects = [...form.querySelectorAll("select")];
const order = new Intl.Collator("en", { numeric: true });

function apply() {
  let shown = 0;
  for (const row of rows) {
    row.hidden = !selects.every(({ name, value }) => value === "" || row.dataset[name] === value);
    if (!row.hidden) shown += 1;
  }
  document.getElementById("count").textContent = `${shown} of ${rows.length} claims`;
  const query = new URLSearchParams(
    selects.filter(({ value }) => value !== "").map(({ name, value }) => [name, value]),
  );
  history.replaceState(null, "", `${query.size > 0 ? `?${query}` : location.pathname}${location.hash}`);
}

function sortBy(column, header) {
  const ascending = header.getAttribute("aria-sort") !== "ascending";
  for (const other of table.tHead.rows[0].cells) other.removeAttribute("aria-sort");
  header.setAttribute("aria-sort", ascending ? "ascending" : "descending");
  const text = (row) => row.dataset[header.textContent] ?? row.cells[column].textContent.trim();
  rows.sort((one, other) => order.compare(text(one), text(other)) * (ascending ? 1 : -1));
  body.append(...rows);
}

[...table.tHead.rows[0].cells].forEach((header, column, all) => {
  if (column === all.length - 1) return;
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = header.textContent;
  button.addEventListener("click", () => sortBy(column, header));
  header.replaceChildren(button);
});

const wanted = new URLSearchParams(location.search);
for (const select of selects) {
  const value = wanted.get(select.name);
  if (value !== null && [...select.options].some((option) => option.value === value)) select.value = value;
}
form.hidden = false;
form.addEventListener("change", apply);
form.addEventListener("reset", () => setTimeout(apply));
form.addEventListener("submit", (event) => event.preventDefault());
apply();
