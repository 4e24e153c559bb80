import Compat.Finset

/-!
# Bounded intervals of natural numbers and of integers are finite
-/

namespace Compat

private theorem nodup_range' {s n : Nat} : List.Nodup (List.range' s n) := by
  induction n generalizing s with
  | zero => exact .nil
  | succ n ih => exact List.nodup_cons.2 ⟨fun h => by have := List.mem_range'_1.1 h; omega, ih⟩

/-- The numbers from `a` up to but not including `b`. -/
private def natIco (a b : ℕ) : Finset ℕ :=
  ⟨(List.range' a (b - a) : List ℕ), nodup_range'⟩

private theorem mem_natIco {a b x : ℕ} : x ∈ natIco a b ↔ a ≤ x ∧ x < b := by
  refine (List.mem_range'_1 (s := a) (n := b - a)).trans ?_
  omega

/-- The integers from `a` up to but not including `b`. -/
private def intIco (a b : ℤ) : Finset ℤ :=
  ⟨((List.range (b - a).toNat).map (fun k : ℕ => a + k) : List ℤ),
    List.nodup_range.map fun _ _ h => by omega⟩

private theorem mem_intIco {a b x : ℤ} : x ∈ intIco a b ↔ a ≤ x ∧ x < b := by
  refine (List.mem_map (f := fun k : ℕ => a + (k : ℤ))).trans ?_
  simp only [List.mem_range]
  exact ⟨fun ⟨k, h, e⟩ => by omega, fun h => ⟨(x - a).toNat, by omega, by omega⟩⟩

instance : LocallyFiniteOrder ℕ where
  finsetIcc a b := natIco a (b + 1)
  finsetIco := natIco
  finsetIoc a b := natIco (a + 1) (b + 1)
  finsetIoo a b := natIco (a + 1) b
  finset_mem_Icc _ _ _ := mem_natIco.trans (by omega)
  finset_mem_Ico _ _ _ := mem_natIco
  finset_mem_Ioc _ _ _ := mem_natIco.trans (by omega)
  finset_mem_Ioo _ _ _ := mem_natIco.trans (by omega)

instance : LocallyFiniteOrder ℤ where
  finsetIcc a b := intIco a (b + 1)
  finsetIco := intIco
  finsetIoc a b := intIco (a + 1) (b + 1)
  finsetIoo a b := intIco (a + 1) b
  finset_mem_Icc _ _ _ := mem_intIco.trans (by omega)
  finset_mem_Ico _ _ _ := mem_intIco
  finset_mem_Ioc _ _ _ := mem_intIco.trans (by omega)
  finset_mem_Ioo _ _ _ := mem_intIco.trans (by omega)

end Compat

namespace Finset

theorem range_eq_Ico (n : ℕ) : range n = Ico 0 n := by ext a; simp

@[simp] theorem _root_.Nat.card_Icc (a b : ℕ) : (Icc a b).card = b + 1 - a := List.length_range'
@[simp] theorem _root_.Nat.card_Ico (a b : ℕ) : (Ico a b).card = b - a := List.length_range'

end Finset
