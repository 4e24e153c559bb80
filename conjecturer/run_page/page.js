const record = JSON.parse(document.getElementById("record").textContent);
const SVG = "http://www.w3.org/2000/svg";

function element(tag, text, className) {
  const made = document.createElement(tag);
  made.textContent = text;
  if (className) made.className = className;
  return made;
}

function drawn(name, attributes, text = "") {
  const made = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.textContent = text;
  return made;
}

function curve(title, values) {
  const [width, height, left, bottom, top] = [420, 160, 40, 24, 10];
  const high = Math.max(...values, 1e-9);
  const x = (index) => left + (index / Math.max(1, values.length - 1)) * (width - left - 16);
  const y = (value) => height - bottom - (value / high) * (height - bottom - top);
  const svg = drawn("svg", { viewBox: `0 0 ${width} ${height}`, role: "img", "aria-label": title });
  svg.append(drawn("path", { class: "axis", d: `M ${left} ${top} V ${height - bottom} H ${width}` }));
  svg.append(drawn("path", { class: "curve", d: values.map((value, index) => `${index ? "L" : "M"} ${x(index)} ${y(value)}`).join(" ") }));
  svg.append(drawn("text", { x: left - 6, y: top + 8, "text-anchor": "end" }, high.toLocaleString("en", { maximumFractionDigits: 2 })));
  values.forEach((_, index) => svg.append(drawn("text", { x: x(index), y: height - 8, "text-anchor": "middle" }, String(record.rounds[index].number))));
  const card = element("div", "", "card");
  card.append(element("h2", title), svg);
  return card;
}

const facts = record.configuration;
document.getElementById("facts").textContent = Object.entries(facts)
  .filter(([key]) => key !== "repositories").map(([key, value]) => `${key.replaceAll("_", " ")} ${value}`).join(" · ");
document.getElementById("curves").append(
  curve("Held-out theorems solved, by round", record.rounds.map((round) => round.held_out_solved)),
  curve("Conjectures proved", record.rounds.map((round) => round.num_proved)),
  curve("Steps learnt from", record.rounds.map((round) => round.num_examples)),
  curve("Seconds", record.rounds.map((round) => Object.values(round.seconds).reduce((sum, each) => sum + each, 0))),
);
const table = document.getElementById("rounds");
for (const [tag, cells] of [["th", record.columns], ...record.rows.map((row) => ["td", row])]) {
  const line = document.createElement("tr");
  line.append(...cells.map((cell) => element(tag, cell)));
  table.append(line);
}
for (const round of record.rounds) {
  if (round.note) document.getElementById("notes").append(element("li", `round ${round.number}: ${round.note}`));
  for (const [statement, proof] of round.interesting) {
    const box = document.createElement("details");
    box.append(element("summary", `round ${round.number}: ${statement}`, "statement"), element("pre", proof));
    document.getElementById("theorems").append(box);
  }
}
