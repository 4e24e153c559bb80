prelude
import Init.List.Mem
import Init.Omega

/-!
# Lists: the same elements in another order

Permutations, lists without repetition, and decidable relations between lists.
-/

set_option linter.unusedSimpArgs false
universe u v

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

theorem Perm.sum_nat {l₁ l₂ : List Nat} (h : l₁.Perm l₂) : l₁.sum = l₂.sum := by
  induction h with
  | nil => rfl
  | cons x _ ih => simp [ih]
  | swap x y l => simp [Nat.add_left_comm]
  | trans _ _ ih₁ ih₂ => exact ih₁.trans ih₂

theorem Perm.subset {l₁ l₂ : List α} (h : l₁.Perm l₂) : l₁ ⊆ l₂ := fun _ => h.mem_iff.1

theorem Perm.reverse {l₁ l₂ : List α} (h : l₁.Perm l₂) : l₁.reverse.Perm l₂.reverse :=
  (reverse_perm l₁).trans (h.trans (reverse_perm l₂).symm)

theorem Perm.append {l₁ l₂ t₁ t₂ : List α} (h₁ : l₁.Perm l₂) (h₂ : t₁.Perm t₂) : (l₁ ++ t₁).Perm (l₂ ++ t₂) :=
  (h₁.append_right t₁).trans (h₂.append_left l₂)

theorem Perm.eq_nil {l : List α} (h : l.Perm []) : l = [] := eq_nil_of_length_eq_zero h.length_eq

@[simp] theorem perm_nil {l : List α} : l.Perm [] ↔ l = [] := ⟨Perm.eq_nil, fun e => e ▸ .refl _⟩
@[simp] theorem nil_perm {l : List α} : [].Perm l ↔ l = [] := perm_comm.trans perm_nil

theorem Perm.countP_eq (p : α → Bool) {l₁ l₂ : List α} (h : l₁.Perm l₂) : countP p l₁ = countP p l₂ := by
  induction h with
  | nil => rfl
  | cons x _ ih => rw [countP_cons, countP_cons, ih]
  | swap x y l => simp only [countP_cons]; omega
  | trans _ _ ih₁ ih₂ => exact ih₁.trans ih₂

theorem Perm.count_eq [BEq α] {l₁ l₂ : List α} (h : l₁.Perm l₂) (a : α) : count a l₁ = count a l₂ := h.countP_eq _

theorem mem_iff_append {a : α} {l : List α} : a ∈ l ↔ ∃ s t : List α, l = s ++ a :: t :=
  ⟨append_of_mem, fun ⟨_, _, e⟩ => e ▸ mem_append_right _ (mem_cons_self)⟩

/-! ## Taking an element out -/

theorem perm_cons_erase [BEq α] [LawfulBEq α] {a : α} {l : List α} (h : a ∈ l) : l.Perm (a :: l.erase a) := by
  induction l with
  | nil => exact absurd h not_mem_nil
  | cons b l ih =>
    by_cases e : b = a
    · subst e
      rw [List.erase, beq_self_eq_true]
      exact .refl _
    · rw [List.erase, beq_false_of_ne e]
      have h' : a ∈ l := (mem_cons.1 h).resolve_left fun e' => e e'.symm
      exact ((ih h').cons b).trans (.swap a b _)

theorem Perm.cons_inv {a : α} {l₁ l₂ : List α} (h : (a :: l₁).Perm (a :: l₂)) : l₁.Perm l₂ := by
  classical
  suffices aux : ∀ {l l' : List α}, l.Perm l' → ∀ a, (l.erase a).Perm (l'.erase a) by
    have h' := aux h a
    simpa only [List.erase, beq_self_eq_true] using h'
  intro l l' h
  induction h with
  | nil => exact fun _ => .refl _
  | cons x h ih =>
    intro a
    by_cases e : x = a
    · simpa only [List.erase, e, beq_self_eq_true] using h
    · simpa only [List.erase, beq_false_of_ne e] using (ih a).cons x
  | swap x y l =>
    intro a
    by_cases e : x = a <;> by_cases e' : y = a
    · subst e; subst e'; exact .refl _
    · subst e
      simp only [List.erase, beq_self_eq_true, beq_false_of_ne e']
      exact .refl _
    · subst e'
      simp only [List.erase, beq_self_eq_true, beq_false_of_ne e]
      exact .refl _
    · simp only [List.erase, beq_false_of_ne e, beq_false_of_ne e']
      exact .swap x y _
  | trans _ _ ih₁ ih₂ => exact fun a => (ih₁ a).trans (ih₂ a)

@[simp] theorem perm_cons (a : α) {l₁ l₂ : List α} : (a :: l₁).Perm (a :: l₂) ↔ l₁.Perm l₂ :=
  ⟨Perm.cons_inv, Perm.cons a⟩

/-! ## Decidability -/

/-- Whether one list is a permutation of the other. -/
def isPerm [BEq α] : List α → List α → Bool
  | [], l₂ => l₂.isEmpty
  | a :: l₁, l₂ => l₂.contains a && l₁.isPerm (l₂.erase a)

theorem isPerm_iff [BEq α] [LawfulBEq α] {l₁ l₂ : List α} : l₁.isPerm l₂ ↔ l₁.Perm l₂ := by
  induction l₁ generalizing l₂ with
  | nil => cases l₂ <;> simp [isPerm]
  | cons a l₁ ih =>
    simp only [isPerm, Bool.and_eq_true, ih, contains_iff_mem]
    refine ⟨fun ⟨h, h'⟩ => (h'.cons a).trans (perm_cons_erase h).symm, fun h => ?_⟩
    have h' := h.mem_iff.1 mem_cons_self
    exact ⟨h', (h.trans (perm_cons_erase h')).cons_inv⟩

instance decidablePerm {α : Type u} [DecidableEq α] (l₁ l₂ : List α) : Decidable (l₁.Perm l₂) :=
  decidable_of_iff _ isPerm_iff

instance [DecidableEq α] (l₁ l₂ : List α) : Decidable (l₁ ⊆ l₂) :=
  decidable_of_iff (∀ a, a ∈ l₁ → a ∈ l₂) ⟨fun h a => h a, fun h _ ha => h ha⟩

end List
