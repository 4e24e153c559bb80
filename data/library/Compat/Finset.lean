import Compat.Algebra
import Compat.Set

/-!
# Finite sets

As in Mathlib: a multiset is a list up to order, a finite set is a multiset in which nothing occurs twice. So
two finite sets with the same elements are equal, and everything that is computed here computes by `decide`.
-/

universe u v

/-- A list up to the order of its elements. -/
def Multiset (α : Type u) : Type u := Quotient ⟨@List.Perm α, .refl, .symm, .trans⟩

namespace Multiset
variable {α : Type u} {β : Type v}

@[coe] def ofList : List α → Multiset α := Quot.mk _

instance : Coe (List α) (Multiset α) := ⟨ofList⟩

theorem sound {l₁ l₂ : List α} (h : l₁.Perm l₂) : (l₁ : Multiset α) = l₂ := Quot.sound h
theorem exact {l₁ l₂ : List α} (h : (l₁ : Multiset α) = l₂) : l₁.Perm l₂ := Quotient.exact h

protected def Mem (s : Multiset α) (a : α) : Prop :=
  Quot.liftOn s (a ∈ ·) fun _ _ h => propext (List.Perm.mem_iff h)

instance : Membership α (Multiset α) := ⟨Multiset.Mem⟩

def Nodup (s : Multiset α) : Prop := Quot.liftOn s List.Nodup fun _ _ h => propext (List.Perm.nodup_iff h)

def card (s : Multiset α) : ℕ := Quot.liftOn s List.length fun _ _ h => List.Perm.length_eq h

def cons (a : α) (s : Multiset α) : Multiset α :=
  Quot.liftOn s (fun l => ofList (a :: l)) fun _ _ h => sound (.cons a h)

def map (f : α → β) (s : Multiset α) : Multiset β :=
  Quot.liftOn s (fun l => ofList (l.map f)) fun _ _ h => sound (.map f h)

def filter (p : α → Prop) [DecidablePred p] (s : Multiset α) : Multiset α :=
  Quot.liftOn s (fun l => ofList (l.filter (decide <| p ·))) fun _ _ h => sound (.filter _ h)

/-- Whether `p` holds for all elements, computed. -/
protected def all (p : α → Bool) (s : Multiset α) : Bool :=
  Quot.liftOn s (List.all · p) fun _ _ h => Bool.eq_iff_iff.2 (by simp [List.all_eq_true, h.mem_iff])

def sum {M : Type u} [AddCommMonoid M] (s : Multiset M) : M :=
  Quot.liftOn s List.sum fun _ _ h => by
    induction h with
    | nil => rfl
    | cons x _ ih => simp [ih]
    | swap x y l => simp [add_left_comm]
    | trans _ _ ih₁ ih₂ => exact ih₁.trans ih₂

def prod {M : Type u} [CommMonoid M] (s : Multiset M) : M :=
  Quot.liftOn s (List.foldr (· * ·) 1) fun _ _ h => by
    induction h with
    | nil => rfl
    | cons x _ ih => simp [ih]
    | swap x y l => simp [mul_left_comm]
    | trans _ _ ih₁ ih₂ => exact ih₁.trans ih₂

theorem Nodup.ext_list : {l₁ l₂ : List α} → l₁.Nodup → l₂.Nodup → (∀ a, a ∈ l₁ ↔ a ∈ l₂) → l₁.Perm l₂
  | [], l₂, _, _, h => by
    rw [List.eq_nil_iff_forall_not_mem.2 fun a ha => List.not_mem_nil ((h a).2 ha)]
    exact .nil
  | a :: l₁, l₂, h₁, h₂, h => by
    obtain ⟨s, t, rfl⟩ := List.append_of_mem ((h a).1 List.mem_cons_self)
    have h₂ := List.nodup_cons.1 (List.perm_middle.nodup_iff.1 h₂)
    have h₁ := List.nodup_cons.1 h₁
    refine (List.Perm.cons a (ext_list h₁.2 h₂.2 fun b => ?_)).trans List.perm_middle.symm
    have hb := h b
    simp only [List.mem_cons, List.mem_append] at hb h₂ ⊢
    by_cases e : b = a
    · subst e
      exact ⟨fun hb => absurd hb h₁.1, fun hb => absurd hb h₂.1⟩
    · simpa [e] using hb

