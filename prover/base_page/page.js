// What every page begins with: its record, and how elements are made of it.

addEventListener("error", (event) => {
  document.documentElement.dataset.error = event.message;
  byId("fault").textContent = `This page could not be drawn: ${event.message}`;
  byId("fault").hidden = false;
});

const record = JSON.parse(byId("record").textContent);

function byId(id) { return document.getElementById(id); }

/** A new element; attributes that are null are left out, `on...` are listeners, children that are null are skipped. */
function element(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith("on")) made.addEventListener(name.slice(2), value);
    else if (value !== null) made.setAttribute(name, value);
  }
  made.append(...children.filter((child) => child !== null));
  return made;
}

/** A new element of a drawing. */
function drawing(tag, attributes, ...children) {
  const made = document.createElementNS("http://www.w3.org/2000/svg", tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children);
  return made;
}
