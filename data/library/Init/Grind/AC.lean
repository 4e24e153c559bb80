prelude
import Init.RArray
import Init.Int

/-!
# Associative operations in `grind`

The solver completes the equations of a goal to rewrite rules on words over numbered atoms; the atom `0` is neutral
where the operation has a neutral element. Each of its steps is a lemma with a Boolean certificate. A certificate
only says what the lemma needs: two words equal, up to order where the operation is commutative.
-/

universe u

namespace Lean.Grind.AC

structure Context (α : Sort u) where
  vars : RArray (PLift α)
  op : α → α → α

inductive Expr where
  | var (x : Nat)
  | op (lhs rhs : Expr)

inductive Seq where
  | var (x : Nat)
  | cons (x : Nat) (s : Seq)

section
variable {α : Sort u}

noncomputable def Context.atom (ctx : Context α) (x : Nat) : α := (ctx.vars.get x).down

noncomputable def Var.denote (ctx : Context α) (x : Nat) : α := ctx.atom x

noncomputable def Expr.denote (ctx : Context α) (e : Expr) : α :=
  Expr.rec (fun x => Var.denote ctx x) (fun _ _ l r => ctx.op l r) e

noncomputable def Seq.denote (ctx : Context α) (s : Seq) : α :=
  Seq.rec (fun x => Var.denote ctx x) (fun x _ v => ctx.op (Var.denote ctx x) v) s

/-! ## Words -/

namespace Seq

noncomputable def beq (s : Seq) : Seq → Bool :=
  Seq.rec (fun x t => Seq.rec (fun y => Nat.beq x y) (fun _ _ _ => false) t)
    (fun x _ ih t => Seq.rec (fun _ => false) (fun y t _ => Nat.beq x y && ih t) t) s

noncomputable def concat (s t : Seq) : Seq := Seq.rec (fun x => cons x t) (fun x _ ih => cons x ih) s

/-- `x` put before the first atom that is not less. -/
noncomputable def insert (x : Nat) (s : Seq) : Seq :=
  Seq.rec (fun y => bif Nat.ble x y then cons x (var y) else cons y (var x))
    (fun y t ih => bif Nat.ble x y then cons x (cons y t) else cons y ih) s

noncomputable def sort (s : Seq) : Seq := Seq.rec var (fun x _ ih => insert x ih) s

/-- The word without neutral atoms. -/
noncomputable def erase0 (s : Seq) : Seq :=
  Seq.rec var
    (fun x _ ih => bif Nat.beq x 0 then ih else bif beq ih (var 0) then var x else cons x ih) s

noncomputable def head (s : Seq) : Nat := Seq.rec (fun x => x) (fun x _ _ => x) s

noncomputable def last (s : Seq) : Nat := Seq.rec (fun x => x) (fun _ _ ih => ih) s

/-- Equal neighbours become one. -/
noncomputable def eraseDup (s : Seq) : Seq :=
  Seq.rec var (fun x _ ih => bif Nat.beq x ih.head then ih else cons x ih) s

noncomputable def contains (x : Nat) (s : Seq) : Bool :=
  Seq.rec (fun y => Nat.beq x y) (fun y _ ih => Nat.beq x y || ih) s

end Seq

noncomputable def Expr.toSeq (e : Expr) : Seq := Expr.rec .var (fun _ _ l r => l.concat r) e

theorem Seq.eq_of_beq : ∀ {s t : Seq}, s.beq t = true → s = t
  | .var _, .var _, h => congrArg var (Nat.eq_of_beq_eq_true h)
  | .cons x s, .cons y t, h => by
    have h : (Nat.beq x y && s.beq t) = true := h
    rw [Bool.and_eq_true] at h
    rw [Nat.eq_of_beq_eq_true h.1, eq_of_beq h.2]

section
variable (ctx : Context α)

@[simp] theorem denote_var (x : Nat) : (Seq.var x).denote ctx = Var.denote ctx x := rfl
@[simp] theorem denote_cons (x : Nat) (s : Seq) :
    (Seq.cons x s).denote ctx = ctx.op (Var.denote ctx x) (s.denote ctx) := rfl