theorem Nodup.ext {s t : Multiset α} (hs : s.Nodup) (ht : t.Nodup) : s = t ↔ ∀ a, a ∈ s ↔ a ∈ t := by
  refine ⟨fun h _ => h ▸ .rfl, fun h => ?_⟩
  induction s using Quot.inductionOn with | _ l₁
  induction t using Quot.inductionOn with | _ l₂
  exact sound (ext_list hs ht h)

theorem mem_filter {p : α → Prop} [DecidablePred p] {a : α} {s : Multiset α} :
    a ∈ s.filter p ↔ a ∈ s ∧ p a := by
  induction s using Quot.inductionOn with | _ l
  exact List.mem_filter.trans (and_congr_right fun _ => decide_eq_true_iff)

theorem Nodup.filter (p : α → Prop) [DecidablePred p] {s : Multiset α} (h : s.Nodup) :
    (s.filter p).Nodup := by
  induction s using Quot.inductionOn with | _ l
  exact List.Nodup.filter _ h

theorem mem_cons {a b : α} {s : Multiset α} : a ∈ cons b s ↔ a = b ∨ a ∈ s := by
  induction s using Quot.inductionOn with | _ l
  exact List.mem_cons

theorem nodup_cons {a : α} {s : Multiset α} : (cons a s).Nodup ↔ a ∉ s ∧ s.Nodup := by
  induction s using Quot.inductionOn with | _ l
  exact List.nodup_cons

theorem all_eq_true {p : α → Bool} {s : Multiset α} : s.all p = true ↔ ∀ a, a ∈ s → p a = true := by
  induction s using Quot.inductionOn with | _ l
  exact List.all_eq_true

end Multiset

/-- A finite set of elements of `α`. -/
structure Finset (α : Type u) where
  val : Multiset α
  nodup : val.Nodup

namespace Finset
variable {α : Type u} {β : Type v}

instance : Membership α (Finset α) := ⟨fun s a => a ∈ s.val⟩
instance : HasSubset (Finset α) := ⟨fun s t => ∀ a, a ∈ s → a ∈ t⟩
instance : EmptyCollection (Finset α) := ⟨⟨([] : List α), List.nodup_nil⟩⟩

def card (s : Finset α) : ℕ := s.val.card

protected def Nonempty (s : Finset α) : Prop := ∃ x, x ∈ s

@[ext] theorem ext {s₁ s₂ : Finset α} (h : ∀ a, a ∈ s₁ ↔ a ∈ s₂) : s₁ = s₂ := by
  obtain ⟨v₁, n₁⟩ := s₁
  obtain ⟨v₂, n₂⟩ := s₂
  obtain rfl := (Multiset.Nodup.ext n₁ n₂).2 h
  rfl

/-! ## Decidability -/

instance decidableDforallFinset {s : Finset α} {p : α → Prop} [DecidablePred p] :
    Decidable (∀ a, a ∈ s → p a) :=
  decidable_of_iff (s.val.all (decide <| p ·) = true) (Multiset.all_eq_true.trans (by simp; rfl))

instance decidableExistsAndFinset {s : Finset α} {p : α → Prop} [DecidablePred p] :
    Decidable (∃ a, a ∈ s ∧ p a) :=
  decidable_of_iff (¬∀ a, a ∈ s → ¬p a)
    ⟨fun h => Classical.byContradiction fun h' => h fun a ha hp => h' ⟨a, ha, hp⟩,
      fun ⟨a, ha, hp⟩ h => h a ha hp⟩

instance decidableMem [DecidableEq α] (a : α) (s : Finset α) : Decidable (a ∈ s) :=
  decidable_of_iff (∃ b, b ∈ s ∧ a = b) ⟨fun ⟨_, hb, e⟩ => e ▸ hb, fun h => ⟨a, h, rfl⟩⟩

instance [DecidableEq α] (s t : Finset α) : Decidable (s ⊆ t) :=
  inferInstanceAs (Decidable (∀ a, a ∈ s → a ∈ t))

instance [DecidableEq α] : DecidableEq (Finset α) := fun s t =>
  decidable_of_iff (s ⊆ t ∧ t ⊆ s)
    ⟨fun h => ext fun a => ⟨h.1 a, h.2 a⟩, fun e => e ▸ ⟨fun _ h => h, fun _ h => h⟩⟩

/-! ## Constructions -/

def filter (p : α → Prop) [DecidablePred p] (s : Finset α) : Finset α := ⟨s.val.filter p, s.nodup.filter p⟩

def cons (a : α) (s : Finset α) (h : a ∉ s) : Finset α := ⟨s.val.cons a, Multiset.nodup_cons.2 ⟨h, s.nodup⟩⟩

