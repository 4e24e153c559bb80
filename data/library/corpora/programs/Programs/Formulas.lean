/-!
# Boolean formulas

Formulas and their value, negation normal form, and a decision procedure for `if`-expressions.
-/

namespace Programs

/-- A formula of propositional logic with numbered variables. -/
inductive Formula where
  | var (x : Nat) : Formula
  | not (p : Formula) : Formula
  | and (p q : Formula) : Formula
  | or (p q : Formula) : Formula

namespace Formula

/-- Whether the formula holds where `v` says which variables hold. -/
def eval (v : Nat → Bool) : Formula → Bool
  | var x => v x
  | not p => !eval v p
  | and p q => eval v p && eval v q
  | or p q => eval v p || eval v q

/-- `p` and `q` hold in the same cases. -/
def Equiv (p q : Formula) : Prop := ∀ v, eval v p = eval v q

/-- `p` holds in all cases. -/
def Valid (p : Formula) : Prop := ∀ v, eval v p = true

/-- `p` holds in some case. -/
def Satisfiable (p : Formula) : Prop := ∃ v, eval v p = true

/-! ## Equivalence and validity -/

theorem equiv_refl (p : Formula) : Equiv p p :=
  fun _ => rfl

theorem Equiv.symm {p q : Formula} (h : Equiv p q) : Equiv q p := by
  intro v
  exact (h v).symm

theorem Equiv.trans {p q r : Formula} (hpq : Equiv p q) (hqr : Equiv q r) : Equiv p r := by
  intro v
  rw [hpq v]
  exact hqr v

theorem equiv_not_not (p : Formula) : Equiv (not (not p)) p := by
  intro v
  exact Bool.not_not _

theorem equiv_and_comm (p q : Formula) : Equiv (and p q) (and q p) := by
  intro v
  show (eval v p && eval v q) = (eval v q && eval v p)
  cases eval v p <;> cases eval v q <;> rfl

theorem equiv_de_morgan_and (p q : Formula) : Equiv (not (and p q)) (or (not p) (not q)) := by
  intro v
  show (!(eval v p && eval v q)) = (!eval v p || !eval v q)
  cases eval v p <;> rfl

theorem equiv_de_morgan_or (p q : Formula) : Equiv (not (or p q)) (and (not p) (not q)) := by
  intro v
  show (!(eval v p || eval v q)) = (!eval v p && !eval v q)
  cases eval v p <;> rfl

theorem equiv_distrib (p q r : Formula) : Equiv (and p (or q r)) (or (and p q) (and p r)) := by
  intro v
  show (eval v p && (eval v q || eval v r)) = (eval v p && eval v q || eval v p && eval v r)
  cases eval v p <;> rfl

theorem Equiv.not {p q : Formula} (h : Equiv p q) : Equiv (Formula.not p) (Formula.not q) := by
  intro v
  exact congrArg Bool.not (h v)

theorem Equiv.and {p q r s : Formula} (hpq : Equiv p q) (hrs : Equiv r s) :
    Equiv (Formula.and p r) (Formula.and q s) := by
  intro v
  show (eval v p && eval v r) = (eval v q && eval v s)
  rw [hpq v, hrs v]

theorem Valid.of_equiv {p q : Formula} (hp : Valid p) (h : Equiv p q) : Valid q := by
  intro v
  rw [← h v]
  exact hp v

theorem valid_excluded_middle (p : Formula) : Valid (or p (not p)) := by
  intro v
  show (eval v p || !eval v p) = true
  cases eval v p <;> rfl

theorem Valid.satisfiable {p : Formula} (h : Valid p) : Satisfiable p :=
  ⟨fun _ => true, h _⟩

theorem valid_and_iff {p q : Formula} : Valid (and p q) ↔ Valid p ∧ Valid q := by
  constructor
  · intro h
    constructor
    · intro v
      exact ((Bool.and_eq_true_iff).mp (h v)).left
    · intro v
      exact ((Bool.and_eq_true_iff).mp (h v)).right
  · intro ⟨hp, hq⟩ v
    show (eval v p && eval v q) = true
    rw [hp v, hq v]
    rfl

/-- Valid means that the negation has no model. -/
theorem valid_iff_not_satisfiable_not {p : Formula} : Valid p ↔ ¬Satisfiable (not p) := by
  constructor
  · intro h ⟨v, hv⟩
    have hp : (!eval v p) = true := hv
    rw [h v] at hp
    exact absurd hp (by decide)
  · intro h v
    cases hp : eval v p with
    | true => rfl
    | false =>
      apply absurd _ h
      refine ⟨v, ?_⟩
      show (!eval v p) = true
      rw [hp]
      rfl

/-! ## Negation normal form -/

mutual

/-- `p` with negations on variables only. -/
def nnf : Formula → Formula
  | var x => var x
  | not p => nnfNot p
  | and p q => and (nnf p) (nnf q)
  | or p q => or (nnf p) (nnf q)

