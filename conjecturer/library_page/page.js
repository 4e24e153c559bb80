const record = JSON.parse(document.getElementById("record").textContent);
const shownAtOnce = 300;

function element(tag, text, className) {
  const made = document.createElement(tag);
  made.textContent = text;
  if (className) made.className = className;
  return made;
}

function choices(id, key) {
  const values = [...new Set(record.theorems.map((theorem) => theorem[key]))].sort();
  document.getElementById(id).append(...values.map((value) => element("option", value)));
}

function details(theorem) {
  const box = document.createElement("details");
  const summary = element("summary", "");
  summary.append(element("span", theorem.statement, "statement"));
  box.append(summary);
  box.append(element("p", [
    theorem.name, `${theorem.method}: ${theorem.change}`, `of ${[theorem.theorem, theorem.lemma].filter(Boolean).join(" and ")}`,
    `interest ${theorem.interest}`, theorem.is_hard ? "grind alone fails" : "grind alone proves it",
  ].join(" · "), "muted"));
  box.append(element("pre", `theorem ${theorem.name} : ${theorem.statement} := ${theorem.proof}`));
  return box;
}

function draw() {
  const query = document.getElementById("query").value.toLowerCase();
  const wanted = { repository: document.getElementById("repository").value, method: document.getElementById("method").value };
  const found = record.theorems.filter((theorem) =>
    Object.entries(wanted).every(([key, value]) => !value || theorem[key] === value)
    && `${theorem.name} ${theorem.statement}`.toLowerCase().includes(query));
  found.sort((one, other) => other.interest - one.interest);
  document.getElementById("theorems").replaceChildren(...found.slice(0, shownAtOnce).map(details));
  document.getElementById("found").textContent = found.length > shownAtOnce
    ? `${found.length} found, the first ${shownAtOnce} shown` : `${found.length} found`;
}

const verdicts = Object.entries(record.counts).map(([verdict, count]) => `${count} ${verdict}`).join(", ");
document.getElementById("facts").textContent =
  `from ${record.repositories.join(", ")} · Lean ${record.lean} · mutants with a proof: ${verdicts}`;
const byName = new Map(record.theorems.map((theorem) => [theorem.name, theorem]));
for (const name of record.interesting) {
  const item = element("li", "");
  item.append(element("span", byName.get(name).statement, "statement"));
  item.append(element("div", `${name}: ${byName.get(name).change}`, "muted"));
  document.getElementById("best").append(item);
}
choices("repository", "repository");
choices("method", "method");
for (const id of ["query", "repository", "method"]) document.getElementById(id).addEventListener("input", draw);
draw();
