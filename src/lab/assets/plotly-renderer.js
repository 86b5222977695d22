// Draws plotly's figures in JupyterLab, which by itself shows their drawing only.

/** The media type of a figure of plotly: its traces, layout and configuration. */
const plotlyType = "application/vnd.plotly.v1+json";

let library;

/** The project's own plotly, loaded with the first figure that needs it. */
function plotly(base) {
  library ??= new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = `${base}plotly.min.js`;
    script.onload = () => resolve(window.Plotly);
    script.onerror = () => reject(new Error("plotly did not load"));
    document.head.append(script);
  });
  return library;
}

/** A factory of renderers, for JupyterLab's registry. */
export function plotlyFactory(Widget, base) {
  class PlotlyFigure extends Widget {
    async renderModel(model) {
      const { data, layout, config } = model.data[plotlyType];
      const { react } = await plotly(base);
      // The specification is the notebook's and stays as it is: plotly writes into what it is given.
      const [traces, frame] = structuredClone([data, layout]);
      await react(this.node, traces, frame, { displaylogo: false, responsive: true, ...config });
    }
  }
  return { safe: true, mimeTypes: [plotlyType], createRenderer: () => new PlotlyFigure() };
}
