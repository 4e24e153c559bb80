"""What the symbolic generator proposes for goals given as text; no Lean judges it here."""

from __future__ import annotations

import math
from pathlib import Path

import pytest

from data.declarations import theorem_from_statement
from data.finding import find_theorem
from prover.lean.goals import parse_goals
from prover.proof import ProofState, Suggestion
from prover.tactics.library import library_declarations
from prover.tactics.matching import match, variable
from prover.tactics.polynomials import polynomial, quotient
from prover.tactics.premises import Premises
from prover.tactics.rules import Fact, backward, rules_of
from prover.tactics.symbolic import SymbolicGenerator, symbolic_generator
from prover.tactics.term_parser import parse_signature, parse_term
from prover.tactics.terms import Term, render, substitute

SOURCE = """\
namespace Shop

variable {α : Type}

inductive Tree (α : Type) where
  | leaf : Tree α
  | node (l : Tree α) (x : α) (r : Tree α) : Tree α

def mirror : Tree α → Tree α
  | .leaf => .leaf
  | .node l x r => .node (mirror r) x (mirror l)

def Shared (p q : Nat → Prop) : Prop := ∃ n, p n ∧ q n

theorem mirror_leaf : mirror (Tree.leaf : Tree α) = Tree.leaf := rfl

theorem unproved (t : Tree α) : mirror t = t := by sorry

theorem target (t : Tree α) : mirror (mirror t) = t := by
  sorry

theorem later (t : Tree α) : mirror (mirror (mirror t)) = mirror t := by rw [target]

end Shop
"""


def state(text: str) -> ProofState:
    return ProofState(goals=parse_goals(text))


def proposals(goal: str, *, source: str | None = None, name: str = "t", count: int = 64) -> list[Suggestion]:
    theorem = theorem_from_statement("theorem t : True") if source is None else find_theorem(source, None, name)
    return SymbolicGenerator(theorem).suggest([state(goal)], num_suggestions=count)[0]


def tactics(goal: str, *, source: str | None = None, name: str = "t") -> list[str]:
    return [suggestion.tactic for suggestion in proposals(goal, source=source, name=name)]


# The list as a whole

GOAL = "p q : Prop\nn m : Nat\nh : p ∧ q\nhn : n = m + 1\n⊢ n + 0 = m + 1 ∨ q"


def test_probabilities_are_at_most_one_in_all_and_the_likeliest_comes_first() -> None:
    """A search adds logarithms along a path and compares paths of different lengths."""
    found = [suggestion.log_probability for suggestion in proposals(GOAL)]
    assert found == sorted(found, reverse=True)
    assert sum(map(math.exp, found)) <= 1 + 1e-9


def test_no_tactic_twice_and_no_more_than_asked_for() -> None:
    """Each costs a check."""
    found = [suggestion.tactic for suggestion in proposals(GOAL, count=10)]
    assert len(found) == len(set(found)) == 10


def test_the_same_state_gets_the_same_list() -> None:
    """Otherwise a run could not be repeated."""
    assert proposals(GOAL) == proposals(GOAL)


def test_every_state_of_a_batch_is_answered() -> None:
    """The search pairs answers with states by their places."""
    theorem = theorem_from_statement("theorem t : True")
    answers = SymbolicGenerator(theorem).suggest([state("⊢ True"), state("p : Prop\n⊢ p → p")], num_suggestions=8)
    assert ["trivial" in [s.tactic for s in answer] for answer in answers] == [True, True]
    assert answers[1][0].tactic == "intro hp"


@pytest.mark.parametrize(
    "goal",
    [
        "⊢ f '' s ⊆ t ∪ u",
        "x : ℝ\n⊢ ∑ i ∈ Finset.range n, (↑i)⁻¹ ≤ ∫ y in a..b, ‖g y‖ ^ 2",
        "⊢ match x with\n  | 0 => True\n  | n + 1 => ∀ (y : Nat),\n      y = y",
        "h✝ : (fun x ↦ x.1) = fun (x, y) ↦ y\n⊢ ?m.12 ∧ (",
        "⊢ ",
    ],
)
def test_a_goal_in_notation_nobody_knows_is_answered_all_the_same(goal: str) -> None:
    """A user's file may declare any notation; the closing tactics at least can be tried."""
    assert "rfl" in tactics(goal)