theorem Seq.denote_concat (a : Std.Associative ctx.op) (s t : Seq) :
    (s.concat t).denote ctx = ctx.op (s.denote ctx) (t.denote ctx) := by
  induction s with
  | var x => rfl
  | cons x s ih =>
    change ctx.op _ ((s.concat t).denote ctx) = _
    rw [ih, denote_cons, a.assoc]

theorem Expr.denote_toSeq (a : Std.Associative ctx.op) (e : Expr) : e.toSeq.denote ctx = e.denote ctx := by
  induction e with
  | var x => rfl
  | op l r ihl ihr =>
    change (l.toSeq.concat r.toSeq).denote ctx = ctx.op (l.denote ctx) (r.denote ctx)
    rw [Seq.denote_concat ctx a, ihl, ihr]

theorem Seq.denote_insert (a : Std.Associative ctx.op) (c : Std.Commutative ctx.op) (x : Nat) (s : Seq) :
    (s.insert x).denote ctx = ctx.op (Var.denote ctx x) (s.denote ctx) := by
  induction s with
  | var y =>
    change (bif Nat.ble x y then cons x (var y) else cons y (var x)).denote ctx = _
    cases Nat.ble x y
    · exact c.comm _ _
    · rfl
  | cons y s ih =>
    change (bif Nat.ble x y then cons x (cons y s) else cons y (s.insert x)).denote ctx = _
    cases Nat.ble x y
    · rw [cond_false, denote_cons, ih, denote_cons, ← a.assoc, ← a.assoc, c.comm (Var.denote ctx y)]
    · rfl

theorem Seq.denote_sort (a : Std.Associative ctx.op) (c : Std.Commutative ctx.op) (s : Seq) :
    s.sort.denote ctx = s.denote ctx := by
  induction s with
  | var x => rfl
  | cons x s ih =>
    change (s.sort.insert x).denote ctx = _
    rw [denote_insert ctx a c, ih, denote_cons]

theorem Seq.denote_erase0 (n : Std.LawfulIdentity ctx.op (Var.denote ctx 0)) (s : Seq) :
    s.erase0.denote ctx = s.denote ctx := by
  induction s with
  | var x => rfl
  | cons x s ih =>
    change (bif Nat.beq x 0 then s.erase0 else bif beq s.erase0 (var 0) then var x else cons x s.erase0).denote ctx
      = ctx.op (Var.denote ctx x) (s.denote ctx)
    cases hx : Nat.beq x 0
    · cases hs : beq s.erase0 (var 0)
      · rw [cond_false, cond_false, denote_cons, ih]
      · rw [cond_false, cond_true, ← ih, eq_of_beq hs]
        exact (n.right_id _).symm
    · rw [cond_true, ih, Nat.eq_of_beq_eq_true hx, n.left_id]

theorem Seq.op_head (a : Std.Associative ctx.op) (i : Std.IdempotentOp ctx.op) (s : Seq) :
    ctx.op (Var.denote ctx s.head) (s.denote ctx) = s.denote ctx := by
  cases s with
  | var x => exact i.idempotent _
  | cons x s => exact (a.assoc _ _ _).symm.trans (congrArg (ctx.op · _) (i.idempotent _))

theorem Seq.denote_eraseDup (a : Std.Associative ctx.op) (i : Std.IdempotentOp ctx.op) (s : Seq) :
    s.eraseDup.denote ctx = s.denote ctx := by
  induction s with
  | var x => rfl
  | cons x s ih =>
    change (bif Nat.beq x s.eraseDup.head then s.eraseDup else cons x s.eraseDup).denote ctx = _
    rw [denote_cons, ← ih]
    cases hx : Nat.beq x s.eraseDup.head
    · rfl
    · rw [cond_true, Nat.eq_of_beq_eq_true hx, op_head ctx a i]

theorem Seq.op_of_contains (a : Std.Associative ctx.op) (c : Std.Commutative ctx.op) (i : Std.IdempotentOp ctx.op)
    {x : Nat} {s : Seq} (h : s.contains x = true) :
    ctx.op (Var.denote ctx x) (s.denote ctx) = s.denote ctx := by
  induction s with
  | var y => rw [Nat.eq_of_beq_eq_true h, denote_var, i.idempotent]
  | cons y s ih =>
    have h : (Nat.beq x y || s.contains x) = true := h
    rw [denote_cons, ← a.assoc]
    cases hxy : Nat.beq x y
    · rw [hxy, Bool.false_or] at h
      rw [c.comm (Var.denote ctx x), a.assoc, ih h]
    · rw [Nat.eq_of_beq_eq_true hxy, i.idempotent]

