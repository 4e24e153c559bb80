/-! Propositional and predicate logic, constructive and classical, in term and tactic style. -/

section Propositional
variable (p q r s : Prop)

example : p ∧ q ↔ q ∧ p := ⟨fun ⟨hp, hq⟩ => ⟨hq, hp⟩, fun ⟨hq, hp⟩ => ⟨hp, hq⟩⟩

example : p ∨ q ↔ q ∨ p := by
  constructor
  · intro h
    cases h with
    | inl hp => exact Or.inr hp
    | inr hq => exact Or.inl hq
  · rintro (hq | hp)
    · right; exact hq
    · left; assumption

example : p ∧ (q ∨ r) ↔ (p ∧ q) ∨ (p ∧ r) := by
  apply Iff.intro
  · intro h
    apply Or.elim (And.right h)
    · intro hq
      exact Or.inl ⟨h.left, hq⟩
    · intro hr
      exact Or.inr ⟨h.left, hr⟩
  · intro h
    apply Or.elim h
    · intro hpq
      exact ⟨hpq.left, Or.inl hpq.right⟩
    · intro hpr
      exact ⟨hpr.left, Or.inr hpr.right⟩

example : (p → (q → r)) ↔ (p ∧ q → r) :=
  Iff.intro (fun h ⟨hp, hq⟩ => h hp hq) (fun h hp hq => h ⟨hp, hq⟩)

example : ((p ∨ q) → r) ↔ (p → r) ∧ (q → r) := by
  refine ⟨fun h => ⟨fun hp => h (.inl hp), fun hq => h (.inr hq)⟩, ?_⟩
  rintro ⟨h₁, h₂⟩ (hp | hq)
  · exact h₁ hp
  · exact h₂ hq

example : ¬(p ∨ q) ↔ ¬p ∧ ¬q := by simp
example : ¬p ∨ ¬q → ¬(p ∧ q) := by
  rintro (h | h) ⟨hp, hq⟩
  · exact h hp
  · exact absurd hq h
example : ¬(p ∧ ¬p) := fun h => h.2 h.1
example : (¬p ∨ q) → (p → q) := fun h hp => h.elim (fun hn => absurd hp hn) id
example : p ∨ False ↔ p := by simp
example : p ∧ False ↔ False := by simp
example : (p → q) → (¬q → ¬p) := mt
example (h : p → q) (hp : p) : q := by
  have hq : q := h hp
  exact hq
example (hp : p) (hnp : ¬p) : q := by contradiction
example (h : p ∧ q ∧ r) : r ∧ p := by
  obtain ⟨hp, -, hr⟩ := h
  exact ⟨hr, hp⟩
example (h₁ : p → q) (h₂ : q → r) (h₃ : r → s) : p → s := by
  intro hp
  apply h₃
  apply h₂
  exact h₁ hp
example (h : p ↔ q) (hp : p) : q := by rwa [← h]
example (h : p ↔ q) : ¬p ↔ ¬q := not_congr h
example : p ∧ q → q := by
  intro ⟨_, hq⟩
  assumption
example (hp : p) (hq : q) : (p ∨ r) ∧ (q ∨ r) := by
  constructor <;> left <;> assumption

end Propositional

section Classical
open Classical
variable (p q r : Prop)

example : p ∨ ¬p := em p
example : ¬¬p → p := fun h => byContradiction fun hn => h hn
example : ¬(p ∧ q) → ¬p ∨ ¬q := by
  intro h
  by_cases hp : p
  · right
    intro hq
    exact h ⟨hp, hq⟩
  · left
    exact hp
example : (p → q) → ¬p ∨ q := fun h => (em p).elim (fun hp => .inr (h hp)) .inl
example : ((p → q) → p) → p := by
  intro h
  by_cases hp : p
  · exact hp
  · exact h fun h' => absurd h' hp
example : ¬(p → q) → p ∧ ¬q := by simp
example : (p → q ∨ r) → (p → q) ∨ (p → r) := by
  intro h
  rcases em p with hp | hp
  · cases h hp with
    | inl hq => exact .inl fun _ => hq
    | inr hr => exact .inr fun _ => hr
  · exact .inl fun h' => absurd h' hp
example (h : ¬¬q) : q := by simpa using h
example : (¬q → ¬p) → (p → q) := fun h hp => byContradiction fun hq => h hq hp
theorem not_both : ¬(p ↔ ¬p) := by
  intro h
  have hnp : ¬p := fun hp => h.1 hp hp
  exact hnp (h.2 hnp)

end Classical

section Predicates
variable {α : Type} (p q : α → Prop) (r : Prop)

example : (∃ _x : α, r) → r := fun ⟨_, hr⟩ => hr
example (a : α) : r → (∃ _x : α, r) := fun hr => ⟨a, hr⟩
example : (∃ x, p x ∧ r) ↔ (∃ x, p x) ∧ r := by simp
example : (∃ x, p x ∨ q x) ↔ (∃ x, p x) ∨ (∃ x, q x) := exists_or
example : (∀ x, p x ∧ q x) ↔ (∀ x, p x) ∧ (∀ x, q x) := by
  constructor
  · intro h
    exact ⟨fun x => (h x).1, fun x => (h x).2⟩
  · rintro ⟨hp, hq⟩ x
    exact ⟨hp x, hq x⟩
example : (¬∃ x, p x) ↔ (∀ x, ¬p x) := by simp
example : (¬∀ x, p x) ↔ (∃ x, ¬p x) := by simp
example (h : ∃ x, ∀ y : α, x = y) : ∀ y z : α, y = z := by
  obtain ⟨x, hx⟩ := h
  intro y z
  rw [← hx y, ← hx z]
example : (∀ x, p x → r) ↔ (∃ x, p x) → r := by
  constructor
  · rintro h ⟨x, hx⟩
    exact h x hx
  · intro h x hx
    exact h ⟨x, hx⟩
example (a : α) (h : ∀ x, p x → q x) (ha : p a) : ∃ x, q x := ⟨a, h a ha⟩
example (f : α → α) (h : ∀ x, f x = x) : f = id := by
  funext x
  exact h x
example (s t : α → Prop) (h : ∀ x, s x ↔ t x) : s = t := by
  ext x
  exact h x
example : ∃ x : Nat, x * x = 49 := ⟨7, rfl⟩
example : ∃ x y : Nat, x < y ∧ y < 3 := by
  refine ⟨0, 1, ?_, ?_⟩ <;> decide
example (h : ∃ x > 3, x < 5) : ∃ y : Nat, 3 < y := by
  rcases h with ⟨x, hx, _⟩
  exact ⟨x, hx⟩
open Classical in
theorem drinker (a : α) : ∃ x, p x → ∀ y, p y := by
  by_cases h : ∀ y, p y
  · exact ⟨a, fun _ => h⟩
  · obtain ⟨b, hb⟩ := not_forall.mp h
    exact ⟨b, fun hp => absurd hp hb⟩

end Predicates
