/-!
# Run-length encoding and binary numbers

Two ways to write data down, with the proofs that reading back what was written gives what was there.
-/

namespace Programs

universe u

variable {α : Type u}

/-! ## Run-length encoding -/

/-- `a` in front of an encoded list. -/
def consRun [DecidableEq α] (a : α) : List (α × Nat) → List (α × Nat)
  | [] => [(a, 1)]
  | (b, n) :: runs => if a = b then (b, n + 1) :: runs else (a, 1) :: (b, n) :: runs

/-- Equal neighbours as one element and a number. -/
def encode [DecidableEq α] : List α → List (α × Nat)
  | [] => []
  | a :: as => consRun a (encode as)

/-- Every element as often as its number says. -/
def decode : List (α × Nat) → List α
  | [] => []
  | (a, n) :: runs => List.replicate n a ++ decode runs

theorem decode_nil : decode ([] : List (α × Nat)) = [] :=
  rfl

theorem decode_cons (a : α) (n : Nat) (runs : List (α × Nat)) :
    decode ((a, n) :: runs) = List.replicate n a ++ decode runs :=
  rfl

theorem decode_cons_zero (a : α) (runs : List (α × Nat)) : decode ((a, 0) :: runs) = decode runs :=
  rfl

theorem decode_cons_succ (a : α) (n : Nat) (runs : List (α × Nat)) :
    decode ((a, n + 1) :: runs) = a :: decode ((a, n) :: runs) := by
  rw [decode_cons, List.replicate_succ, decode_cons]
  rfl

theorem decode_append (rs ss : List (α × Nat)) : decode (rs ++ ss) = decode rs ++ decode ss := by
  induction rs with
  | nil => rfl
  | cons r rs ih =>
    show List.replicate r.2 r.1 ++ decode (rs ++ ss) = List.replicate r.2 r.1 ++ decode rs ++ decode ss
    rw [ih, List.append_assoc]

theorem consRun_self [DecidableEq α] (a : α) (n : Nat) (runs : List (α × Nat)) :
    consRun a ((a, n) :: runs) = (a, n + 1) :: runs :=
  if_pos rfl

theorem consRun_of_ne [DecidableEq α] {a b : α} (h : a ≠ b) (n : Nat) (runs : List (α × Nat)) :
    consRun a ((b, n) :: runs) = (a, 1) :: (b, n) :: runs :=
  if_neg h

theorem decode_consRun [DecidableEq α] (a : α) (runs : List (α × Nat)) :
    decode (consRun a runs) = a :: decode runs := by
  cases runs with
  | nil => rfl
  | cons run runs =>
    obtain ⟨b, n⟩ := run
    by_cases h : a = b
    · rw [h, consRun_self, decode_cons_succ]
    · rw [consRun_of_ne h, decode_cons_succ, decode_cons_zero]

/-- Decoding undoes encoding. -/
theorem decode_encode [DecidableEq α] (as : List α) : decode (encode as) = as := by
  induction as with
  | nil => rfl
  | cons a as ih =>
    show decode (consRun a (encode as)) = a :: as
    rw [decode_consRun, ih]

theorem encode_injective [DecidableEq α] {as bs : List α} (h : encode as = encode bs) : as = bs := by
  rw [← decode_encode as, h, decode_encode]

theorem consRun_ne_nil [DecidableEq α] (a : α) (runs : List (α × Nat)) : consRun a runs ≠ [] := by
  intro h
  have hd := decode_consRun a runs
  rw [h] at hd
  exact List.cons_ne_nil _ _ hd.symm

theorem encode_eq_nil_iff [DecidableEq α] {as : List α} : encode as = [] ↔ as = [] := by
  constructor
  · intro h
    rw [← decode_encode as, h]
    rfl
  · intro h
    rw [h]
    rfl

theorem length_consRun_le [DecidableEq α] (a : α) (runs : List (α × Nat)) :
    (consRun a runs).length ≤ runs.length + 1 := by
  cases runs with
  | nil => exact Nat.le_refl 1
  | cons run runs =>
    obtain ⟨b, n⟩ := run
    by_cases h : a = b
    · rw [h, consRun_self]
      exact Nat.le_succ _
    · rw [consRun_of_ne h]
      exact Nat.le_refl _

/-- The encoded list has at most as many runs as the list has elements. -/
theorem length_encode_le [DecidableEq α] (as : List α) : (encode as).length ≤ as.length := by
  induction as with
  | nil => exact Nat.le_refl 0
  | cons a as ih =>
    apply Nat.le_trans (length_consRun_le a _)
    exact Nat.succ_le_succ ih

theorem encode_replicate [DecidableEq α] (a : α) (n : Nat) : encode (List.replicate (n + 1) a) = [(a, n + 1)] := by
  induction n with
  | zero => rfl
  | succ n ih =>
    rw [List.replicate_succ]
    show consRun a (encode (List.replicate (n + 1) a)) = _
    rw [ih, consRun_self]

/-- No run is empty. -/
def AllPositive : List (α × Nat) → Prop
  | [] => True
  | (_, n) :: runs => 0 < n ∧ AllPositive runs

theorem allPositive_consRun [DecidableEq α] (a : α) {runs : List (α × Nat)} (h : AllPositive runs) :
    AllPositive (consRun a runs) := by
  cases runs with
  | nil => exact ⟨Nat.zero_lt_one, True.intro⟩
  | cons run runs =>
    obtain ⟨b, n⟩ := run
    by_cases hab : a = b
    · rw [hab, consRun_self]
      exact ⟨Nat.succ_pos n, h.right⟩
    · rw [consRun_of_ne hab]
      exact ⟨Nat.zero_lt_one, h⟩

