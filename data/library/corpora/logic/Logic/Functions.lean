import Logic.Quantifiers

/-!
# Functions

Injective and surjective functions, inverses from one side and from both, iteration, and Cantor's theorem on what no
function can do.
-/

namespace Logic

universe u v w

variable {α : Type u} {β : Type v} {γ : Type w}

/-- Different arguments have different values. -/
def Injective (f : α → β) : Prop := ∀ ⦃a b⦄, f a = f b → a = b

/-- Everything is a value. -/
def Surjective (f : α → β) : Prop := ∀ b, ∃ a, f a = b

/-- Injective and surjective. -/
def Bijective (f : α → β) : Prop := Injective f ∧ Surjective f

/-- `g` undoes `f`. -/
def LeftInverse (g : β → α) (f : α → β) : Prop := ∀ a, g (f a) = a

/-- Doing `f` twice changes nothing. -/
def Involutive (f : α → α) : Prop := ∀ a, f (f a) = a

/-! ## Composition -/

theorem injective_id : Injective (fun a : α => a) :=
  fun _ _ h => h

theorem surjective_id : Surjective (fun a : α => a) :=
  fun b => ⟨b, rfl⟩

theorem bijective_id : Bijective (fun a : α => a) :=
  ⟨injective_id, surjective_id⟩

theorem Injective.comp {g : β → γ} {f : α → β} (hg : Injective g) (hf : Injective f) :
    Injective (fun a => g (f a)) := by
  intro a b h
  apply hf
  apply hg
  exact h

theorem Surjective.comp {g : β → γ} {f : α → β} (hg : Surjective g) (hf : Surjective f) :
    Surjective (fun a => g (f a)) := by
  intro c
  obtain ⟨b, hb⟩ := hg c
  obtain ⟨a, ha⟩ := hf b
  refine ⟨a, ?_⟩
  show g (f a) = c
  rw [ha, hb]

theorem Bijective.comp {g : β → γ} {f : α → β} (hg : Bijective g) (hf : Bijective f) :
    Bijective (fun a => g (f a)) := by
  constructor
  · exact hg.left.comp hf.left
  · exact hg.right.comp hf.right

theorem Injective.of_comp {g : β → γ} {f : α → β} (h : Injective (fun a => g (f a))) : Injective f := by
  intro a b hab
  apply h
  show g (f a) = g (f b)
  rw [hab]

theorem Surjective.of_comp {g : β → γ} {f : α → β} (h : Surjective (fun a => g (f a))) : Surjective g := by
  intro c
  obtain ⟨a, ha⟩ := h c
  exact ⟨f a, ha⟩

theorem Injective.eq_iff {f : α → β} (hf : Injective f) {a b : α} : f a = f b ↔ a = b := by
  constructor
  · intro h
    exact hf h
  · intro h
    rw [h]

theorem Injective.ne {f : α → β} (hf : Injective f) {a b : α} (h : a ≠ b) : f a ≠ f b := by
  intro hab
  exact h (hf hab)

/-- A surjective function can be cancelled on the right of a composition. -/
theorem Surjective.cancel_right {f : α → β} (hf : Surjective f) {g h : β → γ} (hgh : ∀ a, g (f a) = h (f a)) :
    g = h := by
  funext b
  obtain ⟨a, ha⟩ := hf b
  rw [← ha]
  exact hgh a

/-- An injective function can be cancelled on the left of a composition. -/
theorem Injective.cancel_left {f : β → γ} (hf : Injective f) {g h : α → β} (hgh : ∀ a, f (g a) = f (h a)) :
    g = h := by
  funext a
  apply hf
  exact hgh a

/-! ## Inverses -/

theorem LeftInverse.injective {g : β → α} {f : α → β} (h : LeftInverse g f) : Injective f := by
  intro a b hab
  calc
    a = g (f a) := (h a).symm
    _ = g (f b) := by rw [hab]
    _ = b := h b

theorem LeftInverse.surjective {g : β → α} {f : α → β} (h : LeftInverse g f) : Surjective g :=
  fun a => ⟨f a, h a⟩

