"""Proofs that prove nothing: whatever a model writes or a file defines, none of it is ever reported as a proof."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from data.declarations import sorry_theorems, theorem_from_statement
from data.finding import find_theorem
from data.theorem import Theorem
from prover.lean.command import Lean
from prover.lean.environment import LeanEnvironment
from prover.lean.sandbox import Limits
from prover.lean.verification import Verdict, Verifier
from prover.proof import Failed, Outcome, Proved

pytestmark = pytest.mark.lean

FALSE = "theorem t (p q : Prop) (h : p) : p ∧ q"
CHEATS = [
    "sorry",
    "admit",
    "exact sorry",
    "exact sorryAx _ false",
    "exact @sorryAx _ true",
    "exact «sorryAx» _",
    "exact _root_.sorryAx _",
    "«sorry»",
    "first | done | sorry",
    "constructor <;> first | assumption | exact (sorry)",
    "have : q := by sorry\nexact ⟨h, this⟩",
    "have x : q := (fun _ => sorry) ()\nexact ⟨h, x⟩",
    "show_term sorry",
    "stop",
    "native_decide",
    "exact by native_decide",
    "decide +native",
    "exact absurd (by decide +native : False) id",
    "exact (lcProof : p ∧ q)",
    "exact lcUnreachable",
    "exact unsafeCast h",
    "exact (unsafe h)",
    "exact t p q h",
    "exact @t _ _ h",
    "apply t; assumption",
    "have := t\nexact this p q h",
    "exact _root_.t p q h",
    "exact (let rec f : p ∧ q := f; f)",
    "let rec f : p ∧ q := f\nexact f",
    "exact (fix f)",
    "exact h\naxiom cheat : False",
    "exact cheat.elim\n\naxiom cheat : False",
    "exact h) (by trivial",
    "exact h : p ∧ q",
    "trivial = h",
    "exact h, h",
    "exact ⟨h, ⟩",
    "skip\nend",
    "skip\n\nend\ntheorem u : True := trivial",
    "trivial\nexample : True := by trivial",
    "exact id\n#exit",
    "skip -- comment\n#exit",
    "/- open",
    "skip -/",
    'skip "',
    "set_option debug.skipKernelTC true in exact h",
    "set_option debug.byAsSorry true in exact h",
    "set_option warn.sorry false in sorry",
    "open private Lean.sorryAx from Init in trivial",
    'local notation "q" => True in trivial',
    'macro "cheat" : tactic => `(tactic| sorry)\ncheat',
    "run_tac Lean.Elab.admitGoal (← Lean.Elab.Tactic.getMainGoal)",
    "exact by_elab do return Lean.mkSorry",
    "exact (by run_tac pure ())",
    "𝓼𝓸𝓻𝓻𝔂",
    "so\u200brry",
    "s\u043erry",
    "exact ?_",
    "exact ⟨h, ?_⟩",
    "exact ⟨h, _⟩",
    "refine ⟨h, ?x⟩",
    "constructor\n· exact h",
    "case left => exact h",
    "any_goals trivial",
    "try sorry",
    "repeat sorry",
    "exact Classical.choice ⟨⟩",
    "exact (default : p ∧ q)",
    "exact inferInstance",
    "exact (h ▸ h : p ∧ q)",
    "change p\nexact h",
    "clear q\nexact h",
    "subst q\nexact h",
    "generalize p ∧ q = r\nexact h",
    "unfold And\nexact h",
    "revert h\nexact id",
    "unsafe exact h",
    "nofun",
    "rename_i q\nexact h",
    "exact show p ∧ q from h",
    "cases (q : Type)",
]
DEFINED = """
macro "cheat" : tactic => `(tactic| sorry)
macro "cheat!" : term => `(sorry)
notation "please" => sorryAx _ false
axiom given {p : Prop} : p
theorem hollow : False := sorry
instance (priority := low) anything (p : Prop) : Decidable p := sorry
"""
DEFINED_CHEATS = [
    "cheat",
    "exact cheat!",
    "exact please",
    "exact given",
    "exact hollow.elim",
    "exact absurd trivial (fun _ => hollow)",
    "have : False := by cheat\nexact this.elim",
    "constructor <;> cheat",
    "exact ⟨h, given⟩",
    "simp [given]",
    "first | (fail; skip) | cheat",
]


@pytest.fixture(scope="module")
def environment(embedded: Lean) -> Iterator[LeanEnvironment]:
    with LeanEnvironment(embedded) as environment:
        yield environment


def verify(lean: Lean, theorem: Theorem, proof: str) -> Verdict:
    return Verifier(theorem, lean=lean, limits=Limits(memory_bytes=2 << 30), seconds=60.0).verify(proof)


@pytest.fixture(scope="module")
def outcomes(environment: LeanEnvironment) -> dict[str, Outcome]:
    """What the search is told of each, all tried in one batch, as a search would."""
    state = environment.start(theorem_from_statement(FALSE))
    return dict(zip(CHEATS, environment.check(state, CHEATS), strict=True))


@pytest.mark.parametrize("cheat", CHEATS)
def test_cheat_ends_no_search(outcomes: dict[str, Outcome], cheat: str) -> None:
    """A search that believes it has ended finds nothing more, and the true proof is lost."""
    assert not isinstance(outcomes[cheat], Proved)


def test_cheats_do_not_hide_the_truth(environment: LeanEnvironment) -> None:
    """Among all the cheats, an honest tactic is told from the rest."""
    state = environment.start(theorem_from_statement("theorem t (p q : Prop) (h : p) (k : q) : p ∧ q"))
    honest = "exact ⟨h, k⟩"
    middle = len(CHEATS) // 2
    found = environment.check(state, [*CHEATS[:middle], honest, *CHEATS[middle:]])
    assert found[middle] == Proved(honest)
    assert all(isinstance(outcome, Failed) for outcome in found[:25])


@pytest.mark.parametrize("cheat", CHEATS)
def test_cheat_is_not_accepted(embedded: Lean, cheat: str) -> None:
    """The last word: the statement is false, so a proof of it is a bug of ours that users would publish."""
    verdict = verify(embedded, theorem_from_statement(FALSE), cheat)
    assert not verdict.accepted
    assert verdict.message
    assert not verdict.filling


@pytest.mark.parametrize("cheat", DEFINED_CHEATS)
def test_cheat_by_the_file_s_own_means_is_not_accepted(embedded: Lean, cheat: str) -> None:
    """No list of words knows what a file calls its `sorry`; what the theorem rests on shows it."""
    verdict = verify(embedded, find_theorem(f"{DEFINED}\n{FALSE} := sorry", None, "t"), cheat)
    assert not verdict.accepted
    assert "rests on" in verdict.message or cheat == "simp [given]"


@pytest.mark.parametrize(
    "source",
    [
        "theorem t (p q : Prop) (h : p) : p ∧ q := by\n  have x : q := by sorry\n  exact ⟨h, x⟩",
        "theorem t (p q : Prop) (h : p) : p ∧ q := ⟨h, sorry⟩",
        "theorem t (p q : Prop) (h : p) : p ∧ q := by\n  constructor\n  · sorry\n  · sorry",
    ],
)
@pytest.mark.parametrize(
    "cheat", ["sorry", "exact t p q h", "exact (t p q h).2", "exact leanloop_other_hole _", "skip"]
)
def test_cheat_inside_a_proof_is_not_accepted(embedded: Lean, source: str, cheat: str) -> None:
    """A gap in a longer proof is filled under the same law; the other gaps' axiom is not for it to use."""
    assert not verify(embedded, sorry_theorems(source, None)[-1], cheat).accepted