theorem allPositive_encode [DecidableEq α] (as : List α) : AllPositive (encode as) := by
  induction as with
  | nil => exact True.intro
  | cons a as ih => exact allPositive_consRun a ih

theorem length_le_length_decode {runs : List (α × Nat)} (h : AllPositive runs) :
    runs.length ≤ (decode runs).length := by
  induction runs with
  | nil => exact Nat.le_refl 0
  | cons run runs ih =>
    obtain ⟨a, n⟩ := run
    rw [decode_cons, List.length_append, List.length_replicate, List.length_cons, Nat.add_comm]
    exact Nat.add_le_add h.left (ih h.right)

/-! ## Binary numbers -/

/-- The number that binary digits stand for, the lowest digit first. -/
def value : List Bool → Nat
  | [] => 0
  | b :: bs => b.toNat + 2 * value bs

/-- One more. -/
def increment : List Bool → List Bool
  | [] => [true]
  | false :: bs => true :: bs
  | true :: bs => false :: increment bs

/-- The binary digits of a number, counted up from nothing. -/
def digits : Nat → List Bool
  | 0 => []
  | n + 1 => increment (digits n)

/-- Twice the number. -/
def doubled : List Bool → List Bool
  | [] => []
  | b :: bs => false :: b :: bs

theorem value_cons (b : Bool) (bs : List Bool) : value (b :: bs) = b.toNat + 2 * value bs :=
  rfl

theorem value_false_cons (bs : List Bool) : value (false :: bs) = 2 * value bs :=
  Nat.zero_add _

theorem value_true_cons (bs : List Bool) : value (true :: bs) = 2 * value bs + 1 :=
  Nat.add_comm _ _

theorem value_increment (bs : List Bool) : value (increment bs) = value bs + 1 := by
  induction bs with
  | nil => rfl
  | cons b bs ih =>
    cases b with
    | false =>
      show value (true :: bs) = value (false :: bs) + 1
      rw [value_true_cons, value_false_cons]
    | true =>
      show value (false :: increment bs) = value (true :: bs) + 1
      rw [value_false_cons, value_true_cons, ih, Nat.mul_add]

/-- Reading the digits of a number gives the number. -/
theorem value_digits (n : Nat) : value (digits n) = n := by
  induction n with
  | zero => rfl
  | succ n ih =>
    show value (increment (digits n)) = n + 1
    rw [value_increment, ih]

theorem digits_injective {m n : Nat} (h : digits m = digits n) : m = n := by
  rw [← value_digits m, h, value_digits]

theorem value_surjective (n : Nat) : ∃ bs, value bs = n :=
  ⟨digits n, value_digits n⟩

theorem increment_ne_nil (bs : List Bool) : increment bs ≠ [] := by
  intro h
  have hv := value_increment bs
  rw [h] at hv
  exact absurd hv.symm (Nat.succ_ne_zero _)

theorem value_doubled (bs : List Bool) : value (doubled bs) = 2 * value bs := by
  cases bs with
  | nil => rfl
  | cons b bs => exact value_false_cons (b :: bs)

theorem increment_increment_doubled (bs : List Bool) :
    increment (increment (doubled bs)) = doubled (increment bs) := by
  cases bs with
  | nil => rfl
  | cons b bs => cases b <;> rfl

theorem digits_double (n : Nat) : digits (2 * n) = doubled (digits n) := by
  induction n with
  | zero => rfl
  | succ n ih =>
    show increment (increment (digits (2 * n))) = doubled (increment (digits n))
    rw [ih, increment_increment_doubled]

theorem length_increment_le (bs : List Bool) : (increment bs).length ≤ bs.length + 1 := by
  induction bs with
  | nil => exact Nat.le_refl 1
  | cons b bs ih =>
    cases b with
    | false => exact Nat.le_succ _
    | true => exact Nat.succ_le_succ ih

theorem length_le_length_increment (bs : List Bool) : bs.length ≤ (increment bs).length := by
  induction bs with
  | nil => exact Nat.zero_le 1
  | cons b bs ih =>
    cases b with
    | false => exact Nat.le_refl _
    | true => exact Nat.succ_le_succ ih

/-- A number with `n` binary digits is less than two to the power `n`. -/
theorem value_lt_two_pow (bs : List Bool) : value bs < 2 ^ bs.length := by
  induction bs with
  | nil => exact Nat.zero_lt_one
  | cons b bs ih =>
    rw [List.length_cons, Nat.pow_succ, value_cons]
    cases b with
    | false =>
      show 0 + 2 * value bs < _
      omega
    | true =>
      show 1 + 2 * value bs < _
      omega

theorem value_append (as bs : List Bool) : value (as ++ bs) = value as + 2 ^ as.length * value bs := by
  induction as with
  | nil =>
    show value bs = 0 + 1 * value bs
    rw [Nat.one_mul, Nat.zero_add]
  | cons a as ih =>
    show value (a :: (as ++ bs)) = _
    rw [value_cons, value_cons, ih, List.length_cons, Nat.pow_succ, Nat.mul_comm (2 ^ as.length) 2, Nat.mul_assoc,
      Nat.mul_add, Nat.add_assoc]

theorem value_replicate_true (n : Nat) : value (List.replicate n true) + 1 = 2 ^ n := by
  induction n with
  | zero => rfl
  | succ n ih =>
    rw [List.replicate_succ, value_true_cons, Nat.pow_succ, ← ih]
    omega

theorem value_replicate_false (n : Nat) : value (List.replicate n false) = 0 := by
  induction n with
  | zero => rfl
  | succ n ih => rw [List.replicate_succ, value_false_cons, ih]

end Programs