# Shapes


@pytest.mark.parametrize(
    ("goal", "expected"),
    [
        ("p q : Prop\n⊢ p → q → p", "intro hp hq"),
        ("n : Nat\n⊢ ∀ (n : Nat), n = n", "intro n1"),
        ("p q : Prop\n⊢ ¬p", "intro h"),
        ("p q r : Prop\n⊢ p ∧ q ∧ r", "refine ⟨?_, ?_, ?_⟩"),
        ("p q : Prop\n⊢ p ↔ q", "constructor"),
        ("p q r : Prop\nh : p ∧ q ∧ r\n⊢ r ∧ p", "obtain ⟨h1, h2, h3⟩ := h"),
        ("p q r : Prop\nh : p ∨ q ∧ r\n⊢ r", "rcases h with h | ⟨h1, h2⟩"),
        ("α : Type\np : α → Prop\nh : ∃ x, p x\n⊢ False", "obtain ⟨x, hx⟩ := h"),
        ("f g : Nat → Nat\n⊢ f = g", "funext x"),
        ("p q : Prop\n⊢ (p ∧ q) = (q ∧ p)", "apply propext"),
        ("α : Type\np : α → Prop\na : α\nh : p a\n⊢ ∃ x, p x", "exact ⟨a, h⟩"),
        ("p q : Prop\nh : p → q\nhp : p\n⊢ q", "exact h hp"),
        ("p q r : Prop\nh : p → q ∨ r\nhp : p\n⊢ r", "rcases h hp with h1 | h1"),
        ("p q : Prop\nh : ¬p\nhp : p\n⊢ q", "exact (h hp).elim"),
        (
            "α : Type\nr : α → α → Prop\nh : ∀ (x y : α), r x y → r y x\na b : α\nhab : r a b\n⊢ r b a",
            "exact h _ _ hab",
        ),
        ("a b : Nat\nf : Nat → Nat\nh : a = b\n⊢ f a = f b", "rw [h]"),
        ("p q : Prop\n⊢ ((p → q) → p) → p", "by_cases hp : p <;> by_cases hq : q <;> simp_all <;> done"),
        ("x✝ : Nat\nh : x✝ = 0\n⊢ 0 = x✝", "rename_i x"),
        ("h : ∀ (n : Nat), n < 1\n⊢ False", "exact absurd (h 1) (by decide)"),
        ("a b : ℕ\nh : a = 3 * b\n⊢ a - b = 2 * b", "omega"),
        ("h : ∀ (p q : Prop), p ∨ q → p\n⊢ False", "have h := h False True; simp at h; done"),
        ("n : Nat\n⊢ (if n = 0 then 1 else 1) = 1", "split"),
    ],
)
def test_the_shape_of_the_goal_calls_for_the_tactic(goal: str, expected: str) -> None:
    """Each of these is the step a person would write without thinking."""
    assert expected in tactics(goal)


def test_clear_steps_are_the_likeliest() -> None:
    """A search has to commit to them at once, or it spends its budget on detours around `intro`."""
    assert proposals("p q : Prop\n⊢ p → q → p")[0].tactic == "intro hp hq"
    assert proposals("p q : Prop\nh : p ∧ q\n⊢ q")[0].tactic == "obtain ⟨h1, h2⟩ := h"


def test_names_are_fresh() -> None:
    """A name that hides a hypothesis makes it inaccessible for good."""
    assert "intro h1" in tactics("p q : Prop\nh : p\n⊢ ¬q")


# Induction


