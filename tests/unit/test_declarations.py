"""Declarations found in text: a wrong name, split or end misleads the search or overwrites a user's text."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from data.declarations import declarations, sorry_theorems, theorems
from data.errors import UsageError
from data.finding import find_theorem, theorem_at_line
from data.source import read_source, words
from data.theorem import Theorem

MINIF2F = Path(__file__).parents[3] / "shared" / "benchmarks" / "minif2f" / "lean"


def hole(theorem: Theorem) -> str:
    return theorem.source[theorem.hole_start : theorem.hole_end]


# One declaration each: source, full name, the proof or body.
SPLIT: dict[str, tuple[str, str, str]] = {
    "plain": ("theorem t (p : Prop) : p → p := fun h => h", "t", ":= fun h => h"),
    "no spaces": ("theorem t:1=1:=rfl", "t", ":=rfl"),
    "tactics": ("lemma t : 1 = 1 := by\n  rfl\n", "t", ":= by\n  rfl"),
    "let in the statement": ("theorem t : let x := 1; x = 1 := rfl", "t", ":= rfl"),
    "two lets": ("theorem t : let x := 1\n  let y : Nat := 2\n  x < y := by decide", "t", ":= by decide"),
    "have in the statement": ("theorem t : have h := rfl; p h := sorry", "t", ":= sorry"),
    "let with equations": ("theorem t : let f | 0 => 1 | n + 1 => n; f 0 = 1 := rfl", "t", ":= rfl"),
    "do with arrow": ("example : (do let x ← f; g x) = y := rfl", "example@L1", ":= rfl"),
    "default argument": ("theorem t (n : Nat := 3) : n = n := rfl", "t", ":= rfl"),
    "tactic as default": ("theorem t (h : p := by simp) : q := h", "t", ":= h"),
    "structure instance": ("theorem t : ({ x := 1, y := 2 } : P).x = 1 := rfl", "t", ":= rfl"),
    "fun with bars": ("theorem t : (fun | 0 => 1 | _ => 2) = f := rfl", "t", ":= rfl"),
    "fun with bars outside brackets": ("theorem t : f = fun | 0 => 1 | _ => 2 := rfl", "t", ":= rfl"),
    "match in the statement": ("theorem t : match x with | 0 => p | _ => q := h", "t", ":= h"),
    "match in brackets": ("theorem t : (match x with | 0 => p | _ => q) → r\n  | h => f h", "t", "| h => f h"),
    "if in the statement": ("theorem t : if h : p then q h else r := by simp", "t", ":= by simp"),
    "equations": ("theorem t : ∀ n : Nat, n = n\n  | 0 => rfl\n  | n + 1 => rfl", "t", "| 0 => rfl\n  | n + 1 => rfl"),
    "equations on one line": ("theorem t : Nat → True | 0 => ⟨⟩ | _ => ⟨⟩", "t", "| 0 => ⟨⟩ | _ => ⟨⟩"),
    "equations at the margin": ("theorem t : p → q\n| h => f h\n", "t", "| h => f h"),
    "equations behind a bracket": (
        "theorem t (n) : (n : Nat) → (P n)\n| 0 => a | n+1 => b",
        "t",
        "| 0 => a | n+1 => b",
    ),
    "equations behind top": ("theorem t : Nat → a ≤ ⊤\n  | 0 => x\n  | _ => y", "t", "| 0 => x\n  | _ => y"),
    "absolute value": ("theorem t (x : ℝ) : |x| ≤ |x| + 1 := by simp", "t", ":= by simp"),
    "absolute value of a function": ("theorem t : f |x| = abs |y - |z|| := by simp", "t", ":= by simp"),
    "absolute value, then fun": ("theorem t : |x| = ∑ i, f fun j => |g j| := by simp", "t", ":= by simp"),
    "absolute value at the margin": ("theorem t :\n|x| = y := by simp", "t", ":= by simp"),
    "absolute value and equations": ("theorem t : ∀ n, |f n| = n\n  | 0 => a\n  | n => b", "t", "| 0 => a\n  | n => b"),
    "divides": ("theorem t : 2 ∣ 4 := by decide", "t", ":= by decide"),
    "set builder": ("theorem t : x ∈ {y | p y} := h", "t", ":= h"),
    "or operator": ("theorem t : (a || b) = true := h", "t", ":= h"),
    "alternative operator": ("theorem t : p <|> q = r := h", "t", ":= h"),
    "pipeline": ("theorem t : x |>.f |> g = y := h", "t", ":= h"),
    "where": ("theorem t : p ∧ q where\n  left := a\n  right := b", "t", "where\n  left := a\n  right := b"),
    "comments with keywords": (
        "theorem t -- theorem u := sorry\n  /- := by sorry | => -/ : p := by\n  -- theorem v : x := sorry\n  simp",
        "t",
        ":= by\n  -- theorem v : x := sorry\n  simp",
    ),
    "strings with keywords": (
        'theorem t : "a := theorem b : sorry (" = x := by\n  exact "end | := sorry"',
        "t",
        ':= by\n  exact "end | := sorry"',
    ),
    "characters": ("theorem t : c = ')' ∨ c = '\"' ∨ c = '|' := h", "t", ":= h"),
    "primed name": ("theorem foo.bar' (x' : α) : x' = x' := rfl", "foo.bar'", ":= rfl"),
    "quoted name": ("theorem «weird := name» : p := h", "«weird := name»", ":= h"),
    "partly quoted name": ("theorem A.«b c».d : p := h", "A.«b c».d", ":= h"),
    "universes": ("theorem t.{u, v} (α : Type u) : p := h", "t", ":= h"),
    "unicode": ("theorem ζ_α₁.β' : ∀ ε > 0, ε ≠ 0 := h", "ζ_α₁.β'", ":= h"),
    "root": ("namespace A\ntheorem _root_.t : p := h\nend A", "t", ":= h"),
    "doc comment": ("/-- theorem u : := sorry -/\ntheorem t : p := h", "t", ":= h"),
    "attributes": ('@[simp, ext (iff := false), to_additive "x := y"]\ntheorem t : p := h', "t", ":= h"),
    "several attributes": ("@[simp] @[local aesop safe 0 [constructors]]\nprotected theorem t : p := h", "t", ":= h"),
    "modifiers": ("private noncomputable nonrec theorem t : p := h", "t", ":= h"),
    "open in": ("open Nat Foo (bar) in\nopen scoped Baz in\ntheorem t : p := h", "t", ":= h"),
    "set_option in": ("set_option maxHeartbeats 400 in\n-- why\n/-- doc -/\n@[simp] theorem t : p := h", "t", ":= h"),
    "variable in": ("variable (n : Nat) in\nomit h in include k in\ntheorem t : n = n := rfl", "t", ":= rfl"),
    "guard_msgs in": ("/-- error: x -/\n#guard_msgs in\nexample : p := h", "example@L3", ":= h"),
    "named instance": ("instance (priority := low) foo : Bar := by exact x", "foo", ":= by exact x"),
    "instance without a name": ("scoped instance [A α] : Bar α where\n  baz := 1", "instance@L1", "where\n  baz := 1"),
    "instance with only a priority": ("instance (priority := 100) : Bar := x", "instance@L1", ":= x"),
    "definition": ("@[inline] def f (n : Nat) : Nat := n\n  deriving Repr", "f", ":= n\n  deriving Repr"),
    "termination": (
        "theorem t (n : Nat) : p n := by\n  exact t (n - 1)\ntermination_by n\ndecreasing_by\n  simp\n-- end",
        "t",
        ":= by\n  exact t (n - 1)\ntermination_by n\ndecreasing_by\n  simp",
    ),
    "local functions": (
        "theorem t : p := aux 1\nwhere\n  aux (n) : p := h\n",
        "t",
        ":= aux 1\nwhere\n  aux (n) : p := h",
    ),
    "open in a proof": (
        "theorem t : p := by\n  open Nat in\n  simp\n  done",
        "t",
        ":= by\n  open Nat in\n  simp\n  done",
    ),
    "set_option in a proof": (
        "theorem t : p := by\n  set_option maxRecDepth 9 in simp\n  rfl",
        "t",
        ":= by\n  set_option maxRecDepth 9 in simp\n  rfl",
    ),
    "quoted command in a proof": (
        "def f := do\n  run `(command|\ntheorem x : p := h\n)\n  pure 1",
        "f",
        ":= do\n  run `(command|\ntheorem x : p := h\n)\n  pure 1",
    ),
    "field called like a keyword": (
        "theorem t : p := foo h.end (x).theorem .open",
        "t",
        ":= foo h.end (x).theorem .open",
    ),
    "proof at the margin": ("theorem t : p := by\nintro h\nexact h\n", "t", ":= by\nintro h\nexact h"),
    "term at the margin": ("theorem t : p :=\nhave h := x\nfoo h\n", "t", ":=\nhave h := x\nfoo h"),
    "statement at the margin": ("theorem t\n(h : p)\n: q →\nr :=\nby simp", "t", ":=\nby simp"),
    "CRLF": ("theorem t : p := by\r\n  simp\r\n  rfl\r\n\r\nend", "t", ":= by\r\n  simp\r\n  rfl"),
    "tabs": ("theorem\tt\t:\tp\t:=\tby\n\tsimp", "t", ":=\tby\n\tsimp"),
    "byte order mark": ("\ufefftheorem t : p := h", "t", ":= h"),
    "no proof": ("theorem t : p\n\n-- end", "t", ""),
    "proof cut off": ("theorem t : p := by\n", "t", ":= by"),
    "axiom": ("axiom t : ∀ x, |x| = y\n", "t", ""),
    "attribute command behind": ("theorem t : p := h\nattribute [instance] t", "t", ":= h"),
    "user command behind": ("theorem t : p := h x\nmy_command foo", "t", ":= h x"),
    "alias behind": ("theorem t : p := by\n  simp\nalias u := t", "t", ":= by\n  simp"),
    "macro behind": ('theorem t : p := h\nlocal macro "x" : term => `(1)', "t", ":= h"),
    "eval behind": ("theorem t : p := h\n#eval 1", "t", ":= h"),
    "module doc behind": ("theorem t : p := h\n\n/-! # theorem -/\n", "t", ":= h"),
    "trailing comment": ("theorem t : p := h -- done\n/- and -/", "t", ":= h"),
    "deriving instance behind": ("def t := 1\nderiving instance Repr for Foo", "t", ":= 1"),
    "documented unknown command behind": ("theorem t : p := h\n\n/-- doc -/\nmy_cmd foo := 3", "t", ":= h"),
}


@pytest.mark.parametrize(("source", "full_name", "proof"), SPLIT.values(), ids=SPLIT)
def test_statement_and_proof(source: str, full_name: str, proof: str) -> None:
    """A wrong split would change the statement, or leave a piece of the old proof behind the new one."""
    [declaration] = declarations(source)
    assert declaration.full_name == full_name
    assert source[declaration.statement_end : declaration.end] == proof
    assert source[declaration.keyword_start :].startswith(declaration.keyword)
    if not declaration.is_anonymous:
        assert full_name.endswith(source[declaration.name_start : declaration.name_end].removeprefix("_root_."))


NAMES: dict[str, tuple[str, list[str]]] = {
    "nested namespaces": (
        "namespace A.B\ntheorem a : p := h\nnamespace C\ntheorem b : p := h\nend C\ntheorem c : p := h\nend A.B\n"
        "theorem d : p := h",
        ["A.B.a", "A.B.C.b", "A.B.c", "d"],
    ),
    "sections": (
        "section\nnamespace A\nsection Foo\ntheorem a : p := h\nend Foo\ntheorem b : p := h\nend A\n"
        "theorem c : p := h\nend\ntheorem d : p := h",
        ["A.a", "A.b", "c", "d"],
    ),
    "end without a name is followed by a declaration": (
        "namespace A\nsection\nend\ntheorem a : p := h\nend A theorem b : p := h",
        ["A.a", "b"],
    ),
    "partial end": ("namespace A.B\nend B\ntheorem a : p := h\nend A\ntheorem b : p := h", ["A.a", "b"]),
    "noncomputable and public sections": (
        "noncomputable section\n@[expose] public section X\ntheorem a : p := h\nend X\nend\ntheorem b : p := h",
        ["a", "b"],
    ),
    "mutual": (
        "namespace A\nmutual\ntheorem a : p := b\ntheorem b : p := a\nend\ntheorem c : p := h\nend A",
        ["A.a", "A.b", "A.c"],
    ),
    "dotted and private": ("namespace A\nprivate theorem b.c : p := h\nend A", ["A.b.c"]),
    "one line": ("namespace A theorem a : p := h end A theorem b : p := h", ["A.a", "b"]),
    "indented": ("namespace A\n  theorem a : p := h\n  open Nat\n  theorem b : p := h\nend A", ["A.a", "A.b"]),
    "too many ends": ("end\nend A\ntheorem a : p := h", ["a"]),
    "comments and strings hold no declarations": (
        '/- theorem a : p := h -/\n-- theorem b : p := h\ndef s := "\ntheorem c : p := h\n"\ntheorem d : p := h',
        ["s", "d"],
    ),
    "nested comment": ("/- /- -/ theorem a : p := h -/ theorem b : p := h", ["b"]),
    "class inductive": ("class inductive A\n| a\nclass abbrev B := C\nclass D where\n  x : p", ["A", "B", "D"]),
    "a bracket never closed": ("theorem a : (p := h\n\n@[simp] theorem b : p := h", ["a", "b"]),
    "a bracket closed twice": ("theorem a : p) := h\ntheorem b : p := h", ["a", "b"]),
    "fields with documentation": (
        "structure A where\n  /-- x -/\n  x : Nat\n  private y : Nat := 1\n  deriving Repr\ninstance : B := x",
        ["A", "instance@L6"],
    ),
    "a variable called lemma": ("example (lemma : p) : p := by\n  exact lemma\nlemma t : p := h", ["example@L1", "t"]),
    "syntax and notation": (
        'syntax (name := x) "theorem" term : command\nnotation "def" x => f x\n'
        "macro_rules | `(theorem $x) => `(def y := 1)\ntheorem t : p := h",
        ["t"],
    ),
    "commands unknown here": (
        "import A\nmy_command theorem_like foo\nother_command in\ntheorem a : p := h\nthird\ntheorem b : p := h",
        ["a", "b"],
    ),
    "interpolated string": ('def s := s!"{f "theorem x"} ("\ntheorem t : p := h', ["s", "t"]),
}


@pytest.mark.parametrize(("source", "names"), NAMES.values(), ids=NAMES)
def test_full_names(source: str, names: list[str]) -> None:
    """A user could not name the theorem, or would get another one."""
    assert [declaration.full_name for declaration in declarations(source)] == names


def test_prefixes_belong_to_the_declaration() -> None:
    """`before` would otherwise end in half a command."""
    source = "def a := 1\n\n/-- doc -/\n@[simp]\ntheorem t : p := h\n\nopen Foo in\n-- why\ntheorem u : p := h\n"
    starts = [source[declaration.start :].split("\n")[0] for declaration in declarations(source)]
    assert starts == ["def a := 1", "/-- doc -/", "open Foo in"]


def test_modifiers_and_mutual_are_told() -> None:
    """A private theorem cannot be referred to from elsewhere, one in a mutual block not from behind it."""
    [a, b] = declarations("private noncomputable def a := 1\nmutual\ntheorem b : p := h\nend")
    assert (a.modifiers, a.in_mutual) == (("private", "noncomputable"), False)
    assert (b.modifiers, b.in_mutual) == ((), True)


def test_constructors() -> None:
    """The conjecturer and the generator would not know the cases of a type."""
    [tree, empty, one] = declarations(
        "inductive Tree (α : Type) where\n  | leaf\n  /-- doc -/\n  | protected node (l : Tree α) (x : α) : Tree α"
        "\n  deriving Repr\ninductive E\ninductive One | only : One"
    )
    assert [(c.name, c.text) for c in tree.constructors] == [("leaf", ""), ("node", "(l : Tree α) (x : α) : Tree α")]
    assert empty.constructors == ()
    assert [(c.name, c.text) for c in one.constructors] == [("only", ": One")]


SORRIES = """theorem a : p := sorry
theorem b : p := by sorry
theorem c : p := by
  -- sorry
  constructor
  · sorry
  · exact "sorry"
