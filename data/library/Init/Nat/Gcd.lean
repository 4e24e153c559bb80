prelude
import Init.Nat.Div

/-!
# Greatest common divisors and least common multiples

Euclid's algorithm by structural recursion on an upper bound of its steps, so that the kernel can unfold it on open
terms; on numerals the kernel computes with machine arithmetic.
-/

/-- Euclid's algorithm, `fuel` steps at most. -/
def LeanLoop.gcdFuel : Nat → Nat → Nat → Nat
  | 0, _, n => n
  | fuel + 1, m, n => if m = 0 then n else LeanLoop.gcdFuel fuel (n % m) m

namespace Nat

@[extern "lean_nat_gcd"] def gcd (m n : @& Nat) : Nat := LeanLoop.gcdFuel m m n

private theorem gcdFuel_stable : ∀ fuel fuel' m n : Nat, m ≤ fuel → m ≤ fuel' →
    LeanLoop.gcdFuel fuel m n = LeanLoop.gcdFuel fuel' m n := by
  have zero : ∀ fuel n, LeanLoop.gcdFuel fuel 0 n = n := by
    intro fuel n
    cases fuel <;> rfl
  intro fuel
  induction fuel with
  | zero =>
    intro fuel' m n h _
    rw [eq_zero_of_le_zero h, zero, zero]
  | succ fuel ih =>
    intro fuel' m n h h'
    by_cases hm : m = 0
    · rw [hm, zero, zero]
    · cases fuel' with
      | zero => exact (hm (eq_zero_of_le_zero h')).elim
      | succ fuel' =>
        have hlt := mod_lt n (Nat.pos_of_ne_zero hm)
        rw [LeanLoop.gcdFuel, LeanLoop.gcdFuel, if_neg hm, if_neg hm]
        exact ih fuel' _ _ (le_of_lt_succ (Nat.lt_of_lt_of_le hlt h)) (le_of_lt_succ (Nat.lt_of_lt_of_le hlt h'))

@[simp] theorem gcd_zero_left (n : Nat) : gcd 0 n = n := rfl

theorem gcd_succ (m n : Nat) : gcd (succ m) n = gcd (n % succ m) (succ m) := by
  have hlt := mod_lt n (succ_pos m)
  rw [gcd, LeanLoop.gcdFuel, if_neg (succ_ne_zero m)]
  exact gcdFuel_stable _ _ _ _ (le_of_lt_succ hlt) (Nat.le_refl _)

@[simp] theorem gcd_zero_right (n : Nat) : gcd n 0 = n := by
  cases n with
  | zero => rfl
  | succ n => rw [gcd_succ, zero_mod, gcd_zero_left]

theorem gcd_rec (m n : Nat) : gcd m n = gcd (n % m) m := by
  cases m with
  | zero => rw [mod_zero, gcd_zero_left, gcd_zero_right]
  | succ m => exact gcd_succ m n

@[elab_as_elim] theorem gcd.induction {P : Nat → Nat → Prop} (m n : Nat) (H0 : ∀ n, P 0 n)
    (H1 : ∀ m n, 0 < m → P (n % m) m → P m n) : P m n := by
  induction m using Nat.strongRecOn generalizing n with
  | ind m ih =>
    rcases eq_zero_or_pos m with rfl | h
    · exact H0 n
    · exact H1 m n h (ih (n % m) (mod_lt n h) m)

theorem gcd_dvd (m n : Nat) : gcd m n ∣ m ∧ gcd m n ∣ n := by
  induction m, n using gcd.induction with
  | H0 n => exact ⟨Nat.dvd_zero _, Nat.dvd_refl n⟩
  | H1 m n _ ih =>
    rw [← gcd_rec] at ih
    refine ⟨ih.2, ?_⟩
    have h := Nat.dvd_add ih.1 (Nat.dvd_mul_right_of_dvd ih.2 (n / m))
    rw [mod_add_div] at h
    exact h

theorem gcd_dvd_left (m n : Nat) : gcd m n ∣ m := (gcd_dvd m n).1

theorem gcd_dvd_right (m n : Nat) : gcd m n ∣ n := (gcd_dvd m n).2

