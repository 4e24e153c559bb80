import Init

/-!
# Parts of Lean's own library that Mathlib's definitions rest on

Everything here stands in Lean's library `Init` under the same name, and is still missing from ours.
-/

universe u v

/-- Without it `simp` cannot rewrite a predicate that decidability is known of. -/
instance Pi.instSubsingleton {α : Sort u} {β : α → Sort v} [∀ a, Subsingleton (β a)] :
    Subsingleton (∀ a, β a) where
  allEq f g := funext fun a => Subsingleton.elim (f a) (g a)

/-! ## Bounded quantifiers are decidable -/

namespace Nat

instance decidableBallLT : (n : Nat) → (p : ∀ k, k < n → Prop) → [∀ n h, Decidable (p n h)] →
    Decidable (∀ n h, p n h)
  | 0, _, _ => isTrue fun _ h => absurd h (Nat.not_lt_zero _)
  | n + 1, p, _ =>
    match decidableBallLT n fun k h => p k (Nat.lt_succ_of_lt h) with
    | isFalse h => isFalse fun h' => h fun k hk => h' k (Nat.lt_succ_of_lt hk)
    | isTrue h =>
      if hn : p n (Nat.lt_succ_self n) then
        isTrue fun k hk =>
          (Nat.lt_or_eq_of_le (Nat.le_of_lt_succ hk)).elim (h k) fun e => by subst e; exact hn
      else isFalse fun h' => hn (h' n _)

instance decidableForallFin {n : Nat} (p : Fin n → Prop) [DecidablePred p] : Decidable (∀ i, p i) :=
  decidable_of_iff (∀ k h, p ⟨k, h⟩) ⟨fun h ⟨k, hk⟩ => h k hk, fun h k hk => h ⟨k, hk⟩⟩

instance decidableBallLE (n : Nat) (p : ∀ k, k ≤ n → Prop) [∀ n h, Decidable (p n h)] :
    Decidable (∀ n h, p n h) :=
  decidable_of_iff (∀ (k : Nat) (h : k < n + 1), p k (Nat.le_of_lt_succ h))
    ⟨fun h k hk => h k (Nat.lt_succ_of_le hk), fun h k _ => h k _⟩

instance decidableExistsLT {p : Nat → Prop} [DecidablePred p] : DecidablePred fun n => ∃ m, m < n ∧ p m :=
  fun n => decidable_of_iff (¬∀ m, m < n → ¬p m)
    ⟨fun h => Classical.byContradiction fun h' => h fun m hm hp => h' ⟨m, hm, hp⟩,
      fun ⟨m, hm, hp⟩ h => h m hm hp⟩

instance decidableExistsLE {p : Nat → Prop} [DecidablePred p] : DecidablePred fun n => ∃ m, m ≤ n ∧ p m :=
  fun n => decidable_of_iff (∃ m, m < n + 1 ∧ p m)
    ⟨fun ⟨m, hm, hp⟩ => ⟨m, Nat.le_of_lt_succ hm, hp⟩, fun ⟨m, hm, hp⟩ => ⟨m, Nat.lt_succ_of_le hm, hp⟩⟩

end Nat

/-! ## Lists without repetition, up to order -/

namespace List
variable {α : Type u}

theorem Perm.nodup_iff {l₁ l₂ : List α} (h : l₁.Perm l₂) : Nodup l₁ ↔ Nodup l₂ := by
  induction h with
  | nil => exact .rfl
  | cons x h ih => simp [ih, h.mem_iff]
  | swap x y l =>
    simp only [nodup_cons, mem_cons, not_or]
    exact ⟨fun ⟨⟨a, b⟩, c, d⟩ => ⟨⟨fun e => a e.symm, c⟩, b, d⟩,
      fun ⟨⟨a, b⟩, c, d⟩ => ⟨⟨fun e => a e.symm, c⟩, b, d⟩⟩
  | trans _ _ ih₁ ih₂ => exact ih₁.trans ih₂

theorem Perm.filter (p : α → Bool) {l₁ l₂ : List α} (h : l₁.Perm l₂) : (l₁.filter p).Perm (l₂.filter p) := by
  induction h with
  | nil => exact .nil
  | cons x _ ih => by_cases hx : p x <;> simp [List.filter, hx, ih, Perm.cons]
  | swap x y l =>
    by_cases hx : p x <;> by_cases hy : p y <;> simp [List.filter, hx, hy, Perm.swap]
  | trans _ _ ih₁ ih₂ => exact ih₁.trans ih₂

theorem Nodup.filter (p : α → Bool) {l : List α} (h : l.Nodup) : (l.filter p).Nodup := by
  induction l with
  | nil => exact .nil
  | cons a l ih =>
    have h := nodup_cons.1 h
    by_cases ha : p a
    · rw [filter_cons_of_pos ha, nodup_cons, mem_filter]
      exact ⟨fun hm => h.1 hm.1, ih h.2⟩
    · rw [filter_cons_of_neg ha]
      exact ih h.2

theorem nodup_range {n : Nat} : Nodup (range n) := by
  induction n with
  | zero => exact .nil
  | succ n ih =>
    rw [range_succ]
    refine (Perm.nodup_iff (l₂ := n :: range n) ?_).2 (nodup_cons.2 ⟨fun h => ?_, ih⟩)
    · simpa using @perm_middle _ n (range n) []
    · exact Nat.lt_irrefl n (mem_range.1 h)

theorem Nodup.map {β : Type v} {f : α → β} (hf : Function.Injective f) {l : List α} (h : l.Nodup) :
    (l.map f).Nodup := by
  induction l with
  | nil => exact .nil
  | cons a l ih =>
    have h := nodup_cons.1 h
    refine nodup_cons.2 ⟨fun hm => ?_, ih h.2⟩
    obtain ⟨b, hb, e⟩ := mem_map.1 hm
    exact h.1 (hf e ▸ hb)

theorem mem_range'_1 {m s n : Nat} : m ∈ range' s n ↔ s ≤ m ∧ m < s + n := by
  induction n generalizing s with
  | zero => simp [range']
  | succ n ih => rw [range', mem_cons, ih]; omega

@[simp] theorem length_range' {s step n : Nat} : (range' s n step).length = n := by
  induction n generalizing s with
  | zero => rfl
  | succ n ih => rw [range', length_cons, ih]

end List