def test_induction_names_everything_it_brings() -> None:
    """What Lean names itself no later tactic can mention."""
    found = tactics("n m : Nat\n⊢ n + m = m + n")
    assert "induction m with | zero => ?_ | succ m ih => ?_" in found
    assert "induction m generalizing n with | zero => ?_ | succ m ih => ?_" in found


def test_induction_on_a_type_of_the_file_has_its_constructors_and_fields() -> None:
    """Users prove things about their own types."""
    found = tactics("α : Type\nt : Tree α\n⊢ mirror (mirror t) = t", source=SOURCE, name="Shop.target")
    assert "induction t with | leaf => ?_ | node l x r ih_l ih_r => ?_" in found


# Premises


def test_what_may_be_used_is_what_stands_before_and_is_proved() -> None:
    """A proof by a later theorem is a circle, one by a `sorry` is none."""
    names = {lemma.name for lemma in Premises(find_theorem(SOURCE, None, "Shop.target")).lemmas}
    assert "Shop.mirror_leaf" in names
    assert "Nat.add_comm" in names
    assert not names & {"Shop.target", "Shop.later", "Shop.unproved"}


def test_lemmas_of_imported_files_are_known(tmp_path: Path) -> None:
    """A package keeps its lemmas in other files than the theorem."""
    (tmp_path / "Shop").mkdir()
    (tmp_path / "Shop" / "Base.lean").write_text("theorem base_fact (n : Nat) : n = n := rfl\n")
    (tmp_path / "Shop" / "More.lean").write_text("import Shop.Base\n")
    file = tmp_path / "Shop" / "Top.lean"
    file.write_text("import Shop.More\n\ntheorem top : 1 = 1 := by sorry\n")
    theorem = find_theorem(file.read_text(), file, "top")
    assert "base_fact" in {lemma.name for lemma in Premises(theorem, root=tmp_path).lemmas}
    assert symbolic_generator(theorem, root=tmp_path).suggest([state("⊢ 1 = 1")], num_suggestions=4)[0]


def test_a_file_without_the_library_has_none_of_its_lemmas(tmp_path: Path) -> None:
    """Whoever writes a library of their own spends all checks on lemmas that their file does not know."""
    (tmp_path / "Base.lean").write_text("prelude\ntheorem base_fact : True := True.intro\n")
    main = tmp_path / "Main.lean"
    source = "prelude\nimport Base\ntheorem first : True := base_fact\ntheorem main : True := first\n"
    main.write_text(source)
    premises = Premises(find_theorem(source, main, "main"), root=tmp_path)
    assert [lemma.name for lemma in premises.lemmas] == ["base_fact", "first"]
    assert [lemma.name for lemma in premises.lemmas if premises.is_core(lemma)] == ["base_fact"]


def test_a_defined_notion_is_seen_through() -> None:
    """`Shared p q` is an existence statement, and a proof of it needs a witness."""
    goal = "p q : Nat → Prop\nn : Nat\nhp : p n\nhq : q n\n⊢ Shared p q"
    assert "exact ⟨n, hp, hq⟩" in tactics(goal, source=SOURCE, name="Shop.target")
    assert "obtain ⟨n, hn, hn1⟩ := h" in tactics(
        "p q : Nat → Prop\nh : Shared p q\n⊢ False", source=SOURCE, name="Shop.target"
    )


def test_a_known_lemma_that_is_the_goal_is_tried() -> None:
    """Half of all goals in a grown library are instances of something known."""
    assert "exact Nat.add_comm _ _" in tactics("a b : Nat\n⊢ a + b = b + a")
    assert "exact Nat.le_trans h hk" in tactics("a b c : Nat\nh : a ≤ b\nhk : b ≤ c\n⊢ a ≤ c")


