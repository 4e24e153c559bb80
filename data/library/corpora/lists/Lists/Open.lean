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

theorem rev_snoc_snoc (a b : α) (as : List α) : rev (snoc (snoc as a) b) = b :: a :: rev as := by
  sorry

theorem length_take_add_length_drop (n : Nat) (as : List α) : (take n as).length + (drop n as).length = as.length := by
  sorry

theorem take_take_self (n : Nat) (as : List α) : take n (take n as) = take n as := by
  sorry

theorem map_zip_fst {as : List α} {bs : List β} (h : as.length ≤ bs.length) :
    map (fun p => p.1) (zip as bs) = as := by
  sorry

theorem count_rev_append [DecidableEq α] (a : α) (as : List α) : count a (as ++ rev as) = 2 * count a as := by
  sorry

theorem perm_of_keep_both (p : α → Bool) {as bs : List α} (h₁ : Perm (keep p as) (keep p bs))
    (h₂ : Perm (keep (fun a => Bool.not (p a)) as) (keep (fun a => Bool.not (p a)) bs)) : Perm as bs := by
  sorry

theorem Distinct.length_le {ns : List Nat} (hd : Distinct ns) {k : Nat} (h : All (fun n => n < k) ns) :
    ns.length ≤ k := by
  sorry

theorem Tree.size_lt_two_pow_of_leaves {t : Tree α} {n : Nat} (h : t.leaves ≤ 2 ^ n) : t.size < 2 ^ n := by
  sorry

theorem sort_append_comm (ms ns : List Nat) : sort (ms ++ ns) = sort (ns ++ ms) := by
  sorry

theorem count_eq_of_perm_append [DecidableEq α] {as bs cs : List α} (h : Perm (as ++ bs) (as ++ cs)) (a : α) :
    count a bs = count a cs := by
  sorry

/-- A list that reads the same from both ends is some list, perhaps a middle element, and the list reversed. -/
theorem exists_halves_of_rev_eq {as : List α} (h : rev as = as) :
    ∃ bs ms, ms.length ≤ 1 ∧ as = bs ++ (ms ++ rev bs) := by
  sorry

/-- Lists in which everything occurs equally often are permutations of each other. -/
theorem perm_of_count_eq [DecidableEq α] {as bs : List α} (h : ∀ a, count a as = count a bs) : Perm as bs := by
  sorry

/-- Inserting what is there changes nothing. -/
theorem Tree.insert_of_has {t : Tree Nat} (h : t.Ordered) {n : Nat} (hn : Has n t) : insert n t = t := by
  sorry

end Lists