theorem dvd_gcd {k m n : Nat} : k ∣ m → k ∣ n → k ∣ gcd m n := by
  induction m, n using gcd.induction with
  | H0 n => exact fun _ h => h
  | H1 m n _ ih =>
    intro hm hn
    rw [gcd_rec]
    refine ih ?_ hm
    rw [mod_def]
    exact dvd_sub hn (Nat.dvd_mul_right_of_dvd hm _)

theorem dvd_gcd_iff {k m n : Nat} : k ∣ gcd m n ↔ k ∣ m ∧ k ∣ n :=
  ⟨fun h => ⟨Nat.dvd_trans h (gcd_dvd_left m n), Nat.dvd_trans h (gcd_dvd_right m n)⟩, fun h => dvd_gcd h.1 h.2⟩

theorem gcd_le_left {m : Nat} (n : Nat) (h : 0 < m) : gcd m n ≤ m := le_of_dvd h (gcd_dvd_left m n)

theorem gcd_le_right {m : Nat} (n : Nat) (h : 0 < n) : gcd m n ≤ n := le_of_dvd h (gcd_dvd_right m n)

theorem gcd_comm (m n : Nat) : gcd m n = gcd n m :=
  Nat.dvd_antisymm (dvd_gcd (gcd_dvd_right m n) (gcd_dvd_left m n)) (dvd_gcd (gcd_dvd_right n m) (gcd_dvd_left n m))

instance : Std.Commutative gcd := ⟨gcd_comm⟩

theorem gcd_assoc (m n k : Nat) : gcd (gcd m n) k = gcd m (gcd n k) := by
  apply Nat.dvd_antisymm
  · exact dvd_gcd (Nat.dvd_trans (gcd_dvd_left _ k) (gcd_dvd_left m n))
      (dvd_gcd (Nat.dvd_trans (gcd_dvd_left _ k) (gcd_dvd_right m n)) (gcd_dvd_right _ k))
  · exact dvd_gcd (dvd_gcd (gcd_dvd_left m _) (Nat.dvd_trans (gcd_dvd_right m _) (gcd_dvd_left n k)))
      (Nat.dvd_trans (gcd_dvd_right m _) (gcd_dvd_right n k))

instance : Std.Associative gcd := ⟨gcd_assoc⟩

theorem gcd_left_comm (m n k : Nat) : gcd m (gcd n k) = gcd n (gcd m k) := by
  rw [← gcd_assoc, ← gcd_assoc, gcd_comm m n]

@[simp] theorem gcd_self (n : Nat) : gcd n n = n :=
  Nat.dvd_antisymm (gcd_dvd_left n n) (dvd_gcd (Nat.dvd_refl n) (Nat.dvd_refl n))

@[simp] theorem gcd_one_left (n : Nat) : gcd 1 n = 1 := Nat.dvd_one.1 (gcd_dvd_left 1 n)

@[simp] theorem gcd_one_right (n : Nat) : gcd n 1 = 1 := Nat.dvd_one.1 (gcd_dvd_right n 1)

theorem gcd_eq_left {m n : Nat} (h : m ∣ n) : gcd m n = m :=
  Nat.dvd_antisymm (gcd_dvd_left m n) (dvd_gcd (Nat.dvd_refl m) h)

theorem gcd_eq_right {m n : Nat} (h : n ∣ m) : gcd m n = n := by rw [gcd_comm, gcd_eq_left h]

theorem gcd_eq_left_iff_dvd {m n : Nat} : gcd m n = m ↔ m ∣ n := ⟨fun h => h ▸ gcd_dvd_right m n, gcd_eq_left⟩

theorem gcd_eq_right_iff_dvd {m n : Nat} : gcd n m = m ↔ m ∣ n := by rw [gcd_comm, gcd_eq_left_iff_dvd]

theorem gcd_mul_left (m n k : Nat) : gcd (m * n) (m * k) = m * gcd n k := by
  induction n, k using gcd.induction with
  | H0 k => rw [Nat.mul_zero, gcd_zero_left, gcd_zero_left]
  | H1 n k _ ih =>
    rw [gcd_rec n k, ← ih, gcd_rec (m * n)]
    refine congrArg (gcd · (m * n)) ?_
    rcases eq_zero_or_pos m with rfl | hm
    · rw [Nat.zero_mul, Nat.zero_mul, Nat.zero_mul, mod_zero]
    · rw [mod_def, mod_def, Nat.mul_sub, Nat.mul_assoc, ← Nat.div_div_eq_div_mul, Nat.mul_div_right k hm]

