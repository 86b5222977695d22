// What happens on every page: details open for print and for the place a link leads to, and the run is shown where it is on record.

function openAround(id) {
  const target = id === "" ? null : document.getElementById(id);
  if (target === null) return;
  for (let at = target.parentElement; at !== null; at = at.parentElement) if (at.tagName === "DETAILS") at.open = true;
  target.scrollIntoView();
}

const openHash = () => openAround(decodeURIComponent(location.hash.slice(1)));
addEventListener("hashchange", openHash);
openHash();

const closed = [];
addEventListener("beforeprint", () => {
  for (const details of document.querySelectorAll("details:not([open], .explore)")) {
    details.open = true;
    closed.push(details);
  }
});
addEventListener("afterprint", () => {
  for (const details of closed.splice(0)) details.open = false;
});

addEventListener("DOMContentLoaded", () => {
  const run = globalThis.auditRun;
  const place = document.getElementById("run");
  if (run === undefined || place === null) return;
  const { node, platform, release, processors, memoryGiB } = run.environment;
  const done = run.steps.filter(({ outcome }) => outcome === "done");
  const facts = [
    ["Begun", run.startedAt.replace("T", " ").replace(/\..*/, " UTC")],
    [
      "Took",
      `${Math.round(run.seconds)} s; ${done.length} of ${run.steps.length} steps ran, the others were up to date`,
    ],
    ["Environment", `Node.js ${node}, ${platform} ${release}, ${processors} processors, ${memoryGiB} GiB`],
    ["Corpus and study", `${run.corpus}, ${run.study}`],
  ];
  const list = document.createElement("dl");
  for (const [term, text] of facts) {
    const pair = document.createElement("div");
    pair.append(element("dt", term), element("dd", text));
    list.append(pair);
  }
  place.replaceChildren(list);
});

function element(name, text) {
  const made = document.createElement(name);
  made.textContent = text;
  return made;
}
