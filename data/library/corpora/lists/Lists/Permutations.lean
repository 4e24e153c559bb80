import Lists.Membership

/-!
# Permutations

Being a permutation as an inductive relation: an equivalence that every list function respects or explains.
-/

namespace Lists

universe u v

variable {α : Type u} {β : Type v}

/-- The same elements, each as often, in some order. -/
inductive Perm : List α → List α → Prop where
  | nil : Perm [] []
  | cons (a : α) {as bs : List α} : Perm as bs → Perm (a :: as) (a :: bs)
  | swap (a b : α) (as : List α) : Perm (a :: b :: as) (b :: a :: as)
  | trans {as bs cs : List α} : Perm as bs → Perm bs cs → Perm as cs

theorem Perm.refl : ∀ as : List α, Perm as as
  | [] => .nil
  | a :: as => .cons a (refl as)

theorem Perm.symm {as bs : List α} (h : Perm as bs) : Perm bs as := by
  induction h with
  | nil => exact Perm.nil
  | cons a _ ih => exact Perm.cons a ih
  | swap a b as => exact Perm.swap b a as
  | trans _ _ ih₁ ih₂ => exact Perm.trans ih₂ ih₁

instance : Trans (Perm (α := α)) (Perm (α := α)) (Perm (α := α)) where
  trans := Perm.trans

theorem Perm.length_eq {as bs : List α} (h : Perm as bs) : as.length = bs.length := by
  induction h with
  | nil => rfl
  | cons a _ ih => exact congrArg Nat.succ ih
  | swap a b as => rfl
  | trans _ _ ih₁ ih₂ => exact ih₁.trans ih₂

theorem Perm.eq_nil {as : List α} (h : Perm as []) : as = [] := by
  apply length_eq_zero_iff.mp
  rw [h.length_eq]
  rfl

theorem Perm.append_left {bs cs : List α} (h : Perm bs cs) (as : List α) : Perm (as ++ bs) (as ++ cs) := by
  induction as with
  | nil => exact h
  | cons a as ih => exact Perm.cons a ih

theorem Perm.append_right {as bs : List α} (h : Perm as bs) (cs : List α) : Perm (as ++ cs) (bs ++ cs) := by
  induction h with
  | nil => exact Perm.refl cs
  | cons a _ ih => exact Perm.cons a ih
  | swap a b as => exact Perm.swap a b (as ++ cs)
  | trans _ _ ih₁ ih₂ => exact ih₁.trans ih₂

theorem Perm.append {as bs cs ds : List α} (h₁ : Perm as bs) (h₂ : Perm cs ds) : Perm (as ++ cs) (bs ++ ds) := by
  apply Perm.trans
  · exact h₁.append_right cs
  · exact h₂.append_left bs

theorem perm_snoc (a : α) (as : List α) : Perm (snoc as a) (a :: as) := by
  induction as with
  | nil => exact Perm.refl [a]
  | cons b as ih =>
    apply Perm.trans (Perm.cons b ih)
    exact Perm.swap b a as

theorem perm_middle (a : α) (as bs : List α) : Perm (as ++ a :: bs) (a :: (as ++ bs)) := by
  rw [← snoc_append]
  exact (perm_snoc a as).append_right bs

theorem perm_append_comm (as bs : List α) : Perm (as ++ bs) (bs ++ as) := by
  induction as with
  | nil =>
    rw [List.append_nil]
    exact Perm.refl bs
  | cons a as ih =>
    apply Perm.trans (Perm.cons a ih)
    exact (perm_middle a bs as).symm

theorem perm_append_reverse (as bs cs : List α) : Perm (as ++ bs ++ cs) (cs ++ bs ++ as) := by
  calc
    Perm (as ++ bs ++ cs) (cs ++ (as ++ bs)) := perm_append_comm _ cs
    Perm _ (cs ++ (bs ++ as)) := (perm_append_comm as bs).append_left cs
    _ = cs ++ bs ++ as := (List.append_assoc cs bs as).symm

theorem perm_rev (as : List α) : Perm (rev as) as := by
  induction as with
  | nil => exact Perm.nil
  | cons a as ih =>
    rw [rev_cons]
    apply Perm.trans (perm_snoc a (rev as))
    exact Perm.cons a ih