def test_a_damaged_cache_of_the_library_is_read_anew(tmp_path: Path) -> None:
    """A power cut must not end in a traceback at every start from then on."""
    (tmp_path / "Init").mkdir()
    (tmp_path / "Init" / "Few.lean").write_text("theorem few : 1 = 1 := rfl\n")
    cache = tmp_path / "cache"
    first = library_declarations(tmp_path / "Init", cache=cache)
    (file,) = (cache / "premises").iterdir()
    file.write_bytes(file.read_bytes()[:40])
    library_declarations.cache_clear()
    assert library_declarations(tmp_path / "Init", cache=cache) == first
    assert [lemma.name for part in first for lemma in part.lemmas] == ["few"]


# Terms, matching, rules


@pytest.mark.parametrize(
    "text",
    [
        "∃ x, p x → (∀ (y : α), r x y ∧ ¬q y)",
        "(xs ++ ys).length = xs.length + ys.length",
        "a * (b + c) - d ^ 2 < f (g a) b",
        "if x = 0 then 1 else 2 + f x",
        "fun x => x + 1",
        "⟨a, b, c⟩ = (a, b).1",
    ],
)
def test_a_term_survives_reading_and_writing(text: str) -> None:
    """Parts of goals go into tactics, where a lost bracket changes their meaning."""
    assert render(parse_term(text)) == text


def test_one_spelling_for_what_has_several() -> None:
    """Lean prints what a user wrote otherwise."""
    assert parse_term("n.succ") == parse_term("Nat.succ n") == parse_term("n + 1")
    assert parse_term("a ≥ b") == parse_term("b ≤ a")
    assert parse_term("[a, b]") == parse_term("a :: b :: []")
    assert parse_term("List.length xs") == parse_term("xs.length")


def test_parameters_of_a_signature_are_read() -> None:
    """Which arguments are explicit decides how a lemma is applied."""
    binders, statement = parse_signature(" {n m : Nat} (h : n ≤ m) [Inhabited α] : n < m + 1")
    assert [(binder.name, binder.bracket) for binder in binders] == [("n", "{"), ("m", "{"), ("h", "("), ("_", "[")]
    assert statement == parse_term("n < m + 1")


def test_matching_finds_values_and_computes_with_numbers() -> None:
    """`P (n + 2)` is what a constructor of `Even` concludes, and `a + (b + 2)` is of that form."""
    pattern = Term("Even", (Term("+", (Term(variable("n")), Term("2"))),))
    values = match(pattern, parse_term("Even (a + (b + 2))"))
    assert values is not None
    assert values[variable("n")] == parse_term("a + b")
    assert match(pattern, parse_term("Even (a + b)")) is None


def test_a_variable_takes_one_value() -> None:
    """`?a + ?a` is no `x + y`."""
    a = Term(variable("a"))
    assert match(Term("+", (a, a)), parse_term("x + y")) is None
    assert match(Term("+", (a, a)), parse_term("x + x")) is not None


def test_a_variable_that_stands_for_itself_ends_the_matching() -> None:
    """A search would end with a stack trace."""
    pattern = Term(variable("p"), (Term("x"),))
    values = {variable("p"): Term(variable("p"))}
    assert match(pattern, Term("f", (Term("x"),)), values) is None


def test_a_rule_is_filled_from_the_hypotheses() -> None:
    """An application that Lean refuses costs a check, one that is never thought of costs the proof."""
    binders, statement = parse_signature("{a b c : Nat} (h : a ≤ b) (k : b ≤ c) : a ≤ c")
    assert statement is not None
    (rule,) = rules_of("trans", binders, statement)
    facts = [Fact("h1", parse_term("x ≤ y"))]
    best = backward(rule, parse_term("x ≤ z"), facts)[0]
    assert (best.text, best.num_holes, best.is_determined) == ("trans h1 ?_", 1, True)


def test_an_equivalence_works_both_ways() -> None:
    """Most characterisations in a library are stated as `↔`."""
    binders, statement = parse_signature("{n : Nat} : n < 1 ↔ n = 0")
    assert statement is not None
    rules = {rule.suffix: rule for rule in rules_of("lt_one_iff", binders, statement)}
    assert backward(rules[".mp"], parse_term("k = 0"), [Fact("h", parse_term("k < 1"))])[0].text == "lt_one_iff.mp h"
    assert backward(rules[".mpr"], parse_term("k < 1"), [Fact("h", parse_term("k = 0"))])[0].text == "lt_one_iff.mpr h"


