const shownAtOnce = 300;
const byName = new Map(record.theorems.map((theorem) => [theorem.name, theorem]));

function choices(key) {
  const values = [...new Set(record.theorems.map((theorem) => theorem[key]))].sort();
  byId(key).append(...values.map((value) => element("option", {}, value)));
}

function details(theorem) {
  return element("details", {},
    element("summary", {}, element("span", { class: "statement" }, theorem.statement)),
    element("p", { class: "muted" }, [
      theorem.name, `${theorem.method}: ${theorem.change}`, `of ${[theorem.theorem, theorem.lemma].filter(Boolean).join(" and ")}`,
      `interest ${theorem.interest}`, theorem.is_hard ? "grind alone fails" : "grind alone proves it",
    ].join(" · ")),
    element("pre", {}, `theorem ${theorem.name} : ${theorem.statement} := ${theorem.proof}`));
}

function draw() {
  const query = byId("query").value.toLowerCase();
  const wanted = { repository: byId("repository").value, method: byId("method").value };
  const found = record.theorems.filter((theorem) =>
    Object.entries(wanted).every(([key, value]) => !value || theorem[key] === value)
    && `${theorem.name} ${theorem.statement}`.toLowerCase().includes(query));
  found.sort((one, other) => other.interest - one.interest);
  byId("theorems").replaceChildren(...found.slice(0, shownAtOnce).map(details));
  byId("found").textContent = found.length > shownAtOnce
    ? `${found.length} found, the first ${shownAtOnce} shown` : `${found.length} found`;
}

const verdicts = Object.entries(record.counts).map(([verdict, count]) => `${count} ${verdict}`).join(", ");
byId("facts").textContent =
  `from ${record.repositories.join(", ")} · Lean ${record.lean} · mutants with a proof: ${verdicts}`;
byId("best").append(...record.interesting.map((name) => element("li", {},
  element("span", { class: "statement" }, byName.get(name).statement),
  element("div", { class: "muted" }, `${name}: ${byName.get(name).change}`))));
choices("repository");
choices("method");
for (const id of ["query", "repository", "method"]) byId(id).addEventListener("input", draw);
draw();