def range (n : ℕ) : Finset ℕ := ⟨List.range n, List.nodup_range⟩

instance : Singleton α (Finset α) := ⟨fun a => cons a ∅ List.not_mem_nil⟩

section DecidableEq
variable [DecidableEq α]

instance : Insert α (Finset α) := ⟨fun a s => if h : a ∈ s then s else cons a s h⟩
instance : Inter (Finset α) := ⟨fun s t => s.filter (· ∈ t)⟩
instance : SDiff (Finset α) := ⟨fun s t => s.filter (· ∉ t)⟩

def erase (s : Finset α) (a : α) : Finset α := s.filter (· ≠ a)

end DecidableEq

@[simp] theorem mem_filter {p : α → Prop} [DecidablePred p] {s : Finset α} {a : α} :
    a ∈ s.filter p ↔ a ∈ s ∧ p a :=
  Multiset.mem_filter
@[simp] theorem mem_cons {a b : α} {s : Finset α} {h : a ∉ s} : b ∈ cons a s h ↔ b = a ∨ b ∈ s :=
  Multiset.mem_cons
@[simp] theorem mem_range {n m : ℕ} : m ∈ range n ↔ m < n := List.mem_range
@[simp] theorem notMem_empty (a : α) : a ∉ (∅ : Finset α) := List.not_mem_nil
@[simp] theorem mem_singleton {a b : α} : b ∈ ({a} : Finset α) ↔ b = a := mem_cons.trans (by simp)
theorem subset_iff {s₁ s₂ : Finset α} : s₁ ⊆ s₂ ↔ ∀ ⦃x⦄, x ∈ s₁ → x ∈ s₂ := .rfl

section DecidableEq
variable [DecidableEq α]

@[simp] theorem mem_insert {s : Finset α} {a b : α} : a ∈ insert b s ↔ a = b ∨ a ∈ s := by
  show a ∈ (if h : b ∈ s then s else cons b s h) ↔ _
  split
  · rename_i h
    exact ⟨.inr, fun h' => h'.elim (fun e => e ▸ h) id⟩
  · exact mem_cons

theorem cons_eq_insert (a : α) (s : Finset α) (h : a ∉ s) : cons a s h = insert a s := by ext b; simp

theorem insert_eq_of_mem {a : α} {s : Finset α} (h : a ∈ s) : insert a s = s := by
  ext b
  exact mem_insert.trans ⟨fun h' => h'.elim (fun e => e ▸ h) id, .inr⟩

@[simp] theorem mem_inter {a : α} {s₁ s₂ : Finset α} : a ∈ s₁ ∩ s₂ ↔ a ∈ s₁ ∧ a ∈ s₂ := mem_filter
@[simp] theorem mem_sdiff {s t : Finset α} {a : α} : a ∈ s \ t ↔ a ∈ s ∧ a ∉ t := mem_filter
@[simp] theorem mem_erase {a b : α} {s : Finset α} : a ∈ erase s b ↔ a ≠ b ∧ a ∈ s :=
  mem_filter.trans and_comm

end DecidableEq

theorem range_zero : range 0 = ∅ := rfl
theorem range_succ {n : ℕ} : range (n + 1) = insert n (range n) := by ext a; simp; omega
theorem range_add_one {n : ℕ} : range (n + 1) = insert n (range n) := range_succ

/-! ## Unions and images -/

section DecidableEq
variable [DecidableEq α]

private theorem mem_foldr_insert {t : Finset α} {a : α} {l : List α} :
    a ∈ l.foldr insert t ↔ a ∈ l ∨ a ∈ t := by
  induction l with
  | nil => simp
  | cons b l ih => simp [ih, or_assoc]

private def insertAll (s : Multiset α) (t : Finset α) : Finset α :=
  Quot.liftOn s (List.foldr insert t) fun _ _ h => by ext a; simp [mem_foldr_insert, h.mem_iff]

private theorem mem_insertAll {s : Multiset α} {t : Finset α} {a : α} :
    a ∈ insertAll s t ↔ a ∈ s ∨ a ∈ t := by
  induction s using Quot.inductionOn with | _ l
  exact mem_foldr_insert

def _root_.Multiset.toFinset (s : Multiset α) : Finset α := insertAll s ∅

@[simp] theorem _root_.Multiset.mem_toFinset {a : α} {s : Multiset α} : a ∈ s.toFinset ↔ a ∈ s :=
  mem_insertAll.trans (by simp)