theorem Perm.map {as bs : List α} (h : Perm as bs) (f : α → β) : Perm (Lists.map f as) (Lists.map f bs) := by
  induction h with
  | nil => exact Perm.nil
  | cons a _ ih => exact Perm.cons (f a) ih
  | swap a b as => exact Perm.swap (f a) (f b) _
  | trans _ _ ih₁ ih₂ => exact Perm.trans ih₁ ih₂

theorem Perm.mem {as bs : List α} (h : Perm as bs) {c : α} (hc : Mem c as) : Mem c bs := by
  induction h with
  | nil => exact hc
  | cons a _ ih =>
    cases hc with
    | inl hca => exact Or.inl hca
    | inr hc => exact Or.inr (ih hc)
  | swap a b as =>
    rcases hc with hca | hcb | hc
    · right
      left
      exact hca
    · left
      exact hcb
    · right
      right
      exact hc
  | trans _ _ ih₁ ih₂ => exact ih₂ (ih₁ hc)

theorem Perm.mem_iff {as bs : List α} (h : Perm as bs) {c : α} : Mem c as ↔ Mem c bs :=
  ⟨h.mem, h.symm.mem⟩

theorem Perm.all {P : α → Prop} {as bs : List α} (h : Perm as bs) (ha : All P as) : All P bs := by
  rw [all_iff_forall_mem] at *
  intro c hc
  apply ha
  exact h.symm.mem hc

theorem Perm.total_eq {ms ns : List Nat} (h : Perm ms ns) : total ms = total ns := by
  induction h with
  | nil => rfl
  | cons n _ ih => exact congrArg (n + ·) ih
  | swap m n ns =>
    show m + (n + total ns) = n + (m + total ns)
    exact Nat.add_left_comm m n (total ns)
  | trans _ _ ih₁ ih₂ => rw [ih₁, ih₂]

theorem Perm.count_eq [DecidableEq α] {as bs : List α} (h : Perm as bs) (c : α) : count c as = count c bs := by
  induction h with
  | nil => rfl
  | @cons a as bs _ ih =>
    by_cases hca : c = a
    · subst hca
      rw [count_cons_self, count_cons_self, ih]
    · rw [count_cons_ne hca, count_cons_ne hca, ih]
  | swap a b as =>
    show count c ([a, b] ++ as) = count c ([b, a] ++ as)
    rw [count_append, count_append]
    have h2 : count c [a, b] = count c (rev [b, a]) := rfl
    rw [h2, count_rev]
  | trans _ _ ih₁ ih₂ => rw [ih₁, ih₂]

theorem Perm.distinct {as bs : List α} (h : Perm as bs) (ha : Distinct as) : Distinct bs := by
  induction h with
  | nil => exact ha
  | cons a h ih =>
    constructor
    · intro hm
      exact ha.left (h.symm.mem hm)
    · exact ih ha.right
  | swap a b as =>
    obtain ⟨hab, hb, hd⟩ := ha
    refine ⟨?_, ?_, hd⟩
    · intro hm
      cases hm with
      | inl hba => exact hab (Or.inl hba.symm)
      | inr hm => exact hb hm
    · intro hm
      exact hab (Or.inr hm)
  | trans _ _ ih₁ ih₂ => exact ih₂ (ih₁ ha)

theorem perm_keep_append (p : α → Bool) (as : List α) :
    Perm (keep p as ++ keep (fun a => Bool.not (p a)) as) as := by
  induction as with
  | nil => exact Perm.nil
  | cons a as ih =>
    cases h : p a with
    | true =>
      have hn : Bool.not (p a) = false := congrArg Bool.not h
      rw [keep_of_pass h, keep_of_fail (p := fun a => Bool.not (p a)) hn]
      exact Perm.cons a ih
    | false =>
      have hn : Bool.not (p a) = true := congrArg Bool.not h
      rw [keep_of_fail h, keep_of_pass (p := fun a => Bool.not (p a)) hn]
      apply Perm.trans (perm_middle a _ _)
      exact Perm.cons a ih

end Lists