/-- The negation of `p` with negations on variables only. -/
def nnfNot : Formula → Formula
  | var x => not (var x)
  | not p => nnf p
  | and p q => or (nnfNot p) (nnfNot q)
  | or p q => and (nnfNot p) (nnfNot q)

end

/-- Negations stand on variables only. -/
def IsNormal : Formula → Prop
  | var _ => True
  | not (var _) => True
  | not _ => False
  | and p q => IsNormal p ∧ IsNormal q
  | or p q => IsNormal p ∧ IsNormal q

/-- Both normal forms are what they should be. -/
theorem eval_nnf_both (v : Nat → Bool) (p : Formula) : eval v (nnf p) = eval v p ∧ eval v (nnfNot p) = !eval v p := by
  induction p with
  | var x => exact ⟨rfl, rfl⟩
  | not p ih =>
    constructor
    · exact ih.right
    · show eval v (nnf p) = !!eval v p
      rw [ih.left, Bool.not_not]
  | and p q ihp ihq =>
    constructor
    · show (eval v (nnf p) && eval v (nnf q)) = _
      rw [ihp.left, ihq.left]
      rfl
    · show (eval v (nnfNot p) || eval v (nnfNot q)) = _
      rw [ihp.right, ihq.right]
      exact (equiv_de_morgan_and p q v).symm
  | or p q ihp ihq =>
    constructor
    · show (eval v (nnf p) || eval v (nnf q)) = _
      rw [ihp.left, ihq.left]
      rfl
    · show (eval v (nnfNot p) && eval v (nnfNot q)) = _
      rw [ihp.right, ihq.right]
      exact (equiv_de_morgan_or p q v).symm

theorem equiv_nnf (p : Formula) : Equiv (nnf p) p :=
  fun v => (eval_nnf_both v p).left

theorem isNormal_nnf_both (p : Formula) : IsNormal (nnf p) ∧ IsNormal (nnfNot p) := by
  induction p with
  | var x => exact ⟨True.intro, True.intro⟩
  | not p ih => exact ⟨ih.right, ih.left⟩
  | and p q ihp ihq => exact ⟨⟨ihp.left, ihq.left⟩, ihp.right, ihq.right⟩
  | or p q ihp ihq => exact ⟨⟨ihp.left, ihq.left⟩, ihp.right, ihq.right⟩

theorem isNormal_nnf (p : Formula) : IsNormal (nnf p) :=
  (isNormal_nnf_both p).left

/-! ## Duality -/

/-- `and` and `or` exchanged. -/
def dual : Formula → Formula
  | var x => var x
  | not p => not (dual p)
  | and p q => or (dual p) (dual q)
  | or p q => and (dual p) (dual q)

theorem dual_dual (p : Formula) : dual (dual p) = p := by
  induction p with
  | var x => rfl
  | not p ih => exact congrArg Formula.not ih
  | and p q ihp ihq =>
    show Formula.and (dual (dual p)) (dual (dual q)) = Formula.and p q
    rw [ihp, ihq]
  | or p q ihp ihq =>
    show Formula.or (dual (dual p)) (dual (dual q)) = Formula.or p q
    rw [ihp, ihq]

/-- The dual formula is the formula seen in a mirror. -/
theorem eval_dual (v : Nat → Bool) (p : Formula) : eval v (dual p) = !eval (fun x => !v x) p := by
  induction p with
  | var x => exact (Bool.not_not (v x)).symm
  | not p ih => exact congrArg Bool.not ih
  | and p q ihp ihq =>
    show (eval v (dual p) || eval v (dual q)) = _
    rw [ihp, ihq]
    exact (equiv_de_morgan_and p q _).symm
  | or p q ihp ihq =>
    show (eval v (dual p) && eval v (dual q)) = _
    rw [ihp, ihq]
    exact (equiv_de_morgan_or p q _).symm

theorem Equiv.dual {p q : Formula} (h : Equiv p q) : Equiv (Formula.dual p) (Formula.dual q) := by
  intro v
  rw [eval_dual, eval_dual, h]

theorem equiv_or_comm (p q : Formula) : Equiv (or p q) (or q p) := by
  have h := (equiv_and_comm (dual p) (dual q)).dual
  unfold dual at h
  rw [dual_dual, dual_dual] at h
  exact h

theorem valid_dual_iff {p : Formula} : Valid (dual p) ↔ ¬Satisfiable p := by
  constructor
  · intro h ⟨v, hv⟩
    have hd := h (fun x => !v x)
    rw [eval_dual] at hd
    have hvv : (fun x => !!v x) = v := funext fun x => Bool.not_not (v x)
    rw [hvv, hv] at hd
    exact absurd hd (by decide)
  · intro h v
    rw [eval_dual]
    cases hp : eval (fun x => !v x) p with
    | true => exact absurd ⟨_, hp⟩ h
    | false => rfl

end Formula

end Programs
