// A staircase: how many statements are proved once every pass may spend so much. The horizontal axis is logarithmic.
function staircase(place, costs, total, unit) {
  const [width, height, left, bottom, top] = [520, 200, 36, 26, 12];
  const svg = drawing("svg", { viewBox: `0 0 ${width} ${height}`, role: "img", "aria-label": `proved by ${unit}` });
  if (costs.length === 0) {
    svg.append(drawing("text", { x: left, y: height / 2 }, "nothing proved yet"));
    place.replaceChildren(svg);
    return;
  }
  const sorted = [...costs].sort((a, b) => a - b);
  const power = (cost) => Math.log10(Math.max(cost, 0.01));
  const low = Math.floor(power(sorted[0]));
  const high = Math.max(Math.ceil(power(sorted.at(-1))), low + 1);
  const x = (cost) => left + ((power(cost) - low) / (high - low)) * (width - left - 30);
  const y = (count) => height - bottom - (count / total) * (height - bottom - top);
  let path = `M ${x(sorted[0])} ${y(0)}`;
  sorted.forEach((cost, index) => { path += ` H ${x(cost)} V ${y(index + 1)}`; });
  svg.append(drawing("path", { class: "axis", d: `M ${left} ${top} V ${height - bottom} H ${width - 8}` }));
  svg.append(drawing("path", { class: "curve", d: `${path} H ${width - 8}` }));
  svg.append(drawing("text", { x: left - 6, y: y(total) + 4, "text-anchor": "end" }, String(total)));
  svg.append(drawing("text", { x: left - 6, y: y(0), "text-anchor": "end" }, "0"));
  for (let tick = low; tick <= high; tick += 1) {
    const label = (10 ** tick).toLocaleString("en", { maximumFractionDigits: 2 });
    svg.append(drawing("text", { x: x(10 ** tick), y: height - 8, "text-anchor": "middle" }, `${label} ${unit}`));
  }
  place.replaceChildren(svg);
}
