import Compat.Nat

/-!
# Congruences of integers, and bounded quantifiers over them
-/

namespace Int

def ModEq (n a b : ℤ) : Prop := a % n = b % n

notation:50 a " ≡ " b " [ZMOD " n "]" => Int.ModEq n a b

instance (n a b : ℤ) : Decidable (a ≡ b [ZMOD n]) := inferInstanceAs (Decidable (a % n = b % n))

namespace ModEq
variable {n a b c d : ℤ}

@[refl] protected theorem refl (a : ℤ) : a ≡ a [ZMOD n] := rfl
protected theorem rfl : a ≡ a [ZMOD n] := rfl
@[symm] protected theorem symm : a ≡ b [ZMOD n] → b ≡ a [ZMOD n] := Eq.symm
protected theorem trans : a ≡ b [ZMOD n] → b ≡ c [ZMOD n] → a ≡ c [ZMOD n] := Eq.trans

protected theorem add (h₁ : a ≡ b [ZMOD n]) (h₂ : c ≡ d [ZMOD n]) : a + c ≡ b + d [ZMOD n] := by
  rw [ModEq] at *
  rw [Int.add_emod, h₁, h₂, ← Int.add_emod]

protected theorem mul (h₁ : a ≡ b [ZMOD n]) (h₂ : c ≡ d [ZMOD n]) : a * c ≡ b * d [ZMOD n] := by
  rw [ModEq] at *
  rw [Int.mul_emod, h₁, h₂, ← Int.mul_emod]

end ModEq

theorem modEq_zero_iff_dvd {n a : ℤ} : a ≡ 0 [ZMOD n] ↔ n ∣ a := by
  rw [ModEq, Int.zero_emod, Int.dvd_iff_emod_eq_zero]

/-! ## Bounded quantifiers are decidable -/

instance decidableLELT (p : ℤ → Prop) [DecidablePred p] (m n : ℤ) : Decidable (∀ r, m ≤ r → r < n → p r) :=
  decidable_of_iff (∀ r ∈ Finset.Ico m n, p r)
    ⟨fun h r h₁ h₂ => h r (Finset.mem_Ico.2 ⟨h₁, h₂⟩), fun h r hr => h r (Finset.mem_Ico.1 hr).1 (Finset.mem_Ico.1 hr).2⟩

instance decidableLELE (p : ℤ → Prop) [DecidablePred p] (m n : ℤ) : Decidable (∀ r, m ≤ r → r ≤ n → p r) :=
  decidable_of_iff (∀ r ∈ Finset.Icc m n, p r)
    ⟨fun h r h₁ h₂ => h r (Finset.mem_Icc.2 ⟨h₁, h₂⟩), fun h r hr => h r (Finset.mem_Icc.1 hr).1 (Finset.mem_Icc.1 hr).2⟩

end Int
