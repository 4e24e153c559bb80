import Programs.Expressions
import Programs.Formulas
import Programs.RunLength
import Programs.Queues

/-!
# Open problems on programs

True statements without a proof, from a warm-up to the uniqueness of an encoding. Each follows from what the corpus has.
-/

namespace Programs

universe u

theorem Expr.same_mul_comm (a b : Expr) : Same (mul a b) (mul b a) := by
  sorry

theorem Expr.same_add_assoc (a b c : Expr) : Same (add (add a b) c) (add a (add b c)) := by
  sorry

theorem Expr.optimize_const_of_closed {a : Expr} (h : ∀ x, ¬Occurs x a) : ∃ n, optimize a = const n := by
  sorry

theorem Expr.optimize_optimize (a : Expr) : optimize (optimize a) = optimize a := by
  sorry

theorem Expr.occurs_subst_iff {x : Nat} {s : Nat → Expr} {a : Expr} :
    Occurs x (subst s a) ↔ ∃ y, Occurs y a ∧ Occurs x (s y) := by
  sorry

/-- The compiler loses nothing: the program shows the expression. -/
theorem compile_injective {a b : Expr} (h : compile a = compile b) : a = b := by
  sorry

namespace Formula

theorem equiv_absorb (p q : Formula) : Equiv (and p (or p q)) p := by
  sorry

theorem equiv_not_dual_not (p : Formula) : Equiv (not (dual (not p))) (dual p) := by
  sorry

theorem nnf_nnf (p : Formula) : nnf (nnf p) = nnf p := by
  sorry

/-- If neither `p` nor its negation is valid, there are two cases that tell. -/
theorem exists_cases_of_not_valid {p : Formula} (hp : ¬Valid p) (hn : ¬Valid (not p)) :
    ∃ v w, eval v p = true ∧ eval w p = false := by
  sorry

end Formula

theorem value_increment_append (as bs : List Bool) (h : value as + 1 < 2 ^ as.length) :
    value (increment (as ++ bs)) = value (increment as ++ bs) := by
  sorry

theorem digits_pow_two (n : Nat) : digits (2 ^ n) = List.replicate n false ++ [true] := by
  sorry

/-- Digits of the same length that stand for the same number are the same. -/
theorem value_injective {as bs : List Bool} (hl : as.length = bs.length) (h : value as = value bs) : as = bs := by
  sorry

theorem decode_encode_append {α : Type u} [DecidableEq α] (as bs : List α) :
    decode (encode as ++ encode bs) = as ++ bs := by
  sorry

theorem length_encode_append_le {α : Type u} [DecidableEq α] (as bs : List α) :
    (encode (as ++ bs)).length ≤ (encode as).length + (encode bs).length := by
  sorry

theorem totalFrom_append (k : Nat) (ms ns : List Nat) : totalFrom k (ms ++ ns) = totalFrom (totalFrom k ms) ns := by
  sorry

theorem loop_add {σ : Type u} (f : σ → σ) (m n : Nat) (s : σ) :
    loop (fun _ => f) (m + n) s = loop (fun _ => f) n (loop (fun _ => f) m s) := by
  sorry

/-- Two steps of the Fibonacci loop in one, as the fast algorithm uses. -/
theorem fastFib_double (n : Nat) : fastFib (2 * n + 1) = fastFib n * fastFib n + fastFib (n + 1) * fastFib (n + 1) := by
  sorry

/-- With enough fuel, more of it changes nothing. -/
theorem merge_fuel {fuel : Nat} {ms ns : List Nat} (h : ms.length + ns.length ≤ fuel) (extra : Nat) :
    merge (fuel + extra) ms ns = merge fuel ms ns := by
  sorry

/-- Queues that hold the same elements cannot be told apart by what leaves first. -/
theorem Queue.dequeue_same {α : Type u} {q r : Queue α} (h : q.toList = r.toList) {a : α} {q' : Queue α}
    (hq : q.dequeue = some (a, q')) : ∃ r', r.dequeue = some (a, r') ∧ q'.toList = r'.toList := by
  sorry

end Programs
