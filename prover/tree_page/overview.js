// What is above the tree: verdict, figures, statement, proof, and two small charts.

const STOP_REASONS = {
  proved: "proof found", checks: "out of Lean checks", seconds: "out of time", exhausted: "nothing left to try",
  nodes: "the tree grew too large", stopped: "stopped",
};

function drawOverview() {
  const [verdict, colour] = {
    proved: ["✓ proved", "proved"], disproved: ["✗ disproved", "failed"], error: ["✗ error", "failed"],
  }[record.status] ?? ["○ not proved", "timeout"];
  byId("verdict").textContent = verdict;
  byId("verdict").classList.add(colour);
  const numExpanded = record.nodes.filter((node) => node.order !== null).length;
  byId("facts").textContent = [
    count(record.num_checks, "Lean check"), `${record.seconds.toFixed(record.seconds < 10 ? 2 : 1)} s`,
    count(record.nodes.length, "goal"), `${numExpanded.toLocaleString("en")} expanded`,
    STOP_REASONS[record.stop_reason] ?? record.stop_reason,
  ].filter(Boolean).join("  ·  ");
  const statement = element("pre", { tabindex: 0 }, record.statement);
  byId("overview").append(element("div", { class: "card lean" }, element("h3", {}, "Statement"), statement));
  if (record.proof !== null) byId("overview").append(proofCard());
  if (record.nodes.some((node) => node.edges.length)) byId("overview").append(sourcesCard());
  if (numExpanded > 1) byId("overview").append(scoresCard());
}

function proofCard() {
  const proof = element("pre", { tabindex: 0 }, record.proof);
  const copy = element("button", {}, "Copy");
  copy.addEventListener("click", async () => {
    getSelection().selectAllChildren(proof);
    try {
      await navigator.clipboard.writeText(record.proof);
      copy.textContent = "Copied";
    } catch {
      copy.textContent = "Press Ctrl+C"; // the browser forbids it, but the text is selected
    }
    setTimeout(() => { copy.textContent = "Copy"; }, 2000);
  });
  return element("div", { class: "card lean" }, element("h3", {}, "Proof", copy), proof);
}

function sourcesCard() {
  const tallies = new Map();
  for (const { source, outcome } of record.nodes.flatMap((node) => node.edges)) {
    if (!tallies.has(source)) tallies.set(source, { proved: 0, progress: 0, timeout: 0, failed: 0, all: 0 });
    tallies.get(source)[outcome] += 1;
    tallies.get(source).all += 1;
  }
  const rows = [...tallies].sort((a, b) => b[1].all - a[1].all).map(([source, tally]) => {
    const outcomes = ["proved", "progress", "timeout", "failed"].filter((outcome) => tally[outcome]);
    const parts = outcomes.map((outcome) => element("i", { class: outcome, style: `flex: ${tally[outcome]}` }));
    const figures = [tally.proved, tally.progress, tally.all].map((figure) => figure.toLocaleString("en"));
    return element("tr", { title: outcomes.map((outcome) => `${tally[outcome]} ${WORDS[outcome]}`).join(", ") },
      element("td", {}, source), element("td", {}, element("div", { class: "bar" }, ...parts)),
      ...figures.map((figure) => element("td", { class: "number" }, figure)));
  });
  const heads = ["source", "", "closed", "advanced", "tried"].map((head) => element("th", { scope: "col" }, head));
  return element("div", { class: "card" }, element("h3", {}, "Tactics by source"),
    element("table", { class: "sources", tabindex: 0 }, element("tr", {}, ...heads), ...rows));
}

function scoresCard() {
  const [width, height] = [300, 100];
  const steps = record.nodes.filter((node) => node.order !== null && node.score !== null);
  const extreme = (pick, name) => steps.reduce((best, node) => pick(best, node[name]), steps[0]?.[name] ?? 0);
  const [low, high, last] = [extreme(Math.min, "score"), extreme(Math.max, "score"), extreme(Math.max, "order")];
  const x = (node) => 4 + (width - 8) * node.order / (last || 1);
  const y = (node) => 4 + (height - 8) * (high - node.score) / (high - low || 1);
  const dot = (node) => `M${x(node).toFixed(1)} ${y(node).toFixed(1)}h0`;
  const dots = (some, colour, size) => drawing("path", {
    class: colour, "stroke-width": size, d: some.map(dot).join(""),
  });
  const title = "Score at each step";
  const chart = drawing("svg", {
    class: "chart", viewBox: `0 0 ${width} ${height}`, preserveAspectRatio: "none", role: "img", "aria-label": title,
  },
  dots(steps.filter((node) => !node.is_winning), "muted", 3),
  dots(steps.filter((node) => node.is_winning), "proved", 7));
  chart.addEventListener("click", (event) => {
    const box = chart.getBoundingClientRect();
    const away = (node) => Math.hypot(x(node) / width * box.width + box.left - event.clientX,
      y(node) / height * box.height + box.top - event.clientY);
    if (steps.length) reveal(steps.reduce((a, b) => (away(b) < away(a) ? b : a)).id);
  });
  const scale = ["first", `${number(low)} to ${number(high)}`, `step ${last}`].map((text) => element("span", {}, text));
  return element("div", { class: "card" },
    element("h3", {}, title), chart, element("div", { class: "scale" }, ...scale));
}
