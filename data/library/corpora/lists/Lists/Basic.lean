/-!
# Lists: appending and reversing

Cancellation for `++`, adding at the end, reversal in its obvious and in its fast form, and induction from the right.
-/

namespace Lists

universe u

variable {α : Type u}

/-! ## Appending -/

theorem cons_ne_nil (a : α) (as : List α) : a :: as ≠ [] := by
  intro h
  cases h

theorem cons_inj {a b : α} {as bs : List α} (h : a :: as = b :: bs) : a = b ∧ as = bs := by
  injection h with hab hs
  exact ⟨hab, hs⟩

theorem append_left_cancel {as bs cs : List α} (h : as ++ bs = as ++ cs) : bs = cs := by
  induction as with
  | nil => exact h
  | cons a as ih =>
    apply ih
    exact (cons_inj h).right

theorem append_eq_nil_iff {as bs : List α} : as ++ bs = [] ↔ as = [] ∧ bs = [] := by
  constructor
  · intro h
    cases as with
    | nil => exact ⟨rfl, h⟩
    | cons a as => exact absurd h (cons_ne_nil _ _)
  · intro ⟨ha, hb⟩
    rw [ha, hb]
    rfl

theorem length_eq_zero_iff {as : List α} : as.length = 0 ↔ as = [] := by
  constructor
  · intro h
    cases as with
    | nil => rfl
    | cons a as => exact absurd h (Nat.succ_ne_zero _)
  · intro h
    rw [h]
    rfl

theorem exists_of_length_one {as : List α} (h : as.length = 1) : ∃ a, as = [a] := by
  cases as with
  | nil => exact absurd h.symm (Nat.succ_ne_zero 0)
  | cons a as =>
    have hs : as = [] := length_eq_zero_iff.mp (Nat.succ.inj h)
    refine ⟨a, ?_⟩
    rw [hs]

theorem length_append (as bs : List α) : (as ++ bs).length = as.length + bs.length := by
  induction as with
  | nil => exact (Nat.zero_add _).symm
  | cons a as ih =>
    show (as ++ bs).length + 1 = as.length + 1 + bs.length
    rw [ih, Nat.add_right_comm]

theorem length_append_comm (as bs : List α) : (as ++ bs).length = (bs ++ as).length := by
  rw [length_append, length_append, Nat.add_comm]

/-! ## Adding at the end -/

/-- `as` with `a` at its end. -/
def snoc : List α → α → List α
  | [], a => [a]
  | b :: as, a => b :: snoc as a

theorem snoc_eq_append (as : List α) (a : α) : snoc as a = as ++ [a] := by
  induction as with
  | nil => rfl
  | cons b as ih =>
    show b :: snoc as a = b :: (as ++ [a])
    rw [ih]

theorem length_snoc (as : List α) (a : α) : (snoc as a).length = as.length + 1 := by
  rw [snoc_eq_append, length_append]
  rfl

theorem snoc_append (as bs : List α) (a : α) : snoc as a ++ bs = as ++ a :: bs := by
  rw [snoc_eq_append, List.append_assoc]
  rfl

theorem append_snoc (as bs : List α) (a : α) : as ++ snoc bs a = snoc (as ++ bs) a := by
  rw [snoc_eq_append, snoc_eq_append, List.append_assoc]

theorem snoc_ne_nil (as : List α) (a : α) : snoc as a ≠ [] := by
  cases as with
  | nil => exact cons_ne_nil a []
  | cons b as => exact cons_ne_nil b _

theorem snoc_inj {as bs : List α} {a b : α} (h : snoc as a = snoc bs b) : as = bs ∧ a = b := by
  induction as generalizing bs with
  | nil =>
    cases bs with
    | nil => exact ⟨rfl, (cons_inj h).left⟩
    | cons d bs => exact absurd (cons_inj h).right.symm (snoc_ne_nil bs b)
  | cons c as ih =>
    cases bs with
    | nil => exact absurd (cons_inj h).right (snoc_ne_nil as a)
    | cons d bs =>
      obtain ⟨hcd, hs⟩ := cons_inj h
      obtain ⟨has, hab⟩ := ih hs
      rw [hcd, has]
      exact ⟨rfl, hab⟩

/-! ## Reversal -/

/-- The list from back to front. -/
def rev : List α → List α
  | [] => []
  | a :: as => snoc (rev as) a

theorem rev_cons (a : α) (as : List α) : rev (a :: as) = snoc (rev as) a :=
  rfl

