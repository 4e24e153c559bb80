// The panel on the selected goal: its text, the way to it, and every tactic tried on it.

function drawDetails(item) {
  const node = item.node ?? item.edge.owner;
  const panel = byId("details");
  const facts = [
    `depth ${node.depth}`, `score ${number(node.score)}`,
    node.order === null ? null : `expanded at step ${node.order}`,
    node.is_winning ? "on the winning path" : null,
  ];
  const status = element("span", { class: node.status }, `${GLYPHS[node.status]} ${WORDS[node.status]}`);
  panel.replaceChildren(
    element("button", { class: "close", "aria-label": "Close", onclick: closeDetails }, "✕"),
    element("h2", {}, `Node ${node.id}  `, status),
    element("div", { class: "muted" }, facts.filter(Boolean).join("  ·  ")),
    section("Goal", stateBlock(node)),
    ...waySections(node),
    ...attemptSections(node, item.node ? null : item.edge));
  panel.scrollTop = 0;
}

function closeDetails() {
  document.body.classList.remove("opened");
  rowOf(view.selected)?.focus({ preventScroll: true });
}

function section(title, ...content) { return element("section", {}, element("h3", {}, title), ...content); }

function link(id, ...content) { return element("button", { class: "link", onclick: () => reveal(id) }, ...content); }

/** The state as Lean prints it; lines that the goal above did not have are marked. */
function stateBlock(node) {
  const above = homes.get(node.id)?.edge?.owner;
  const known = new Set(above?.state.split("\n"));
  const lines = node.state.split("\n").map((line) => {
    const isFresh = above && line.trim() && !known.has(line);
    const kind = line.startsWith("⊢") ? "target" : line.startsWith("case ") ? "muted" : "";
    const [, names, type] = /^([^\s:⊢][^:]*)( : .*)$/.exec(line) ?? [];
    const content = names ? [element("span", { class: "name" }, marked(names)), marked(type)] : [marked(line)];
    const title = isFresh ? "new since the goal above" : null;
    return element("div", { class: isFresh ? `${kind} fresh` : kind, title }, ...content);
  });
  return element("pre", { class: "state" }, ...lines);
}

function waySections(node) {
  const steps = [];
  const home = homes.get(node.id)?.edge;
  for (let at = node, edge = home; edge; at = edge.owner, edge = homes.get(at.id).edge) {
    const { tactic, children } = edge;
    const which = children.length > 1 ? ` goal ${children.indexOf(at.id) + 1} of ${children.length}` : "";
    steps.unshift(element("li", {}, link(at.id, element("code", {}, oneLine(tactic))),
      element("span", { class: "muted" }, which)));
  }
  const others = node.parents.filter((edge) => edge !== home).map((edge) => element("li", {},
    "from ", link(edge.owner.id, `node ${edge.owner.id}`), " by ", element("code", {}, oneLine(edge.tactic))));
  return [
    ...(steps.length ? [section("The way here", element("ol", { class: "steps" }, ...steps))] : []),
    ...(others.length ? [section("Also reached", element("ul", { class: "steps" }, ...others))] : []),
  ];
}

function attemptSections(node, chosen) {
  if (!node.edges.length) return [element("section", { class: "muted" }, "No tactic was tried here.")];
  const groups = new Map();
  for (const edge of node.failures) {
    const label = edge.outcome === "timeout" ? "Timed out" : gist(edge.message);
    groups.set(label, [...(groups.get(label) ?? []), edge]);
  }
  const largestFirst = [...groups].sort((a, b) => b[1].length - a[1].length);
  const worked = node.successes.map((edge) => attemptBlock(edge, { chosen }));
  const failed = largestFirst.map(([label, edges]) => failureGroup(label, edges));
  return [
    ...(worked.length ? [section(`What worked (${worked.length})`, ...worked)] : []),
    ...(failed.length ? [section(`What failed (${node.failures.length})`, ...failed)] : []),
  ];
}

function attemptBlock(edge, { chosen = null, showMessage = true } = {}) {
  const goals = edge.children.map((id) => element("div", {},
    link(id, `node ${id}  `, element("code", {}, nodes.get(id).brief.text))));
  return element("div", { class: edge === chosen ? "attempt chosen" : "attempt" },
    element("span", { class: edge.outcome, role: "img", "aria-label": WORDS[edge.outcome] }, GLYPHS[edge.outcome]),
    element("pre", {}, marked(edge.tactic)),
    element("span", { class: "origin muted number", title: "log-probability, and who suggested it" },
      `${number(edge.log_probability)}  ${edge.source}`),
    ...goals,
    showMessage && edge.message ? element("pre", { class: "message" }, marked(edge.message)) : null);
}

/** A message's first line without the names in it, so that messages of one kind come together. */
function gist(message) {
  return message.split("\n")[0].replace(/`[^`]*`|'[^' ]*'|"[^"]*"/g, "…").trim() || "No message";
}

function failureGroup(label, edges) {
  const { message, outcome } = edges[0];
  const isShared = message && edges.every((edge) => edge.message === message);
  const title = isShared && outcome === "failed" ? message.split("\n")[0] : label;
  const holdsQuery = (edge) => `${edge.tactic}\n${edge.message}`.toLowerCase().includes(view.query);
  const many = element("span", { class: "muted" }, ` × ${edges.length}`);
  return element("details", { open: view.query && edges.some(holdsQuery) ? "" : null },
    element("summary", {}, title, many),
    isShared && message !== title ? element("pre", { class: "message" }, marked(message)) : null,
    ...edges.map((edge) => attemptBlock(edge, { showMessage: !isShared })));
}