def test_honest_proof_is_accepted_in_the_same_file(embedded: Lean) -> None:
    """What refuses everything would pass all the tests above."""
    theorem = find_theorem(f"{DEFINED}\ntheorem t (p q : Prop) (h : p ∧ q) : q ∧ p := sorry", None, "t")
    verdict = verify(embedded, theorem, "exact ⟨h.2, h.1⟩")
    assert verdict.accepted, verdict.message
    assert verdict.axioms == ()


@pytest.mark.parametrize("option", ["debug.skipKernelTC", "«debug».skipKernelTC"])
def test_kernel_switched_off_by_the_file_is_asked_all_the_same(embedded: Lean, option: str) -> None:
    """The file's own options may keep the kernel from looking; then `1 = 2` is proved without any axiom."""
    theorem = find_theorem(f"set_option {option} true\ntheorem t : 1 = 2 := sorry", None, "t")
    verdict = verify(embedded, theorem, "decide +kernel")
    assert not verdict.accepted
    assert "the kernel refuses" in verdict.message


def test_true_proof_is_accepted_where_the_kernel_is_switched_off(embedded: Lean) -> None:
    """Private theorems and examples have names of Lean's own; the second kernel must find them."""
    for source in ("private theorem t : 1 = 1 := sorry", "namespace A\nexample : 1 = 1 := sorry\nend A"):
        theorem = sorry_theorems(f"set_option debug.skipKernelTC true\n{source}", None)[0]
        verdict = verify(embedded, theorem, "decide +kernel")
        assert verdict.accepted, verdict.message
