/-! Lists: evaluation, the usual identities, and inductions that a user writes himself. -/

example : [1, 2, 3] ++ [4] = [1, 2, 3, 4] := rfl
example : [3, 1, 2].length = 3 := rfl
example : [1, 2, 3].reverse = [3, 2, 1] := by decide
example : [1, 2, 3].map (· * 2) = [2, 4, 6] := rfl
example : [1, 2, 3, 4].filter (· % 2 == 0) = [2, 4] := by decide
example : [1, 2, 3].foldl (· + ·) 0 = 6 := rfl
example : List.range 4 = [0, 1, 2, 3] := rfl
example : [1, 2, 3][1] = 2 := rfl
example : [1, 2, 3][7]? = none := rfl
example : 2 ∈ [1, 2, 3] := by decide
example : 4 ∉ [1, 2, 3] := by decide
example : ∀ x ∈ [1, 2, 3], x < 4 := by decide
example : ∃ x ∈ [1, 2, 3], x = 2 := by decide
example : [1, 2, 3].Nodup := by decide
example : (["a", "b"].zip [1, 2]) = [("a", 1), ("b", 2)] := rfl

variable {α β γ : Type}

example (xs ys : List α) : (xs ++ ys).length = ys.length + xs.length := by
  rw [List.length_append, Nat.add_comm]
example (xs ys : List α) : (xs ++ ys).reverse = ys.reverse ++ xs.reverse := by simp
example (xs : List α) : xs.reverse.reverse = xs := by simp
example (f : α → β) (g : β → γ) (xs : List α) : (xs.map f).map g = xs.map (g ∘ f) := by simp
example (f : α → β) (xs : List α) : (xs.map f).length = xs.length := by simp
example (f : α → β) (xs ys : List α) : (xs ++ ys).map f = xs.map f ++ ys.map f := List.map_append
example (x : α) (xs ys : List α) : x ∈ xs ++ ys ↔ x ∈ ys ∨ x ∈ xs := by simp [or_comm]
example (x : Nat) (h : x ∈ [1, 2]) : x = 1 ∨ x = 2 := by simpa using h
example (p : α → Bool) (x : α) (xs : List α) (h : x ∈ xs.filter p) : x ∈ xs := by
  rw [List.mem_filter] at h
  exact h.1
example (xs : List α) (h : xs.length = 0) : xs = [] := by simpa using h
example (xs : List α) (h : xs ≠ []) : ∃ y ys, xs = y :: ys := by
  cases xs with
  | nil => contradiction
  | cons y ys => exact ⟨y, ys, rfl⟩
example (n : Nat) (xs : List α) : xs.take n ++ xs.drop n = xs := by simp
example (a b : α) (xs ys : List α) (h : a :: xs = b :: ys) : a = b ∧ xs = ys := by
  injection h with h₁ h₂
  exact ⟨h₁, h₂⟩
open List in
example (a b : α) (xs : List α) : (a :: b :: xs) ~ (b :: a :: xs) := .swap b a xs

namespace Mine

def app : List α → List α → List α
  | [], ys => ys
  | x :: xs, ys => x :: app xs ys

theorem app_nil (xs : List α) : app xs [] = xs := by
  induction xs with
  | nil => rfl
  | cons x xs ih => simp [app, ih]

theorem app_assoc (xs ys zs : List α) : app (app xs ys) zs = app xs (app ys zs) := by
  induction xs with
  | nil => rfl
  | cons x xs ih => rw [app, app, app, ih]

def rev : List α → List α
  | [] => []
  | x :: xs => app (rev xs) [x]

theorem rev_app (xs ys : List α) : rev (app xs ys) = app (rev ys) (rev xs) := by
  induction xs with
  | nil => simp [app, rev, app_nil]
  | cons x xs ih => simp [app, rev, ih, app_assoc]

theorem rev_rev (xs : List α) : rev (rev xs) = xs := by
  induction xs with
  | nil => rfl
  | cons x xs ih => simp [rev, rev_app, ih, app]

