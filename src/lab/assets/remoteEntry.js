// An extension of JupyterLab, in the form in which it loads them, that gives it the services of a server in place of those in the browser,
// and plotly's figures.
(() => {
  const base = new URL("./", document.currentScript.src).href;
  let scope;

  /** A package that JupyterLab shares with its extensions. */
  async function shared(name) {
    const [version] = Object.values(scope[name]);
    return (await version.get())();
  }

  /** The hash of each file as this page has last seen it. */
  const seen = new Map();

  /**
   * Asks the server, and says with each save which state of the file it replaces: the server refuses to write over what has changed in
   * between.
   */
  async function fetchContents(request, init) {
    const url = new URL(request.url);
    const [, path] = /\/api\/contents\/(.*)$/.exec(url.pathname) ?? [];
    if (path === undefined || path.includes("/checkpoints")) return fetch(request, init);
    const isSave = request.method === "PUT";
    const expected = isSave && !init?.headers ? seen.get(path) : undefined;
    const sent = expected === undefined ? request : new Request(request, { headers: withMatch(request, expected) });
    const answer = await fetch(sent, init);
    if (answer.ok && ["GET", "PUT"].includes(request.method)) {
      const { hash } = await answer.clone().json();
      if (typeof hash === "string") seen.set(path, hash);
    } else if (answer.ok) seen.delete(path);
    return answer;
  }

  function withMatch(request, hash) {
    const headers = new Headers(request.headers);
    headers.set("If-Match", `"${hash}"`);
    return headers;
  }

  async function plugins() {
    const services = await shared("@jupyterlab/services");
    const { IRenderMimeRegistry } = await shared("@jupyterlab/rendermime");
    const { Widget } = await shared("@lumino/widgets");
    const { plotlyFactory } = await import(`${base}plotly-renderer.js`);
    const settings = () =>
      services.ServerConnection.makeSettings({
        baseUrl: `${location.origin}/jupyter/`,
        wsUrl: `${location.origin.replace(/^http/, "ws")}/jupyter/`,
        appendToken: false,
        fetch: fetchContents,
      });
    const plugin = (name, provides, activate, requires = []) => ({
      id: `amplification-audit-lab:${name}`,
      autoStart: true,
      requires,
      provides,
      activate,
    });
    const { Drive, KernelManager, KernelSpecManager, SessionManager } = services;
    const { IDefaultDrive, IKernelManager, IKernelSpecManager, ISessionManager } = services;
    return [
      plugin("drive", IDefaultDrive, () => new Drive({ serverSettings: settings() })),
      plugin("kernels", IKernelManager, () => new KernelManager({ serverSettings: settings() })),
      plugin("kernel-specs", IKernelSpecManager, () => new KernelSpecManager({ serverSettings: settings() })),
      plugin(
        "sessions",
        ISessionManager,
        (_, kernelManager) => new SessionManager({ kernelManager, serverSettings: settings() }),
        [IKernelManager],
      ),
      plugin("plotly", null, (_, registry) => registry.addFactory(plotlyFactory(Widget, base), 0), [
        IRenderMimeRegistry,
      ]),
    ];
  }

  window._JUPYTERLAB = window._JUPYTERLAB ?? {};
  window._JUPYTERLAB["amplification-audit-lab"] = {
    init: async (shareScope) => {
      scope = shareScope;
    },
    get: async () => {
      const list = await plugins();
      return () => ({ __esModule: true, default: list });
    },
  };
})();
