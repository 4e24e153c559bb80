import Logic.Classical

/-!
# Quantifiers

How `∀` and `∃` go with the connectives and with each other, and what it means that something exists uniquely.
-/

namespace Logic

universe u v

variable {α : Type u} {β : Type v} {p q : α → Prop} {c : Prop}

/-! ## Distribution -/

theorem forall_and_iff : (∀ x, p x ∧ q x) ↔ (∀ x, p x) ∧ (∀ x, q x) := by
  constructor
  · intro h
    constructor
    · intro x
      exact (h x).left
    · intro x
      exact (h x).right
  · intro h x
    exact ⟨h.left x, h.right x⟩

theorem exists_or_iff : (∃ x, p x ∨ q x) ↔ (∃ x, p x) ∨ (∃ x, q x) := by
  constructor
  · intro ⟨x, h⟩
    cases h with
    | inl hp =>
      left
      exact ⟨x, hp⟩
    | inr hq =>
      right
      exact ⟨x, hq⟩
  · intro h
    cases h with
    | inl hp =>
      obtain ⟨x, hx⟩ := hp
      exact ⟨x, Or.inl hx⟩
    | inr hq =>
      obtain ⟨x, hx⟩ := hq
      exact ⟨x, Or.inr hx⟩

theorem exists_and_left_iff : (∃ x, c ∧ p x) ↔ c ∧ ∃ x, p x := by
  constructor
  · intro ⟨x, hc, hx⟩
    exact ⟨hc, x, hx⟩
  · intro ⟨hc, x, hx⟩
    exact ⟨x, hc, hx⟩

theorem exists_imp_iff : ((∃ x, p x) → c) ↔ ∀ x, p x → c := by
  constructor
  · intro h x hx
    exact h ⟨x, hx⟩
  · intro h ⟨x, hx⟩
    exact h x hx

theorem forall_imp_forall (h : ∀ x, p x → q x) : (∀ x, p x) → ∀ x, q x := by
  intro hp x
  exact h x (hp x)

theorem exists_mono (h : ∀ x, p x → q x) : (∃ x, p x) → ∃ x, q x
  | ⟨x, hx⟩ => ⟨x, h x hx⟩

theorem or_forall_imp (h : (∀ x, p x) ∨ (∀ x, q x)) : ∀ x, p x ∨ q x := by
  intro x
  cases h with
  | inl hp => exact Or.inl (hp x)
  | inr hq => exact Or.inr (hq x)

theorem forall_swap {r : α → β → Prop} (h : ∀ x y, r x y) : ∀ y x, r x y :=
  fun y x => h x y

theorem exists_swap {r : α → β → Prop} (h : ∃ x y, r x y) : ∃ y x, r x y := by
  obtain ⟨x, y, hxy⟩ := h
  exact ⟨y, x, hxy⟩

theorem exists_forall_imp {r : α → β → Prop} (h : ∃ x, ∀ y, r x y) : ∀ y, ∃ x, r x y := by
  intro y
  obtain ⟨x, hx⟩ := h
  exists x
  exact hx y

/-! ## Negation -/

theorem not_exists_iff : (¬∃ x, p x) ↔ ∀ x, ¬p x := by
  constructor
  · intro h x hx
    exact h ⟨x, hx⟩
  · intro h ⟨x, hx⟩
    exact h x hx

theorem not_forall_of_exists_not (h : ∃ x, ¬p x) : ¬∀ x, p x := by
  intro hall
  obtain ⟨x, hx⟩ := h
  exact hx (hall x)

theorem not_forall_iff : (¬∀ x, p x) ↔ ∃ x, ¬p x := by
  constructor
  · intro h
    apply not_not_elim
    intro hne
    apply h
    intro x
    apply not_not_elim
    intro hx
    exact hne ⟨x, hx⟩
  · exact not_forall_of_exists_not

theorem forall_or_const : (∀ x, p x ∨ c) ↔ (∀ x, p x) ∨ c := by
  constructor
  · intro h
    by_cases hc : c
    · right
      exact hc
    · left
      intro x
      cases h x with
      | inl hx => exact hx
      | inr hc' => exact absurd hc' hc
  · intro h x
    cases h with
    | inl hp => exact Or.inl (hp x)
    | inr hc => exact Or.inr hc

/-- In every inhabited bar there is somebody such that, if he drinks, then everybody drinks. -/
theorem drinker [Nonempty α] : ∃ x, p x → ∀ y, p y := by
  by_cases h : ∀ y, p y
  · cases ‹Nonempty α› with
    | intro x =>
      exists x
      intro _
      exact h
  · obtain ⟨x, hx⟩ := not_forall_iff.mp h
    exists x
    intro hpx
    exact absurd hpx hx

/-- No barber shaves exactly those who do not shave themselves. -/
theorem no_barber {shaves : α → α → Prop} : ¬∃ b, ∀ x, shaves b x ↔ ¬shaves x x := by
  intro ⟨b, hb⟩
  exact not_iff_not_self (hb b)

/-! ## Unique existence -/

/-- Something satisfies `p`, and nothing else does. -/
def Unique (p : α → Prop) : Prop := ∃ x, p x ∧ ∀ y, p y → y = x

theorem Unique.exists (h : Unique p) : ∃ x, p x := by
  obtain ⟨x, hx, _⟩ := h
  exact ⟨x, hx⟩

theorem Unique.eq (h : Unique p) {a b : α} (ha : p a) (hb : p b) : a = b := by
  obtain ⟨x, _, hx⟩ := h
  rw [hx a ha, hx b hb]

theorem unique_self (a : α) : Unique (fun x => x = a) := by
  exists a
  constructor
  · rfl
  · intro y hy
    exact hy

theorem unique_iff : Unique p ↔ (∃ x, p x) ∧ ∀ x y, p x → p y → x = y := by
  constructor
  · intro h
    constructor
    · exact h.exists
    · intro x y hx hy
      exact h.eq hx hy
  · intro ⟨⟨x, hx⟩, h⟩
    exists x
    constructor
    · exact hx
    · intro y hy
      exact h y x hy hx

theorem Unique.congr (h : ∀ x, p x ↔ q x) (hp : Unique p) : Unique q := by
  obtain ⟨x, hx, hall⟩ := hp
  refine ⟨x, (h x).mp hx, ?_⟩
  intro y hy
  apply hall
  exact (h y).mpr hy

end Logic
