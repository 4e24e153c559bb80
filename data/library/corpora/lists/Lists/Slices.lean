import Lists.Membership

/-!
# Prefixes, slices and pairs

The beginning of a list as an order, cutting a list in two, and walking along two lists at once.
-/

namespace Lists

universe u v

variable {α : Type u} {β : Type v}

/-! ## Prefixes -/

/-- `as` is how `bs` begins. -/
def Prefix (as bs : List α) : Prop := ∃ cs, as ++ cs = bs

theorem nil_prefix (as : List α) : Prefix [] as :=
  ⟨as, rfl⟩

theorem Prefix.refl (as : List α) : Prefix as as :=
  ⟨[], List.append_nil as⟩

theorem prefix_append (as bs : List α) : Prefix as (as ++ bs) := by
  exact ⟨bs, rfl⟩

theorem Prefix.trans {as bs cs : List α} (hab : Prefix as bs) (hbc : Prefix bs cs) : Prefix as cs := by
  obtain ⟨xs, hx⟩ := hab
  obtain ⟨ys, hy⟩ := hbc
  refine ⟨xs ++ ys, ?_⟩
  rw [← List.append_assoc, hx, hy]

theorem Prefix.length_le {as bs : List α} (h : Prefix as bs) : as.length ≤ bs.length := by
  obtain ⟨cs, hc⟩ := h
  rw [← hc, length_append]
  exact Nat.le_add_right _ _

theorem Prefix.antisymm {as bs : List α} (hab : Prefix as bs) (hba : Prefix bs as) : as = bs := by
  have hlen : as.length = bs.length := Nat.le_antisymm hab.length_le hba.length_le
  obtain ⟨cs, hc⟩ := hab
  rw [← hc, length_append] at hlen
  have hcs : cs.length = 0 := (Nat.add_left_cancel (hlen : as.length + 0 = _)).symm
  rw [← hc, length_eq_zero_iff.mp hcs, List.append_nil]

theorem prefix_cons_iff {a b : α} {as bs : List α} : Prefix (a :: as) (b :: bs) ↔ a = b ∧ Prefix as bs := by
  constructor
  · intro ⟨cs, hc⟩
    obtain ⟨hab, hs⟩ := cons_inj hc
    exact ⟨hab, cs, hs⟩
  · intro ⟨hab, cs, hs⟩
    refine ⟨cs, ?_⟩
    rw [hab, ← hs]
    rfl

theorem Prefix.map (f : α → β) {as bs : List α} (h : Prefix as bs) : Prefix (Lists.map f as) (Lists.map f bs) := by
  obtain ⟨cs, hc⟩ := h
  exists Lists.map f cs
  rw [← map_append, hc]

theorem Prefix.mem {a : α} {as bs : List α} (h : Prefix as bs) (ha : Mem a as) : Mem a bs := by
  obtain ⟨cs, hc⟩ := h
  rw [← hc, mem_append_iff]
  exact Or.inl ha

/-- Two beginnings of one list are comparable. -/
theorem Prefix.total {as bs cs : List α} (ha : Prefix as cs) (hb : Prefix bs cs) : Prefix as bs ∨ Prefix bs as := by
  induction cs generalizing as bs with
  | nil =>
    obtain ⟨xs, hx⟩ := ha
    rw [(append_eq_nil_iff.mp hx).left]
    exact Or.inl (nil_prefix bs)
  | cons c cs ih =>
    cases as with
    | nil => exact Or.inl (nil_prefix bs)
    | cons a as =>
      cases bs with
      | nil => exact Or.inr (nil_prefix _)
      | cons b bs =>
        obtain ⟨hac, hs⟩ := prefix_cons_iff.mp ha
        obtain ⟨hbc, ht⟩ := prefix_cons_iff.mp hb
        rw [hac, hbc, prefix_cons_iff, prefix_cons_iff]
        cases ih hs ht with
        | inl h => exact Or.inl ⟨rfl, h⟩
        | inr h => exact Or.inr ⟨rfl, h⟩

/-! ## Taking and dropping -/

/-- The first `n` elements, or all. -/
def take : Nat → List α → List α
  | 0, _ => []
  | _ + 1, [] => []
  | n + 1, a :: as => a :: take n as

/-- What is left after the first `n` elements. -/
def drop : Nat → List α → List α
  | 0, as => as
  | _ + 1, [] => []
  | n + 1, _ :: as => drop n as

theorem take_nil (n : Nat) : take n ([] : List α) = [] := by
  cases n <;> rfl

