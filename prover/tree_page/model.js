// What is worked out from the record once.

const GLYPHS = { proved: "✓", progress: "→", failed: "✗", timeout: "◔", dead: "✗", expanded: "•", open: "○" };
const WORDS = {
  proved: "proved", dead: "every tactic failed", expanded: "expanded, undecided", open: "never expanded",
  progress: "made progress", failed: "refused", timeout: "timed out",
};

const nodes = new Map(record.nodes.map((node) => [node.id, node]));
const root = nodes.get(0);
const hasWinningPath = record.nodes.some((node) => node.edges.some((edge) => edge.is_winning));
for (const node of record.nodes) prepare(node);
const homes = findHomes();

function prepare(node) {
  node.parents ??= [];
  for (const [index, edge] of node.edges.entries()) {
    edge.owner = node;
    edge.key = `e${node.id}.${index}`;
    edge.children = edge.children.filter((id) => nodes.has(id));
    for (const id of edge.children) (nodes.get(id).parents ??= []).push(edge);
  }
  const isSuccess = (edge) => edge.outcome === "proved" || edge.outcome === "progress";
  node.successes = node.edges.filter(isSuccess).sort((a, b) => rank(b) - rank(a));
  node.failures = node.edges.filter((edge) => !isSuccess(edge));
  node.brief = briefly(node.state);
}

/** What comes first below a goal: the winning tactic, then one that closes it, then the likelier. */
function rank(edge) {
  const likelihood = Math.max(-1e5, edge.log_probability ?? -1e5);
  return (edge.is_winning ? 2e6 : 0) + (edge.outcome === "proved" ? 1e6 : 0) + likelihood;
}

/** A state's first conclusion on one line, its case tag, and how many goals more there are. */
function briefly(state) {
  const goals = state.trim().split(/\n\s*\n/);
  const conclusion = goals[0].slice(Math.max(0, goals[0].search(/^⊢/m))).replace(/\s+/g, " ").slice(0, 240);
  const more = goals.length > 1 ? `  (and ${count(goals.length - 1, "goal")} more)` : "";
  return { text: conclusion + more, tag: /^case (.+)/.exec(goals[0])?.[1] ?? null };
}

/**
 * A goal may be reached in many ways, even from itself. Each gets one home in the outline, on the winning path if it
 * can, and stands as a reference elsewhere; so the outline is a tree that holds every goal once.
 */
function findHomes() {
  const found = new Map(root ? [[root.id, { edge: null, position: 0 }]] : []);
  for (const isFollowed of [(edge) => edge.is_winning, () => true]) {
    const queue = [...found.keys()];
    for (const id of queue) {
      for (const edge of nodes.get(id).successes.filter(isFollowed)) {
        for (const [position, child] of edge.children.entries()) {
          if (found.has(child)) continue;
          found.set(child, { edge, position });
          queue.push(child);
        }
      }
    }
  }
  return found;
}

// Texts

function number(value) { return value === null ? "–" : value.toFixed(2).replace("-", "−"); }

function count(many, noun, nouns = `${noun}s`) { return `${many.toLocaleString("en")} ${many === 1 ? noun : nouns}`; }

function oneLine(text) { return text.trim().replace(/\s*\n\s*/g, " ⏎ "); }
