prelude
import Init.Logic

/-!
# Quantifiers and conditionals

The lemmas by which `simp` moves and removes quantifiers, and those for `if` as a proposition.
-/

universe u v w

section Quantifiers
variable {α : Sort u} {β : Sort v} {p q : α → Prop} {b : Prop}

/-! ## Monotonicity and congruence -/

theorem forall_imp (h : ∀ a, p a → q a) : (∀ a, p a) → ∀ a, q a := fun h' a => h a (h' a)

theorem Exists.imp (h : ∀ a, p a → q a) : (∃ a, p a) → ∃ a, q a
  | ⟨a, hp⟩ => ⟨a, h a hp⟩

theorem Exists.imp' {q : β → Prop} (f : α → β) (hpq : ∀ a, p a → q (f a)) : (∃ a, p a) → ∃ b, q b
  | ⟨a, hp⟩ => ⟨f a, hpq a hp⟩

theorem forall_congr' (h : ∀ a, p a ↔ q a) : (∀ a, p a) ↔ ∀ a, q a :=
  ⟨forall_imp fun a => (h a).1, forall_imp fun a => (h a).2⟩

theorem exists_congr (h : ∀ a, p a ↔ q a) : (∃ a, p a) ↔ ∃ a, q a :=
  ⟨Exists.imp fun a => (h a).1, Exists.imp fun a => (h a).2⟩

theorem forall₂_congr {β : α → Sort v} {p q : ∀ a, β a → Prop} (h : ∀ a b, p a b ↔ q a b) :
    (∀ a b, p a b) ↔ ∀ a b, q a b :=
  forall_congr' fun a => forall_congr' (h a)

theorem exists₂_congr {β : α → Sort v} {p q : ∀ a, β a → Prop} (h : ∀ a b, p a b ↔ q a b) :
    (∃ a b, p a b) ↔ ∃ a b, q a b :=
  exists_congr fun a => exists_congr (h a)

@[congr] theorem exists_prop_congr {p p' : Prop} {q q' : p → Prop} (hq : ∀ h, q h ↔ q' h) (hp : p ↔ p') :
    Exists q ↔ ∃ h : p', q' (hp.2 h) :=
  ⟨fun ⟨h, hqh⟩ => ⟨hp.1 h, (hq h).1 hqh⟩, fun ⟨h, hqh⟩ => ⟨hp.2 h, (hq _).2 hqh⟩⟩

/-! ## Exchange with connectives -/

@[simp] theorem forall_exists_index {q : (∃ x, p x) → Prop} : (∀ h, q h) ↔ ∀ x (h : p x), q ⟨x, h⟩ :=
  ⟨fun h x hpx => h ⟨x, hpx⟩, fun h ⟨x, hpx⟩ => h x hpx⟩

theorem exists_imp : ((∃ x, p x) → b) ↔ ∀ x, p x → b := forall_exists_index

@[simp] theorem not_exists : (¬∃ x, p x) ↔ ∀ x, ¬p x := exists_imp

theorem forall_not_of_not_exists (h : ¬∃ x, p x) : ∀ x, ¬p x := not_exists.mp h

theorem not_exists_of_forall_not (h : ∀ x, ¬p x) : ¬∃ x, p x := not_exists.mpr h

theorem not_forall_of_exists_not : (∃ x, ¬p x) → ¬∀ x, p x
  | ⟨x, hn⟩, h => hn (h x)

theorem forall_and : (∀ x, p x ∧ q x) ↔ (∀ x, p x) ∧ (∀ x, q x) :=
  ⟨fun h => ⟨fun x => (h x).1, fun x => (h x).2⟩, fun ⟨h₁, h₂⟩ x => ⟨h₁ x, h₂ x⟩⟩

theorem exists_or : (∃ x, p x ∨ q x) ↔ (∃ x, p x) ∨ ∃ x, q x :=
  ⟨fun ⟨x, h⟩ => h.imp (⟨x, ·⟩) (⟨x, ·⟩), fun h => h.elim (.imp fun _ => .inl) (.imp fun _ => .inr)⟩

@[simp] theorem exists_and_left : (∃ x, b ∧ p x) ↔ b ∧ (∃ x, p x) :=
  ⟨fun ⟨x, h, hp⟩ => ⟨h, x, hp⟩, fun ⟨h, x, hp⟩ => ⟨x, h, hp⟩⟩