instance : Union (Finset α) := ⟨fun s t => insertAll s.val t⟩

@[simp] theorem mem_union {s t : Finset α} {a : α} : a ∈ s ∪ t ↔ a ∈ s ∨ a ∈ t := mem_insertAll

end DecidableEq

def image [DecidableEq β] (f : α → β) (s : Finset α) : Finset β := (s.val.map f).toFinset

@[simp] theorem mem_image [DecidableEq β] {f : α → β} {s : Finset α} {b : β} :
    b ∈ s.image f ↔ ∃ a, a ∈ s ∧ f a = b := by
  obtain ⟨⟨l⟩, n⟩ := s
  exact Multiset.mem_toFinset.trans List.mem_map

/-! ## Cardinality -/

@[simp] theorem card_empty : card (∅ : Finset α) = 0 := rfl
@[simp] theorem card_range (n : ℕ) : (range n).card = n := List.length_range
@[simp] theorem card_singleton (a : α) : card ({a} : Finset α) = 1 := rfl
@[simp] theorem card_cons {s : Finset α} {a : α} (h : a ∉ s) : (cons a s h).card = s.card + 1 := by
  obtain ⟨⟨l⟩, n⟩ := s
  rfl
theorem card_insert_of_notMem [DecidableEq α] {s : Finset α} {a : α} (h : a ∉ s) :
    (insert a s).card = s.card + 1 := by
  rw [← cons_eq_insert a s h, card_cons]

@[elab_as_elim] theorem cons_induction {p : Finset α → Prop} (empty : p ∅)
    (cons : ∀ (a : α) (s : Finset α) (h : a ∉ s), p s → p (cons a s h)) (s : Finset α) : p s := by
  obtain ⟨⟨l⟩, n⟩ := s
  induction l with
  | nil => exact empty
  | cons a l ih => exact cons a ⟨.ofList l, (List.nodup_cons.1 n).2⟩ (List.nodup_cons.1 n).1 (ih _)

@[elab_as_elim] theorem induction_on [DecidableEq α] {p : Finset α → Prop} (s : Finset α) (empty : p ∅)
    (insert : ∀ (a : α) (s : Finset α), a ∉ s → p s → p (insert a s)) : p s :=
  cons_induction empty (fun a s h hs => cons_eq_insert a s h ▸ insert a s h hs) s

end Finset

/-! ## Intervals -/

/-- An order in which all bounded intervals are finite. -/
class LocallyFiniteOrder (α : Type u) [LE α] [LT α] where
  finsetIcc : α → α → Finset α
  finsetIco : α → α → Finset α
  finsetIoc : α → α → Finset α
  finsetIoo : α → α → Finset α
  finset_mem_Icc : ∀ a b x : α, x ∈ finsetIcc a b ↔ a ≤ x ∧ x ≤ b
  finset_mem_Ico : ∀ a b x : α, x ∈ finsetIco a b ↔ a ≤ x ∧ x < b
  finset_mem_Ioc : ∀ a b x : α, x ∈ finsetIoc a b ↔ a < x ∧ x ≤ b
  finset_mem_Ioo : ∀ a b x : α, x ∈ finsetIoo a b ↔ a < x ∧ x < b

namespace Finset
variable {α : Type u} [LE α] [LT α] [LocallyFiniteOrder α]

def Icc (a b : α) : Finset α := LocallyFiniteOrder.finsetIcc a b
def Ico (a b : α) : Finset α := LocallyFiniteOrder.finsetIco a b
def Ioc (a b : α) : Finset α := LocallyFiniteOrder.finsetIoc a b
def Ioo (a b : α) : Finset α := LocallyFiniteOrder.finsetIoo a b

@[simp] theorem mem_Icc {a b x : α} : x ∈ Icc a b ↔ a ≤ x ∧ x ≤ b := LocallyFiniteOrder.finset_mem_Icc a b x
@[simp] theorem mem_Ico {a b x : α} : x ∈ Ico a b ↔ a ≤ x ∧ x < b := LocallyFiniteOrder.finset_mem_Ico a b x
@[simp] theorem mem_Ioc {a b x : α} : x ∈ Ioc a b ↔ a < x ∧ x ≤ b := LocallyFiniteOrder.finset_mem_Ioc a b x
@[simp] theorem mem_Ioo {a b x : α} : x ∈ Ioo a b ↔ a < x ∧ x < b := LocallyFiniteOrder.finset_mem_Ioo a b x

end Finset
