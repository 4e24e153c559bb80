-- A statement in the notation of Mathlib.
import Compat
theorem t (a b : ℕ) (h : a ∣ b) : a ∣ b * b := sorry
-- candidate
import Compat
theorem t (a b : ℕ) (h : a ∣ b) : a ∣ b * b := Nat.dvd_trans h ⟨b, rfl⟩
