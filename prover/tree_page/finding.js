// Finding: rows that hold the query stay, and the rows above them.

function clearQuery() {
  byId("query").value = "";
  find();
}

function find() {
  const query = byId("query").value.trim().toLowerCase();
  if (query && !view.query) view.beforeFinding = view.expanded;
  if (!query && view.query) view.expanded = view.beforeFinding;
  view.query = query;
  view.kept = query ? new Set() : null;
  if (query) {
    const found = findRows((text) => text.toLowerCase().includes(query), byId("failures").checked);
    view.expanded = new Set();
    for (const { key, id } of found) keep(key, id);
    byId("found").textContent = count(found.length, "match", "matches");
  } else {
    byId("found").textContent = "";
  }
  drawTree();
}

/** The rows whose texts (or, if asked, whose failed tactics) satisfy `holds`: their keys, and the goals they are of. */
function findRows(holds, inFailures) {
  const found = [];
  for (const [id, { edge: home }] of homes) {
    const node = nodes.get(id);
    const isFound = holds(node.state) || (home?.children.length === 1 && holds(home.tactic))
      || (inFailures && node.failures.some((edge) => holds(edge.tactic) || holds(edge.message)));
    if (isFound) found.push({ key: keyOf(id), id });
    for (const edge of node.successes) {
      if (edge.children.length !== 1 && holds(edge.tactic)) found.push({ key: edge.key, id });
    }
  }
  return found;
}

function keep(key, id) {
  view.kept.add(key);
  for (const above of keysUpFrom(id).slice(key === keyOf(id) ? 1 : 0)) {
    view.kept.add(above);
    view.expanded.add(above);
  }
}
