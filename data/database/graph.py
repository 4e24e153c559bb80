"""A repository's files and what they import, as one SVG picture that any browser shows without anything else.

A box is a file, an arrow leads from it to what it imports; imported files are above. Its colour says how many of its
theorems are proved.
"""

from __future__ import annotations

import html
from dataclasses import dataclass
from pathlib import Path

import networkx

from data.database.queries import RepositoryRow, theorems
from data.database.store import Database
from data.errors import UsageError

_MAX_BOXES = 400
_HEIGHT, _GAP_X, _GAP_Y, _MARGIN, _LETTER = 26, 14, 46, 20, 7.2


@dataclass(slots=True)
class _Box:
    """A file, or a folder where there are too many files: theorems of it, how many of them are unproved, and place."""

    name: str
    num_theorems: int = 0
    num_open: int = 0
    x: float = 0.0
    y: float = 0.0

    @property
    def width(self) -> float:
        return _LETTER * len(self.name) + 20

    @property
    def colour(self) -> str:
        """Grey without theorems; from green, all proved, to red, none."""
        if not self.num_theorems:
            return "#e4e7eb"
        hue = round(130 * (1 - self.num_open / self.num_theorems))
        return f"hsl({hue} 55% 82%)"


def write_graph(database: Database, repository: RepositoryRow, path: Path) -> int:
    """Write the picture; how many boxes it has.

    Raises:
        UsageError: if the repository has no files, or the picture cannot be written.
    """
    graph, boxes = _graph(database, repository)
    if not boxes:
        raise UsageError(f"{repository.name} has no files in {database.path}")
    _place(graph, boxes)
    try:
        path.write_text(_svg(repository, graph, boxes), encoding="utf-8")
    except OSError as error:
        raise UsageError(f"{path} cannot be written: {error.strerror}") from None
    return len(boxes)


def _graph(database: Database, repository: RepositoryRow) -> tuple[networkx.DiGraph[str], dict[str, _Box]]:
    """What imports what, without edges that follow from others; files, or their folders where there are too many."""
    files = database.connection.execute(
        "SELECT id, path FROM file WHERE repository_id = ? AND NOT is_gone ORDER BY path", (repository.id,)
    ).fetchall()
    depth = None if len(files) <= _MAX_BOXES else 2
    names = {row: _name(path, depth) for row, path in files}
    boxes = {name: _Box(name) for name in names.values()}
    graph: networkx.DiGraph[str] = networkx.DiGraph()
    graph.add_nodes_from(boxes)
    for row, other in database.connection.execute("SELECT file_id, imported_id FROM import"):
        if row in names and other in names and names[row] != names[other]:
            graph.add_edge(names[row], names[other])
    for theorem in theorems(database, repository_id=repository.id):
        box = boxes[_name(theorem.path, depth)]
        box.num_theorems += 1
        box.num_open += theorem.status == "sorry-unproved"
    if not networkx.is_directed_acyclic_graph(graph):  # folders may import each other
        graph = networkx.DiGraph((a, b) for a, b in graph.edges if a > b)
        graph.add_nodes_from(boxes)
    reduced = networkx.transitive_reduction(graph)
    return reduced, boxes


def _name(path: str, depth: int | None) -> str:
    return path.removesuffix(".lean") if depth is None else "/".join(path.split("/")[:depth]).removesuffix(".lean")


def _place(graph: networkx.DiGraph[str], boxes: dict[str, _Box]) -> None:
    """What is imported stands above, each row in the order of what it imports, so that few arrows cross."""
    rows: dict[str, int] = {}
    for name in reversed(list(networkx.lexicographical_topological_sort(graph))):
        rows[name] = 1 + max((rows[other] for other in graph.successors(name)), default=-1)
    centre: dict[str, float] = {}
    for row in range(max(rows.values()) + 1):

        def above(name: str) -> float:
            others = list(graph.successors(name))
            return sum(centre[other] for other in others) / len(others) if others else 0.0

        x = float(_MARGIN)
        for name in sorted((name for name in rows if rows[name] == row), key=lambda name: (above(name), name)):
            box = boxes[name]
            box.x, box.y = x, _MARGIN + 30 + row * (_HEIGHT + _GAP_Y)
            centre[name] = x + box.width / 2
            x += box.width + _GAP_X


def _svg(repository: RepositoryRow, graph: networkx.DiGraph[str], boxes: dict[str, _Box]) -> str:
    width = max(box.x + box.width for box in boxes.values()) + _MARGIN
    height = max(box.y for box in boxes.values()) + _HEIGHT + _MARGIN
    title = html.escape(f"{repository.name} {repository.commit[:12]}: {repository.num_files} files")
    lines = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:.0f} {height:.0f}" width="{width:.0f}"'
        f' height="{height:.0f}" font-family="sans-serif" font-size="12">',
        f'<title>{title}</title><rect width="100%" height="100%" fill="white"/>',
        f'<text x="{_MARGIN}" y="{_MARGIN + 10}" font-size="14">{title}</text>',
    ]
    for name, other in graph.edges:
        box, above = boxes[name], boxes[other]
        x, y = box.x + box.width / 2, box.y
        to_x, to_y = above.x + above.width / 2, above.y + _HEIGHT
        middle = (y + to_y) / 2
        lines.append(
            f'<path d="M {x:.1f} {y:.1f} C {x:.1f} {middle:.1f} {to_x:.1f} {middle:.1f} {to_x:.1f} {to_y:.1f}"'
            ' fill="none" stroke="#9aa5b1"/>'
        )
    for box in boxes.values():
        name = html.escape(box.name)
        lines.append(
            f"<g><title>{name}: {box.num_theorems} theorems, {box.num_open} of them not proved</title>"
            f'<rect x="{box.x:.1f}" y="{box.y:.1f}" width="{box.width:.1f}" height="{_HEIGHT}" rx="5"'
            f' fill="{box.colour}" stroke="#52606d"/>'
            f'<text x="{box.x + 10:.1f}" y="{box.y + 17:.1f}">{name}</text></g>'
        )
    return "\n".join([*lines, "</svg>"]) + "\n"