example : p ∧ q := ⟨sorry, h⟩
theorem d : p ∧ q := by
  have h : p := sorry
  exact ⟨h, by sorry⟩
def e : Nat := sorry
theorem f (h : (sorry : Prop)) : p := h
axiom g : p
"""


def test_sorries() -> None:
    """`--all-sorries` would miss one, or take a comment for one."""
    found = [(t.full_name, hole(t), t.is_whole_proof, t.line) for t in sorry_theorems(SORRIES, None)]
    assert found == [
        ("a", ":= sorry", True, 1),
        ("b", ":= by sorry", True, 2),
        ("c", "sorry", False, 6),
        ("example@L8", "sorry", False, 8),
        ("d", "sorry", False, 10),
        ("d#2", "sorry", False, 11),
        ("e", ":= sorry", True, 12),
    ]


def test_theorems_are_what_can_be_proved() -> None:
    """A benchmark over a file would count definitions, or hide the proof of an instance only in part."""
    source = (
        "theorem a : p := h\ndef b := 1\nexample : p := h\n"
        "instance : C := by simp\ninstance : D := ⟨1⟩\nlemma e : p := h"
    )
    assert [theorem.full_name for theorem in theorems(source, None)] == ["a", "example@L3", "instance@L4", "e"]


def test_the_hole_is_replaced_to_the_letter() -> None:
    """A written proof would damage the file around it."""
    theorem = find_theorem("/-- theorem -/\ntheorem a : p :=\n  h -- old\n\n-- next\ntheorem b : p := h", None, "a")
    assert (
        theorem.filled(":= by simp") == "/-- theorem -/\ntheorem a : p := by simp -- old\n\n-- next\ntheorem b : p := h"
    )
    assert theorem.statement == "/-- theorem -/\ntheorem a : p"
    assert theorem.line == 2


FILE = """namespace Nat
theorem add_comm : p := h
theorem add_zero : p := h
end Nat
namespace Int
theorem add_comm : p := h
theorem two : p ∧ q := by
  constructor
  · sorry
  · sorry