theorem drop_nil (n : Nat) : drop n ([] : List α) = [] := by
  cases n with
  | zero => rfl
  | succ n => rfl

theorem take_append_length (as bs : List α) : take as.length (as ++ bs) = as := by
  induction as with
  | nil => rfl
  | cons a as ih => exact congrArg (List.cons a) ih

theorem drop_append_length (as bs : List α) : drop as.length (as ++ bs) = bs := by
  induction as with
  | nil => rfl
  | cons a as ih => exact ih

theorem drop_drop (m n : Nat) (as : List α) : drop m (drop n as) = drop (m + n) as := by
  induction n generalizing as with
  | zero => rfl
  | succ n ih =>
    cases as with
    | nil => exact drop_nil m
    | cons a as => exact ih as

theorem take_prefix (n : Nat) (as : List α) : Prefix (take n as) as := by
  induction n generalizing as with
  | zero => exact nil_prefix as
  | succ n ih =>
    cases as with
    | nil => exact Prefix.refl []
    | cons a as =>
      apply prefix_cons_iff.mpr
      exact ⟨rfl, ih as⟩

theorem length_take_le (n : Nat) (as : List α) : (take n as).length ≤ n := by
  induction n generalizing as with
  | zero => exact Nat.le_refl 0
  | succ n ih =>
    cases as with
    | nil => exact Nat.zero_le _
    | cons a as => exact Nat.succ_le_succ (ih as)

theorem map_take (f : α → β) (n : Nat) (as : List α) : map f (take n as) = take n (map f as) := by
  induction n generalizing as with
  | zero => rfl
  | succ n ih =>
    cases as with
    | nil => rfl
    | cons a as => exact congrArg (List.cons (f a)) (ih as)

theorem prefix_iff_take {as bs : List α} : Prefix as bs ↔ take as.length bs = as := by
  constructor
  · intro ⟨cs, hc⟩
    rw [← hc, take_append_length]
  · intro h
    rw [← h]
    exact take_prefix _ bs

/-! ## Two lists at once -/

/-- Pairs of what is at the same place, as long as both lists last. -/
def zip : List α → List β → List (α × β)
  | [], _ => []
  | _ :: _, [] => []
  | a :: as, b :: bs => (a, b) :: zip as bs

theorem zip_nil (as : List α) : zip as ([] : List β) = [] := by
  cases as <;> rfl

theorem length_zip_le (as : List α) (bs : List β) : (zip as bs).length ≤ as.length := by
  induction as generalizing bs with
  | nil => exact Nat.le_refl 0
  | cons a as ih =>
    cases bs with
    | nil => exact Nat.zero_le _
    | cons b bs => exact Nat.succ_le_succ (ih bs)

theorem length_zip_of_eq {as : List α} {bs : List β} (h : as.length = bs.length) : (zip as bs).length = as.length := by
  induction as generalizing bs with
  | nil => rfl
  | cons a as ih =>
    cases bs with
    | nil => exact absurd h (Nat.succ_ne_zero _)
    | cons b bs => exact congrArg Nat.succ (ih (Nat.succ.inj h))

theorem map_fst_zip {as : List α} {bs : List β} (h : as.length = bs.length) : map (fun p => p.1) (zip as bs) = as := by
  induction as generalizing bs with
  | nil => rfl
  | cons a as ih =>
    cases bs with
    | nil => exact absurd h (Nat.succ_ne_zero _)
    | cons b bs =>
      have ht : as.length = bs.length := Nat.succ.inj h
      exact congrArg (List.cons a) (ih ht)

theorem zip_map_self (f : α → β) (as : List α) : zip as (map f as) = map (fun a => (a, f a)) as := by
  induction as with
  | nil => rfl
  | cons a as ih => exact congrArg (List.cons (a, f a)) ih

theorem mem_of_mem_zip {a : α} {b : β} {as : List α} {bs : List β} (h : Mem (a, b) (zip as bs)) :
    Mem a as ∧ Mem b bs := by
  induction as generalizing bs with
  | nil => exact absurd h (not_mem_nil _)
  | cons c as ih =>
    cases bs with
    | nil => exact absurd h (not_mem_nil _)
    | cons d bs =>
      cases h with
      | inl h =>
        injection h with hac hbd
        exact ⟨Or.inl hac, Or.inl hbd⟩
      | inr h =>
        obtain ⟨ha, hb⟩ := ih h
        exact ⟨Or.inr ha, Or.inr hb⟩

end Lists
