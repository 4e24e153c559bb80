prelude
import Init.List.Lemmas

/-!
# Lists: Boolean equality
-/

universe u

namespace List
variable {α : Type u} [BEq α]

protected def beq : List α → List α → Bool
  | [], [] => true
  | a :: as, b :: bs => a == b && List.beq as bs
  | _, _ => false

instance instBEq : BEq (List α) := ⟨List.beq⟩

@[simp] theorem nil_beq_nil : (([] : List α) == []) = true := rfl
@[simp] theorem nil_beq_cons {a : α} {as : List α} : ([] == a :: as) = false := rfl
@[simp] theorem cons_beq_nil {a : α} {as : List α} : (a :: as == []) = false := rfl
@[simp] theorem cons_beq_cons {a b : α} {as bs : List α} : (a :: as == b :: bs) = (a == b && as == bs) := rfl

instance [ReflBEq α] : ReflBEq (List α) where
  rfl {as} := by
    induction as with
    | nil => rfl
    | cons a as ih => simp [ih]

instance instLawfulBEq [LawfulBEq α] : LawfulBEq (List α) where
  eq_of_beq {as bs} h := by
    induction as generalizing bs with
    | nil => cases bs with
      | nil => rfl
      | cons b bs => simp at h
    | cons a as ih => cases bs with
      | nil => simp at h
      | cons b bs =>
        simp only [cons_beq_cons, Bool.and_eq_true, beq_iff_eq] at h
        rw [h.1, ih h.2]

end List