@[simp] theorem exists_and_right : (∃ x, p x ∧ b) ↔ (∃ x, p x) ∧ b :=
  ⟨fun ⟨x, hp, h⟩ => ⟨⟨x, hp⟩, h⟩, fun ⟨⟨x, hp⟩, h⟩ => ⟨x, hp, h⟩⟩

theorem forall_comm {p : α → β → Prop} : (∀ a b, p a b) ↔ (∀ b a, p a b) :=
  ⟨fun h b a => h a b, fun h a b => h b a⟩

theorem exists_comm {p : α → β → Prop} : (∃ a b, p a b) ↔ (∃ b a, p a b) :=
  ⟨fun ⟨a, b, h⟩ => ⟨b, a, h⟩, fun ⟨b, a, h⟩ => ⟨a, b, h⟩⟩

/-! ## Constant and propositional domains -/

@[simp] theorem exists_false : ¬(∃ _a : α, False) := fun ⟨_, h⟩ => h

@[simp] theorem exists_const (α : Sort u) [i : Nonempty α] : (∃ _ : α, b) ↔ b :=
  ⟨fun ⟨_, h⟩ => h, i.elim Exists.intro⟩

@[simp] theorem forall_const (α : Sort u) [i : Nonempty α] : (α → b) ↔ b := ⟨i.elim, fun hb _ => hb⟩

theorem exists_prop {a : Prop} : (∃ _h : a, b) ↔ a ∧ b := ⟨fun ⟨ha, hb⟩ => ⟨ha, hb⟩, fun ⟨ha, hb⟩ => ⟨ha, hb⟩⟩

@[simp] theorem exists_prop' (p : Prop) : (∃ _ : α, p) ↔ Nonempty α ∧ p :=
  ⟨fun ⟨a, h⟩ => ⟨⟨a⟩, h⟩, fun ⟨⟨a⟩, h⟩ => ⟨a, h⟩⟩

theorem exists_prop_of_true {p : Prop} {q : p → Prop} (h : p) : (Exists fun h' : p => q h') ↔ q h :=
  ⟨fun ⟨_, hq⟩ => hq, fun hq => ⟨h, hq⟩⟩

theorem forall_prop_of_true {p : Prop} {q : p → Prop} (h : p) : (∀ h' : p, q h') ↔ q h :=
  ⟨fun hq => hq h, fun hq _ => hq⟩

theorem forall_prop_of_false {p : Prop} {q : p → Prop} (hn : ¬p) : (∀ h' : p, q h') ↔ True :=
  iff_true_intro fun h => absurd h hn

@[simp] theorem exists_true_left (p : True → Prop) : Exists p ↔ p True.intro := exists_prop_of_true trivial

theorem Exists.nonempty : (∃ x, p x) → Nonempty α
  | ⟨x, _⟩ => ⟨x⟩

@[simp] theorem nonempty_prop (p : Prop) : Nonempty p ↔ p := ⟨fun ⟨h⟩ => h, fun h => ⟨h⟩⟩

/-! ## One-point rules -/

@[simp] theorem forall_eq {a' : α} : (∀ a, a = a' → p a) ↔ p a' := ⟨fun h => h a' rfl, fun h _ e => e ▸ h⟩

