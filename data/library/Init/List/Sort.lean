prelude
import Init.Array
import Init.List.Perm

/-!
# Sorting by merging
-/

universe u

namespace List
variable {α : Type u}

/-- Two lists as one, the smaller of the two heads first. -/
def merge (xs ys : List α) (le : α → α → Bool := by exact fun a b => a ≤ b) : List α :=
  match xs, ys with
  | [], ys => ys
  | xs, [] => xs
  | x :: xs, y :: ys => if le x y then x :: merge xs (y :: ys) le else y :: merge (x :: xs) ys le
termination_by xs.length + ys.length

/-- The list, stably sorted. -/
def mergeSort (xs : List α) (le : α → α → Bool := by exact fun a b => a ≤ b) : List α :=
  match xs with
  | [] => []
  | [a] => [a]
  | a :: b :: xs =>
    let half := (xs.length + 3) / 2
    merge (mergeSort ((a :: b :: xs).take half) le) (mergeSort ((a :: b :: xs).drop half) le) le
termination_by xs.length
decreasing_by
  · simp only [length_take, length_cons]
    omega
  · simp only [length_drop, length_cons]
    omega

variable {le : α → α → Bool}

theorem merge_perm_append (xs ys : List α) : (merge xs ys le).Perm (xs ++ ys) := by
  induction xs, ys using merge.induct le with
  | case1 ys => simp [merge]
  | case2 xs h => cases xs <;> simp_all [merge]
  | case3 x xs y ys h ih =>
    rw [merge, if_pos h]
    exact ih.cons x
  | case4 x xs y ys h ih =>
    rw [merge, if_neg h]
    exact (ih.cons y).trans perm_middle.symm

theorem mergeSort_perm (xs : List α) (le : α → α → Bool) : (mergeSort xs le).Perm xs := by
  induction xs using mergeSort.induct with
  | case1 => rw [mergeSort]; exact .refl _
  | case2 a => rw [mergeSort]; exact .refl _
  | case3 a b xs half ih₁ ih₂ =>
    rw [mergeSort]
    refine (merge_perm_append _ _).trans ((ih₁.append ih₂).trans ?_)
    rw [take_append_drop]
    exact .refl _

@[simp] theorem length_mergeSort (l : List α) : (mergeSort l le).length = l.length := (mergeSort_perm l le).length_eq

@[simp] theorem mem_mergeSort {a : α} {l : List α} : a ∈ mergeSort l le ↔ a ∈ l := (mergeSort_perm l le).mem_iff

theorem pairwise_merge (trans : ∀ a b c : α, le a b → le b c → le a c) (total : ∀ a b : α, le a b || le b a)
    (l₁ l₂ : List α) (h₁ : l₁.Pairwise (le · ·)) (h₂ : l₂.Pairwise (le · ·)) :
    (merge l₁ l₂ le).Pairwise (le · ·) := by
  induction l₁, l₂ using merge.induct le with
  | case1 ys => simpa [merge] using h₂
  | case2 xs h =>
    cases xs with
    | nil => simpa [merge] using h₂
    | cons x xs => simpa [merge] using h₁
  | case3 x xs y ys h ih =>
    rw [merge, if_pos h, pairwise_cons]
    rw [pairwise_cons] at h₁
    refine ⟨fun z hz => ?_, ih h₁.2 h₂⟩
    rw [pairwise_cons] at h₂
    rcases mem_append.1 ((merge_perm_append _ _).mem_iff.1 hz) with hz | hz
    · exact h₁.1 z hz
    · rcases mem_cons.1 hz with rfl | hz
      · exact h
      · exact trans x y z h (h₂.1 z hz)
  | case4 x xs y ys h ih =>
    rw [merge, if_neg h, pairwise_cons]
    rw [pairwise_cons] at h₂
    have hyx : le y x := Or.resolve_left (by simpa using total x y) h
    refine ⟨fun z hz => ?_, ih h₁ h₂.2⟩
    rw [pairwise_cons] at h₁
    rcases mem_append.1 ((merge_perm_append _ _).mem_iff.1 hz) with hz | hz
    · rcases mem_cons.1 hz with rfl | hz
      · exact hyx
      · exact trans y x z hyx (h₁.1 z hz)
    · exact h₂.1 z hz

theorem pairwise_mergeSort (trans : ∀ a b c : α, le a b → le b c → le a c) (total : ∀ a b : α, le a b || le b a)
    (l : List α) : (mergeSort l le).Pairwise (le · ·) := by
  induction l using mergeSort.induct with
  | case1 => rw [mergeSort]; exact .nil
  | case2 a => rw [mergeSort]; exact pairwise_cons.2 ⟨nofun, .nil⟩
  | case3 a b xs half ih₁ ih₂ =>
    rw [mergeSort]
    exact pairwise_merge trans total _ _ ih₁ ih₂

end List
