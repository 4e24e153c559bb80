const COLOURS = ["#2563eb", "#d97706", "#059669", "#db2777", "#7c3aed", "#475569"];
const setups = Object.keys(record.runs);

function cell(text) { return element("td", {}, text); }

function table(place, title, heads, rows) {
  const head = element("tr", {}, ...heads.map((text) => element("th", {}, text)));
  const made = element("table", {}, head, ...rows.map((cells) => element("tr", {}, ...cells)));
  byId(place).append(element("h3", {}, title), made);
}

const shown = (value, digits = 1) => (value === undefined ? "" : value.toFixed(digits));
const number = (value, digits = 1) => element("td", { class: "number" }, shown(value, digits));
const mean = (values) => values.reduce((sum, value) => sum + value, 0) / values.length;

// A line for every set-up: the mean of what is measured after each repository.
function curves(place, title, measure) {
  const lines = setups.map((name) => record.runs[name].tasks.map((task) => mean(Object.values(task.measure[measure]))));
  if (lines.some((line) => line.some(Number.isNaN))) return;
  const [width, height, left, bottom, top, right] = [640, 240, 40, 30, 12, 130];
  const count = Math.max(...lines.map((line) => line.length));
  const all = lines.flat();
  const [low, high] = [Math.floor(Math.min(...all) / 5) * 5, Math.ceil(Math.max(...all) / 5) * 5 || 5];
  const x = (place_) => left + (count > 1 ? place_ / (count - 1) : 0.5) * (width - left - right);
  const y = (value) => height - bottom - ((value - low) / (high - low || 1)) * (height - bottom - top);
  const svg = drawing("svg", { viewBox: `0 0 ${width} ${height}`, role: "img", "aria-label": title });
  svg.append(drawing("path", { class: "axis", d: `M ${left} ${top} V ${height - bottom} H ${width - right}` }));
  for (const value of [low, (low + high) / 2, high]) {
    svg.append(drawing("text", { x: left - 6, y: y(value) + 4, "text-anchor": "end" }, shown(value)));
  }
  lines.forEach((line, index) => {
    const colour = COLOURS[index % COLOURS.length];
    const points = line.map((value, place_) => `${place_ ? "L" : "M"} ${x(place_)} ${y(value)}`).join(" ");
    svg.append(drawing("path", { class: "curve", d: points, style: `stroke: ${colour}` }));
    line.forEach((value, place_) => svg.append(drawing("circle", { cx: x(place_), cy: y(value), r: 3, fill: colour })));
    svg.append(drawing("text", { x: width - right + 12, y: top + 12 + 16 * index, style: `fill: ${colour}` }, setups[index]));
  });
  for (let place_ = 0; place_ < count; place_ += 1) {
    svg.append(drawing("text", { x: x(place_), y: height - 10, "text-anchor": "middle" }, `${place_ + 1}`));
  }
  byId(place).append(element("h3", {}, title), svg);
}

function metrics(place) {
  for (const [title, bySetup] of Object.entries(record.metrics)) {
    const names = Object.keys(bySetup);
    const rows = Object.entries(record.labels).map(([key, label]) => {
      const values = names.map((name) => bySetup[name][key]);
      const isLower = record.lower.includes(key);
      const best = isLower ? Math.min(...values) : Math.max(...values);
      const cells = values.map((value) => number(value, key === "sorries" ? 0 : 4));
      cells.forEach((each, index) => { if (values[index] === best && names.length > 1) each.classList.add("best"); });
      return [cell(`${label} ${isLower ? "↓" : "↑"}`), ...cells];
    });
    table(place, title, ["", ...names], rows);
  }
}

function matrices(place, title, measure) {
  for (const name of setups) {
    const { names, tasks } = record.runs[name];
    if (tasks.some((task) => Object.keys(task.measure[measure]).length === 0)) return;
    const values = tasks.flatMap((task) => Object.values(task.measure[measure]));
    const high = Math.max(...values, 1);
    const rows = names.map((row) => [cell(row), ...tasks.map((task) => {
      const value = task.measure[measure][row];
      const made = number(value);
      if (value !== undefined) made.style.background = `rgb(37 99 235 / ${Math.round((45 * value) / high)}%)`;
      return made;
    })]);
    table(place, `${title}, ${name}`, ["", ...names], rows);
  }
}

const first = record.runs[setups[0]];
byId("facts").textContent =
  `${first.names.length} repositories in the order of ${first.order}; set-ups: ${setups.join(", ")}`
  + Object.entries(first.failures).map(([name, why]) => `; ${name} left out: ${why}`).join("");
curves("curves", "R@10 on the test sets, percent", "test");
curves("curves", "theorems of the test sets proved, percent", "proved");
metrics("metrics");
table("lessons", `order of ${setups[0]}`,
  ["repository", "easy", "medium", "hard", "open"],
  first.tasks.map((task) => [cell(task.name), number(task.easy), number(task.medium), number(task.hard), number(task.open, 0)]));
matrices("matrices", "R@10", "test");
matrices("matrices", "proof rate", "proved");
for (const name of setups) {
  table("proved", name, ["after", "proved then", "proved in all"],
    record.runs[name].tasks.map((task) => [
      cell(task.name), cell(Object.values(task.prove.proved).flat().join(", ")), number(task.prove["sorries proved"], 0)]));
}
