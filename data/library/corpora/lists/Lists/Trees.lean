import Lists.Sorting

/-!
# Binary trees

Size, depth and mirror image of a tree, its elements as a list in order, and search trees.
-/

namespace Lists

universe u v

/-- A binary tree with an element at every node. -/
inductive Tree (α : Type u) where
  | leaf : Tree α
  | node (left : Tree α) (value : α) (right : Tree α) : Tree α

namespace Tree

variable {α : Type u} {β : Type v}

instance : Inhabited (Tree α) :=
  ⟨leaf⟩

/-- The number of nodes. -/
def size : Tree α → Nat
  | leaf => 0
  | node l _ r => size l + 1 + size r

/-- The number of leaves. -/
def leaves : Tree α → Nat
  | leaf => 1
  | node l _ r => leaves l + leaves r

/-- The tree with left and right exchanged everywhere. -/
def mirror : Tree α → Tree α
  | leaf => leaf
  | node l a r => node (mirror r) a (mirror l)

/-- `f` applied to every element. -/
def map (f : α → β) : Tree α → Tree β
  | leaf => leaf
  | node l a r => node (map f l) (f a) (map f r)

/-- The elements from left to right. -/
def inorder : Tree α → List α
  | leaf => []
  | node l a r => inorder l ++ a :: inorder r

/-- `inorder` with an accumulator. -/
def inorderOnto : Tree α → List α → List α
  | leaf, as => as
  | node l a r, as => inorderOnto l (a :: inorderOnto r as)

/-! ## Shape -/

theorem mirror_mirror (t : Tree α) : mirror (mirror t) = t := by
  induction t with
  | leaf => rfl
  | node l a r ihl ihr =>
    show node (mirror (mirror l)) a (mirror (mirror r)) = node l a r
    rw [ihl, ihr]

theorem mirror_inj {s t : Tree α} (h : mirror s = mirror t) : s = t := by
  rw [← mirror_mirror s, h, mirror_mirror]

theorem size_mirror (t : Tree α) : size (mirror t) = size t := by
  induction t with
  | leaf => rfl
  | node l a r ihl ihr =>
    show size (mirror r) + 1 + size (mirror l) = size l + 1 + size r
    rw [ihl, ihr, Nat.add_right_comm, Nat.add_comm (size r), Nat.add_right_comm]

theorem leaves_eq_size_add_one (t : Tree α) : leaves t = size t + 1 := by
  induction t with
  | leaf => rfl
  | node l a r ihl ihr =>
    show leaves l + leaves r = size l + 1 + size r + 1
    rw [ihl, ihr]
    rfl

theorem leaves_pos (t : Tree α) : 0 < leaves t := by
  rw [leaves_eq_size_add_one]
  exact Nat.succ_le_succ (Nat.zero_le _)

theorem size_eq_zero_iff {t : Tree α} : size t = 0 ↔ t = leaf := by
  constructor
  · intro h
    cases t with
    | leaf => rfl
    | node l a r =>
      have hs : size l + 1 + size r = 0 := h
      rw [Nat.add_right_comm] at hs
      exact absurd hs (Nat.succ_ne_zero _)
  · intro h
    rw [h]
    rfl

/-! ## Map -/

theorem map_id (t : Tree α) : map (fun a => a) t = t := by
  induction t with
  | leaf => rfl
  | node l a r ihl ihr =>
    show node (map (fun a => a) l) a (map (fun a => a) r) = node l a r
    rw [ihl, ihr]

theorem size_map (f : α → β) (t : Tree α) : size (map f t) = size t := by
  induction t with
  | leaf => rfl
  | node l a r ihl ihr =>
    show size (map f l) + 1 + size (map f r) = size l + 1 + size r
    rw [ihl, ihr]

theorem map_mirror (f : α → β) (t : Tree α) : map f (mirror t) = mirror (map f t) := by
  induction t with
  | leaf => rfl
  | node l a r ihl ihr =>
    show node (map f (mirror r)) (f a) (map f (mirror l)) = node (mirror (map f r)) (f a) (mirror (map f l))
    rw [ihl, ihr]

/-! ## Elements in order -/

