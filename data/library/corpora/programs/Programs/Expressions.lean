/-!
# Expressions and a compiler

Arithmetic expressions with variables, their value, an optimizer, substitution, and a compiler to a stack machine that
is proved correct.
-/

namespace Programs

/-- An arithmetic expression with numbered variables. -/
inductive Expr where
  | const (n : Nat) : Expr
  | var (x : Nat) : Expr
  | add (a b : Expr) : Expr
  | mul (a b : Expr) : Expr

namespace Expr

/-- The value of an expression where `env` gives the variables. -/
def eval (env : Nat → Nat) : Expr → Nat
  | const n => n
  | var x => env x
  | add a b => eval env a + eval env b
  | mul a b => eval env a * eval env b

/-- The number of nodes. -/
def size : Expr → Nat
  | const _ => 1
  | var _ => 1
  | add a b => size a + size b + 1
  | mul a b => size a + size b + 1

/-- `a` and `b` always have the same value. -/
def Same (a b : Expr) : Prop := ∀ env, eval env a = eval env b

/-! ## Values -/

theorem eval_add (env : Nat → Nat) (a b : Expr) : eval env (add a b) = eval env a + eval env b :=
  rfl

theorem eval_mul (env : Nat → Nat) (a b : Expr) : eval env (mul a b) = eval env a * eval env b :=
  rfl

theorem size_pos (a : Expr) : 0 < size a := by
  cases a <;> exact Nat.succ_pos _

theorem same_refl (a : Expr) : Same a a :=
  fun _ => rfl

theorem Same.symm {a b : Expr} (h : Same a b) : Same b a :=
  fun env => (h env).symm

theorem Same.trans {a b c : Expr} (hab : Same a b) (hbc : Same b c) : Same a c := by
  intro env
  rw [hab env, hbc env]

theorem Same.add {a b c d : Expr} (hab : Same a b) (hcd : Same c d) : Same (add a c) (add b d) := by
  intro env
  rw [eval_add, eval_add, hab env, hcd env]

theorem Same.mul {a b c d : Expr} (hab : Same a b) (hcd : Same c d) : Same (mul a c) (mul b d) := by
  intro env
  rw [eval_mul, eval_mul, hab env, hcd env]

theorem same_add_comm (a b : Expr) : Same (add a b) (add b a) := by
  intro env
  exact Nat.add_comm _ _

theorem same_mul_add (a b c : Expr) : Same (mul a (add b c)) (add (mul a b) (mul a c)) := by
  intro env
  exact Nat.mul_add _ _ _

/-- Only the values of the variables matter. -/
theorem eval_congr {env env' : Nat → Nat} (h : ∀ x, env x = env' x) (a : Expr) : eval env a = eval env' a := by
  induction a with
  | const n => rfl
  | var x => exact h x
  | add a b iha ihb => rw [eval_add, eval_add, iha, ihb]
  | mul a b iha ihb => rw [eval_mul, eval_mul, iha, ihb]

theorem eval_mono {env env' : Nat → Nat} (h : ∀ x, env x ≤ env' x) (a : Expr) : eval env a ≤ eval env' a := by
  induction a with
  | const n => exact Nat.le_refl n
  | var x => exact h x
  | add a b iha ihb => exact Nat.add_le_add iha ihb
  | mul a b iha ihb => exact Nat.mul_le_mul iha ihb

/-! ## Substitution -/

/-- Every variable replaced by an expression. -/
def subst (s : Nat → Expr) : Expr → Expr
  | const n => const n
  | var x => s x
  | add a b => add (subst s a) (subst s b)
  | mul a b => mul (subst s a) (subst s b)

theorem subst_var (a : Expr) : subst var a = a := by
  induction a with
  | const n => rfl
  | var x => rfl
  | add a b iha ihb =>
    show add (subst var a) (subst var b) = add a b
    rw [iha, ihb]
  | mul a b iha ihb =>
    show mul (subst var a) (subst var b) = mul a b
    rw [iha, ihb]

/-- Replacing and then evaluating is evaluating with the values of the replacements. -/
theorem eval_subst (env : Nat → Nat) (s : Nat → Expr) (a : Expr) :
    eval env (subst s a) = eval (fun x => eval env (s x)) a := by
  induction a with
  | const n => rfl
  | var x => rfl
  | add a b iha ihb =>
    rw [eval_add, ← iha, ← ihb]
    rfl
  | mul a b iha ihb =>
    rw [eval_mul, ← iha, ← ihb]
    rfl