theorem gcd_mul_right (m n k : Nat) : gcd (m * n) (k * n) = gcd m k * n := by
  rw [Nat.mul_comm m, Nat.mul_comm k, gcd_mul_left, Nat.mul_comm]

@[simp] theorem gcd_eq_zero_iff {i j : Nat} : gcd i j = 0 ↔ i = 0 ∧ j = 0 := by
  constructor
  · intro h
    exact ⟨Nat.eq_zero_of_zero_dvd (h ▸ gcd_dvd_left i j), Nat.eq_zero_of_zero_dvd (h ▸ gcd_dvd_right i j)⟩
  · rintro ⟨rfl, rfl⟩
    rfl

theorem gcd_pos_of_pos_left {m : Nat} (n : Nat) (mpos : 0 < m) : 0 < gcd m n :=
  pos_of_dvd_of_pos (gcd_dvd_left m n) mpos

theorem gcd_pos_of_pos_right (m : Nat) {n : Nat} (npos : 0 < n) : 0 < gcd m n :=
  pos_of_dvd_of_pos (gcd_dvd_right m n) npos

@[simp] theorem gcd_add_mul_right_right (m n k : Nat) : gcd m (n + k * m) = gcd m n := by
  rw [gcd_rec m, add_mul_mod_self_right, ← gcd_rec]

@[simp] theorem gcd_add_mul_left_right (m n k : Nat) : gcd m (n + m * k) = gcd m n := by
  rw [gcd_rec m, add_mul_mod_self_left, ← gcd_rec]

@[simp] theorem gcd_add_self_right (m n : Nat) : gcd m (n + m) = gcd m n := by
  rw [gcd_rec m, add_mod_right, ← gcd_rec]

@[simp] theorem gcd_self_add_right (m n : Nat) : gcd m (m + n) = gcd m n := by
  rw [Nat.add_comm, gcd_add_self_right]

theorem gcd_dvd_gcd_mul_left_left (m n k : Nat) : gcd m n ∣ gcd (k * m) n :=
  dvd_gcd (Nat.dvd_mul_left_of_dvd (gcd_dvd_left m n) k) (gcd_dvd_right m n)

theorem gcd_dvd_gcd_mul_right_left (m n k : Nat) : gcd m n ∣ gcd (m * k) n :=
  dvd_gcd (Nat.dvd_mul_right_of_dvd (gcd_dvd_left m n) k) (gcd_dvd_right m n)

/-! ## Least common multiples -/

def lcm (m n : Nat) : Nat := m * n / gcd m n

theorem gcd_mul_lcm (m n : Nat) : gcd m n * lcm m n = m * n :=
  Nat.mul_div_cancel' (Nat.dvd_mul_right_of_dvd (gcd_dvd_left m n) n)

theorem lcm_comm (m n : Nat) : lcm m n = lcm n m := by rw [lcm, lcm, Nat.mul_comm, gcd_comm]

theorem dvd_lcm_left (m n : Nat) : m ∣ lcm m n := by
  obtain ⟨k, hk⟩ := gcd_dvd_right m n
  rcases eq_zero_or_pos (gcd m n) with h | h
  · rw [lcm, h, Nat.div_zero]; exact Nat.dvd_zero m
  · refine ⟨k, Nat.mul_left_cancel h ?_⟩
    rw [gcd_mul_lcm, Nat.mul_left_comm, ← hk]

theorem dvd_lcm_right (m n : Nat) : n ∣ lcm m n := lcm_comm n m ▸ dvd_lcm_left n m