theorem length_inorder (t : Tree α) : (inorder t).length = size t := by
  induction t with
  | leaf => rfl
  | node l a r ihl ihr =>
    show (inorder l ++ a :: inorder r).length = size l + 1 + size r
    rw [length_append, ihl, Nat.add_right_comm, ← ihr]
    rfl

theorem inorder_map (f : α → β) (t : Tree α) : inorder (map f t) = Lists.map f (inorder t) := by
  induction t with
  | leaf => rfl
  | node l a r ihl ihr =>
    show inorder (map f l) ++ f a :: inorder (map f r) = Lists.map f (inorder l ++ a :: inorder r)
    rw [map_append, ihl, ihr]
    rfl

theorem inorderOnto_eq (t : Tree α) (as : List α) : inorderOnto t as = inorder t ++ as := by
  induction t generalizing as with
  | leaf => rfl
  | node l a r ihl ihr =>
    show inorderOnto l (a :: inorderOnto r as) = inorder l ++ a :: inorder r ++ as
    rw [ihr, ihl, List.append_assoc]
    rfl

theorem inorderOnto_nil (t : Tree α) : inorderOnto t [] = inorder t := by
  rw [inorderOnto_eq]
  exact List.append_nil _

/-- A tree that leans to the right, out of a list. -/
def ofList : List α → Tree α
  | [] => leaf
  | a :: as => node leaf a (ofList as)

theorem inorder_ofList (as : List α) : inorder (ofList as) = as := by
  induction as with
  | nil => rfl
  | cons a as ih => exact congrArg (List.cons a) ih

theorem inorder_surjective (as : List α) : ∃ t, inorder t = as :=
  ⟨ofList as, inorder_ofList as⟩

/-- The fold of a tree from the right is the fold of its elements. -/
def foldRight (f : α → β → β) (init : β) : Tree α → β
  | leaf => init
  | node l a r => foldRight f (f a (foldRight f init r)) l

theorem foldRight_inorder (f : α → β → β) (init : β) (t : Tree α) :
    Lists.foldRight f init (inorder t) = foldRight f init t := by
  induction t generalizing init with
  | leaf => rfl
  | node l a r ihl ihr =>
    show Lists.foldRight f init (inorder l ++ a :: inorder r) = foldRight f (f a (foldRight f init r)) l
    rw [foldRight_append, ihl, ← ihr]
    rfl

/-! ## Elements of a tree -/

/-- `a` is at some node. -/
def Has (a : α) : Tree α → Prop
  | leaf => False
  | node l b r => Has a l ∨ a = b ∨ Has a r

theorem has_iff_mem_inorder {a : α} {t : Tree α} : Has a t ↔ Mem a (inorder t) := by
  induction t with
  | leaf => exact Iff.rfl
  | node l b r ihl ihr =>
    show Has a l ∨ a = b ∨ Has a r ↔ Mem a (inorder l ++ b :: inorder r)
    rw [mem_append_iff, ihl, ihr]
    exact Iff.rfl

theorem has_mirror {a : α} {t : Tree α} (h : Has a t) : Has a (mirror t) := by
  induction t with
  | leaf => exact h
  | node l b r ihl ihr =>
    rcases h with hl | hb | hr
    · exact Or.inr (Or.inr (ihl hl))
    · exact Or.inr (Or.inl hb)
    · exact Or.inl (ihr hr)

/-! ## Search trees -/

/-- Puts `n` where the order says, once. -/
def insert (n : Nat) : Tree Nat → Tree Nat
  | leaf => node leaf n leaf
  | node l m r => if n < m then node (insert n l) m r else if m < n then node l m (insert n r) else node l m r

theorem insert_of_lt {n m : Nat} (h : n < m) (l r : Tree Nat) : insert n (node l m r) = node (insert n l) m r :=
  if_pos h

