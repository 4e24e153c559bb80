/-!
# Orders and lattices

Partial orders and lattices as type classes of our own, monotone maps, closure operators, Galois connections, and fixed
points of monotone predicates.
-/

namespace Algebra

universe u v w

/-- A reflexive, transitive and antisymmetric relation. -/
class PartialOrder (α : Type u) extends LE α where
  le_refl (a : α) : a ≤ a
  le_trans {a b c : α} : a ≤ b → b ≤ c → a ≤ c
  le_antisymm {a b : α} : a ≤ b → b ≤ a → a = b

/-- An order in which any two elements have a join and a meet. -/
class Lattice (α : Type u) extends PartialOrder α where
  join : α → α → α
  meet : α → α → α
  le_join_left (a b : α) : a ≤ join a b
  le_join_right (a b : α) : b ≤ join a b
  join_le {a b c : α} : a ≤ c → b ≤ c → join a b ≤ c
  meet_le_left (a b : α) : meet a b ≤ a
  meet_le_right (a b : α) : meet a b ≤ b
  le_meet {a b c : α} : a ≤ b → a ≤ c → a ≤ meet b c

export PartialOrder (le_refl le_trans le_antisymm)
export Lattice (join meet le_join_left le_join_right join_le meet_le_left meet_le_right le_meet)

/-! ## Orders -/

section Order

variable {α : Type u} {β : Type v} {γ : Type w} [PartialOrder α] [PartialOrder β] [PartialOrder γ]

theorem le_of_eq {a b : α} (h : a = b) : a ≤ b := by
  rw [h]
  exact le_refl b

theorem eq_iff_le_and_le {a b : α} : a = b ↔ a ≤ b ∧ b ≤ a := by
  constructor
  · intro h
    rw [h]
    exact ⟨le_refl b, le_refl b⟩
  · intro ⟨hab, hba⟩
    exact le_antisymm hab hba

theorem eq_of_same_upper {a b : α} (h : ∀ c, a ≤ c ↔ b ≤ c) : a = b := by
  apply le_antisymm
  · exact (h b).mpr (le_refl b)
  · exact (h a).mp (le_refl a)

/-- `a` is below everything that `P` holds for, and the greatest such. -/
def IsInfimum (P : α → Prop) (a : α) : Prop := ∀ b, b ≤ a ↔ ∀ c, P c → b ≤ c

theorem IsInfimum.le {P : α → Prop} {a b : α} (h : IsInfimum P a) (hb : P b) : a ≤ b :=
  (h a).mp (le_refl a) b hb

theorem IsInfimum.unique {P : α → Prop} {a b : α} (ha : IsInfimum P a) (hb : IsInfimum P b) : a = b := by
  apply le_antisymm
  · rw [hb a]
    intro c hc
    exact ha.le hc
  · rw [ha b]
    intro c hc
    exact hb.le hc

theorem isInfimum_of_least {P : α → Prop} {a : α} (ha : P a) (h : ∀ b, P b → a ≤ b) : IsInfimum P a := by
  intro b
  constructor
  · intro hba c hc
    exact le_trans hba (h c hc)
  · intro hb
    exact hb a ha

/-! ## Monotone maps -/

/-- `f` keeps the order. -/
def Monotone (f : α → β) : Prop := ∀ ⦃a b⦄, a ≤ b → f a ≤ f b

theorem monotone_id : Monotone (fun a : α => a) :=
  fun _ _ h => h

theorem monotone_const (b : β) : Monotone (fun _ : α => b) := by
  intro _ _ _
  exact le_refl b

theorem Monotone.comp {g : β → γ} {f : α → β} (hg : Monotone g) (hf : Monotone f) : Monotone (fun a => g (f a)) := by
  intro a b h
  apply hg
  exact hf h

/-- `f` applied `n` times. -/
def iterate (f : α → α) : Nat → α → α
  | 0, a => a
  | n + 1, a => f (iterate f n a)

theorem Monotone.iterate {f : α → α} (hf : Monotone f) (n : Nat) : Monotone (Algebra.iterate f n) := by
  induction n with
  | zero => exact monotone_id
  | succ n ih => exact hf.comp ih

