// The tree as an outline, in which only the rows in sight exist: an opened row is followed by the rows below it.
//
// An item is what a row shows: an edge with the one goal it leaves; an edge with several goals, all to be proved; one
// of those goals; an edge that closes its goal; or the root.

const tree = byId("tree");
const view = { query: "", winningOnly: false, expanded: new Set(), kept: null, beforeFinding: null, selected: null };

function keyOf(id) { return `n${id}`; }

function rootItem() {
  return { edge: null, node: root, key: keyOf(root.id), above: null, isReference: false, isPart: false,
    level: 1, indent: 0, rank: 1, numSiblings: 1 };
}

function itemBelow(above, edge, position) {
  const isPart = above.node === null;
  const id = isPart || edge.children.length === 1 ? edge.children[position] : null;
  const home = id === null ? null : homes.get(id);
  const isReference = home !== null && (home.edge !== edge || home.position !== position);
  const key = id === null ? edge.key : isReference ? `${edge.key}.${position}` : keyOf(id);
  const isNextStep = view.winningOnly && above.edge && above.node && !above.isPart; // indented as Lean would be
  return { edge, node: id === null ? null : nodes.get(id), key, above, isReference, isPart,
    level: above.level + 1, indent: above.indent + (isNextStep ? 0 : 1) };
}

function itemsBelow(item) {
  if (item.isReference) return [];
  let items;
  if (item.node) {
    const edges = item.node.successes.filter((edge) => !view.winningOnly || edge.is_winning);
    items = edges.map((edge) => itemBelow(item, edge, 0));
  } else {
    items = item.edge.children.map((_, position) => itemBelow(item, item.edge, position));
  }
  if (view.kept) items = items.filter((below) => view.kept.has(below.key));
  for (const [index, below] of items.entries()) Object.assign(below, { rank: index + 1, numSiblings: items.length });
  return items;
}

/** The given items and all that stand open below them, from top to bottom. */
function inSight(items) {
  const found = [];
  for (const stack = [...items].reverse(); stack.length;) {
    const item = stack.pop();
    found.push(item);
    if (view.expanded.has(item.key)) stack.push(...itemsBelow(item).reverse());
  }
  return found;
}

// Rows

function makeRow(item) {
  const { edge, node } = item;
  const isOpenable = itemsBelow(item).length > 0;
  const row = element("div", {
    class: (edge ?? node).is_winning ? "row winning" : "row", role: "treeitem", tabindex: -1, "data-key": item.key,
    "aria-level": item.level, "aria-posinset": item.rank, "aria-setsize": item.numSiblings,
    "aria-selected": String(view.selected === item.key),
    "aria-expanded": isOpenable ? String(view.expanded.has(item.key)) : null,
  }, rowText(item));
  const figures = node && !item.isReference ? figuresOf(node) : ["", "", "", ""];
  const [tried, failed, score, step] = figures.map((figure) => element("span", { class: "number" }, String(figure)));
  for (const extra of [tried, failed, step]) extra.classList.add("extra");
  row.append(tried, failed, score, step);
  row.item = item;
  return row;
}

function figuresOf(node) {
  const tried = node.edges.length ? [node.edges.length, node.failures.length] : ["", ""];
  return [...tried, number(node.score), node.order ?? ""];
}

function rowText(item) {
  const { edge, node } = item;
  const status = node?.status ?? (edge.children.length && isAllProved(edge) ? "proved" : edge.outcome);
  const glyph = item.isReference ? "↗" : GLYPHS[status];
  const goal = node ? node.brief.text + (item.isReference ? `   (node ${node.id})` : "") : whatIsLeft(edge);
  return element("div", {},
    element("span", { class: "indent", style: `--indent: ${item.indent}` }),
    element("span", { class: "twisty" }),
    element("span", { class: `glyph ${status}`, role: "img", "aria-label": WORDS[status] }, glyph),
    item.isPart ? element("code", { class: "part" }, node.brief.tag ?? "·") : null,
    edge && !item.isPart ? element("code", { class: "tactic" }, marked(oneLine(edge.tactic))) : null,
    element(node ? "code" : "span", { class: "goal" }, marked(goal)));
}