theorem subst_subst (s t : Nat → Expr) (a : Expr) : subst t (subst s a) = subst (fun x => subst t (s x)) a := by
  induction a with
  | const n => rfl
  | var x => rfl
  | add a b iha ihb =>
    show add (subst t (subst s a)) (subst t (subst s b)) = _
    rw [iha, ihb]
    rfl
  | mul a b iha ihb =>
    show mul (subst t (subst s a)) (subst t (subst s b)) = _
    rw [iha, ihb]
    rfl

theorem Same.subst {a b : Expr} (h : Same a b) (s : Nat → Expr) : Same (Expr.subst s a) (Expr.subst s b) := by
  intro env
  rw [eval_subst, eval_subst]
  exact h _

/-! ## Optimizing -/

/-- A sum with two constants added. -/
def smartAdd : Expr → Expr → Expr
  | const m, const n => const (m + n)
  | a, b => add a b

/-- A product with two constants multiplied. -/
def smartMul : Expr → Expr → Expr
  | const m, const n => const (m * n)
  | a, b => mul a b

/-- The optimized expression. -/
def optimize : Expr → Expr
  | const n => const n
  | var x => var x
  | add a b => smartAdd (optimize a) (optimize b)
  | mul a b => smartMul (optimize a) (optimize b)

theorem eval_smartAdd (env : Nat → Nat) (a b : Expr) : eval env (smartAdd a b) = eval env a + eval env b := by
  unfold smartAdd
  split
  · rfl
  · rfl

theorem eval_smartMul (env : Nat → Nat) (a b : Expr) : eval env (smartMul a b) = eval env a * eval env b := by
  unfold smartMul
  split
  · rfl
  · rfl

/-- The optimizer keeps the value. -/
theorem eval_optimize (env : Nat → Nat) (a : Expr) : eval env (optimize a) = eval env a := by
  induction a with
  | const n => rfl
  | var x => rfl
  | add a b iha ihb =>
    rw [eval_add, ← iha, ← ihb]
    exact eval_smartAdd env _ _
  | mul a b iha ihb =>
    rw [eval_mul, ← iha, ← ihb]
    exact eval_smartMul env _ _

theorem same_optimize (a : Expr) : Same (optimize a) a :=
  fun env => eval_optimize env a

theorem size_smartAdd_le (a b : Expr) : size (smartAdd a b) ≤ size a + size b + 1 := by
  unfold smartAdd
  split
  · exact Nat.le_add_left 1 _
  · exact Nat.le_refl _

theorem size_smartMul_le (a b : Expr) : size (smartMul a b) ≤ size a + size b + 1 := by
  unfold smartMul
  split
  · exact Nat.le_add_left 1 _
  · exact Nat.le_refl _

/-- The optimizer never makes an expression larger. -/
theorem size_optimize_le (a : Expr) : size (optimize a) ≤ size a := by
  induction a with
  | const n => exact Nat.le_refl 1
  | var x => exact Nat.le_refl 1
  | add a b iha ihb =>
    apply Nat.le_trans (size_smartAdd_le _ _)
    show _ ≤ size a + size b + 1
    omega
  | mul a b iha ihb =>
    apply Nat.le_trans (size_smartMul_le _ _)
    show _ ≤ size a + size b + 1
    omega

/-! ## Free variables -/

/-- `x` occurs. -/
def Occurs (x : Nat) : Expr → Prop
  | const _ => False
  | var y => x = y
  | add a b => Occurs x a ∨ Occurs x b
  | mul a b => Occurs x a ∨ Occurs x b

/-- The value depends on the variables that occur only. -/
theorem eval_eq_of_occurs {env env' : Nat → Nat} {a : Expr} (h : ∀ x, Occurs x a → env x = env' x) :
    eval env a = eval env' a := by
  induction a with
  | const n => rfl
  | var x => exact h x rfl
  | add a b iha ihb =>
    have ha := iha fun x hx => h x (Or.inl hx)
    have hb := ihb fun x hx => h x (Or.inr hx)
    rw [eval_add, eval_add, ha, hb]
  | mul a b iha ihb =>
    have ha := iha fun x hx => h x (Or.inl hx)
    have hb := ihb fun x hx => h x (Or.inr hx)
    rw [eval_mul, eval_mul, ha, hb]