# Structures and classes

RINGS = """\
class Monoid (α : Type) extends Mul α where
  one : α
  one_mul (a : α) : one * a = a

class Ring (α : Type) extends Monoid α, Neg α where
  (neg_neg : ∀ a : α, - -a = a)
  zero : α
  mul_comm {a b : α} :
    a * b = b * a

local infix:70 " ∙ " => Monoid.act

structure IsIdeal {α : Type} [Ring α] (I : α → Prop) : Prop where
  zero : I Ring.zero
  mul (r : α) {a : α} : I a → I (r * a)

section
variable {α : Type} [Monoid α]
theorem one_mul_one : Monoid.one * Monoid.one = (Monoid.one : α) := Monoid.one_mul _
end

theorem t {α : Type} [Ring α] {I : α → Prop} (h : IsIdeal I) (a : α) : I Ring.zero := sorry
"""


def test_the_fields_of_classes_and_structures_are_lemmas() -> None:
    """Nothing else says what a group is."""
    premises = Premises(find_theorem(RINGS, None, "t"))
    own = {lemma.name: lemma.rules[0] for lemma in premises.lemmas if not premises.is_library(lemma.name)}
    laws = ("Monoid.one_mul", "Ring.neg_neg", "Ring.mul_comm", "IsIdeal.mul", "one_mul_one")
    conclusions = [str(own[name].conclusion).replace("?", "") for name in laws]
    assert conclusions == [
        "one * a.2 = a.2",
        "--a.2 = a.2",
        "a.2 * b.3 = b.3 * a.2",
        "I.2 (r.4 * a.5)",
        "Monoid.one * Monoid.one = Monoid.one",
    ]
    assert "Monoid.one" not in own
    assert premises.types["Ring"].parents == ("Monoid", "Neg")
    assert premises.notations["act"] == "∙"


def test_a_hypothesis_offers_the_fields_of_its_structure() -> None:
    """`h.mul` is what an ideal is for; taking `h` apart would lose what other lemmas want."""
    goal = "α : Type\ninst✝ : Ring α\nI : α → Prop\nh : IsIdeal I\na r : α\nha : I a\n⊢ I (r * a)"
    assert "exact h.mul _ ha" in tactics(goal, source=RINGS)


def test_an_equation_is_proved_from_the_laws() -> None:
    """The proof is one tactic, and the likeliest."""
    goal = "α : Type\ninst✝ : Ring α\na b : α\n⊢ a * (Monoid.one * b) = b * a"
    assert any(tactic.startswith("exact calc") for tactic in tactics(goal, source=RINGS)[:3])


def test_an_element_is_found_that_the_laws_make_a_solution() -> None:
    """Inverses of products and solutions of equations are no subterms of the goal."""
    goal = "α : Type\ninst✝ : Ring α\na b : α\nh : a * b = Monoid.one\n⊢ ∃ x, x * b = Monoid.one ∧ x * a = a * a"
    assert any(tactic.endswith("exact ⟨a, key0, key1⟩") for tactic in tactics(goal, source=RINGS))


def test_a_value_keeps_its_meaning_under_a_binder_of_the_same_name() -> None:
    """`IsUnit (a * b)` says that `a * b` times something is one, whatever the definition calls it."""
    body = parse_term("∃ b, x * b = 1")
    assert render(substitute(body, {"x": parse_term("a * b")})) == "∃ b1, a * b * b1 = 1"


def test_what_makes_lean_run_is_no_premise() -> None:
    """The classes of `grind`'s solvers have the names that users give their own."""
    assert not any(lemma.name.startswith("Lean.Grind.") for lemma in Premises(theorem_from_statement("True")).lemmas)


# Products


