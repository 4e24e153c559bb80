function curve(title, values) {
  const [width, height, left, bottom, top] = [420, 160, 40, 24, 10];
  const high = Math.max(...values, 1e-9);
  const x = (index) => left + (index / Math.max(1, values.length - 1)) * (width - left - 16);
  const y = (value) => height - bottom - (value / high) * (height - bottom - top);
  const line = values.map((value, index) => `${index ? "L" : "M"} ${x(index)} ${y(value)}`).join(" ");
  const scale = high.toLocaleString("en", { maximumFractionDigits: 2 });
  const svg = drawing("svg", { viewBox: `0 0 ${width} ${height}`, role: "img", "aria-label": title },
    drawing("path", { class: "axis", d: `M ${left} ${top} V ${height - bottom} H ${width}` }),
    drawing("path", { class: "curve", d: line }),
    drawing("text", { x: left - 6, y: top + 8, "text-anchor": "end" }, scale),
    ...record.rounds.map((round, index) =>
      drawing("text", { x: x(index), y: height - 8, "text-anchor": "middle" }, String(round.number))));
  return element("div", { class: "card" }, element("h2", {}, title), svg);
}

byId("facts").textContent = Object.entries(record.configuration)
  .filter(([key]) => key !== "repositories").map(([key, value]) => `${key.replaceAll("_", " ")} ${value}`).join(" · ");
byId("curves").append(
  curve("Held-out theorems solved, by round", record.rounds.map((round) => round.held_out_solved)),
  curve("Conjectures proved", record.rounds.map((round) => round.num_proved)),
  curve("Steps learnt from", record.rounds.map((round) => round.num_examples)),
  curve("Seconds", record.rounds.map((round) => Object.values(round.seconds).reduce((sum, each) => sum + each, 0))),
);
for (const [tag, cells] of [["th", record.columns], ...record.rows.map((row) => ["td", row])]) {
  byId("rounds").append(element("tr", {}, ...cells.map((cell) => element(tag, { class: "number" }, cell))));
}
for (const round of record.rounds) {
  if (round.note) byId("notes").append(element("li", {}, `round ${round.number}: ${round.note}`));
  byId("theorems").append(...round.interesting.map(([statement, proof]) => element("details", {},
    element("summary", { class: "statement" }, `round ${round.number}: ${statement}`), element("pre", {}, proof))));
}