theorem app_eq (xs ys : List α) : app xs ys = xs ++ ys := by
  induction xs with
  | nil => rfl
  | cons x xs ih => exact congrArg (x :: ·) ih

def total : List Nat → Nat
  | [] => 0
  | x :: xs => x + total xs

theorem total_append (xs ys : List Nat) : total (xs ++ ys) = total xs + total ys := by
  induction xs with
  | nil => simp [total]
  | cons x xs ih => simp [total, ih, Nat.add_assoc]

theorem le_total (x : Nat) (xs : List Nat) (h : x ∈ xs) : x ≤ total xs := by
  induction xs with
  | nil => cases h
  | cons y ys ih =>
    rcases List.mem_cons.mp h with rfl | h
    · exact Nat.le_add_right x _
    · exact Nat.le_trans (ih h) (Nat.le_add_left _ _)

end Mine

example (a : Array Nat) (i : Nat) (h : i < a.size) : a[i] = a[i] := rfl
example (a : Array Nat) (x : Nat) : (a.push x).size = a.size + 1 := by simp
example : [1,2,3][1] = 2 := rfl
example (xs : List Nat) (h : 0 < xs.length) : xs[0] ∈ xs := by simp
example (xs : List Nat) (i : Nat) (h : i < xs.length) : xs[i] ∈ xs := List.getElem_mem h
example (xs ys : List Nat) (h : xs.Perm ys) : ys.Perm xs := h.symm
example (xs ys : List Nat) (h : xs.Perm ys) : xs.length = ys.length := h.length_eq
example (xs ys : List Nat) : (xs ++ ys).Perm (ys ++ xs) := List.perm_append_comm
example (xs : List Nat) : xs.Nodup ↔ xs.Pairwise (· ≠ ·) := Iff.rfl
example : [1,2,3].Nodup := by decide
example : [3,1,2].Perm [1,2,3] := by decide
example (a : Nat) (xs : List Nat) : a ∈ xs ↔ ∃ s t, xs = s ++ a :: t := List.mem_iff_append
example (xs ys : List Nat) : xs <+: xs ++ ys := List.prefix_append xs ys
example (xs ys : List Nat) : xs.Sublist ys → xs.length ≤ ys.length := List.Sublist.length_le
example : [1,2] ⊆ [2,1,3] := by decide
example (xs ys : List Nat) : xs ⊆ xs ++ ys := by simp
example (xs : List Nat) (f g : Nat → Nat) : (xs.map f).map g = xs.map (g ∘ f) := by simp
example (xs : List Nat) (f g : Nat → Nat) : (xs.map f).map g = xs.map (g ∘ f) := List.map_map
example (xs ys : List Nat) : (xs ++ ys).reverse = ys.reverse ++ xs.reverse := by simp
example (xs : List Nat) (p : Nat → Bool) : (xs.filter p).length ≤ xs.length := List.length_filter_le p xs
example (xs : List Nat) (x : Nat) (h : x ∈ xs) : xs ≠ [] := by rintro rfl; simp at h
example (xs : List Nat) (n : Nat) : xs.take n ++ xs.drop n = xs := List.take_append_drop n xs
example (x : Nat) (n : Nat) : (List.replicate n x).length = n := by simp
example (n : Nat) : (List.range n).length = n := by simp
example (n m : Nat) : m ∈ List.range n ↔ m < n := by simp
example (xs : List Nat) (n : Nat) : xs.foldl (· + ·) n = n + xs.foldl (· + ·) 0 := by
  induction xs generalizing n with
  | nil => simp
  | cons x xs ih => simp only [List.foldl_cons]; rw [ih (n + x), ih (0 + x)]; omega
example (o : Option Nat) (h : o ≠ none) : ∃ x, o = some x := Option.ne_none_iff_exists'.mp h
example (o : Option Nat) : o.getD 3 = 3 ∨ o.isSome := by cases o <;> simp
example (x : Nat × Nat) : (x.1, x.2) = x := rfl
example (x : Nat × Nat) : (x.1, x.2) = x := by simp
