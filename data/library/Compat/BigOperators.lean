import Compat.Intervals

/-!
# Sums and products over finite sets

`∑ x ∈ s, f x` and `∏ x ∈ s, f x`. As in Mathlib the body extends as far as products do, so that
`∑ x ∈ s, f x + a` is `(∑ x ∈ s, f x) + a`. Older files write `∑ x in s, f x`.
-/

universe u v

namespace Finset

def sum {ι : Type u} {M : Type v} [AddCommMonoid M] (s : Finset ι) (f : ι → M) : M := (s.val.map f).sum

def prod {ι : Type u} {M : Type v} [CommMonoid M] (s : Finset ι) (f : ι → M) : M := (s.val.map f).prod

end Finset

syntax (name := bigsum) "∑ " ident " ∈ " term (" with " term)? ", " term:67 : term
syntax (name := bigprod) "∏ " ident " ∈ " term (" with " term)? ", " term:67 : term

syntax (name := bigsumin) "∑ " ident " in " term ", " term:67 : term
syntax (name := bigprodin) "∏ " ident " in " term ", " term:67 : term

macro_rules (kind := bigsumin)
  | `(∑ $x:ident in $s, $f) => `(Finset.sum $s fun $x:ident => $f)

macro_rules (kind := bigprodin)
  | `(∏ $x:ident in $s, $f) => `(Finset.prod $s fun $x:ident => $f)

macro_rules (kind := bigsum)
  | `(∑ $x:ident ∈ $s, $f) => `(Finset.sum $s fun $x:ident => $f)
  | `(∑ $x:ident ∈ $s with $p, $f) =>
    `(Finset.sum (Finset.filter (fun $x:ident => $p) $s) fun $x:ident => $f)

macro_rules (kind := bigprod)
  | `(∏ $x:ident ∈ $s, $f) => `(Finset.prod $s fun $x:ident => $f)
  | `(∏ $x:ident ∈ $s with $p, $f) =>
    `(Finset.prod (Finset.filter (fun $x:ident => $p) $s) fun $x:ident => $f)

@[app_unexpander Finset.sum] def Finset.unexpandSum : Lean.PrettyPrinter.Unexpander
  | `($_ $s fun $x:ident => $f) => `(∑ $x:ident ∈ $s, $f)
  | _ => throw ()

@[app_unexpander Finset.prod] def Finset.unexpandProd : Lean.PrettyPrinter.Unexpander
  | `($_ $s fun $x:ident => $f) => `(∏ $x:ident ∈ $s, $f)
  | _ => throw ()

namespace Finset
variable {ι : Type u} {M : Type v}

/-! ## Sums -/

section AddCommMonoid
variable [AddCommMonoid M]

@[simp] theorem sum_empty {f : ι → M} : ∑ x ∈ ∅, f x = 0 := rfl

@[simp] theorem sum_cons {s : Finset ι} {a : ι} {f : ι → M} (h : a ∉ s) :
    ∑ x ∈ cons a s h, f x = f a + ∑ x ∈ s, f x := by
  obtain ⟨⟨l⟩, n⟩ := s
  rfl

@[simp] theorem sum_insert [DecidableEq ι] {s : Finset ι} {a : ι} {f : ι → M} (h : a ∉ s) :
    ∑ x ∈ insert a s, f x = f a + ∑ x ∈ s, f x := by rw [← cons_eq_insert a s h, sum_cons]

@[simp] theorem sum_singleton (f : ι → M) (a : ι) : ∑ x ∈ {a}, f x = f a := add_zero (f a)

theorem sum_congr {s₁ s₂ : Finset ι} {f g : ι → M} (hs : s₁ = s₂) (h : ∀ x, x ∈ s₂ → f x = g x) :
    s₁.sum f = s₂.sum g := by
  subst hs
  induction s₁ using cons_induction with
  | empty => rfl
  | cons a s ha ih =>
    rw [sum_cons, sum_cons, h a (mem_cons.2 (.inl rfl)), ih fun x hx => h x (mem_cons.2 (.inr hx))]

theorem sum_add_distrib {s : Finset ι} {f g : ι → M} :
    ∑ x ∈ s, (f x + g x) = ∑ x ∈ s, f x + ∑ x ∈ s, g x := by
  induction s using cons_induction with
  | empty => exact (add_zero 0).symm
  | cons a s ha ih => rw [sum_cons, sum_cons, sum_cons, ih, add_add_add_comm]

@[simp] theorem sum_const_zero {s : Finset ι} : ∑ _x ∈ s, (0 : M) = 0 := by
  induction s using cons_induction with
  | empty => rfl
  | cons a s ha ih => rw [sum_cons, ih, zero_add]

@[simp] theorem sum_range_zero (f : ℕ → M) : ∑ k ∈ range 0, f k = 0 := rfl

theorem sum_range_succ (f : ℕ → M) (n : ℕ) : ∑ x ∈ range (n + 1), f x = ∑ x ∈ range n, f x + f n := by
  rw [range_succ, sum_insert (by simp), add_comm]

theorem sum_range_one (f : ℕ → M) : ∑ k ∈ range 1, f k = f 0 := by
  rw [sum_range_succ, sum_range_zero, zero_add]