structure S where
  x : Nat
end Int
theorem two : p := h
example : p := h
theorem «odd name» : p := h
"""


@pytest.mark.parametrize(
    ("name", "full_name", "line"),
    [
        ("Nat.add_comm", "Nat.add_comm", 2),
        ("_root_.Nat.add_comm", "Nat.add_comm", 2),
        ("add_zero", "Nat.add_zero", 3),
        ("two", "two", 14),
        ("Int.two", "Int.two", 9),
        ("Int.two#1", "Int.two", 9),
        ("Int.two#2", "Int.two#2", 10),
        ("example@L15", "example@L15", 15),
        ("odd name", "«odd name»", 16),
        ("«Nat».add_zero", "Nat.add_zero", 3),
    ],
)
def test_find_theorem(name: str, full_name: str, line: int) -> None:
    """A user would get another theorem than the one named."""
    theorem = find_theorem(FILE, Path("F.lean"), name)
    assert (theorem.full_name, theorem.line, theorem.path) == (full_name, line, Path("F.lean"))


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("add_comm", r"several theorems in F.lean: Nat.add_comm \(F.lean#2\), Int.add_comm \(F.lean#6\); .*FILE#LINE"),
        ("Nat.add_com", "no theorem 'Nat.add_com' in F.lean; did you mean Nat.add_comm"),
        ("add_zerro", "did you mean Nat.add_zero"),
        ("xyzzy", "no theorem 'xyzzy' in F.lean$"),
        ("", "no theorem '' in F.lean$"),
        (".", "no theorem '.' in F.lean$"),
        ("Int.S", "declared by `structure`"),
        ("Int.two#3", "has 2 `sorry`, not 3"),
        ("Nat.add_zero#2", "has 0 `sorry`, not 2"),
    ],
)
def test_unknown_names_are_explained(name: str, message: str) -> None:
    """The user would have to look through the file for the right name."""
    with pytest.raises(UsageError, match=message) as caught:
        find_theorem(FILE, Path("F.lean"), name)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    ("line", "full_name"),
    [
        (1, "Nat.add_comm"),
        (2, "Nat.add_comm"),
        (4, "Int.add_comm"),
        (7, "Int.two"),
        (8, "Int.two"),
        (9, "Int.two"),
        (10, "Int.two#2"),
        (13, "two"),
        (15, "example@L15"),
        (16, "«odd name»"),
    ],
)
def test_theorem_at_line(line: int, full_name: str) -> None:
    """`FILE#LINE` would prove something else than what the cursor stands on."""
    assert theorem_at_line(FILE, None, line).full_name == full_name


@pytest.mark.parametrize(
    ("line", "message"),
    [(0, "lines 1 to"), (99, "lines 1 to"), (12, "by `structure`"), (17, "no theorem at or behind line 17")],
)
def test_lines_without_a_theorem_are_explained(line: int, message: str) -> None:
    """The user would not know whether the line or the file is wrong."""
    with pytest.raises(UsageError, match=message):
        theorem_at_line(FILE, None, line)


def test_every_minif2f_statement_is_found() -> None:
    """A theorem that is not found is missing from the benchmark."""
    if not MINIF2F.is_dir():
        pytest.skip("the miniF2F statements are not part of a checkout")
    files = sorted(MINIF2F.rglob("*.lean"))
    assert len(files) == 244
    for path in files:
        [theorem] = theorems(read_source(path), path)
        assert (theorem.full_name, hole(theorem)) == (path.stem, ":= by sorry")


def test_no_text_makes_it_raise() -> None:
    """A file that is being written would stop the program."""
    keywords = words("theorem t := by sorry where in open end namespace let match => inductive instance deriving")
    pieces = [
        *"()[]{}⟨⟩|:=\n \n \"'`«»-/@#.",
        "/-",
        "-/",
        "@[",
        's!"',
        "\nx ",
        *(f"{word} " for word in sorted(keywords)),
    ]
    generator = random.Random(0)
    for _ in range(2000):
        source = "".join(generator.choices(pieces, k=generator.randrange(1, 40)))
        for declaration in declarations(source):
            assert declaration.start <= declaration.keyword_start <= declaration.statement_end <= declaration.end
        sorry_theorems(source, None)