function numProved(edge) { return edge.children.filter((id) => nodes.get(id).status === "proved").length; }

function isAllProved(edge) { return numProved(edge) === edge.children.length; }

/** What an edge that does not leave just one goal leaves. */
function whatIsLeft(edge) {
  if (!edge.children.length) return edge.outcome === "proved" ? "closes the goal" : "leaves goals that were not kept";
  const many = isAllProved(edge) ? "all" : numProved(edge) || "none";
  return `${edge.children.length} goals, ${many} proved`;
}

/** The text with every occurrence of the query marked. */
function marked(text) {
  const fragment = document.createDocumentFragment();
  const folded = text.toLowerCase();
  let from = 0;
  for (let at; view.query && (at = folded.indexOf(view.query, from)) >= 0; from = at + view.query.length) {
    fragment.append(text.slice(from, at), element("mark", {}, text.slice(at, at + view.query.length)));
  }
  fragment.append(text.slice(from));
  return fragment;
}

function rowOf(key) { return tree.querySelector(`[data-key="${key}"]`); }

function drawTree() {
  const isEmpty = !root || view.kept?.size === 0;
  tree.replaceChildren(...(isEmpty ? [] : inSight([rootItem()]).map(makeRow)));
  if (!root) tree.append(element("p", { class: "muted" }, "No goal was explored."));
  const current = rowOf(view.selected) ?? tree.querySelector(".row");
  if (current) current.tabIndex = 0;
  byId("view-winning").setAttribute("aria-pressed", String(view.winningOnly));
  byId("view-all").setAttribute("aria-pressed", String(!view.winningOnly));
}

function setExpanded(row, isExpanded) {
  const { item } = row;
  if (!row.hasAttribute("aria-expanded") || view.expanded.has(item.key) === isExpanded) return;
  view.expanded[isExpanded ? "add" : "delete"](item.key);
  row.setAttribute("aria-expanded", String(isExpanded));
  if (isExpanded) row.after(...inSight(itemsBelow(item)).map(makeRow));
  else while (row.nextElementSibling?.item.level > item.level) row.nextElementSibling.remove();
}

function select(row, { focus = true } = {}) {
  for (const old of tree.querySelectorAll("[tabindex='0']")) {
    old.tabIndex = -1;
    old.setAttribute("aria-selected", "false");
  }
  view.selected = row.item.key;
  row.tabIndex = 0;
  row.setAttribute("aria-selected", "true");
  if (focus) row.focus({ preventScroll: true });
  drawDetails(row.item);
}

// Which rows are open

/** The keys of the rows from a goal up to the root; the goal's own first. */
function keysUpFrom(id) {
  const keys = [];
  for (let at = id, edge; ; at = edge.owner.id) {
    keys.push(keyOf(at));
    edge = homes.get(at).edge;
    if (!edge) return keys;
    if (edge.children.length > 1) keys.push(edge.key);
  }
}

/** Opens the way to a goal and selects it, whatever was hidden. */
function reveal(id, options) {
  if (!homes.has(id)) return;
  if (view.kept && !view.kept.has(keyOf(id))) clearQuery();
  if (!nodes.get(id).is_winning) view.winningOnly = false;
  for (const key of keysUpFrom(id).slice(1)) view.expanded.add(key);
  drawTree();
  document.body.classList.add("opened");
  const row = rowOf(keyOf(id));
  select(row, options);
  row.scrollIntoView({ block: "nearest" });
}

function expandWinningPath() {
  view.expanded.add(keyOf(0));
  for (const node of record.nodes) {
    for (const edge of node.edges.filter((one) => one.is_winning)) view.expanded.add(keyOf(node.id)).add(edge.key);
  }
}

function expandAll() {
  for (const [id, { edge }] of homes) view.expanded.add(keyOf(id)).add(edge?.key);
  drawTree();
}

function collapse() {
  view.expanded.clear();
  expandWinningPath();
  drawTree();
}

function showOnlyWinning(winningOnly) {
  view.winningOnly = winningOnly && hasWinningPath;
  drawTree();
}