theorem rev_singleton (a : α) : rev [a] = [a] := by
  rfl

theorem rev_snoc (as : List α) (a : α) : rev (snoc as a) = a :: rev as := by
  induction as with
  | nil => rfl
  | cons b as ih =>
    show snoc (rev (snoc as a)) b = a :: snoc (rev as) b
    rw [ih]
    rfl

theorem rev_rev (as : List α) : rev (rev as) = as := by
  induction as with
  | nil => rfl
  | cons a as ih => rw [rev_cons, rev_snoc, ih]

theorem length_rev (as : List α) : (rev as).length = as.length := by
  induction as with
  | nil => rfl
  | cons a as ih =>
    rw [rev_cons, length_snoc, ih]
    rfl

theorem rev_append (as bs : List α) : rev (as ++ bs) = rev bs ++ rev as := by
  induction as with
  | nil => exact (List.append_nil _).symm
  | cons a as ih =>
    show snoc (rev (as ++ bs)) a = rev bs ++ snoc (rev as) a
    rw [ih, append_snoc]

theorem rev_inj {as bs : List α} (h : rev as = rev bs) : as = bs := by
  rw [← rev_rev as, h, rev_rev]

theorem rev_eq_nil_iff {as : List α} : rev as = [] ↔ as = [] := by
  constructor
  · intro h
    apply rev_inj
    exact h
  · intro h
    rw [h]
    rfl

theorem append_right_cancel {as bs cs : List α} (h : as ++ cs = bs ++ cs) : as = bs := by
  apply rev_inj
  apply append_left_cancel (as := rev cs)
  rw [← rev_append, ← rev_append, h]

/-- Reversal with an accumulator. -/
def revOnto : List α → List α → List α
  | [], bs => bs
  | a :: as, bs => revOnto as (a :: bs)

theorem revOnto_eq (as bs : List α) : revOnto as bs = rev as ++ bs := by
  induction as generalizing bs with
  | nil => rfl
  | cons a as ih =>
    show revOnto as (a :: bs) = snoc (rev as) a ++ bs
    rw [ih, snoc_append]

theorem revOnto_nil (as : List α) : revOnto as [] = rev as := by
  rw [revOnto_eq]
  exact List.append_nil (rev as)

theorem revOnto_revOnto (as bs : List α) : revOnto (revOnto as bs) [] = revOnto bs as := by
  rw [revOnto_nil, revOnto_eq, revOnto_eq, rev_append, rev_rev]

/-! ## From the right -/

/-- Induction that takes the last element off. -/
theorem snoc_induction {P : List α → Prop} (hnil : P []) (hsnoc : ∀ as a, P as → P (snoc as a)) (as : List α) :
    P as := by
  have h : ∀ bs, P (rev bs) := by
    intro bs
    induction bs with
    | nil => exact hnil
    | cons b bs ih =>
      rw [rev_cons]
      exact hsnoc (rev bs) b ih
  rw [← rev_rev as]
  exact h (rev as)

theorem eq_nil_or_snoc (as : List α) : as = [] ∨ ∃ bs b, as = snoc bs b := by
  apply snoc_induction (P := fun as => as = [] ∨ ∃ bs b, as = snoc bs b)
  · left
    rfl
  · intro bs b _
    right
    exact ⟨bs, b, rfl⟩

/-! ## Repetition -/

/-- `n` times `a`. -/
def repeated (a : α) : Nat → List α
  | 0 => []
  | n + 1 => a :: repeated a n

theorem length_repeated (a : α) (n : Nat) : (repeated a n).length = n := by
  induction n with
  | zero => rfl
  | succ n ih => exact congrArg Nat.succ ih

theorem repeated_add (a : α) (m n : Nat) : repeated a (m + n) = repeated a m ++ repeated a n := by
  induction m with
  | zero => rw [Nat.zero_add]; rfl
  | succ m ih =>
    rw [Nat.add_right_comm]
    show a :: repeated a (m + n) = a :: (repeated a m ++ repeated a n)
    rw [ih]

theorem snoc_repeated (a : α) (n : Nat) : snoc (repeated a n) a = repeated a (n + 1) := by
  rw [snoc_eq_append]
  exact (repeated_add a n 1).symm

theorem rev_repeated (a : α) (n : Nat) : rev (repeated a n) = repeated a n := by
  induction n with
  | zero => rfl
  | succ n ih =>
    show snoc (rev (repeated a n)) a = repeated a (n + 1)
    rw [ih, snoc_repeated]

end Lists
