import Lists.Maps

/-!
# Membership, quantifiers over lists, counting

Membership by recursion and how every list function changes it; `All` and `Some`; how often an element occurs; lists
without repetition.
-/

namespace Lists

universe u v

variable {α : Type u} {β : Type v}

/-- `a` occurs in the list. -/
def Mem (a : α) : List α → Prop
  | [] => False
  | b :: as => a = b ∨ Mem a as

/-! ## Membership -/

theorem mem_head (a : α) (as : List α) : Mem a (a :: as) :=
  Or.inl rfl

theorem mem_tail {a : α} {as : List α} (b : α) (h : Mem a as) : Mem a (b :: as) :=
  Or.inr h

theorem not_mem_nil (a : α) : ¬Mem a [] := by
  intro h
  exact h

theorem mem_singleton_iff {a b : α} : Mem a [b] ↔ a = b := by
  constructor
  · intro h
    cases h with
    | inl h => exact h
    | inr h => exact absurd h (not_mem_nil a)
  · intro h
    exact Or.inl h

theorem mem_append_iff {a : α} {as bs : List α} : Mem a (as ++ bs) ↔ Mem a as ∨ Mem a bs := by
  induction as with
  | nil =>
    constructor
    · intro h
      exact Or.inr h
    · intro h
      cases h with
      | inl h => exact absurd h (not_mem_nil a)
      | inr h => exact h
  | cons b as ih =>
    show a = b ∨ Mem a (as ++ bs) ↔ (a = b ∨ Mem a as) ∨ Mem a bs
    rw [ih, or_assoc]

theorem mem_snoc_iff {a b : α} {as : List α} : Mem a (snoc as b) ↔ Mem a as ∨ a = b := by
  rw [snoc_eq_append, mem_append_iff, mem_singleton_iff]

theorem mem_rev_iff {a : α} {as : List α} : Mem a (rev as) ↔ Mem a as := by
  induction as with
  | nil => exact Iff.rfl
  | cons b as ih =>
    rw [rev_cons, mem_snoc_iff, ih]
    exact Or.comm

theorem mem_map {f : α → β} {a : α} {as : List α} (h : Mem a as) : Mem (f a) (map f as) := by
  induction as with
  | nil => exact h
  | cons b as ih =>
    cases h with
    | inl h =>
      left
      rw [h]
    | inr h =>
      right
      exact ih h

theorem mem_map_iff {f : α → β} {b : β} {as : List α} : Mem b (map f as) ↔ ∃ a, Mem a as ∧ f a = b := by
  constructor
  · intro h
    induction as with
    | nil => exact absurd h (not_mem_nil b)
    | cons c as ih =>
      cases h with
      | inl h => exact ⟨c, mem_head c as, h.symm⟩
      | inr h =>
        obtain ⟨a, ha, hab⟩ := ih h
        exact ⟨a, mem_tail c ha, hab⟩
  · intro ⟨a, ha, hab⟩
    rw [← hab]
    exact mem_map ha

theorem mem_of_mem_keep {p : α → Bool} {a : α} {as : List α} (h : Mem a (keep p as)) : Mem a as ∧ p a = true := by
  induction as with
  | nil => exact absurd h (not_mem_nil a)
  | cons b as ih =>
    cases hb : p b with
    | true =>
      rw [keep_of_pass hb] at h
      cases h with
      | inl h =>
        rw [h]
        exact ⟨mem_head b as, hb⟩
      | inr h => exact ⟨mem_tail b (ih h).left, (ih h).right⟩
    | false =>
      rw [keep_of_fail hb] at h
      exact ⟨mem_tail b (ih h).left, (ih h).right⟩

theorem mem_join_iff {a : α} {xs : List (List α)} : Mem a (join xs) ↔ ∃ x, Mem x xs ∧ Mem a x := by
  induction xs with
  | nil =>
    constructor
    · intro h
      exact absurd h (not_mem_nil a)
    · intro ⟨x, hx, _⟩
      exact absurd hx (not_mem_nil x)
  | cons y xs ih =>
    show Mem a (y ++ join xs) ↔ ∃ x, Mem x (y :: xs) ∧ Mem a x
    rw [mem_append_iff, ih]
    constructor
    · intro h
      rcases h with h | ⟨x, hx, hax⟩
      · exact ⟨y, mem_head y xs, h⟩
      · exact ⟨x, mem_tail y hx, hax⟩
    · intro ⟨x, hx, hax⟩
      cases hx with
      | inl h =>
        left
        rw [← h]
        exact hax
      | inr h =>
        right
        exact ⟨x, h, hax⟩

/-- A list can be cut open at any of its elements. -/
theorem mem_split {a : α} {as : List α} (h : Mem a as) : ∃ bs cs, as = bs ++ a :: cs := by
  induction as with
  | nil => exact absurd h (not_mem_nil a)
  | cons b as ih =>
    cases h with
    | inl h =>
      refine ⟨[], as, ?_⟩
      rw [h]
      rfl
    | inr h =>
      obtain ⟨bs, cs, hs⟩ := ih h
      refine ⟨b :: bs, cs, ?_⟩
      rw [hs]
      rfl