theorem Monotone.iterate_le {f : α → α} (hf : Monotone f) {a : α} (h : a ≤ f a) (n : Nat) :
    Algebra.iterate f n a ≤ Algebra.iterate f (n + 1) a := by
  induction n with
  | zero => exact h
  | succ n ih => exact hf ih

/-- Going up from below a fixed point never passes it. -/
theorem Monotone.iterate_le_fixed {f : α → α} (hf : Monotone f) {a b : α} (hab : a ≤ b) (hb : f b = b) (n : Nat) :
    Algebra.iterate f n a ≤ b := by
  induction n with
  | zero => exact hab
  | succ n ih =>
    rw [← hb]
    exact hf ih

/-! ## Closure operators and Galois connections -/

/-- `c` goes up, keeps the order, and does nothing the second time. -/
structure IsClosure (c : α → α) : Prop where
  le (a : α) : a ≤ c a
  mono : Monotone c
  idem (a : α) : c (c a) = c a

theorem isClosure_id : IsClosure (fun a : α => a) :=
  ⟨le_refl, monotone_id, fun _ => rfl⟩

theorem IsClosure.le_iff {c : α → α} (h : IsClosure c) {a b : α} : a ≤ c b ↔ c a ≤ c b := by
  constructor
  · intro hab
    rw [← h.idem b]
    exact h.mono hab
  · intro hab
    exact le_trans (h.le a) hab

theorem isClosure_of_le_iff {c : α → α} (h : ∀ a b, a ≤ c b ↔ c a ≤ c b) : IsClosure c := by
  have hle : ∀ a, a ≤ c a := by
    intro a
    rw [h]
    exact le_refl (c a)
  constructor
  · exact hle
  · intro a b hab
    rw [← h]
    exact le_trans hab (hle b)
  · intro a
    apply le_antisymm
    · rw [← h]
      exact le_refl (c a)
    · exact hle (c a)

/-- `f` and `g` answer each other's questions. -/
def Galois (f : α → β) (g : β → α) : Prop := ∀ a b, f a ≤ b ↔ a ≤ g b

theorem Galois.le_right_left {f : α → β} {g : β → α} (h : Galois f g) (a : α) : a ≤ g (f a) :=
  (h a (f a)).mp (le_refl (f a))

theorem Galois.left_right_le {f : α → β} {g : β → α} (h : Galois f g) (b : β) : f (g b) ≤ b :=
  (h (g b) b).mpr (le_refl (g b))

theorem Galois.monotone_left {f : α → β} {g : β → α} (h : Galois f g) : Monotone f := by
  intro a b hab
  rw [h]
  exact le_trans hab (h.le_right_left b)

theorem Galois.monotone_right {f : α → β} {g : β → α} (h : Galois f g) : Monotone g := by
  intro a b hab
  rw [← h]
  exact le_trans (h.left_right_le a) hab

theorem Galois.left_right_left {f : α → β} {g : β → α} (h : Galois f g) (a : α) : f (g (f a)) = f a := by
  apply le_antisymm
  · exact h.left_right_le (f a)
  · exact h.monotone_left (h.le_right_left a)

theorem Galois.isClosure {f : α → β} {g : β → α} (h : Galois f g) : IsClosure (fun a => g (f a)) := by
  constructor
  · exact h.le_right_left
  · exact h.monotone_right.comp h.monotone_left
  · intro a
    rw [h.left_right_left]

theorem Galois.unique {f : α → β} {g k : β → α} (hg : Galois f g) (hk : Galois f k) (b : β) : g b = k b := by
  apply le_antisymm
  · rw [← hk]
    exact hg.left_right_le b
  · rw [← hg]
    exact hk.left_right_le b