@pytest.mark.parametrize(
    ("goal", "start"),
    [
        ("j k : Nat\na b : Nat\nh : a = 2 * j + 1\n⊢ ∃ k, a * 3 = 2 * k + 1", "exact ⟨3 * j + 1, by"),
        ("a b c j k : Int\nhb : b = a * j\nhc : c = b * k\n⊢ a ∣ c", "exact ⟨j * k, by"),
        ("a b c n j k : Int\nh : a - b = n * j\nh' : b - c = n * k\n⊢ n ∣ a - c", "exact ⟨k + j, by"),
        ("a b c j k : Nat\nh : b + c = a * j\nh' : b = a * k\n⊢ a ∣ c", "exact ⟨(j) - (k), by"),
        ("a : Int\nh : ¬∃ k, a = 2 * k\n⊢ a % 2 = 1", "exact absurd ⟨(a) / 2, by omega⟩ h"),
        ("a b : Int\n⊢ 2 * (a * b) ≤ a * a + b * b", "have hint0 := (show 0 ≤ (a - b) * (a - b)"),
        ("a b : Nat\n⊢ (a + b) * (a + b) = a * a + 2 * a * b + b * b", "(try simp only [Nat.mul_sub"),
    ],
)
def test_products_are_multiplied_out_and_divided(goal: str, start: str) -> None:
    """`omega` knows no products, and nobody guesses a witness of four factors."""
    assert any(tactic.startswith(start) for tactic in tactics(goal))


def test_a_polynomial_is_divided_only_if_nothing_is_left() -> None:
    """A wrong witness costs a check in every state."""
    whole = polynomial(parse_term("a * b + 3 * a * a"), subtracts=True)
    assert quotient(whole, polynomial(parse_term("a"), subtracts=True)) == {("b",): 1, ("a",): 3}
    assert quotient(whole, polynomial(parse_term("b"), subtracts=True)) is None
    assert quotient(whole, polynomial(parse_term("2 * a"), subtracts=True)) is None


# Induction that needs a lemma, witnesses, computing

LOOPS = """\
def total : List Nat → Nat
  | [] => 0
  | n :: ns => n + total ns

def onto : Nat → List Nat → Nat
  | acc, [] => acc
  | acc, n :: ns => onto (acc + n) ns

def Ordered : List Nat → Prop
  | [] => True
  | n :: ns => (∀ m, m ∈ ns → n ≤ m) ∧ Ordered ns

theorem t (ns : List Nat) : onto 0 ns = total ns := sorry
"""


def test_an_accumulator_is_generalised_before_the_induction() -> None:
    """The statement itself is too weak to be its own induction hypothesis."""
    found = tactics("ns : List Nat\n⊢ onto 0 ns = total ns", source=LOOPS)
    general = next(tactic for tactic in found if tactic.startswith("have key"))
    assert general.startswith("have key : ∀ acc, onto acc ns = acc + total ns := by")
    assert "induction ns generalizing acc" in general
    assert general.endswith("using key 0")


def test_all_witnesses_are_tried_at_once_with_small_values() -> None:
    """Guessed one after the other, each pair of wrong witnesses would cost a branch of the search."""
    goal = "α : Type\na b : α\nas : List α\nh : a = b\n⊢ ∃ xs ys, a :: as = xs ++ b :: ys"
    found = next(tactic for tactic in tactics(goal) if tactic.startswith("first"))
    assert "| (refine ⟨[], as, ?_⟩; (simp_all; done))" in found.split("\n")


def test_what_a_hypothesis_says_of_a_built_value_is_computed() -> None:
    """`Ordered (n :: ns)` is a conjunction, and nothing but computing shows it."""
    goal = "n : Nat\nns : List Nat\nh : Ordered (n :: ns)\n⊢ Ordered ns"
    assert proposals(goal, source=LOOPS)[0].tactic == "simp only [Ordered] at *"
    assert "simp only [Ordered]" in tactics("n : Nat\nns : List Nat\n⊢ Ordered (n :: ns)", source=LOOPS)[:5]