theorem mem_le_total {n : Nat} {ns : List Nat} (h : Mem n ns) : n ≤ total ns := by
  obtain ⟨ks, ms, hs⟩ := mem_split h
  rw [hs, total_append]
  apply Nat.le_trans (Nat.le_add_right n (total ms))
  exact Nat.le_add_left _ _

/-! ## For all elements, for some element -/

/-- Every element has the property. -/
def All (P : α → Prop) : List α → Prop
  | [] => True
  | a :: as => P a ∧ All P as

/-- Some element has the property. -/
def Some (P : α → Prop) : List α → Prop
  | [] => False
  | a :: as => P a ∨ Some P as

theorem all_nil (P : α → Prop) : All P [] := by
  exact True.intro

theorem all_iff_forall_mem {P : α → Prop} {as : List α} : All P as ↔ ∀ a, Mem a as → P a := by
  constructor
  · intro h a ha
    induction as with
    | nil => exact absurd ha (not_mem_nil a)
    | cons b as ih =>
      cases ha with
      | inl hab =>
        rw [hab]
        exact h.left
      | inr ha => exact ih h.right ha
  · intro h
    induction as with
    | nil => exact all_nil P
    | cons b as ih =>
      constructor
      · exact h b (mem_head b as)
      · apply ih
        intro a ha
        exact h a (mem_tail b ha)

theorem some_iff_exists_mem {P : α → Prop} {as : List α} : Some P as ↔ ∃ a, Mem a as ∧ P a := by
  induction as with
  | nil =>
    constructor
    · intro h
      exact False.elim h
    · intro ⟨_, ha, _⟩
      exact ha
  | cons b as ih =>
    constructor
    · intro h
      cases h with
      | inl h => exact ⟨b, mem_head b as, h⟩
      | inr h =>
        obtain ⟨a, ha, hp⟩ := ih.mp h
        exact ⟨a, mem_tail b ha, hp⟩
    · intro ⟨a, ha, hp⟩
      cases ha with
      | inl hab =>
        left
        rw [← hab]
        exact hp
      | inr ha =>
        right
        exact ih.mpr ⟨a, ha, hp⟩

theorem all_append_iff {P : α → Prop} {as bs : List α} : All P (as ++ bs) ↔ All P as ∧ All P bs := by
  induction as with
  | nil => exact ⟨fun h => ⟨True.intro, h⟩, fun h => h.right⟩
  | cons a as ih =>
    show P a ∧ All P (as ++ bs) ↔ (P a ∧ All P as) ∧ All P bs
    rw [ih, and_assoc]

theorem all_mono {P Q : α → Prop} (h : ∀ a, P a → Q a) {as : List α} (hP : All P as) : All Q as := by
  induction as with
  | nil => exact True.intro
  | cons a as ih => exact ⟨h a hP.left, ih hP.right⟩

theorem all_and_iff {P Q : α → Prop} {as : List α} : All (fun a => P a ∧ Q a) as ↔ All P as ∧ All Q as := by
  constructor
  · intro h
    exact ⟨all_mono (fun _ hPQ => hPQ.left) h, all_mono (fun _ hPQ => hPQ.right) h⟩
  · intro ⟨hP, hQ⟩
    rw [all_iff_forall_mem] at *
    intro a ha
    exact ⟨hP a ha, hQ a ha⟩

theorem all_map_iff {P : β → Prop} {f : α → β} {as : List α} : All P (map f as) ↔ All (fun a => P (f a)) as := by
  induction as with
  | nil => exact Iff.rfl
  | cons a as ih =>
    show P (f a) ∧ All P (map f as) ↔ P (f a) ∧ All (fun a => P (f a)) as
    rw [ih]

theorem all_rev_iff {P : α → Prop} {as : List α} : All P (rev as) ↔ All P as := by
  rw [all_iff_forall_mem, all_iff_forall_mem]
  constructor
  · intro h a ha
    apply h
    exact mem_rev_iff.mpr ha
  · intro h a ha
    apply h
    exact mem_rev_iff.mp ha

theorem not_some_iff {P : α → Prop} {as : List α} : ¬Some P as ↔ All (fun a => ¬P a) as := by
  induction as with
  | nil => exact ⟨fun _ => True.intro, fun _ h => h⟩
  | cons a as ih =>
    constructor
    · intro h
      constructor
      · intro hP
        exact h (Or.inl hP)
      · apply ih.mp
        intro hs
        exact h (Or.inr hs)
    · intro h hs
      cases hs with
      | inl hP => exact h.left hP
      | inr hs => exact ih.mpr h.right hs

theorem all_keep (p : α → Bool) (as : List α) : All (fun a => p a = true) (keep p as) := by
  rw [all_iff_forall_mem]
  intro a ha
  exact (mem_of_mem_keep ha).right