theorem sum_range_succ' (f : ℕ → M) (n : ℕ) :
    ∑ k ∈ range (n + 1), f k = ∑ k ∈ range n, f (k + 1) + f 0 := by
  induction n with
  | zero => rw [sum_range_succ, sum_range_zero, sum_range_zero]
  | succ n ih => rw [sum_range_succ, ih, sum_range_succ, add_assoc, add_assoc, add_comm (f 0)]

theorem sum_Ico_succ_top {a b : ℕ} (hab : a ≤ b) (f : ℕ → M) :
    ∑ k ∈ Ico a (b + 1), f k = ∑ k ∈ Ico a b, f k + f b := by
  have h : Ico a (b + 1) = insert b (Ico a b) := by ext x; simp; omega
  rw [h, sum_insert (by simp), add_comm]

theorem sum_Icc_succ_top {a b : ℕ} (hab : a ≤ b + 1) (f : ℕ → M) :
    ∑ k ∈ Icc a (b + 1), f k = ∑ k ∈ Icc a b, f k + f (b + 1) := by
  have h : Icc a (b + 1) = insert (b + 1) (Icc a b) := by ext x; simp; omega
  rw [h, sum_insert (by simp), add_comm]

end AddCommMonoid

theorem mul_sum [CommSemiring M] (s : Finset ι) (f : ι → M) (b : M) :
    b * ∑ i ∈ s, f i = ∑ i ∈ s, b * f i := by
  induction s using cons_induction with
  | empty => exact mul_zero b
  | cons a s ha ih => rw [sum_cons, sum_cons, mul_add, ih]

theorem sum_mul [CommSemiring M] (s : Finset ι) (f : ι → M) (b : M) :
    (∑ i ∈ s, f i) * b = ∑ i ∈ s, f i * b := by
  rw [mul_comm, mul_sum]
  exact sum_congr rfl fun _ _ => mul_comm _ _

theorem card_eq_sum_ones (s : Finset ι) : s.card = ∑ _x ∈ s, 1 := by
  induction s using cons_induction with
  | empty => rfl
  | cons a s ha ih => rw [sum_cons, card_cons, ih, add_comm]

theorem sum_range_id_mul_two (n : ℕ) : (∑ i ∈ range n, i) * 2 = n * (n - 1) := by
  induction n with
  | zero => rfl
  | succ n ih =>
    rw [sum_range_succ, add_mul, ih]
    cases n with
    | zero => rfl
    | succ n => simp [Nat.mul_add, Nat.add_mul]; omega

/-! ## Products -/

section CommMonoid
variable [CommMonoid M]

@[simp] theorem prod_empty {f : ι → M} : ∏ x ∈ ∅, f x = 1 := rfl

@[simp] theorem prod_cons {s : Finset ι} {a : ι} {f : ι → M} (h : a ∉ s) :
    ∏ x ∈ cons a s h, f x = f a * ∏ x ∈ s, f x := by
  obtain ⟨⟨l⟩, n⟩ := s
  rfl

@[simp] theorem prod_insert [DecidableEq ι] {s : Finset ι} {a : ι} {f : ι → M} (h : a ∉ s) :
    ∏ x ∈ insert a s, f x = f a * ∏ x ∈ s, f x := by rw [← cons_eq_insert a s h, prod_cons]

@[simp] theorem prod_singleton (f : ι → M) (a : ι) : ∏ x ∈ {a}, f x = f a := mul_one (f a)

theorem prod_congr {s₁ s₂ : Finset ι} {f g : ι → M} (hs : s₁ = s₂) (h : ∀ x, x ∈ s₂ → f x = g x) :
    s₁.prod f = s₂.prod g := by
  subst hs
  induction s₁ using cons_induction with
  | empty => rfl
  | cons a s ha ih =>
    rw [prod_cons, prod_cons, h a (mem_cons.2 (.inl rfl)), ih fun x hx => h x (mem_cons.2 (.inr hx))]

theorem prod_mul_distrib {s : Finset ι} {f g : ι → M} :
    ∏ x ∈ s, (f x * g x) = (∏ x ∈ s, f x) * ∏ x ∈ s, g x := by
  induction s using cons_induction with
  | empty => exact (mul_one 1).symm
  | cons a s ha ih => rw [prod_cons, prod_cons, prod_cons, ih, mul_mul_mul_comm]

@[simp] theorem prod_range_zero (f : ℕ → M) : ∏ k ∈ range 0, f k = 1 := rfl

theorem prod_range_succ (f : ℕ → M) (n : ℕ) : ∏ x ∈ range (n + 1), f x = (∏ x ∈ range n, f x) * f n := by
  rw [range_succ, prod_insert (by simp), mul_comm]

theorem prod_Icc_succ_top {a b : ℕ} (hab : a ≤ b + 1) (f : ℕ → M) :
    ∏ k ∈ Icc a (b + 1), f k = (∏ k ∈ Icc a b, f k) * f (b + 1) := by
  have h : Icc a (b + 1) = insert (b + 1) (Icc a b) := by ext x; simp; omega
  rw [h, prod_insert (by simp), mul_comm]

end CommMonoid

end Finset