def test_an_implication_is_no_notion_that_lemmas_are_about() -> None:
    """Laws of the connectives fit every induction hypothesis, and would be tried first at every state."""
    found = tactics("p q : Prop\nih : p → q\n⊢ q")
    assert not [tactic for tactic in found[:20] if "And.imp" in tactic]


PERMUTATIONS = """\
inductive Perm {α : Type} : List α → List α → Prop where
  | nil : Perm [] []
  | cons (a : α) {as bs : List α} : Perm as bs → Perm (a :: as) (a :: bs)
  | swap (a b : α) (as : List α) : Perm (a :: b :: as) (b :: a :: as)
  | trans {as bs cs : List α} : Perm as bs → Perm bs cs → Perm as cs

theorem t {α : Type} (a : α) (as : List α) : Perm (a :: as) (as ++ [a]) := sorry
"""


def test_a_known_step_shortens_the_way_along_a_transitive_relation() -> None:
    """Transitivity alone leaves a middle that nothing tells."""
    goal = "α : Type\na b : α\nas : List α\nih : Perm (a :: as) (as ++ [a])\n⊢ Perm (a :: b :: as) (b :: as ++ [a])"
    assert "refine Perm.trans (Perm.swap _ _ _) ?_" in tactics(goal, source=PERMUTATIONS)[:16]
    local = "α : Type\nr : α → α → Prop\nh : ∀ (a b c : α), r a b → r b c → r a c\na b c : α\nk : r a b\n⊢ r a c"
    assert "refine h _ _ _ (k) ?_" in tactics(local)


def test_a_number_below_another_is_found_in_one_check() -> None:
    """No integer has a smallest one below it: `∃ b, b < a` took a search of hundreds of checks, or failed."""
    found = next(tactic for tactic in tactics("a : Int\n⊢ ∃ b, b < a") if tactic.startswith("first"))
    assert "| (refine ⟨a - 1, ?_⟩; first | omega | (simp_all; done))" in found.split("\n")


def test_several_hypotheses_that_something_exists_are_opened_at_once() -> None:
    """A sum of multiples is a multiple: the search opened one of them and lost itself before it opened the other."""
    found = tactics("a b c : Int\nh : a ∣ b\nh' : a ∣ c\n⊢ a ∣ b + c")
    assert any(tactic.count("obtain ⟨") == 2 for tactic in found[:12])


SPLITS = """\
inductive Even : Nat → Prop where
  | zero : Even 0
  | next_next {n : Nat} (h : Even n) : Even (n + 2)

inductive Odd : Nat → Prop where
  | one : Odd 1
  | next_next {n : Nat} (h : Odd n) : Odd (n + 2)

theorem even_or_odd (n : Nat) : Even n ∨ Odd n := by sorry_free

theorem Odd.even_next {n : Nat} (h : Odd n) : Even (n + 1) := by sorry_free

theorem t (n : Nat) : Even n ∨ Even (n + 1) := by
  sorry
"""


def test_a_lemma_that_splits_the_goal_is_tried_with_what_leads_from_its_cases() -> None:
    """The lemma that is needed speaks of what the goal does not mention, so that nothing near to the goal has it."""
    found = tactics("n : Nat\n⊢ Even n ∨ Even (n + 1)", source=SPLITS)
    assert any("rcases even_or_odd n" in tactic and "Odd.even_next" in tactic for tactic in found)


def test_what_has_the_same_value_under_an_injection_is_the_same() -> None:
    """Every proof about images and injective functions needs the step, and no lemma or hypothesis states it."""
    goal = "f : Nat → Nat\nhf : ∀ (a b : Nat), f a = f b → a = b\nx y z : Nat\nhx : f x = z\nhy : z = f y\n⊢ x = y"
    assert "obtain rfl := hf _ _ (hy.symm.trans hx.symm)" in tactics(goal)[:8]