theorem Seq.op_last (a : Std.Associative ctx.op) (i : Std.IdempotentOp ctx.op) (s : Seq) :
    ctx.op (s.denote ctx) (Var.denote ctx s.last) = s.denote ctx := by
  induction s with
  | var x => exact i.idempotent _
  | cons x s ih => exact (a.assoc _ _ _).trans (congrArg (ctx.op _) ih)

end

/-! ## Certificates -/

noncomputable def Seq.same (s t : Seq) : Bool := s.sort.beq t.sort

theorem Seq.denote_of_same (ctx : Context α) (a : Std.Associative ctx.op) (c : Std.Commutative ctx.op) {s t : Seq}
    (h : s.same t = true) : s.denote ctx = t.denote ctx := by
  rw [← s.denote_sort ctx a c, eq_of_beq h, t.denote_sort ctx a c]

theorem Seq.denote_of_beq_concat (ctx : Context α) (a : Std.Associative ctx.op) {s t r : Seq}
    (h : s.beq (t.concat r) = true) : s.denote ctx = ctx.op (t.denote ctx) (r.denote ctx) := by
  rw [eq_of_beq h, denote_concat ctx a]

theorem Seq.denote_of_same_concat (ctx : Context α) (a : Std.Associative ctx.op) (c : Std.Commutative ctx.op)
    {s t r : Seq} (h : s.same (t.concat r) = true) : s.denote ctx = ctx.op (t.denote ctx) (r.denote ctx) := by
  rw [denote_of_same ctx a c h, denote_concat ctx a]

/-! ## Normal forms of terms -/

section
variable (ctx : Context α)

theorem norm_a {a : Std.Associative ctx.op} (e : Expr) (s : Seq) (h : e.toSeq.beq s = true) :
    e.denote ctx = s.denote ctx := by
  rw [← e.denote_toSeq ctx a, Seq.eq_of_beq h]
theorem norm_ac {a : Std.Associative ctx.op} {c : Std.Commutative ctx.op} (e : Expr) (s : Seq)
    (h : e.toSeq.same s = true) : e.denote ctx = s.denote ctx := by
  rw [← e.denote_toSeq ctx a, Seq.denote_of_same ctx a c h]
theorem norm_ai {a : Std.Associative ctx.op} {n : Std.LawfulIdentity ctx.op (Var.denote ctx 0)} (e : Expr)
    (s : Seq) (h : e.toSeq.erase0.beq s = true) : e.denote ctx = s.denote ctx := by
  rw [← e.denote_toSeq ctx a, ← Seq.denote_erase0 ctx n, Seq.eq_of_beq h]
theorem norm_aci {a : Std.Associative ctx.op} {c : Std.Commutative ctx.op}
    {n : Std.LawfulIdentity ctx.op (Var.denote ctx 0)} (e : Expr) (s : Seq) (h : e.toSeq.erase0.same s = true) :
    e.denote ctx = s.denote ctx := by
  rw [← e.denote_toSeq ctx a, ← Seq.denote_erase0 ctx n, Seq.denote_of_same ctx a c h]

