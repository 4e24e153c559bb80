prelude
import Init.Congruence

/-!
# Classical reasoning

Choice, the excluded middle (Diaconescu's argument) and proof by contradiction; then the same for decidable
propositions without any axiom.
-/

set_option warn.classDefReducibility false
universe u v

namespace Classical

noncomputable def indefiniteDescription {α : Sort u} (p : α → Prop) (h : ∃ x, p x) : {x // p x} :=
  choice (let ⟨x, px⟩ := h; ⟨⟨x, px⟩⟩)

noncomputable def choose {α : Sort u} {p : α → Prop} (h : ∃ x, p x) : α := (indefiniteDescription p h).val

theorem choose_spec {α : Sort u} {p : α → Prop} (h : ∃ x, p x) : p (choose h) :=
  (indefiniteDescription p h).property

/-- The excluded middle. With `U = {True} ∪ {x | p}` and `V = {False} ∪ {x | p}`, the chosen elements of
`U` and `V` differ unless `p`; and if `p` then `U = V`, so that they agree. -/
theorem em (p : Prop) : p ∨ ¬p :=
  let U (x : Prop) : Prop := x = True ∨ p
  let V (x : Prop) : Prop := x = False ∨ p
  have exU : ∃ x, U x := ⟨True, Or.inl rfl⟩
  have exV : ∃ x, V x := ⟨False, Or.inl rfl⟩
  have differ_or_p : choose exU ≠ choose exV ∨ p :=
    match choose_spec exU, choose_spec exV with
    | Or.inr hp, _ => Or.inr hp
    | _, Or.inr hp => Or.inr hp
    | Or.inl hu, Or.inl hv => Or.inl fun h => (hu.symm.trans (h.trans hv)).mp trivial
  have agree_of_p : p → choose exU = choose exV := fun hp =>
    have h : U = V := funext fun _ => propext ⟨fun _ => Or.inr hp, fun _ => Or.inr hp⟩
    have chosen : ∀ exU exV, @choose _ U exU = @choose _ V exV := by
      rw [h]
      intros
      rfl
    chosen exU exV
  match differ_or_p with
  | Or.inl differ => Or.inr fun hp => differ (agree_of_p hp)
  | Or.inr hp => Or.inl hp

theorem exists_true_of_nonempty {α : Sort u} : Nonempty α → ∃ _ : α, True
  | ⟨x⟩ => ⟨x, trivial⟩

noncomputable def inhabited_of_nonempty {α : Sort u} (h : Nonempty α) : Inhabited α := ⟨choice h⟩

noncomputable def inhabited_of_exists {α : Sort u} {p : α → Prop} (h : ∃ x, p x) : Inhabited α :=
  inhabited_of_nonempty (let ⟨w, _⟩ := h; ⟨w⟩)

noncomputable def ofNonempty {α : Sort u} [h : Nonempty α] : Inhabited α := ⟨choice h⟩

/-- Every proposition is decidable, by choice. Available after `open Classical`. -/
noncomputable scoped instance (priority := low) propDecidable (a : Prop) : Decidable a :=
  choice ((em a).elim (fun h => ⟨isTrue h⟩) (fun h => ⟨isFalse h⟩))

noncomputable def decidableInhabited (a : Prop) : Inhabited (Decidable a) := ⟨propDecidable a⟩

noncomputable def typeDecidableEq (α : Sort u) : DecidableEq α := fun _ _ => propDecidable _

theorem byCases {p q : Prop} (hpq : p → q) (hnpq : ¬p → q) : q := (em p).elim hpq hnpq

theorem byContradiction {p : Prop} (h : ¬p → False) : p := (em p).elim id fun hn => (h hn).elim

theorem propComplete (a : Prop) : a = True ∨ a = False :=
  (em a).elim (fun h => Or.inl (eq_true h)) (fun h => Or.inr (eq_false h))

theorem axiomOfChoice {α : Sort u} {β : α → Sort v} {r : ∀ x, β x → Prop} (h : ∀ x, ∃ y, r x y) :
    ∃ f : ∀ x, β x, ∀ x, r x (f x) :=
  ⟨fun x => choose (h x), fun x => choose_spec (h x)⟩

theorem skolem {α : Sort u} {b : α → Sort v} {p : ∀ x, b x → Prop} :
    (∀ x, ∃ y, p x y) ↔ ∃ f : ∀ x, b x, ∀ x, p x (f x) :=
  ⟨axiomOfChoice, fun ⟨f, hf⟩ x => ⟨f x, hf x⟩⟩

/-- An element satisfying `p` if there is one. -/
noncomputable def epsilon {α : Sort u} [h : Nonempty α] (p : α → Prop) : α :=
  @dite α (∃ x, p x) (propDecidable _) choose fun _ => choice h

theorem epsilon_spec {α : Sort u} {p : α → Prop} (hex : ∃ y, p y) :
    p (@epsilon α (hex.elim fun w _ => ⟨w⟩) p) := by
  unfold epsilon
  rw [dif_pos hex]
  exact choose_spec hex

@[simp] theorem not_not {a : Prop} : ¬¬a ↔ a := ⟨byContradiction, not_not_intro⟩

@[simp] theorem not_forall {α : Sort u} {p : α → Prop} : (¬∀ x, p x) ↔ ∃ x, ¬p x :=
  ⟨fun h => byContradiction fun hn => h fun x => byContradiction fun hx => hn ⟨x, hx⟩,
    fun ⟨x, hx⟩ h => hx (h x)⟩

theorem not_forall_not {α : Sort u} {p : α → Prop} : (¬∀ x, ¬p x) ↔ ∃ x, p x :=
  ⟨fun h => byContradiction fun hn => h fun x hx => hn ⟨x, hx⟩, fun ⟨x, hx⟩ h => h x hx⟩

theorem not_exists_not {α : Sort u} {p : α → Prop} : (¬∃ x, ¬p x) ↔ ∀ x, p x :=
  ⟨fun h x => byContradiction fun hx => h ⟨x, hx⟩, fun h ⟨x, hx⟩ => hx (h x)⟩

theorem forall_or_exists_not {α : Sort u} (P : α → Prop) : (∀ a, P a) ∨ ∃ a, ¬P a :=
  (em (∀ a, P a)).elim Or.inl fun h => Or.inr (not_forall.mp h)

theorem exists_or_forall_not {α : Sort u} (P : α → Prop) : (∃ a, P a) ∨ ∀ a, ¬P a :=
  (em (∃ a, P a)).elim Or.inl fun h => Or.inr fun a ha => h ⟨a, ha⟩

theorem or_iff_not_imp_left {a b : Prop} : a ∨ b ↔ (¬a → b) :=
  ⟨Or.resolve_left, fun h => (em a).elim Or.inl fun hn => Or.inr (h hn)⟩

theorem or_iff_not_imp_right {a b : Prop} : a ∨ b ↔ (¬b → a) :=
  ⟨Or.resolve_right, fun h => (em b).elim Or.inr fun hn => Or.inl (h hn)⟩

theorem not_imp_iff_and_not {a b : Prop} : ¬(a → b) ↔ a ∧ ¬b :=
  ⟨fun h => ⟨byContradiction fun ha => h fun a => absurd a ha, fun hb => h fun _ => hb⟩,
    fun ⟨ha, hb⟩ h => hb (h ha)⟩

theorem not_and_iff_not_or_not {a b : Prop} : ¬(a ∧ b) ↔ ¬a ∨ ¬b :=
  ⟨fun h => (em a).elim (fun ha => Or.inr fun hb => h ⟨ha, hb⟩) Or.inl,
    fun h hab => h.elim (fun hn => hn hab.1) (fun hn => hn hab.2)⟩

theorem not_iff {a b : Prop} : ¬(a ↔ b) ↔ (¬a ↔ b) :=
  ⟨fun h => ⟨fun ha => byContradiction fun hb => h ⟨fun x => absurd x ha, fun x => absurd x hb⟩,
      fun hb ha => h ⟨fun _ => hb, fun _ => ha⟩⟩,
    fun h h' => (em a).elim (fun ha => h.2 (h'.1 ha) ha) (fun ha => ha (h'.2 (h.1 ha)))⟩

@[simp] theorem imp_iff_left_iff {a b : Prop} : (b ↔ a → b) ↔ a ∨ b :=
  ⟨fun h => (em a).elim Or.inl fun ha => Or.inr (h.2 fun x => absurd x ha),
    fun h => h.elim (fun ha => ⟨fun hb _ => hb, fun f => f ha⟩) (fun hb => ⟨fun _ _ => hb, fun _ => hb⟩)⟩

@[simp] theorem and_or_imp {a b c : Prop} : a ∧ b ∨ (a → c) ↔ a → b ∨ c :=
  ⟨fun h ha => h.elim (fun h => Or.inl h.2) (fun h => Or.inr (h ha)),
    fun h => (em a).elim (fun ha => (h ha).elim (fun hb => Or.inl ⟨ha, hb⟩) (fun hc => Or.inr fun _ => hc))
      fun ha => Or.inr fun x => absurd x ha⟩

@[simp] theorem not_imp {a b : Prop} : ¬(a → b) ↔ a ∧ ¬b := not_imp_iff_and_not

@[simp] theorem imp_and_neg_imp_iff (p : Prop) {q : Prop} : (p → q) ∧ (¬p → q) ↔ q :=
  ⟨fun h => byCases h.1 h.2, fun h => ⟨fun _ => h, fun _ => h⟩⟩

end Classical

export Classical (imp_iff_left_iff and_or_imp not_imp imp_and_neg_imp_iff)
export Classical (not_not not_forall)

noncomputable def Exists.choose {α : Sort u} {p : α → Prop} (h : ∃ a, p a) : α := Classical.choose h

theorem Exists.choose_spec {α : Sort u} {p : α → Prop} (h : ∃ a, p a) : p h.choose := Classical.choose_spec h

/-! ## Decidable propositions -/

namespace Decidable
variable {p q : Prop}

@[macro_inline] def byCases {q : Sort u} [dec : Decidable p] (h1 : p → q) (h2 : ¬p → q) : q :=
  match dec with
  | isTrue h => h1 h
  | isFalse h => h2 h

theorem byContradiction [dec : Decidable p] (h : ¬p → False) : p :=
  match dec with
  | isTrue hp => hp
  | isFalse hn => (h hn).elim

theorem of_not_not [Decidable p] (h : ¬¬p) : p := byContradiction h

theorem not_not [Decidable p] : ¬¬p ↔ p := ⟨of_not_not, not_not_intro⟩

theorem not_and_iff_or_not_not [Decidable p] : ¬(p ∧ q) ↔ ¬p ∨ ¬q :=
  ⟨fun h => (em p).elim (fun hp => Or.inr fun hq => h ⟨hp, hq⟩) Or.inl,
    fun h hpq => h.elim (fun hn => hn hpq.1) (fun hn => hn hpq.2)⟩

theorem not_and_iff_not_or_not [Decidable p] : ¬(p ∧ q) ↔ ¬p ∨ ¬q := not_and_iff_or_not_not

theorem not_or_of_imp [Decidable p] (h : p → q) : ¬p ∨ q := (em p).elim (fun hp => Or.inr (h hp)) Or.inl

theorem imp_iff_not_or [Decidable p] : (p → q) ↔ ¬p ∨ q := ⟨not_or_of_imp, Or.neg_resolve_left⟩

theorem not_imp_iff_and_not [Decidable p] : ¬(p → q) ↔ p ∧ ¬q :=
  ⟨fun h => ⟨byContradiction fun hp => h fun x => absurd x hp, fun hq => h fun _ => hq⟩,
    fun ⟨hp, hq⟩ h => hq (h hp)⟩

theorem or_iff_not_imp_left [Decidable p] : p ∨ q ↔ (¬p → q) :=
  ⟨Or.resolve_left, fun h => (em p).elim Or.inl fun hn => Or.inr (h hn)⟩

theorem or_iff_not_imp_right [Decidable q] : p ∨ q ↔ (¬q → p) :=
  ⟨Or.resolve_right, fun h => (em q).elim Or.inr fun hn => Or.inl (h hn)⟩

theorem not_imp_not [Decidable p] : (¬p → ¬q) ↔ (q → p) :=
  ⟨fun h hq => byContradiction fun hp => h hp hq, mt⟩

theorem not_imp_symm [Decidable p] (h : ¬p → q) (hq : ¬q) : p := byContradiction fun hp => hq (h hp)

theorem not_imp_comm [Decidable p] [Decidable q] : (¬p → q) ↔ (¬q → p) := ⟨not_imp_symm, not_imp_symm⟩

theorem peirce (p q : Prop) [Decidable p] (h : (p → q) → p) : p :=
  byContradiction fun hp => hp (h fun x => absurd x hp)

theorem iff_iff_and_or_not_and_not [Decidable q] : (p ↔ q) ↔ (p ∧ q) ∨ (¬p ∧ ¬q) :=
  ⟨fun h => (em q).elim (fun hq => Or.inl ⟨h.2 hq, hq⟩) (fun hq => Or.inr ⟨fun hp => hq (h.1 hp), hq⟩),
    fun h => h.elim (fun ⟨hp, hq⟩ => ⟨fun _ => hq, fun _ => hp⟩)
      (fun ⟨hp, hq⟩ => ⟨fun x => absurd x hp, fun x => absurd x hq⟩)⟩

theorem not_iff [Decidable q] : ¬(p ↔ q) ↔ (¬p ↔ q) :=
  ⟨fun h => ⟨fun hp => byContradiction fun hq => h ⟨fun x => absurd x hp, fun x => absurd x hq⟩,
      fun hq hp => h ⟨fun _ => hq, fun _ => hp⟩⟩,
    fun h h' => (em q).elim (fun hq => h.2 hq (h'.2 hq)) (fun hq => hq (h.1 fun hp => hq (h'.1 hp)))⟩

end Decidable