theorem insert_of_gt {n m : Nat} (h : m < n) (l r : Tree Nat) : insert n (node l m r) = node l m (insert n r) := by
  have hn : ¬n < m := by
    intro h'
    exact Nat.lt_irrefl n (Nat.lt_trans h' h)
  show (if n < m then node (insert n l) m r else if m < n then node l m (insert n r) else node l m r) = _
  rw [if_neg hn, if_pos h]

theorem insert_self (m : Nat) (l r : Tree Nat) : insert m (node l m r) = node l m r := by
  show (if m < m then node (insert m l) m r else if m < m then node l m (insert m r) else node l m r) = _
  rw [if_neg (Nat.lt_irrefl m), if_neg (Nat.lt_irrefl m)]

theorem or_exchange {p q r : Prop} : p ∨ q ∨ r ↔ q ∨ p ∨ r := by
  constructor
  · rintro (hp | hq | hr)
    · exact Or.inr (Or.inl hp)
    · exact Or.inl hq
    · exact Or.inr (Or.inr hr)
  · rintro (hq | hp | hr)
    · exact Or.inr (Or.inl hq)
    · exact Or.inl hp
    · exact Or.inr (Or.inr hr)

theorem has_insert_iff {k n : Nat} {t : Tree Nat} : Has k (insert n t) ↔ k = n ∨ Has k t := by
  induction t with
  | leaf => exact ⟨fun h => h.elim False.elim fun h => h, Or.inr⟩
  | node l m r ihl ihr =>
    rcases Nat.lt_or_ge n m with hlt | hge
    · rw [insert_of_lt hlt]
      show Has k (insert n l) ∨ k = m ∨ Has k r ↔ k = n ∨ Has k l ∨ k = m ∨ Has k r
      rw [ihl, or_assoc]
    · rcases Nat.lt_or_ge m n with hgt | hle
      · rw [insert_of_gt hgt]
        show Has k l ∨ k = m ∨ Has k (insert n r) ↔ k = n ∨ Has k l ∨ k = m ∨ Has k r
        rw [ihr, or_exchange (p := k = m), or_exchange (q := k = n)]
      · have hnm : n = m := Nat.le_antisymm hle hge
        subst hnm
        rw [insert_self]
        constructor
        · intro h
          exact Or.inr h
        · intro h
          cases h with
          | inl h => exact Or.inr (Or.inl h)
          | inr h => exact h

/-- Smaller elements to the left of every node, larger ones to the right. -/
def Ordered : Tree Nat → Prop
  | leaf => True
  | node l m r => (∀ k, Has k l → k < m) ∧ (∀ k, Has k r → m < k) ∧ Ordered l ∧ Ordered r

theorem ordered_insert (n : Nat) {t : Tree Nat} (h : Ordered t) : Ordered (insert n t) := by
  induction t with
  | leaf => exact ⟨fun _ hk => False.elim hk, fun _ hk => False.elim hk, True.intro, True.intro⟩
  | node l m r ihl ihr =>
    obtain ⟨hl, hr, hol, hor⟩ := h
    rcases Nat.lt_or_ge n m with hlt | hge
    · rw [insert_of_lt hlt]
      refine ⟨?_, hr, ihl hol, hor⟩
      intro k hk
      cases has_insert_iff.mp hk with
      | inl hkn => exact hkn ▸ hlt
      | inr hk => exact hl k hk
    · rcases Nat.lt_or_ge m n with hgt | hle
      · rw [insert_of_gt hgt]
        refine ⟨hl, ?_, hol, ihr hor⟩
        intro k hk
        cases has_insert_iff.mp hk with
        | inl hkn => exact hkn ▸ hgt
        | inr hk => exact hr k hk
      · rw [Nat.le_antisymm hle hge, insert_self]
        exact ⟨hl, hr, hol, hor⟩

theorem sorted_inorder {t : Tree Nat} (h : Ordered t) : Sorted (inorder t) := by
  induction t with
  | leaf => exact True.intro
  | node l m r ihl ihr =>
    obtain ⟨hl, hr, hol, hor⟩ := h
    apply (ihl hol).append
    · refine ⟨?_, ihr hor⟩
      rw [all_iff_forall_mem]
      intro k hk
      exact Nat.le_of_lt (hr k (has_iff_mem_inorder.mpr hk))
    · intro j k hj hk
      have hjm : j ≤ m := Nat.le_of_lt (hl j (has_iff_mem_inorder.mpr hj))
      cases hk with
      | inl hkm =>
        rw [hkm]
        exact hjm
      | inr hk =>
        apply Nat.le_trans hjm
        exact Nat.le_of_lt (hr k (has_iff_mem_inorder.mpr hk))

end Tree

end Lists
