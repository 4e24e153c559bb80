const order = { key: "outcome", descending: false };

function row(...cells) { return element("tr", {}, ...cells); }

function figure(text) { return element("td", { class: "number" }, text); }

function outcomeCell(outcome) { return element("td", { "data-outcome": outcome }, outcome); }

const percent = (share) => `${(100 * share).toFixed(1)} %`;
const shown = (number) => number.toLocaleString("en", { maximumFractionDigits: 1 });

function summary() {
  const facts = record.configuration;
  byId("facts").textContent = [
    `${record.statements} statements`, facts.split && `split ${facts.split}`,
    `statements ${facts.digest.slice(0, 12)}`, facts.commit && `commit ${facts.commit.slice(0, 12)}`,
    `${facts.num_passes} passes of ${facts.seconds} s or ${facts.num_checks} checks`, `generator ${facts.generator}`, `retriever ${facts.retriever}`,
    `Lean ${facts.lean}`, `leanloop ${facts.leanloop}`, `axioms ${record.axioms.join(", ") || "none"}`,
  ].filter(Boolean).join(" · ");
  for (const [outcome, count] of Object.entries(record.outcomes)) {
    if (count === 0) continue;
    byId("outcomes").append(row(outcomeCell(outcome), figure(count)));
    byId("outcome").append(new Option(outcome, outcome));
  }
  for (const rate of record.pass_at_k) {
    byId("rates").append(row(
      element("td", {}, `pass@${rate.k}`), figure(percent(rate.rate)),
      figure(`± ${percent(rate.standard_error)}`), figure(`of ${rate.statements}`)));
  }
  const proved = record.results.filter((result) => result.outcome === "proved");
  staircase(byId("by-checks"), proved.map((result) => result.checks), record.statements, "checks");
  staircase(byId("by-seconds"), proved.map((result) => result.seconds), record.statements, "s");
}

function compared(a, b) {
  const [left, right] = [a[order.key], b[order.key]];
  const rank = Object.keys(record.outcomes);
  if (order.key === "outcome") return rank.indexOf(left) - rank.indexOf(right);
  return typeof left === "number" ? left - right : left.localeCompare(right);
}

function statements() {
  const query = byId("query").value.toLowerCase();
  const outcome = byId("outcome").value;
  const wanted = record.results
    .filter((result) => result.name.toLowerCase().includes(query) && (!outcome || result.outcome === outcome))
    .sort((a, b) => (order.descending ? compared(b, a) : compared(a, b)) || a.name.localeCompare(b.name));
  document.querySelector("#statements tbody").replaceChildren(...wanted.map((result) => row(
    element("td", {}, result.tree ? element("a", { href: result.tree }, result.name) : result.name),
    outcomeCell(result.outcome), figure(result.proofs), figure(result.passes),
    figure(shown(result.checks)), figure(shown(result.seconds)),
    element("td", {}, [result.known_bad && `known bad: ${result.known_bad}`, result.message].filter(Boolean).join("; ")))));
  byId("found").textContent = `${wanted.length} of ${record.results.length}`;
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

for (const head of document.querySelectorAll("#statements th")) {
  head.tabIndex = 0;
  head.addEventListener("click", () => sortBy(head.dataset.key));
  head.addEventListener("keydown", (event) => { if (event.key === "Enter") sortBy(head.dataset.key); });
}
byId("query").addEventListener("input", statements);
byId("outcome").addEventListener("change", statements);
summary();
statements();