theorem LeftInverse.comp {f : α → β} {f' : β → α} {g : β → γ} {g' : γ → β} (hf : LeftInverse f' f)
    (hg : LeftInverse g' g) : LeftInverse (fun c => f' (g' c)) (fun a => g (f a)) := by
  intro a
  show f' (g' (g (f a))) = a
  rw [hg, hf]

/-- An inverse from the left and an inverse from the right are the same. -/
theorem LeftInverse.eq_right {f : α → β} {g h : β → α} (hg : LeftInverse g f) (hh : LeftInverse f h) : g = h := by
  funext b
  calc
    g b = g (f (h b)) := by rw [hh b]
    _ = h b := hg (h b)

theorem Surjective.has_right_inverse {f : α → β} (hf : Surjective f) : ∃ g : β → α, LeftInverse f g :=
  ⟨fun b => Classical.choose (hf b), fun b => Classical.choose_spec (hf b)⟩

theorem bijective_iff_has_inverse {f : α → β} : Bijective f ↔ ∃ g, LeftInverse g f ∧ LeftInverse f g := by
  constructor
  · intro ⟨hinj, hsurj⟩
    obtain ⟨g, hg⟩ := hsurj.has_right_inverse
    refine ⟨g, ?_, hg⟩
    intro a
    apply hinj
    exact hg (f a)
  · intro ⟨g, hgf, hfg⟩
    constructor
    · exact hgf.injective
    · exact hfg.surjective

theorem Involutive.bijective {f : α → α} (h : Involutive f) : Bijective f := by
  constructor
  · intro a b hab
    rw [← h a, ← h b, hab]
  · intro b
    exact ⟨f b, h b⟩

theorem involutive_not : Involutive Bool.not := by
  intro b
  cases b <;> rfl

/-- The value of a bijection is taken exactly once. -/
theorem Bijective.unique {f : α → β} (hf : Bijective f) (b : β) : Unique (fun a => f a = b) := by
  rw [unique_iff]
  constructor
  · exact hf.right b
  · intro x y hx hy
    apply hf.left
    rw [hx, hy]

/-! ## Iteration -/

/-- `f` done `n` times. -/
def iterate (f : α → α) : Nat → α → α
  | 0, a => a
  | n + 1, a => iterate f n (f a)

theorem iterate_add (f : α → α) (m n : Nat) (a : α) : iterate f (m + n) a = iterate f m (iterate f n a) := by
  induction n generalizing a with
  | zero => rfl
  | succ n ih => exact ih (f a)

theorem iterate_fixed {f : α → α} {a : α} (h : f a = a) (n : Nat) : iterate f n a = a := by
  induction n with
  | zero => rfl
  | succ n ih =>
    show iterate f n (f a) = a
    rw [h, ih]

theorem Injective.iterate {f : α → α} (hf : Injective f) (n : Nat) : Injective (iterate f n) := by
  induction n with
  | zero => exact injective_id
  | succ n ih =>
    intro a b h
    apply hf
    apply ih
    exact h

theorem Involutive.iterate_two {f : α → α} (h : Involutive f) : iterate f 2 = fun a => a := by
  funext a
  exact h a

/-! ## Cantor's theorem -/

/-- There are more predicates on a type than elements of it. -/
theorem cantor (f : α → α → Prop) : ¬Surjective f := by
  intro hf
  obtain ⟨a, ha⟩ := hf fun x => ¬f x x
  apply not_iff_not_self (p := f a a)
  constructor
  · intro h
    rw [ha] at h
    exact h
  · intro h
    rw [ha]
    exact h

/-- Every endofunction has a fixed point once some function `α → (α → β)` is surjective. -/
theorem lawvere {f : α → α → β} (hf : Surjective f) (g : β → β) : ∃ b, g b = b := by
  obtain ⟨a, ha⟩ := hf fun x => g (f x x)
  refine ⟨f a a, ?_⟩
  have hdiag : f a a = g (f a a) := congrFun ha a
  exact hdiag.symm

theorem not_ne_self (b : Bool) : Bool.not b ≠ b := by
  cases b <;> decide

theorem no_surjection_onto_predicates_of_bool (f : α → α → Bool) : ¬Surjective f := by
  intro hf
  obtain ⟨b, hb⟩ := lawvere hf Bool.not
  exact not_ne_self b hb

end Logic