@[simp] theorem forall_eq' {a' : α} : (∀ a, a' = a → p a) ↔ p a' := ⟨fun h => h a' rfl, fun h _ e => e ▸ h⟩

@[simp] theorem exists_eq {a' : α} : ∃ a, a = a' := ⟨_, rfl⟩

@[simp] theorem exists_eq' {a' : α} : ∃ a, a' = a := ⟨_, rfl⟩

@[simp] theorem exists_eq_left {a' : α} : (∃ a, a = a' ∧ p a) ↔ p a' :=
  ⟨fun ⟨_, e, h⟩ => e ▸ h, fun h => ⟨_, rfl, h⟩⟩

@[simp] theorem exists_eq_right {a' : α} : (∃ a, p a ∧ a = a') ↔ p a' :=
  ⟨fun ⟨_, h, e⟩ => e ▸ h, fun h => ⟨_, h, rfl⟩⟩

@[simp] theorem exists_eq_left' {a' : α} : (∃ a, a' = a ∧ p a) ↔ p a' :=
  ⟨fun ⟨_, e, h⟩ => e ▸ h, fun h => ⟨_, rfl, h⟩⟩

@[simp] theorem exists_eq_right' {a' : α} : (∃ a, p a ∧ a' = a) ↔ p a' :=
  ⟨fun ⟨_, h, e⟩ => e ▸ h, fun h => ⟨_, h, rfl⟩⟩

@[simp] theorem forall_eq_or_imp {a' : α} : (∀ a, a = a' ∨ q a → p a) ↔ p a' ∧ ∀ a, q a → p a :=
  ⟨fun h => ⟨h a' (.inl rfl), fun a hq => h a (.inr hq)⟩,
    fun h a ha => ha.elim (fun e => e ▸ h.1) (h.2 a)⟩

@[simp] theorem exists_eq_or_imp {a' : α} : (∃ a, (a = a' ∨ q a) ∧ p a) ↔ p a' ∨ ∃ a, q a ∧ p a :=
  ⟨fun ⟨a, h, hp⟩ => h.elim (fun e => .inl (e ▸ hp)) fun hq => .inr ⟨a, hq, hp⟩,
    fun h => h.elim (fun hp => ⟨a', .inl rfl, hp⟩) fun ⟨a, hq, hp⟩ => ⟨a, .inr hq, hp⟩⟩

@[simp] theorem exists_eq_right_right {a' : α} : (∃ a, p a ∧ q a ∧ a = a') ↔ p a' ∧ q a' :=
  ⟨fun ⟨_, hp, hq, e⟩ => e ▸ ⟨hp, hq⟩, fun ⟨hp, hq⟩ => ⟨a', hp, hq, rfl⟩⟩

@[simp] theorem exists_eq_right_right' {a' : α} : (∃ a, p a ∧ q a ∧ a' = a) ↔ p a' ∧ q a' :=
  ⟨fun ⟨_, hp, hq, e⟩ => e ▸ ⟨hp, hq⟩, fun ⟨hp, hq⟩ => ⟨a', hp, hq, rfl⟩⟩

@[simp] theorem exists_or_eq_left (y : α) (p : α → Prop) : ∃ x : α, x = y ∨ p x := ⟨y, .inl rfl⟩
@[simp] theorem exists_or_eq_right (y : α) (p : α → Prop) : ∃ x : α, p x ∨ x = y := ⟨y, .inr rfl⟩
@[simp] theorem exists_or_eq_left' (y : α) (p : α → Prop) : ∃ x : α, y = x ∨ p x := ⟨y, .inl rfl⟩
@[simp] theorem exists_or_eq_right' (y : α) (p : α → Prop) : ∃ x : α, p x ∨ y = x := ⟨y, .inr rfl⟩

@[simp] theorem exists_apply_eq_apply (f : α → β) (a' : α) : ∃ a, f a = f a' := ⟨a', rfl⟩

@[simp] theorem forall_apply_eq_imp_iff {f : α → β} {p : β → Prop} :
    (∀ b a, f a = b → p b) ↔ ∀ a, p (f a) :=
  ⟨fun h a => h _ a rfl, fun h _ a e => e ▸ h a⟩

@[simp] theorem forall_eq_apply_imp_iff {f : α → β} {p : β → Prop} :
    (∀ b a, b = f a → p b) ↔ ∀ a, p (f a) :=
  ⟨fun h a => h _ a rfl, fun h _ a e => e ▸ h a⟩

@[simp] theorem forall_apply_eq_imp_iff₂ {f : α → β} {p : α → Prop} {q : β → Prop} :
    (∀ b a, p a → f a = b → q b) ↔ ∀ a, p a → q (f a) :=
  ⟨fun h a ha => h _ a ha rfl, fun h _ a ha e => e ▸ h a ha⟩

end Quantifiers

/-! ## Conditionals -/

section Conditionals
variable {α : Sort u} {β : Sort v} {p q : Prop}

@[simp] theorem if_true {_ : Decidable True} (t e : α) : ite True t e = t := if_pos trivial

@[simp] theorem if_false {_ : Decidable False} (t e : α) : ite False t e = e := if_neg id

@[simp] theorem ite_not (p : Prop) [Decidable p] (x y : α) : ite (¬p) x y = ite p y x :=
  (Decidable.em p).elim (fun h => by rw [if_pos h, if_neg (not_not_intro h)]) fun h => by
    rw [if_neg h, if_pos h]

@[simp] theorem dite_not [hn : Decidable (¬p)] [h : Decidable p] (x : ¬p → α) (y : ¬¬p → α) :
    dite (¬p) x y = dite p (fun h => y (not_not_intro h)) x :=
  (Decidable.em p).elim (fun h => by rw [dif_pos h, dif_neg (not_not_intro h)]) fun h => by
    rw [dif_neg h, dif_pos h]

@[simp] theorem if_false_left [h : Decidable p] : ite p False q ↔ ¬p ∧ q :=
  (Decidable.em p).elim (fun h => by simp [h]) (fun h => by simp [h])

@[simp] theorem if_false_right [h : Decidable p] : ite p q False ↔ p ∧ q :=
  (Decidable.em p).elim (fun h => by simp [h]) (fun h => by simp [h])

@[simp low] theorem if_true_left [h : Decidable p] : ite p True q ↔ ¬p → q :=
  (Decidable.em p).elim (fun h => by simp [h]) (fun h => by simp [h])

@[simp low] theorem if_true_right [h : Decidable p] : ite p q True ↔ p → q :=
  (Decidable.em p).elim (fun h => by simp [h]) (fun h => by simp [h])

@[simp] theorem ite_eq_left_iff [Decidable p] {x y : α} : (if p then x else y) = x ↔ ¬p → y = x :=
  (Decidable.em p).elim (fun h => by simp [h]) (fun h => by simp [h])

@[simp] theorem ite_eq_right_iff [Decidable p] {x y : α} : (if p then x else y) = y ↔ p → x = y :=
  (Decidable.em p).elim (fun h => by simp [h]) (fun h => by simp [h])

@[simp] theorem ite_iff_left_iff [Decidable p] {x y : Prop} : ((if p then x else y) ↔ x) ↔ ¬p → y = x :=
  (Decidable.em p).elim (fun h => by simp [h]) (fun h => by simp [h])

@[simp] theorem ite_iff_right_iff [Decidable p] {x y : Prop} : ((if p then x else y) ↔ y) ↔ p → x = y :=
  (Decidable.em p).elim (fun h => by simp [h]) (fun h => by simp [h])

@[simp] theorem ite_then_self (p q : Prop) [h : Decidable p] : (if p then p else q) = (¬p → q) :=
  (Decidable.em p).elim (fun h => by simp [h]) (fun h => by simp [h])

@[simp] theorem ite_else_self (p q : Prop) [h : Decidable p] : (if p then q else p) = (p ∧ q) :=
  (Decidable.em p).elim (fun h => by simp [h]) (fun h => by simp [h])

theorem apply_ite (f : α → β) (P : Prop) [Decidable P] (x y : α) :
    f (ite P x y) = ite P (f x) (f y) :=
  (Decidable.em P).elim (fun h => by rw [if_pos h, if_pos h]) (fun h => by rw [if_neg h, if_neg h])

theorem apply_dite (f : α → β) (P : Prop) [Decidable P] (x : P → α) (y : ¬P → α) :
    f (dite P x y) = dite P (fun h => f (x h)) (fun h => f (y h)) :=
  (Decidable.em P).elim (fun h => by rw [dif_pos h, dif_pos h]) (fun h => by rw [dif_neg h, dif_neg h])

end Conditionals

/-! ## Decidable quantifiers over propositions -/

instance exists_prop_decidable {p : Prop} (P : p → Prop) [Decidable p] [∀ h, Decidable (P h)] :
    Decidable (∃ h, P h) :=
  if h : p then decidable_of_iff (P h) ⟨fun h₂ => ⟨h, h₂⟩, fun ⟨_, h₂⟩ => h₂⟩
  else isFalse fun ⟨h', _⟩ => h h'

/-- Tried last: where the conclusion does not depend on the proof, a chain of implications would double with each. -/
instance (priority := low) forall_prop_decidable {p : Prop} (P : p → Prop) [Decidable p] [∀ h, Decidable (P h)] :
    Decidable (∀ h, P h) :=
  if h : p then decidable_of_iff (P h) ⟨fun h₂ _ => h₂, fun al => al h⟩
  else isTrue fun h₂ => absurd h₂ h

@[inline] def decidable_of_iff' {a : Prop} (b : Prop) (h : a ↔ b) [Decidable b] : Decidable a :=
  decidable_of_iff b h.symm

@[simp] theorem decide_not {p : Prop} [g : Decidable p] [h : Decidable (¬p)] : decide (¬p) = !decide p :=
  (Decidable.em p).elim (fun hp => by rw [decide_eq_true hp, decide_eq_false (not_not_intro hp)]; rfl)
    (fun hp => by rw [decide_eq_false hp, decide_eq_true hp]; rfl)
@[simp] theorem not_decide_eq_true {p : Prop} [h : Decidable p] : ((!decide p) = true) = ¬p := by
  rw [← decide_not]
  exact decide_eq_true_eq
