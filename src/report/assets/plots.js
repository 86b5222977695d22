// Draws a plot when a reader opens it, and loads the library for that once.

let library;

function load(address) {
  library ??= new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = address;
    script.addEventListener("load", () => resolve(globalThis.Plotly));
    script.addEventListener("error", () => reject(new Error(`cannot load ${address}`)));
    document.head.append(script);
  });
  return library;
}

// On a phone panels stand below one another, and the title is that of the fold.
function oneColumn({ grid, height, annotations }) {
  const bare = { title: { text: "" } };
  if (!grid) return bare;
  return { ...bare, grid: { ...grid, rows: grid.rows * grid.columns, columns: 1 }, height: height * 1.6, annotations };
}

for (const details of document.querySelectorAll("details.explore")) {
  details.addEventListener("toggle", async () => {
    const place = details.querySelector(".plot");
    if (!details.open || place.childElementCount > 0) return;
    const { data, layout, config } = JSON.parse(details.dataset.plot);
    const plotly = await load(details.dataset.library);
    const narrow = place.clientWidth < 600 ? oneColumn(layout) : {};
    const paper = { paper_bgcolor: "#ffffff", plot_bgcolor: "#ffffff", autosize: true };
    await plotly.newPlot(
      place,
      data,
      { ...layout, ...narrow, ...paper },
      { ...config, responsive: true, displaylogo: false },
    );
    details.dataset.drawn = "true";
  });
}