theorem eval_closed {a : Expr} (h : ∀ x, ¬Occurs x a) (env env' : Nat → Nat) : eval env a = eval env' a := by
  apply eval_eq_of_occurs
  intro x hx
  exact absurd hx (h x)

theorem exists_fresh (a : Expr) : ∃ n, ∀ x, Occurs x a → x < n := by
  induction a with
  | const n => exact ⟨0, fun _ h => False.elim h⟩
  | var y => exact ⟨y + 1, fun x h => Nat.lt_succ_of_le (Nat.le_of_eq h)⟩
  | add a b iha ihb =>
    obtain ⟨m, hm⟩ := iha
    obtain ⟨n, hn⟩ := ihb
    refine ⟨m + n, ?_⟩
    rintro x (hx | hx)
    · exact Nat.lt_of_lt_of_le (hm x hx) (Nat.le_add_right m n)
    · exact Nat.lt_of_lt_of_le (hn x hx) (Nat.le_add_left n m)
  | mul a b iha ihb =>
    obtain ⟨m, hm⟩ := iha
    obtain ⟨n, hn⟩ := ihb
    refine ⟨m + n, ?_⟩
    rintro x (hx | hx)
    · exact Nat.lt_of_lt_of_le (hm x hx) (Nat.le_add_right m n)
    · exact Nat.lt_of_lt_of_le (hn x hx) (Nat.le_add_left n m)

end Expr

/-! ## A stack machine -/

/-- What the machine can do with its stack. -/
inductive Instr where
  | push (n : Nat) : Instr
  | load (x : Nat) : Instr
  | add : Instr
  | mul : Instr

open Instr

/-- One instruction. On a stack that is too short it does nothing. -/
def step (env : Nat → Nat) : Instr → List Nat → List Nat
  | push n, stack => n :: stack
  | load x, stack => env x :: stack
  | add, n :: m :: stack => (m + n) :: stack
  | mul, n :: m :: stack => (m * n) :: stack
  | _, stack => stack

/-- A whole program. -/
def run (env : Nat → Nat) : List Instr → List Nat → List Nat
  | [], stack => stack
  | i :: is, stack => run env is (step env i stack)

/-- The program that leaves the value of an expression on the stack. -/
def compile : Expr → List Instr
  | .const n => [push n]
  | .var x => [load x]
  | .add a b => compile a ++ (compile b ++ [add])
  | .mul a b => compile a ++ (compile b ++ [mul])

theorem run_nil (env : Nat → Nat) (stack : List Nat) : run env [] stack = stack :=
  rfl

theorem run_append (env : Nat → Nat) (is js : List Instr) (stack : List Nat) :
    run env (is ++ js) stack = run env js (run env is stack) := by
  induction is generalizing stack with
  | nil => rfl
  | cons i is ih => exact ih (step env i stack)

/-- The compiler is correct, on every stack. -/
theorem run_compile (env : Nat → Nat) (a : Expr) (stack : List Nat) :
    run env (compile a) stack = a.eval env :: stack := by
  induction a generalizing stack with
  | const n => rfl
  | var x => rfl
  | add a b iha ihb =>
    show run env (compile a ++ (compile b ++ [add])) stack = _
    rw [run_append, run_append, iha, ihb]
    rfl
  | mul a b iha ihb =>
    show run env (compile a ++ (compile b ++ [mul])) stack = _
    rw [run_append, run_append, iha, ihb]
    rfl

theorem run_compile_empty (env : Nat → Nat) (a : Expr) : run env (compile a) [] = [a.eval env] :=
  run_compile env a []

theorem run_compile_append (env : Nat → Nat) (a : Expr) (is : List Instr) (stack : List Nat) :
    run env (compile a ++ is) stack = run env is (a.eval env :: stack) := by
  rw [run_append, run_compile]

theorem length_compile (a : Expr) : (compile a).length = a.size := by
  induction a with
  | const n => rfl
  | var x => rfl
  | add a b iha ihb =>
    show (compile a ++ (compile b ++ [add])).length = a.size + b.size + 1
    rw [List.length_append, List.length_append, iha, ihb]
    exact (Nat.add_assoc _ _ _).symm
  | mul a b iha ihb =>
    show (compile a ++ (compile b ++ [mul])).length = a.size + b.size + 1
    rw [List.length_append, List.length_append, iha, ihb]
    exact (Nat.add_assoc _ _ _).symm

theorem same_of_compile_eq {a b : Expr} (h : compile a = compile b) : a.Same b := by
  intro env
  have hrun : [a.eval env] = [b.eval env] := by
    rw [← run_compile_empty, h, run_compile_empty]
  exact List.head_eq_of_cons_eq hrun

theorem run_optimized (env : Nat → Nat) (a : Expr) (stack : List Nat) :
    run env (compile a.optimize) stack = run env (compile a) stack := by
  rw [run_compile, run_compile, Expr.eval_optimize]

theorem length_compile_optimize_le (a : Expr) : (compile a.optimize).length ≤ (compile a).length := by
  rw [length_compile, length_compile]
  exact a.size_optimize_le

end Programs
