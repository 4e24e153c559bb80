import Lists.Slices
import Lists.Trees

/-!
# Open problems on lists

True statements without a proof, from a warm-up to the uniqueness of sorting. Each follows from what the corpus has.
-/

namespace Lists

universe u v

variable {α : Type u} {β : Type v}

theorem rev_append_rev (as bs : List α) : rev (rev as ++ rev bs) = bs ++ as := by
  sorry

theorem take_append_drop (n : Nat) (as : List α) : take n as ++ drop n as = as := by
  sorry

theorem join_repeated_singleton (a : α) (n : Nat) : join (repeated [a] n) = repeated a n := by
  sorry

theorem inorder_mirror (t : Tree α) : (Tree.mirror t).inorder = rev t.inorder := by
  sorry

theorem keep_and (p q : α → Bool) (as : List α) : keep (fun a => Bool.and (p a) (q a)) as = keep p (keep q as) := by
  sorry

theorem sort_eq_of_perm {ms ns : List Nat} (h : Perm ms ns) : sort ms = sort ns := by
  sorry

/-- A list that reads the same from both ends is some list, perhaps a middle element, and the list reversed. -/
theorem exists_halves_of_rev_eq {as : List α} (h : rev as = as) :
    ∃ bs ms, ms.length ≤ 1 ∧ as = bs ++ (ms ++ rev bs) := by
  sorry

/-- Lists in which everything occurs equally often are permutations of each other. -/
theorem perm_of_count_eq [DecidableEq α] {as bs : List α} (h : ∀ a, count a as = count a bs) : Perm as bs := by
  sorry

end Lists