theorem keep_eq_self {p : α → Bool} {as : List α} (h : All (fun a => p a = true) as) : keep p as = as := by
  induction as with
  | nil => rfl
  | cons a as ih => rw [keep_of_pass h.left, ih h.right]

theorem map_congr {f g : α → β} {as : List α} (h : All (fun a => f a = g a) as) : map f as = map g as := by
  induction as with
  | nil => rfl
  | cons a as ih => rw [map_cons, map_cons, h.left, ih h.right]

/-! ## Counting -/

section Counting

variable [DecidableEq α]

/-- How often `a` occurs. -/
def count (a : α) : List α → Nat
  | [] => 0
  | b :: as => if a = b then count a as + 1 else count a as

theorem count_cons_self (a : α) (as : List α) : count a (a :: as) = count a as + 1 :=
  if_pos rfl

theorem count_cons_ne {a b : α} (h : a ≠ b) (as : List α) : count a (b :: as) = count a as :=
  if_neg h

theorem count_append (a : α) (as bs : List α) : count a (as ++ bs) = count a as + count a bs := by
  induction as with
  | nil => exact (Nat.zero_add _).symm
  | cons b as ih =>
    show count a (b :: (as ++ bs)) = count a (b :: as) + count a bs
    by_cases h : a = b
    · subst h
      rw [count_cons_self, count_cons_self, ih, Nat.add_right_comm]
    · rw [count_cons_ne h, count_cons_ne h, ih]

theorem count_rev (a : α) (as : List α) : count a (rev as) = count a as := by
  induction as with
  | nil => rfl
  | cons b as ih =>
    rw [rev_cons, snoc_eq_append, count_append, ih, Nat.add_comm, ← count_append]
    rfl

theorem count_eq_zero_iff {a : α} {as : List α} : count a as = 0 ↔ ¬Mem a as := by
  induction as with
  | nil => exact ⟨fun _ => not_mem_nil a, fun _ => rfl⟩
  | cons b as ih =>
    by_cases h : a = b
    · subst h
      rw [count_cons_self]
      constructor
      · intro hz
        exact absurd hz (Nat.succ_ne_zero _)
      · intro hn
        exact absurd (mem_head a as) hn
    · rw [count_cons_ne h, ih]
      constructor
      · intro hn hm
        cases hm with
        | inl hab => exact h hab
        | inr hm => exact hn hm
      · intro hn hm
        exact hn (mem_tail b hm)

theorem count_repeated (a : α) (n : Nat) : count a (repeated a n) = n := by
  induction n with
  | zero => rfl
  | succ n ih =>
    show count a (a :: repeated a n) = n + 1
    rw [count_cons_self, ih]

theorem count_le_length (a : α) (as : List α) : count a as ≤ as.length := by
  induction as with
  | nil => exact Nat.le_refl 0
  | cons b as ih =>
    by_cases h : a = b
    · subst h
      rw [count_cons_self]
      exact Nat.succ_le_succ ih
    · rw [count_cons_ne h]
      exact Nat.le_trans ih (Nat.le_succ _)

end Counting

/-! ## No repetition -/

/-- No element occurs twice. -/
def Distinct : List α → Prop
  | [] => True
  | a :: as => ¬Mem a as ∧ Distinct as

theorem distinct_singleton (a : α) : Distinct [a] :=
  ⟨not_mem_nil a, True.intro⟩

theorem distinct_append {as bs : List α} (ha : Distinct as) (hb : Distinct bs) (h : ∀ a, Mem a as → ¬Mem a bs) :
    Distinct (as ++ bs) := by
  induction as with
  | nil => exact hb
  | cons a as ih =>
    constructor
    · intro hm
      cases mem_append_iff.mp hm with
      | inl hm => exact ha.left hm
      | inr hm => exact h a (mem_head a as) hm
    · apply ih ha.right
      intro c hc
      exact h c (mem_tail a hc)

theorem distinct_map {f : α → β} (hf : ∀ a b, f a = f b → a = b) {as : List α} (h : Distinct as) :
    Distinct (map f as) := by
  induction as with
  | nil => exact True.intro
  | cons a as ih =>
    constructor
    · intro hm
      obtain ⟨b, hb, hba⟩ := mem_map_iff.mp hm
      apply h.left
      rw [← hf b a hba]
      exact hb
    · exact ih h.right

theorem count_le_one_of_distinct [DecidableEq α] {as : List α} (h : Distinct as) (a : α) : count a as ≤ 1 := by
  induction as with
  | nil => exact Nat.zero_le 1
  | cons b as ih =>
    by_cases hab : a = b
    · subst hab
      have hz : count a as = 0 := count_eq_zero_iff.mpr h.left
      rw [count_cons_self]
      exact Nat.le_of_eq (congrArg Nat.succ hz)
    · rw [count_cons_ne hab]
      exact ih h.right

end Lists
