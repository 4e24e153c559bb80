import Lists.Permutations

/-!
# Sorting

Insertion sort on lists of numbers: it sorts, it loses nothing, and it leaves a sorted list alone.
-/

namespace Lists

/-- Each element is at most all that follow it. -/
def Sorted : List Nat → Prop
  | [] => True
  | n :: ns => All (fun m => n ≤ m) ns ∧ Sorted ns

/-- Puts `n` in front of the first element that is not smaller. -/
def insert (n : Nat) : List Nat → List Nat
  | [] => [n]
  | m :: ms => if n ≤ m then n :: m :: ms else m :: insert n ms

/-- Insertion sort. -/
def sort : List Nat → List Nat
  | [] => []
  | n :: ns => insert n (sort ns)

/-! ## Inserting -/

theorem insert_of_le {n m : Nat} (h : n ≤ m) (ms : List Nat) : insert n (m :: ms) = n :: m :: ms :=
  if_pos h

theorem insert_of_not_le {n m : Nat} (h : ¬n ≤ m) (ms : List Nat) : insert n (m :: ms) = m :: insert n ms :=
  if_neg h

theorem perm_insert (n : Nat) (ms : List Nat) : Perm (insert n ms) (n :: ms) := by
  induction ms with
  | nil => exact Perm.refl [n]
  | cons m ms ih =>
    by_cases h : n ≤ m
    · rw [insert_of_le h]
      exact Perm.refl _
    · rw [insert_of_not_le h]
      apply Perm.trans (Perm.cons m ih)
      exact Perm.swap m n ms

theorem length_insert (n : Nat) (ms : List Nat) : (insert n ms).length = ms.length + 1 :=
  (perm_insert n ms).length_eq

theorem mem_insert_iff {k n : Nat} {ms : List Nat} : Mem k (insert n ms) ↔ k = n ∨ Mem k ms := by
  rw [(perm_insert n ms).mem_iff]
  exact Iff.rfl

theorem all_insert {P : Nat → Prop} {n : Nat} {ms : List Nat} (hn : P n) (hms : All P ms) : All P (insert n ms) := by
  apply (perm_insert n ms).symm.all
  exact ⟨hn, hms⟩

theorem le_of_not_le {n m : Nat} (h : ¬n ≤ m) : m ≤ n := by
  cases Nat.le_total n m with
  | inl hnm => exact absurd hnm h
  | inr hmn => exact hmn

theorem sorted_insert (n : Nat) {ms : List Nat} (h : Sorted ms) : Sorted (insert n ms) := by
  induction ms with
  | nil => exact ⟨True.intro, True.intro⟩
  | cons m ms ih =>
    by_cases hnm : n ≤ m
    · rw [insert_of_le hnm]
      constructor
      · constructor
        · exact hnm
        · apply all_mono _ h.left
          intro k hmk
          exact Nat.le_trans hnm hmk
      · exact h
    · rw [insert_of_not_le hnm]
      constructor
      · apply all_insert
        · exact le_of_not_le hnm
        · exact h.left
      · exact ih h.right

theorem insert_of_all_le {n : Nat} {ms : List Nat} (h : All (fun m => n ≤ m) ms) : insert n ms = n :: ms := by
  cases ms with
  | nil => rfl
  | cons m ms => exact insert_of_le h.left ms

/-! ## Sorting -/

theorem sorted_sort (ns : List Nat) : Sorted (sort ns) := by
  induction ns with
  | nil => exact True.intro
  | cons n ns ih => exact sorted_insert n ih

theorem perm_sort (ns : List Nat) : Perm (sort ns) ns := by
  induction ns with
  | nil => exact Perm.nil
  | cons n ns ih =>
    apply Perm.trans (perm_insert n (sort ns))
    exact Perm.cons n ih

theorem length_sort (ns : List Nat) : (sort ns).length = ns.length := by
  exact (perm_sort ns).length_eq

theorem mem_sort_iff {k : Nat} {ns : List Nat} : Mem k (sort ns) ↔ Mem k ns :=
  (perm_sort ns).mem_iff

theorem total_sort (ns : List Nat) : total (sort ns) = total ns :=
  (perm_sort ns).total_eq

theorem sort_of_sorted {ns : List Nat} (h : Sorted ns) : sort ns = ns := by
  induction ns with
  | nil => rfl
  | cons n ns ih =>
    show insert n (sort ns) = n :: ns
    rw [ih h.right]
    exact insert_of_all_le h.left

theorem sort_sort (ns : List Nat) : sort (sort ns) = sort ns := by
  apply sort_of_sorted
  exact sorted_sort ns

example : sort [3, 1, 2] = [1, 2, 3] := by
  decide

/-! ## Sorted lists -/

theorem Sorted.tail {n : Nat} {ns : List Nat} (h : Sorted (n :: ns)) : Sorted ns :=
  h.right

theorem Sorted.head_le {n m : Nat} {ns : List Nat} (h : Sorted (n :: ns)) (hm : Mem m (n :: ns)) : n ≤ m := by
  cases hm with
  | inl hmn => exact Nat.le_of_eq hmn.symm
  | inr hm => exact all_iff_forall_mem.mp h.left m hm

theorem Sorted.append {ms ns : List Nat} (hm : Sorted ms) (hn : Sorted ns) (h : ∀ m n, Mem m ms → Mem n ns → m ≤ n) :
    Sorted (ms ++ ns) := by
  induction ms with
  | nil => exact hn
  | cons m ms ih =>
    constructor
    · apply all_append_iff.mpr
      refine ⟨hm.left, ?_⟩
      rw [all_iff_forall_mem]
      intro n hn
      exact h m n (mem_head m ms) hn
    · apply ih hm.right
      intro k n hk hn
      exact h k n (mem_tail m hk) hn

theorem sorted_repeated (k n : Nat) : Sorted (repeated k n) := by
  induction n with
  | zero => exact True.intro
  | succ n ih =>
    refine ⟨?_, ih⟩
    clear ih
    induction n with
    | zero => exact True.intro
    | succ n ih => exact ⟨Nat.le_refl k, ih⟩

theorem sorted_keep (p : Nat → Bool) {ns : List Nat} (h : Sorted ns) : Sorted (keep p ns) := by
  induction ns with
  | nil => exact True.intro
  | cons n ns ih =>
    cases hp : p n with
    | true =>
      rw [keep_of_pass hp]
      constructor
      · rw [all_iff_forall_mem]
        intro m hm
        exact h.head_le (mem_tail n (mem_of_mem_keep hm).left)
      · exact ih h.right
    | false =>
      rw [keep_of_fail hp]
      exact ih h.right

theorem Perm.cons_inv_head {n : Nat} {ms ns : List Nat} (hm : Sorted (n :: ms)) (hn : Sorted ns)
    (h : Perm (n :: ms) ns) : ∃ ks, ns = n :: ks := by
  cases ns with
  | nil => exact absurd h.eq_nil (cons_ne_nil n ms)
  | cons k ks =>
    refine ⟨ks, ?_⟩
    have hnk : n ≤ k := hm.head_le (h.symm.mem (mem_head k ks))
    have hkn : k ≤ n := hn.head_le (h.mem (mem_head n ms))
    rw [Nat.le_antisymm hnk hkn]

end Lists
