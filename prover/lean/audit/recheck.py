"""Having the kernel check again what a compiled file declares, from nothing but the terms in it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from prover.errors import LeanCrashedError, LeanTimeoutError
from prover.lean.audit.grounds import Grounds
from prover.lean.audit.kernel import ask_kernel
from prover.lean.audit.module import CompiledModule, Constant, read_module
from prover.lean.audit.request import CircularError, closure, kernel_request
from prover.lean.audit.terms import Name, Terms, shown
from prover.lean.command import Lean
from prover.lean.sandbox import Limits


class Refusal(Exception):  # noqa: N818 - it is an outcome, not an error
    """Why a candidate is refused, in one line."""


@dataclass(frozen=True, slots=True)
class Recheck:
    """What the kernel found right.

    Attributes:
        grounds: what the declarations rest on.
        num_checked: how many declarations it has checked, those of the repository's own modules included.
        imported: the constants of those modules.
    """

    grounds: Grounds
    num_checked: int
    imported: Mapping[Name, Constant]


def recheck(
    roots: Iterable[Name],
    module: CompiledModule,
    *,
    imports: Sequence[Name],
    lean: Lean,
    limits: Limits,
    seconds: float,
    terms: Terms,
) -> Recheck:
    """Have the kernel check constants of a module, and all that they are made of.

    What they use of modules that we compiled from the user's sources, `lean.own_path`, is checked, too; other imports,
    those of Lean's library and of packages that Lake has built, are taken as they are.

    Args:
        roots: names of constants of the module.
        module: what its file declares.
        imports: the modules that are imported.
        lean: whose kernel, with the search path for the imports.
        limits: what the kernel may use.
        seconds: how long it may take.
        terms: the table of the module's terms.

    Raises:
        Refusal: if the kernel refuses a declaration, or has no answer.
        NoSecondOpinionError: if this Lean's kernel cannot be asked.
    """
    own, below = _imported(imports, lean.own_path, terms)
    _check_names(own, module)
    constants = {**own, **module.constants}
    graph = closure(roots, constants, terms)
    try:
        request = kernel_request(graph, constants, terms)
        opinion = ask_kernel(request, imports=below, lean=lean, limits=limits, seconds=seconds)
    except (CircularError, LeanTimeoutError, LeanCrashedError) as error:
        raise Refusal(str(error)) from error
    if opinion.refused is not None:
        name, reason = opinion.refused
        raise Refusal(f"the kernel refuses `{shown(name)}`: {reason}")
    return Recheck(Grounds(graph, constants, opinion.axioms), len(request["declarations"]), own)


def _imported(names: Iterable[Name], folders: Iterable[Path], terms: Terms) -> tuple[dict[Name, Constant], list[Name]]:
    """The constants of the repository's own modules among what is imported, and the modules below those."""
    constants: dict[Name, Constant] = {}
    below: dict[Name, None] = {}
    waiting = list(names)
    seen: set[Name] = set()
    while waiting:
        name = waiting.pop()
        if name in seen:
            continue
        seen.add(name)
        place = Path(*map(str, name))
        files = [folder / place.with_name(f"{place.name}.olean") for folder in folders]
        file = next((file for file in files if file.is_file()), None)
        if file is None:
            below[name] = None
            continue
        module = read_module(file, terms=terms)
        waiting += module.imports
        constants |= module.constants
    return constants, list(below)


def _check_names(own: Mapping[Name, Constant], module: CompiledModule) -> None:
    """Only a theorem that Lean derives on demand may be declared twice."""
    for name, constant in module.constants.items():
        other = own.get(name)
        if other is not None and (other.kind, other.type) != ("theorem", constant.type):
            raise Refusal(f"it declares `{shown(name)}`, which is the name of something in an imported module")