theorem eq_expr_seq_seq (e : Expr) (s t : Seq) (h : e.denote ctx = s.denote ctx) (h' : s.denote ctx = t.denote ctx) :
    e.denote ctx = t.denote ctx := h.trans h'
theorem imp_eq (e f : Expr) (s : Seq) (h : e.denote ctx = s.denote ctx) (h' : f.denote ctx = s.denote ctx) :
    e.denote ctx = f.denote ctx := h.trans h'.symm
theorem refl (s : Seq) : s.denote ctx = s.denote ctx := rfl
theorem eq_orient (s t : Seq) (h : s.denote ctx = t.denote ctx) : t.denote ctx = s.denote ctx := h.symm
theorem diseq_unsat (s t : Seq) (h : s.beq t = true) (hn : s.denote ctx ≠ t.denote ctx) : False :=
  hn (congrArg _ (Seq.eq_of_beq h))

/-! ## Equations and disequations between terms, as ones between words -/

theorem eq_norm_a {a : Std.Associative ctx.op} (l r : Expr) (s t : Seq)
    (h : (l.toSeq.beq s && r.toSeq.beq t) = true) (e : l.denote ctx = r.denote ctx) :
    s.denote ctx = t.denote ctx := by
  rw [Bool.and_eq_true] at h
  rw [← norm_a ctx (a := a) l s h.1, ← norm_a ctx (a := a) r t h.2, e]
theorem diseq_norm_a {a : Std.Associative ctx.op} (l r : Expr) (s t : Seq)
    (h : (l.toSeq.beq s && r.toSeq.beq t) = true) (e : l.denote ctx ≠ r.denote ctx) :
    s.denote ctx ≠ t.denote ctx := by
  rw [Bool.and_eq_true] at h
  rwa [← norm_a ctx (a := a) l s h.1, ← norm_a ctx (a := a) r t h.2]
theorem eq_norm_ac {a : Std.Associative ctx.op} {c : Std.Commutative ctx.op} (l r : Expr) (s t : Seq)
    (h : (l.toSeq.same s && r.toSeq.same t) = true) (e : l.denote ctx = r.denote ctx) :
    s.denote ctx = t.denote ctx := by
  rw [Bool.and_eq_true] at h
  rw [← norm_ac ctx (a := a) (c := c) l s h.1, ← norm_ac ctx (a := a) (c := c) r t h.2, e]
theorem diseq_norm_ac {a : Std.Associative ctx.op} {c : Std.Commutative ctx.op} (l r : Expr) (s t : Seq)
    (h : (l.toSeq.same s && r.toSeq.same t) = true) (e : l.denote ctx ≠ r.denote ctx) :
    s.denote ctx ≠ t.denote ctx := by
  rw [Bool.and_eq_true] at h
  rwa [← norm_ac ctx (a := a) (c := c) l s h.1, ← norm_ac ctx (a := a) (c := c) r t h.2]
theorem eq_norm_ai {a : Std.Associative ctx.op} {n : Std.LawfulIdentity ctx.op (Var.denote ctx 0)}
    (l r : Expr) (s t : Seq)
    (h : (l.toSeq.erase0.beq s && r.toSeq.erase0.beq t) = true) (e : l.denote ctx = r.denote ctx) :
    s.denote ctx = t.denote ctx := by
  rw [Bool.and_eq_true] at h
  rw [← norm_ai ctx (a := a) (n := n) l s h.1, ← norm_ai ctx (a := a) (n := n) r t h.2, e]
theorem diseq_norm_ai {a : Std.Associative ctx.op} {n : Std.LawfulIdentity ctx.op (Var.denote ctx 0)}
    (l r : Expr) (s t : Seq)
    (h : (l.toSeq.erase0.beq s && r.toSeq.erase0.beq t) = true) (e : l.denote ctx ≠ r.denote ctx) :
    s.denote ctx ≠ t.denote ctx := by
  rw [Bool.and_eq_true] at h
  rwa [← norm_ai ctx (a := a) (n := n) l s h.1, ← norm_ai ctx (a := a) (n := n) r t h.2]
theorem eq_norm_aci {a : Std.Associative ctx.op} {c : Std.Commutative ctx.op}
    {n : Std.LawfulIdentity ctx.op (Var.denote ctx 0)} (l r : Expr) (s t : Seq)
    (h : (l.toSeq.erase0.same s && r.toSeq.erase0.same t) = true) (e : l.denote ctx = r.denote ctx) :
    s.denote ctx = t.denote ctx := by
  rw [Bool.and_eq_true] at h
  rw [← norm_aci ctx (a := a) (c := c) (n := n) l s h.1, ← norm_aci ctx (a := a) (c := c) (n := n) r t h.2, e]
theorem diseq_norm_aci {a : Std.Associative ctx.op} {c : Std.Commutative ctx.op}
    {n : Std.LawfulIdentity ctx.op (Var.denote ctx 0)} (l r : Expr) (s t : Seq)
    (h : (l.toSeq.erase0.same s && r.toSeq.erase0.same t) = true) (e : l.denote ctx ≠ r.denote ctx) :
    s.denote ctx ≠ t.denote ctx := by
  rw [Bool.and_eq_true] at h
  rwa [← norm_aci ctx (a := a) (c := c) (n := n) l s h.1, ← norm_aci ctx (a := a) (c := c) (n := n) r t h.2]

/-! ## Neutral and repeated atoms -/

theorem eq_erase_dup {a : Std.Associative ctx.op} {i : Std.IdempotentOp ctx.op} (s t s' t' : Seq)
    (h : (s.eraseDup.beq s' && t.eraseDup.beq t') = true) (e : s.denote ctx = t.denote ctx) :
    s'.denote ctx = t'.denote ctx := by
  rw [Bool.and_eq_true] at h
  rw [← Seq.eq_of_beq h.1, ← Seq.eq_of_beq h.2, Seq.denote_eraseDup ctx a i, Seq.denote_eraseDup ctx a i, e]
theorem eq_erase_dup_rhs {a : Std.Associative ctx.op} {i : Std.IdempotentOp ctx.op} (s t t' : Seq)
    (h : t.eraseDup.beq t' = true)
    (e : s.denote ctx = t.denote ctx) : s.denote ctx = t'.denote ctx := by
  rw [← Seq.eq_of_beq h, Seq.denote_eraseDup ctx a i, e]
theorem diseq_erase_dup {a : Std.Associative ctx.op} {i : Std.IdempotentOp ctx.op} (s t s' t' : Seq)
    (h : (s.eraseDup.beq s' && t.eraseDup.beq t') = true) (e : s.denote ctx ≠ t.denote ctx) :
    s'.denote ctx ≠ t'.denote ctx := by
  rw [Bool.and_eq_true] at h
  rwa [← Seq.eq_of_beq h.1, ← Seq.eq_of_beq h.2, Seq.denote_eraseDup ctx a i, Seq.denote_eraseDup ctx a i]
theorem eq_erase0 {a : Std.Associative ctx.op} {n : Std.LawfulIdentity ctx.op (Var.denote ctx 0)} (s t s' t' : Seq)
    (h : (s.erase0.beq s' && t.erase0.beq t') = true) (e : s.denote ctx = t.denote ctx) :
    s'.denote ctx = t'.denote ctx := by
  rw [Bool.and_eq_true] at h
  rw [← Seq.eq_of_beq h.1, ← Seq.eq_of_beq h.2, Seq.denote_erase0 ctx n, Seq.denote_erase0 ctx n, e]
theorem eq_erase0_rhs {a : Std.Associative ctx.op} {n : Std.LawfulIdentity ctx.op (Var.denote ctx 0)} (s t t' : Seq)
    (h : t.erase0.beq t' = true)
    (e : s.denote ctx = t.denote ctx) : s.denote ctx = t'.denote ctx := by
  rw [← Seq.eq_of_beq h, Seq.denote_erase0 ctx n, e]
theorem diseq_erase0 {a : Std.Associative ctx.op} {n : Std.LawfulIdentity ctx.op (Var.denote ctx 0)} (s t s' t' : Seq)
    (h : (s.erase0.beq s' && t.erase0.beq t') = true) (e : s.denote ctx ≠ t.denote ctx) :
    s'.denote ctx ≠ t'.denote ctx := by
  rw [Bool.and_eq_true] at h
  rwa [← Seq.eq_of_beq h.1, ← Seq.eq_of_beq h.2, Seq.denote_erase0 ctx n, Seq.denote_erase0 ctx n]

/-! ## Rewriting a word with an equation -/

theorem simp_prefix (a : Std.Associative ctx.op) {l r u s s' : Seq}
    (h : (s.beq (l.concat u) && s'.beq (r.concat u)) = true) (e : l.denote ctx = r.denote ctx) :
    s.denote ctx = s'.denote ctx := by
  rw [Bool.and_eq_true] at h
  rw [Seq.denote_of_beq_concat ctx a h.1, Seq.denote_of_beq_concat ctx a h.2, e]
theorem simp_suffix (a : Std.Associative ctx.op) {l r u s s' : Seq}
    (h : (s.beq (u.concat l) && s'.beq (u.concat r)) = true) (e : l.denote ctx = r.denote ctx) :
    s.denote ctx = s'.denote ctx := by
  rw [Bool.and_eq_true] at h
  rw [Seq.denote_of_beq_concat ctx a h.1, Seq.denote_of_beq_concat ctx a h.2, e]
theorem simp_middle (a : Std.Associative ctx.op) {l r u v s s' : Seq}
    (h : (s.beq (u.concat (l.concat v)) && s'.beq (u.concat (r.concat v))) = true)
    (e : l.denote ctx = r.denote ctx) : s.denote ctx = s'.denote ctx := by
  rw [Bool.and_eq_true] at h
  rw [Seq.denote_of_beq_concat ctx a h.1, Seq.denote_of_beq_concat ctx a h.2, Seq.denote_concat ctx a,
    Seq.denote_concat ctx a, e]
theorem simp_ac (a : Std.Associative ctx.op) (c : Std.Commutative ctx.op) {u l r s s' : Seq}
    (h : (s.same (u.concat l) && s'.same (u.concat r)) = true) (e : l.denote ctx = r.denote ctx) :
    s.denote ctx = s'.denote ctx := by
  rw [Bool.and_eq_true] at h
  rw [Seq.denote_of_same_concat ctx a c h.1, Seq.denote_of_same_concat ctx a c h.2, e]

theorem eq_simp_lhs_exact (l r t : Seq) (e : l.denote ctx = r.denote ctx) (e' : l.denote ctx = t.denote ctx) :
    r.denote ctx = t.denote ctx := e.symm.trans e'
theorem eq_simp_rhs_exact (l r t : Seq) (e : l.denote ctx = r.denote ctx) (e' : t.denote ctx = l.denote ctx) :
    t.denote ctx = r.denote ctx := e'.trans e
theorem diseq_simp_lhs_exact (l r t : Seq) (e : l.denote ctx = r.denote ctx) (e' : l.denote ctx ≠ t.denote ctx) :
    r.denote ctx ≠ t.denote ctx := fun h => e' (e.trans h)
theorem diseq_simp_rhs_exact (l r t : Seq) (e : l.denote ctx = r.denote ctx) (e' : t.denote ctx ≠ l.denote ctx) :
    t.denote ctx ≠ r.denote ctx := fun h => e' (h.trans e.symm)
theorem eq_simp_lhs_prefix {a : Std.Associative ctx.op} (l r u s t s' : Seq)
    (h : (s.beq (l.concat u) && s'.beq (r.concat u)) = true) (e : l.denote ctx = r.denote ctx)
    (e' : s.denote ctx = t.denote ctx) : s'.denote ctx = t.denote ctx := (simp_prefix ctx a h e).symm.trans e'
theorem diseq_simp_lhs_prefix {a : Std.Associative ctx.op} (l r u s t s' : Seq)
    (h : (s.beq (l.concat u) && s'.beq (r.concat u)) = true) (e : l.denote ctx = r.denote ctx)
    (e' : s.denote ctx ≠ t.denote ctx) : s'.denote ctx ≠ t.denote ctx := fun d => e' ((simp_prefix ctx a h e).trans d)
theorem eq_simp_rhs_prefix {a : Std.Associative ctx.op} (l r u s t s' : Seq)
    (h : (t.beq (l.concat u) && s'.beq (r.concat u)) = true) (e : l.denote ctx = r.denote ctx)
    (e' : s.denote ctx = t.denote ctx) : s.denote ctx = s'.denote ctx := e'.trans (simp_prefix ctx a h e)
theorem diseq_simp_rhs_prefix {a : Std.Associative ctx.op} (l r u s t s' : Seq)
    (h : (t.beq (l.concat u) && s'.beq (r.concat u)) = true) (e : l.denote ctx = r.denote ctx)
    (e' : s.denote ctx ≠ t.denote ctx) : s.denote ctx ≠ s'.denote ctx := fun d => e' (d.trans
    (simp_prefix ctx a h e).symm)
theorem eq_simp_lhs_suffix {a : Std.Associative ctx.op} (l r u s t s' : Seq)
    (h : (s.beq (u.concat l) && s'.beq (u.concat r)) = true) (e : l.denote ctx = r.denote ctx)
    (e' : s.denote ctx = t.denote ctx) : s'.denote ctx = t.denote ctx := (simp_suffix ctx a h e).symm.trans e'
theorem diseq_simp_lhs_suffix {a : Std.Associative ctx.op} (l r u s t s' : Seq)
    (h : (s.beq (u.concat l) && s'.beq (u.concat r)) = true) (e : l.denote ctx = r.denote ctx)
    (e' : s.denote ctx ≠ t.denote ctx) : s'.denote ctx ≠ t.denote ctx := fun d => e' ((simp_suffix ctx a h e).trans d)
theorem eq_simp_rhs_suffix {a : Std.Associative ctx.op} (l r u s t s' : Seq)
    (h : (t.beq (u.concat l) && s'.beq (u.concat r)) = true) (e : l.denote ctx = r.denote ctx)
    (e' : s.denote ctx = t.denote ctx) : s.denote ctx = s'.denote ctx := e'.trans (simp_suffix ctx a h e)
theorem diseq_simp_rhs_suffix {a : Std.Associative ctx.op} (l r u s t s' : Seq)
    (h : (t.beq (u.concat l) && s'.beq (u.concat r)) = true) (e : l.denote ctx = r.denote ctx)
    (e' : s.denote ctx ≠ t.denote ctx) : s.denote ctx ≠ s'.denote ctx := fun d => e' (d.trans
    (simp_suffix ctx a h e).symm)
theorem eq_simp_lhs_middle {a : Std.Associative ctx.op} (l r u v s t s' : Seq)
    (h : (s.beq (u.concat (l.concat v)) && s'.beq (u.concat (r.concat v))) = true) (e : l.denote ctx = r.denote ctx)
    (e' : s.denote ctx = t.denote ctx) : s'.denote ctx = t.denote ctx := (simp_middle ctx a h e).symm.trans e'
theorem diseq_simp_lhs_middle {a : Std.Associative ctx.op} (l r u v s t s' : Seq)
    (h : (s.beq (u.concat (l.concat v)) && s'.beq (u.concat (r.concat v))) = true) (e : l.denote ctx = r.denote ctx)
    (e' : s.denote ctx ≠ t.denote ctx) : s'.denote ctx ≠ t.denote ctx := fun d => e' ((simp_middle ctx a h e).trans d)
theorem eq_simp_rhs_middle {a : Std.Associative ctx.op} (l r u v s t s' : Seq)
    (h : (t.beq (u.concat (l.concat v)) && s'.beq (u.concat (r.concat v))) = true) (e : l.denote ctx = r.denote ctx)
    (e' : s.denote ctx = t.denote ctx) : s.denote ctx = s'.denote ctx := e'.trans (simp_middle ctx a h e)
theorem diseq_simp_rhs_middle {a : Std.Associative ctx.op} (l r u v s t s' : Seq)
    (h : (t.beq (u.concat (l.concat v)) && s'.beq (u.concat (r.concat v))) = true) (e : l.denote ctx = r.denote ctx)
    (e' : s.denote ctx ≠ t.denote ctx) : s.denote ctx ≠ s'.denote ctx := fun d => e' (d.trans
    (simp_middle ctx a h e).symm)
theorem eq_simp_lhs_ac {a : Std.Associative ctx.op} {c : Std.Commutative ctx.op} (u l r s t s' : Seq)
    (h : (s.same (u.concat l) && s'.same (u.concat r)) = true) (e : l.denote ctx = r.denote ctx)
    (e' : s.denote ctx = t.denote ctx) : s'.denote ctx = t.denote ctx := (simp_ac ctx a c h e).symm.trans e'
theorem diseq_simp_lhs_ac {a : Std.Associative ctx.op} {c : Std.Commutative ctx.op} (u l r s t s' : Seq)
    (h : (s.same (u.concat l) && s'.same (u.concat r)) = true) (e : l.denote ctx = r.denote ctx)
    (e' : s.denote ctx ≠ t.denote ctx) : s'.denote ctx ≠ t.denote ctx := fun d => e' ((simp_ac ctx a c h e).trans d)
theorem eq_simp_rhs_ac {a : Std.Associative ctx.op} {c : Std.Commutative ctx.op} (u l r s t s' : Seq)
    (h : (t.same (u.concat l) && s'.same (u.concat r)) = true) (e : l.denote ctx = r.denote ctx)
    (e' : s.denote ctx = t.denote ctx) : s.denote ctx = s'.denote ctx := e'.trans (simp_ac ctx a c h e)
theorem diseq_simp_rhs_ac {a : Std.Associative ctx.op} {c : Std.Commutative ctx.op} (u l r s t s' : Seq)
    (h : (t.same (u.concat l) && s'.same (u.concat r)) = true) (e : l.denote ctx = r.denote ctx)
    (e' : s.denote ctx ≠ t.denote ctx) : s.denote ctx ≠ s'.denote ctx := fun d => e' (d.trans
    (simp_ac ctx a c h e).symm)

/-! ## Superposition -/

theorem superpose {a : Std.Associative ctx.op} (p c s l r l' r' t t' : Seq)
    (h : ((l.beq (p.concat c) && l'.beq (c.concat s)) && (t.beq (r.concat s) && t'.beq (p.concat r'))) = true)
    (e : l.denote ctx = r.denote ctx) (e' : l'.denote ctx = r'.denote ctx) : t.denote ctx = t'.denote ctx := by
  simp only [Bool.and_eq_true] at h
  rw [Seq.denote_of_beq_concat ctx a h.2.1, Seq.denote_of_beq_concat ctx a h.2.2, ← e, ← e',
    Seq.denote_of_beq_concat ctx a h.1.1, Seq.denote_of_beq_concat ctx a h.1.2, a.assoc]
theorem superpose_ac {a : Std.Associative ctx.op} {c : Std.Commutative ctx.op} (u k v l r l' r' t t' : Seq)
    (h : ((l.same (k.concat u) && l'.same (k.concat v)) && (t.same (v.concat r) && t'.same (u.concat r'))) = true)
    (e : l.denote ctx = r.denote ctx) (e' : l'.denote ctx = r'.denote ctx) : t.denote ctx = t'.denote ctx := by
  simp only [Bool.and_eq_true] at h
  rw [Seq.denote_of_same_concat ctx a c h.2.1, Seq.denote_of_same_concat ctx a c h.2.2, ← e, ← e',
    Seq.denote_of_same_concat ctx a c h.1.1, Seq.denote_of_same_concat ctx a c h.1.2, ← a.assoc, ← a.assoc,
    c.comm (v.denote ctx), c.comm (u.denote ctx), a.assoc, a.assoc, c.comm (v.denote ctx)]
theorem superpose_ac_idempotent {a : Std.Associative ctx.op} {c : Std.Commutative ctx.op} {i : Std.IdempotentOp ctx.op}
    (x : Nat) (l r t : Seq) (h : (l.contains x && t.same (.cons x r)) = true) (e : l.denote ctx = r.denote ctx) :
    l.denote ctx = t.denote ctx := by
  rw [Bool.and_eq_true] at h
  rw [Seq.denote_of_same ctx a c h.2, denote_cons, ← e, Seq.op_of_contains ctx a c i h.1]
theorem superpose_head_idempotent {a : Std.Associative ctx.op} {i : Std.IdempotentOp ctx.op} (x : Nat) (l r t : Seq)
    (h : (Nat.beq l.head x && t.beq (.cons x r)) = true) (e : l.denote ctx = r.denote ctx) :
    l.denote ctx = t.denote ctx := by
  rw [Bool.and_eq_true] at h
  rw [Seq.eq_of_beq h.2, denote_cons, ← e, ← Nat.eq_of_beq_eq_true h.1, Seq.op_head ctx a i]
theorem superpose_tail_idempotent {a : Std.Associative ctx.op} {i : Std.IdempotentOp ctx.op} (x : Nat) (l r t : Seq)
    (h : (Nat.beq l.last x && t.beq (r.concat (.var x))) = true) (e : l.denote ctx = r.denote ctx) :
    l.denote ctx = t.denote ctx := by
  rw [Bool.and_eq_true] at h
  rw [Seq.denote_of_beq_concat ctx a h.2, denote_var, ← e, ← Nat.eq_of_beq_eq_true h.1, Seq.op_last ctx a i]
end
end

end Lean.Grind.AC
