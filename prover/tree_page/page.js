// Hands on the page: mouse, keyboard, address; and the start.

tree.addEventListener("click", (event) => {
  const row = event.target.closest(".row");
  if (!row) return;
  if (event.target.closest(".twisty")) setExpanded(row, !view.expanded.has(row.item.key));
  document.body.classList.add("opened");
  select(row);
});
tree.addEventListener("dblclick", (event) => {
  const row = event.target.closest(".row");
  if (row && !event.target.closest(".twisty")) open(row);
});
tree.addEventListener("keydown", (event) => {
  const row = event.target.closest(".row");
  if (!row || event.ctrlKey || event.altKey || event.metaKey) return;
  const isOpen = row.getAttribute("aria-expanded") === "true";
  const moves = {
    ArrowDown: () => row.nextElementSibling,
    ArrowUp: () => row.previousElementSibling,
    ArrowRight: () => (isOpen ? row.nextElementSibling : setExpanded(row, true)),
    ArrowLeft: () => (isOpen ? setExpanded(row, false) : rowOf(row.item.above?.key)),
    Home: () => tree.firstElementChild,
    End: () => tree.lastElementChild,
    Enter: () => open(row),
  };
  if (!moves[event.key]) return;
  event.preventDefault();
  const target = moves[event.key]();
  if (!target) return;
  select(target);
  target.scrollIntoView({ block: "nearest" });
});

/** Opens or closes a row, or goes to the goal that it refers to. */
function open(row) {
  if (row.item.isReference) reveal(row.item.node.id);
  else setExpanded(row, !view.expanded.has(row.item.key));
}

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.altKey || event.metaKey) return;
  const isTyping = event.target === byId("query");
  if (event.key === "Escape") {
    if (isTyping) clearQuery();
    closeDetails();
  } else if (event.key === "/" && !isTyping) {
    event.preventDefault();
    byId("query").focus();
  } else if (event.key === "w" && !isTyping) {
    showOnlyWinning(!view.winningOnly);
    rowOf(view.selected)?.focus({ preventScroll: true });
  }
});

let typing;
byId("query").addEventListener("input", () => {
  clearTimeout(typing);
  typing = setTimeout(find, 120); // one search for a word typed in a go
});
byId("query").addEventListener("keydown", (event) => {
  if (event.key !== "Enter" && event.key !== "ArrowDown") return;
  event.preventDefault();
  clearTimeout(typing);
  find();
  const hit = tree.querySelector(".row:has(mark)") ?? tree.querySelector(".row");
  if (hit) select(hit);
  hit?.scrollIntoView({ block: "nearest" });
});
byId("failures").addEventListener("change", find);
byId("view-winning").addEventListener("click", () => showOnlyWinning(true));
byId("view-all").addEventListener("click", () => showOnlyWinning(false));
byId("expand").addEventListener("click", expandAll);
byId("collapse").addEventListener("click", collapse);

/** Opens what the address asks for, in any combination: `#show=winning`, `#find=simp`, `#node=12`. */
function followAddress() {
  const wanted = new URLSearchParams(location.hash.slice(1));
  if (wanted.has("show")) showOnlyWinning(wanted.get("show") === "winning");
  if (wanted.has("find")) {
    byId("query").value = wanted.get("find");
    find();
  }
  if (wanted.has("node")) reveal(Number(wanted.get("node")), { focus: false });
}

drawOverview();
byId("view-winning").disabled = !hasWinningPath;
expandWinningPath();
drawTree();
if (root) select(tree.firstElementChild, { focus: false });
followAddress();
addEventListener("hashchange", followAddress);
document.documentElement.dataset.ready = "true";