SETS = """\
def Set (α : Type) := α → Prop

def Set.inter (s t : Set α) : Set α := fun a => s a ∧ t a

def Rel (α : Type) := α → α → Prop

def Rel.inverse (r : Rel α) : Rel α := fun a b => r b a

theorem t (s u : Set α) : s.inter u = u.inter s := by sorry
"""


def test_sets_are_equal_if_they_have_the_same_elements() -> None:
    """Sets as predicates are everybody's own; the goal shows an equation of things that look like no functions."""
    found = tactics("α : Type\ns u : Set α\n⊢ s.inter u = u.inter s", source=SETS)
    assert "funext x\nrefine propext ⟨fun h => ?_, fun h => ?_⟩" in found[:6]
    found = tactics("α : Type\nr s : Rel α\n⊢ r.inverse = s", source=SETS)
    assert "funext x x1\nrefine propext ⟨fun h => ?_, fun h => ?_⟩" in found[:6]


def test_a_witness_is_found_behind_a_definition() -> None:
    """What the hypotheses say of the witness is there, only not in the words of the goal."""
    goal = "α : Type\ns u : Set α\na : α\nha : s a\nhu : u a\n⊢ ∃ x, s.inter u x ∧ x = a"
    assert "exact ⟨a, ⟨ha, hu⟩, rfl⟩" in tactics(goal, source=SETS)[:10]


CHOICE = """\
def Onto (f : Nat → Nat) : Prop := ∀ b, ∃ a, f a = b

def Undoes (f g : Nat → Nat) : Prop := ∀ b, f (g b) = b

theorem t (f : Nat → Nat) (hf : Onto f) : ∃ g, Undoes f g := by sorry
"""


def test_a_function_is_chosen_where_there_is_a_value_for_everything() -> None:
    """Without the axiom of choice no function can be given whose values are only known to exist."""
    found = tactics("f : Nat → Nat\nhf : Onto f\n⊢ ∃ g, Undoes f g", source=CHOICE)
    assert "exact ⟨fun x => Classical.choose (hf x), fun x => Classical.choose_spec (hf x)⟩" in found[:12]


def test_an_equation_of_relations_is_used_where_one_is_applied() -> None:
    """`h : r.inverse = r` says that `r b a` is `r a b`, and shows it to nobody who looks for an equation of values."""
    found = tactics("α : Type\nr : Rel α\nh : r.inverse = r\na b : α\nhab : r a b\n⊢ r b a", source=SETS)
    assert "rw [← h]" in found[:3]


STAR = """\
inductive Star {α : Type} (r : α → α → Prop) : α → α → Prop where
  | refl (a : α) : Star r a a
  | step {a b c : α} (h : r a b) (t : Star r b c) : Star r a c

theorem t {α : Type} (r : α → α → Prop) {a b : α} (h : Star (Star r) a b) : Star r a b := by sorry
"""


def test_a_parameter_of_a_predicate_may_be_any_term_in_an_induction() -> None:
    """Only the indices have to be variables; everything about the closure of a closure is proved so."""
    found = tactics("α : Type\nr : α → α → Prop\na b : α\nh : Star (Star r) a b\n⊢ Star r a b", source=STAR)
    assert any(tactic.startswith("induction h with") for tactic in found[:4])


def test_either_an_induction_hypothesis_applies_or_there_is_nothing_smaller() -> None:
    """Everything about least elements and minimal counterexamples turns on this distinction, which no term names."""
    goal = (
        "p : Nat → Prop\nn : Nat\nih : ∀ (m : Nat), m < n → p m → ∃ k, p k ∧ ∀ (j : Nat), p j → k ≤ j\nh : p n\n"
        "⊢ ∃ k, p k ∧ ∀ (j : Nat), p j → k ≤ j"
    )
    found = next(tactic for tactic in tactics(goal)[:8] if tactic.startswith("by_cases"))
    assert found == ("by_cases hex : ∃ m, (m < n) ∧ (p m)\n· obtain ⟨m, h1, h2⟩ := hex\n  exact ih m h1 h2")