theorem Galois.comp {f : α → β} {g : β → α} {f' : β → γ} {g' : γ → β} (h : Galois f g) (h' : Galois f' g') :
    Galois (fun a => f' (f a)) (fun c => g (g' c)) := by
  intro a c
  rw [h', h]

end Order

/-! ## Lattices -/

section Lattice

variable {α : Type u} [Lattice α]

theorem join_le_iff {a b c : α} : join a b ≤ c ↔ a ≤ c ∧ b ≤ c := by
  constructor
  · intro h
    constructor
    · exact le_trans (le_join_left a b) h
    · exact le_trans (le_join_right a b) h
  · intro ⟨ha, hb⟩
    exact join_le ha hb

theorem le_meet_iff {a b c : α} : a ≤ meet b c ↔ a ≤ b ∧ a ≤ c := by
  constructor
  · intro h
    constructor
    · exact le_trans h (meet_le_left b c)
    · exact le_trans h (meet_le_right b c)
  · intro ⟨hb, hc⟩
    exact le_meet hb hc

theorem join_self (a : α) : join a a = a := by
  apply le_antisymm
  · exact join_le (le_refl a) (le_refl a)
  · exact le_join_left a a

theorem meet_self (a : α) : meet a a = a := by
  apply le_antisymm
  · exact meet_le_left a a
  · exact le_meet (le_refl a) (le_refl a)

theorem join_comm (a b : α) : join a b = join b a := by
  apply eq_of_same_upper
  intro c
  rw [join_le_iff, join_le_iff]
  exact And.comm

theorem join_assoc (a b c : α) : join (join a b) c = join a (join b c) := by
  apply eq_of_same_upper
  intro d
  rw [join_le_iff, join_le_iff, join_le_iff, join_le_iff, and_assoc]

theorem meet_comm (a b : α) : meet a b = meet b a := by
  apply le_antisymm
  · exact le_meet (meet_le_right a b) (meet_le_left a b)
  · exact le_meet (meet_le_right b a) (meet_le_left b a)

theorem join_meet_absorb (a b : α) : join a (meet a b) = a := by
  apply le_antisymm
  · exact join_le (le_refl a) (meet_le_left a b)
  · exact le_join_left a _

theorem meet_join_absorb (a b : α) : meet a (join a b) = a := by
  apply le_antisymm
  · exact meet_le_left a _
  · exact le_meet (le_refl a) (le_join_left a b)

theorem join_eq_right_iff {a b : α} : join a b = b ↔ a ≤ b := by
  constructor
  · intro h
    rw [← h]
    exact le_join_left a b
  · intro h
    apply le_antisymm
    · exact join_le h (le_refl b)
    · exact le_join_right a b

theorem meet_eq_left_iff {a b : α} : meet a b = a ↔ a ≤ b := by
  constructor
  · intro h
    rw [← h]
    exact meet_le_right a b
  · intro h
    apply le_antisymm
    · exact meet_le_left a b
    · exact le_meet (le_refl a) h

theorem join_le_join {a b c d : α} (hab : a ≤ b) (hcd : c ≤ d) : join a c ≤ join b d := by
  apply join_le
  · exact le_trans hab (le_join_left b d)
  · exact le_trans hcd (le_join_right b d)

theorem monotone_meet (a : α) : Monotone (meet a) := by
  intro b c h
  apply le_meet
  · exact meet_le_left a b
  · exact le_trans (meet_le_right a b) h

/-- One half of distributivity holds in every lattice. -/
theorem join_meets_le (a b c : α) : join (meet a b) (meet a c) ≤ meet a (join b c) := by
  apply join_le
  · exact monotone_meet a (le_join_left b c)
  · exact monotone_meet a (le_join_right b c)

theorem Monotone.join_le {β : Type v} [Lattice β] {f : α → β} (hf : Monotone f) (a b : α) :
    join (f a) (f b) ≤ f (join a b) := by
  apply Algebra.join_le
  · exact hf (le_join_left a b)
  · exact hf (le_join_right a b)

/-- Distributivity one way round gives it the other way round. -/
theorem join_meet_of_meet_join (h : ∀ a b c : α, meet a (join b c) = join (meet a b) (meet a c)) (a b c : α) :
    join a (meet b c) = meet (join a b) (join a c) := by
  calc
    join a (meet b c) = join a (join (meet a c) (meet b c)) := by rw [← join_assoc, join_meet_absorb]
    _ = join a (meet c (join a b)) := by rw [h, meet_comm a c, meet_comm b c]
    _ = join (meet (join a b) a) (meet (join a b) c) := by rw [meet_comm (join a b) a, meet_join_absorb, meet_comm c]
    _ = meet (join a b) (join a c) := (h _ _ _).symm

/-- In a distributive lattice complements are unique. -/
theorem complement_unique (h : ∀ a b c : α, meet a (join b c) = join (meet a b) (meet a c)) {a b c : α}
    (hmeet : meet a b = meet a c) (hjoin : join a b = join a c) : b = c := by
  have hb : b = join (meet a c) (meet b c) := by
    rw [← hmeet, meet_comm a b, ← h, ← hjoin, join_comm, meet_join_absorb]
  have hc : c = join (meet a c) (meet b c) := by
    rw [meet_comm a c, meet_comm b c, ← h, hjoin, join_comm, meet_join_absorb]
  rw [hb, ← hc]

end Lattice

/-! ## Examples -/

instance natOrder : Lattice Nat where
  le_refl := Nat.le_refl
  le_trans := Nat.le_trans
  le_antisymm := Nat.le_antisymm
  join := max
  meet := min
  le_join_left := Nat.le_max_left
  le_join_right := Nat.le_max_right
  join_le ha hb := Nat.max_le.mpr ⟨ha, hb⟩
  meet_le_left := Nat.min_le_left
  meet_le_right := Nat.min_le_right
  le_meet ha hb := Nat.le_min.mpr ⟨ha, hb⟩

/-- Predicates, ordered by implication. -/
def Pred (α : Type u) := α → Prop

instance predOrder {α : Type u} : Lattice (Pred α) where
  le p q := ∀ a, p a → q a
  le_refl _ _ h := h
  le_trans hpq hqr a h := hqr a (hpq a h)
  le_antisymm hpq hqp := funext fun a => propext ⟨hpq a, hqp a⟩
  join p q := fun a => p a ∨ q a
  meet p q := fun a => p a ∧ q a
  le_join_left _ _ _ := Or.inl
  le_join_right _ _ _ := Or.inr
  join_le hp hq a := Or.rec (hp a) (hq a)
  meet_le_left _ _ _ := And.left
  meet_le_right _ _ _ := And.right
  le_meet hp hq a h := ⟨hp a h, hq a h⟩

theorem meet_join_pred {α : Type u} (p q r : Pred α) : meet p (join q r) = join (meet p q) (meet p r) := by
  funext a
  exact propext and_or_left

theorem monotone_add_right (n : Nat) : Monotone (fun m : Nat => m + n) := by
  intro a b h
  exact Nat.add_le_add_right h n

/-- Multiplying and dividing answer each other's questions. -/
theorem galois_mul_div {n : Nat} (hn : 0 < n) : Galois (fun a : Nat => a * n) (fun b => b / n) := by
  intro a b
  exact (Nat.le_div_iff_mul_le hn).symm

/-! ## The theorem of Knaster and Tarski for predicates -/

section Fixed

variable {α : Type u} {f : Pred α → Pred α}

/-- The least fixed point: what every predicate that `f` shrinks contains. -/
def least (f : Pred α → Pred α) : Pred α := fun a => ∀ p : Pred α, f p ≤ p → p a

theorem least_le {p : Pred α} (h : f p ≤ p) : least f ≤ p := by
  intro a ha
  exact ha p h

theorem le_least {p : Pred α} (h : ∀ q : Pred α, f q ≤ q → p ≤ q) : p ≤ least f := by
  intro a ha q hq
  exact h q hq a ha

theorem map_least_le (hf : Monotone f) : f (least f) ≤ least f := by
  apply le_least
  intro q hq
  apply le_trans _ hq
  apply hf
  exact least_le hq

theorem map_least (hf : Monotone f) : f (least f) = least f := by
  apply le_antisymm
  · exact map_least_le hf
  · apply least_le
    apply hf
    exact map_least_le hf

theorem least_le_fixed {p : Pred α} (h : f p = p) : least f ≤ p := by
  apply least_le
  exact le_of_eq h

theorem least_mono {g : Pred α → Pred α} (h : ∀ p, f p ≤ g p) : least f ≤ least g := by
  apply le_least
  intro q hq
  apply least_le
  exact le_trans (h q) hq

/-- Induction along the least fixed point. -/
theorem least_induction (hf : Monotone f) {p : Pred α} (h : f (meet (least f) p) ≤ p) : least f ≤ p := by
  have hle : least f ≤ meet (least f) p := by
    apply least_le
    apply le_meet
    · apply le_trans _ (map_least_le hf)
      apply hf
      exact meet_le_left _ p
    · exact h
  exact le_trans hle (meet_le_right _ p)

end Fixed

end Algebra