theorem lcm_dvd {m n k : Nat} (hm : m ∣ k) (hn : n ∣ k) : lcm m n ∣ k := by
  rcases eq_zero_or_pos k with rfl | hk
  · exact Nat.dvd_zero _
  · have hg := gcd_pos_of_pos_left n (pos_of_dvd_of_pos hm hk)
    refine Nat.dvd_of_mul_dvd_mul_left hg ?_
    rw [gcd_mul_lcm, ← gcd_mul_right]
    refine dvd_gcd ?_ ?_
    · exact Nat.mul_dvd_mul_left m hn
    · rw [Nat.mul_comm m]
      exact Nat.mul_dvd_mul_left n hm

@[simp] theorem lcm_zero_left (m : Nat) : lcm 0 m = 0 := by rw [lcm, Nat.zero_mul, Nat.zero_div]

@[simp] theorem lcm_zero_right (m : Nat) : lcm m 0 = 0 := by rw [lcm_comm, lcm_zero_left]

@[simp] theorem lcm_one_left (m : Nat) : lcm 1 m = m := by rw [lcm, Nat.one_mul, gcd_one_left, Nat.div_one]

@[simp] theorem lcm_one_right (m : Nat) : lcm m 1 = m := by rw [lcm_comm, lcm_one_left]

@[simp] theorem lcm_self (m : Nat) : lcm m m = m :=
  Nat.dvd_antisymm (lcm_dvd (Nat.dvd_refl m) (Nat.dvd_refl m)) (dvd_lcm_left m m)

theorem lcm_pos {m n : Nat} (hm : 0 < m) (hn : 0 < n) : 0 < lcm m n :=
  Nat.pos_of_ne_zero fun h => by
    have h' := gcd_mul_lcm m n
    rw [h, Nat.mul_zero] at h'
    exact Nat.mul_ne_zero (ne_of_gt hm) (ne_of_gt hn) h'.symm

/-! ## Coprime numbers -/

@[reducible] def Coprime (m n : Nat) : Prop := gcd m n = 1

theorem coprime_iff_gcd_eq_one {m n : Nat} : gcd m n = 1 ↔ Coprime m n := .rfl

theorem Coprime.gcd_eq_one {m n : Nat} : Coprime m n → gcd m n = 1 := id

theorem Coprime.symm {m n : Nat} : Coprime n m → Coprime m n := (gcd_comm m n).trans

theorem coprime_comm {m n : Nat} : Coprime n m ↔ Coprime m n := ⟨Coprime.symm, Coprime.symm⟩

theorem Coprime.dvd_of_dvd_mul_right {k n m : Nat} (H1 : Coprime k n) (H2 : k ∣ m * n) : k ∣ m := by
  have h := dvd_gcd (Nat.dvd_mul_left k m) H2
  rw [gcd_mul_left, H1.gcd_eq_one, Nat.mul_one] at h
  exact h

theorem Coprime.dvd_of_dvd_mul_left {k n m : Nat} (H1 : Coprime k m) (H2 : k ∣ m * n) : k ∣ n :=
  H1.dvd_of_dvd_mul_right (Nat.mul_comm m n ▸ H2)

theorem Coprime.coprime_dvd_left {m k n : Nat} (H1 : m ∣ k) (H2 : Coprime k n) : Coprime m n :=
  Nat.dvd_one.1 (H2 ▸ dvd_gcd (Nat.dvd_trans (gcd_dvd_left m n) H1) (gcd_dvd_right m n))

theorem Coprime.coprime_dvd_right {n m k : Nat} (H1 : n ∣ m) (H2 : Coprime k m) : Coprime k n :=
  (H2.symm.coprime_dvd_left H1).symm

theorem Coprime.mul_dvd_of_dvd_of_dvd {m n a : Nat} (H1 : Coprime m n) (H2 : m ∣ a) (H3 : n ∣ a) : m * n ∣ a := by
  obtain ⟨k, rfl⟩ := H3
  have h := H1.dvd_of_dvd_mul_left H2
  rw [Nat.mul_comm]
  exact Nat.mul_dvd_mul_left n h

@[simp] theorem coprime_one_left_eq_true (n : Nat) : Coprime 1 n = True := eq_true (gcd_one_left n)

@[simp] theorem coprime_one_right_eq_true (n : Nat) : Coprime n 1 = True := eq_true (gcd_one_right n)

instance (m n : Nat) : Decidable (Coprime m n) := inferInstanceAs (Decidable (gcd m n = 1))

end Nat
