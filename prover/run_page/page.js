const record = JSON.parse(document.getElementById("record").textContent);
const order = { key: "outcome", descending: false };

function cell(text, attributes = {}) {
  const element = document.createElement(attributes.tag ?? "td");
  if (attributes.className) element.className = attributes.className;
  if (attributes.outcome) element.dataset.outcome = attributes.outcome;
  if (attributes.href) {
    const link = document.createElement("a");
    link.href = attributes.href;
    link.textContent = text;
    element.append(link);
  } else {
    element.textContent = text;
  }
  return element;
}

function row(...cells) {
  const element = document.createElement("tr");
  element.append(...cells);
  return element;
}

const percent = (share) => `${(100 * share).toFixed(1)} %`;
const shown = (number) => number.toLocaleString("en", { maximumFractionDigits: 1 });

function summary() {
  const facts = record.configuration;
  document.getElementById("name").textContent = facts.benchmark;
  document.getElementById("facts").textContent = [
    `${record.statements} statements`, facts.split && `split ${facts.split}`,
    `statements ${facts.digest.slice(0, 12)}`, facts.commit && `commit ${facts.commit.slice(0, 12)}`,
    `${facts.num_passes} passes of ${facts.seconds} s or ${facts.num_checks} checks`, `generator ${facts.generator}`, `retriever ${facts.retriever}`,
    `Lean ${facts.lean}`, `leanloop ${facts.leanloop}`, `axioms ${record.axioms.join(", ") || "none"}`,
  ].filter(Boolean).join(" · ");
  for (const [outcome, count] of Object.entries(record.outcomes)) {
    if (count === 0) continue;
    document.getElementById("outcomes").append(
      row(cell(outcome, { outcome }), cell(String(count), { className: "number" })));
    document.getElementById("outcome").append(new Option(outcome, outcome));
  }
  for (const rate of record.pass_at_k) {
    document.getElementById("rates").append(row(
      cell(`pass@${rate.k}`), cell(percent(rate.rate), { className: "number" }),
      cell(`± ${percent(rate.standard_error)}`, { className: "number" }),
      cell(`of ${rate.statements}`, { className: "number" })));
  }
  const proved = record.results.filter((result) => result.outcome === "proved");
  staircase(document.getElementById("by-checks"), proved.map((result) => result.checks), record.statements, "checks");
  staircase(document.getElementById("by-seconds"), proved.map((result) => result.seconds), record.statements, "s");
}

function compared(a, b) {
  const [left, right] = [a[order.key], b[order.key]];
  const rank = Object.keys(record.outcomes);
  if (order.key === "outcome") return rank.indexOf(left) - rank.indexOf(right);
  return typeof left === "number" ? left - right : left.localeCompare(right);
}

function statements() {
  const query = document.getElementById("query").value.toLowerCase();
  const outcome = document.getElementById("outcome").value;
  const wanted = record.results
    .filter((result) => result.name.toLowerCase().includes(query) && (!outcome || result.outcome === outcome))
    .sort((a, b) => (order.descending ? compared(b, a) : compared(a, b)) || a.name.localeCompare(b.name));
  document.querySelector("#statements tbody").replaceChildren(...wanted.map((result) => row(
    cell(result.name, { href: result.tree }), cell(result.outcome, { outcome: result.outcome }),
    cell(String(result.proofs), { className: "number" }), cell(String(result.passes), { className: "number" }),
    cell(shown(result.checks), { className: "number" }), cell(shown(result.seconds), { className: "number" }),
    cell([result.known_bad && `known bad: ${result.known_bad}`, result.message].filter(Boolean).join("; ")))));
  document.getElementById("found").textContent = `${wanted.length} of ${record.results.length}`;
  for (const head of document.querySelectorAll("#statements th")) {
    const direction = order.descending ? "descending" : "ascending";
    head.setAttribute("aria-sort", head.dataset.key === order.key ? direction : "none");
  }
}

function sortBy(key) {
  order.descending = order.key === key ? !order.descending : false;
  order.key = key;
  statements();
}

window.addEventListener("error", (event) => {
  document.body.dataset.error = event.message;
  const fault = document.getElementById("fault");
  fault.textContent = `This page has a fault: ${event.message}`;
  fault.hidden = false;
});
for (const head of document.querySelectorAll("#statements th")) {
  head.tabIndex = 0;
  head.addEventListener("click", () => sortBy(head.dataset.key));
  head.addEventListener("keydown", (event) => { if (event.key === "Enter") sortBy(head.dataset.key); });
}
document.getElementById("query").addEventListener("input", statements);
document.getElementById("outcome").addEventListener("change", statements);
summary();
statements();
