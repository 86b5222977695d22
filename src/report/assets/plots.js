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

for (const details of document.querySelectorAll("details.explore")) {
  details.addEventListener("toggle", async () => {
    const place = details.querySelector(".plot");
    if (!details.open || place.childElementCount > 0) return;
    const { data, layout, config } = JSON.parse(details.dataset.plot);
    const plotly = await load(details.dataset.library);
    const paper = { paper_bgcolor: "#ffffff", plot_bgcolor: "#ffffff", autosize: true };
    await plotly.newPlot(place, data, { ...layout, ...paper }, { ...config, responsive: true, displaylogo: false });
    details.dataset.drawn = "true";
  });
}
