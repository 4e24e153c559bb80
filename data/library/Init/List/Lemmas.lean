prelude
import Init.List.Basic
import Init.Nat.Sub
import Init.Option

/-!
# Lists: the lemmas

Equations of the list functions, in the form and under the names of Lean's core library.
-/

set_option linter.unusedSimpArgs false
universe u v w

namespace List
variable {α : Type u} {β : Type v} {γ : Type w}

/-! ## Equality of lists -/

theorem cons_ne_nil (a : α) (l : List α) : a :: l ≠ [] := fun h => List.noConfusion rfl (heq_of_eq h)
@[simp] theorem cons_ne_self (a : α) (l : List α) : a :: l ≠ l := fun h => by
  have h' := congrArg length h
  simp at h'
theorem head_eq_of_cons_eq {h₁ h₂ : α} {t₁ t₂ : List α} (H : h₁ :: t₁ = h₂ :: t₂) : h₁ = h₂ := (cons.inj H).1
theorem tail_eq_of_cons_eq {h₁ h₂ : α} {t₁ t₂ : List α} (H : h₁ :: t₁ = h₂ :: t₂) : t₁ = t₂ := (cons.inj H).2
theorem cons_inj_right {a : α} {l l' : List α} : a :: l = a :: l' ↔ l = l' := by simp
theorem cons_eq_cons {a b : α} {l l' : List α} : a :: l = b :: l' ↔ a = b ∧ l = l' := by simp
theorem ne_nil_iff_exists_cons {l : List α} : l ≠ [] ↔ ∃ b L, l = b :: L := by cases l <;> simp
theorem exists_cons_of_ne_nil {l : List α} (h : l ≠ []) : ∃ b L, l = b :: L := ne_nil_iff_exists_cons.1 h
@[simp] theorem isEmpty_iff {l : List α} : l.isEmpty ↔ l = [] := by cases l <;> simp

/-! ## Length -/

theorem eq_nil_of_length_eq_zero {l : List α} (h : length l = 0) : l = [] := by
  cases l with
  | nil => rfl
  | cons a l => simp at h
@[simp] theorem length_eq_zero_iff {l : List α} : length l = 0 ↔ l = [] :=
  ⟨eq_nil_of_length_eq_zero, fun h => h ▸ rfl⟩
theorem ne_nil_of_length_pos {l : List α} (h : 0 < length l) : l ≠ [] := fun e => by simp [e] at h
theorem length_pos_iff {l : List α} : 0 < length l ↔ l ≠ [] := by cases l <;> simp
theorem length_pos_of_ne_nil {l : List α} (h : l ≠ []) : 0 < length l := length_pos_iff.2 h
theorem ne_nil_of_length_eq_add_one {l : List α} {n : Nat} (h : length l = n + 1) : l ≠ [] := fun e => by
  simp [e] at h
theorem length_singleton {a : α} : length [a] = 1 := rfl
theorem exists_of_length_succ {n : Nat} : {l : List α} → l.length = n + 1 → ∃ h t, l = h :: t
  | [], h => by simp at h
  | a :: l, _ => ⟨a, l, rfl⟩
theorem length_eq_one_iff {l : List α} : length l = 1 ↔ ∃ a, l = [a] := by
  constructor
  · intro h
    match l, h with
    | [a], _ => exact ⟨a, rfl⟩
  · rintro ⟨a, rfl⟩
    rfl

/-! ## Append -/

@[simp] theorem append_nil (as : List α) : as ++ [] = as := by
  induction as with
  | nil => rfl
  | cons a as ih => rw [cons_append, ih]
@[simp] theorem append_assoc (as bs cs : List α) : (as ++ bs) ++ cs = as ++ (bs ++ cs) := by
  induction as with
  | nil => rfl
  | cons a as ih => rw [cons_append, cons_append, cons_append, ih]
instance : Std.Associative (α := List α) (· ++ ·) := ⟨append_assoc⟩
instance : Std.LawfulIdentity (α := List α) (· ++ ·) [] := { left_id := nil_append, right_id := append_nil }
theorem append_cons (as : List α) (b : α) (bs : List α) : as ++ b :: bs = as ++ [b] ++ bs := by simp
@[simp] theorem length_append {as bs : List α} : (as ++ bs).length = as.length + bs.length := by
  induction as with
  | nil => simp
  | cons a as ih => rw [cons_append, length_cons, length_cons, ih, Nat.add_right_comm]
theorem append_inj : {s₁ s₂ t₁ t₂ : List α} → s₁ ++ t₁ = s₂ ++ t₂ → length s₁ = length s₂ → s₁ = s₂ ∧ t₁ = t₂
  | [], [], _, _, h, _ => ⟨rfl, h⟩
  | a :: s₁, b :: s₂, t₁, t₂, h, hl => by
    simp only [cons_append, cons.injEq] at h
    have ⟨h₁, h₂⟩ := append_inj h.2 (Nat.succ.inj hl)
    exact ⟨by rw [h.1, h₁], h₂⟩
  | [], b :: s₂, _, _, _, hl => by simp at hl
  | a :: s₁, [], _, _, _, hl => by simp at hl
theorem append_inj_left {s₁ s₂ t₁ t₂ : List α} (h : s₁ ++ t₁ = s₂ ++ t₂) (hl : length s₁ = length s₂) :
    s₁ = s₂ :=
  (append_inj h hl).1
theorem append_inj_right {s₁ s₂ t₁ t₂ : List α} (h : s₁ ++ t₁ = s₂ ++ t₂) (hl : length s₁ = length s₂) :
    t₁ = t₂ :=
  (append_inj h hl).2
theorem append_cancel_left {as bs cs : List α} (h : as ++ bs = as ++ cs) : bs = cs := append_inj_right h rfl
theorem append_cancel_right {as bs cs : List α} (h : as ++ bs = cs ++ bs) : as = cs :=
  append_inj_left h (Nat.add_right_cancel (m := bs.length) (by rw [← length_append, ← length_append, h]))
@[simp] theorem append_right_inj {t₁ t₂ : List α} (s : List α) : s ++ t₁ = s ++ t₂ ↔ t₁ = t₂ :=
  ⟨append_cancel_left, fun h => h ▸ rfl⟩
@[simp] theorem append_left_inj {s₁ s₂ : List α} (t : List α) : s₁ ++ t = s₂ ++ t ↔ s₁ = s₂ :=
  ⟨append_cancel_right, fun h => h ▸ rfl⟩
@[simp] theorem append_eq_nil_iff {p q : List α} : p ++ q = [] ↔ p = [] ∧ q = [] := by cases p <;> simp
theorem append_ne_nil_of_left_ne_nil {s : List α} (h : s ≠ []) (t : List α) : s ++ t ≠ [] := by simp [h]
theorem append_ne_nil_of_right_ne_nil {t : List α} (s : List α) (h : t ≠ []) : s ++ t ≠ [] := by simp [h]
@[simp] theorem concat_eq_append {as : List α} {a : α} : as.concat a = as ++ [a] := by
  induction as with
  | nil => rfl
  | cons b as ih => exact congrArg (b :: ·) ih
@[simp] theorem isEmpty_append {l₁ l₂ : List α} : (l₁ ++ l₂).isEmpty = (l₁.isEmpty && l₂.isEmpty) := by
  cases l₁ <;> rfl

/-! ## Reverse -/

@[simp] theorem reverseAux_nil {r : List α} : reverseAux [] r = r := rfl
@[simp] theorem reverseAux_cons {a : α} {l r : List α} : reverseAux (a :: l) r = reverseAux l (a :: r) := rfl
theorem reverseAux_eq {as bs : List α} : reverseAux as bs = reverse as ++ bs := by
  suffices h : ∀ as bs cs : List α, reverseAux as (bs ++ cs) = reverseAux as bs ++ cs from h as [] bs
  intro as
  induction as with
  | nil => exact fun _ _ => rfl
  | cons a as ih => exact fun bs cs => ih (a :: bs) cs
@[simp] theorem reverse_nil : reverse ([] : List α) = [] := rfl
@[simp] theorem reverse_cons {a : α} {as : List α} : reverse (a :: as) = reverse as ++ [a] :=
  reverseAux_eq (as := as) (bs := [a])
@[simp] theorem reverse_append {as bs : List α} : (as ++ bs).reverse = bs.reverse ++ as.reverse := by
  induction as with
  | nil => simp
  | cons a as ih => simp [ih]
@[simp] theorem reverse_reverse (as : List α) : as.reverse.reverse = as := by
  induction as with
  | nil => rfl
  | cons a as ih => simp [ih]
@[simp] theorem length_reverse {as : List α} : as.reverse.length = as.length := by
  induction as with
  | nil => rfl
  | cons a as ih => simp [ih]
theorem reverse_singleton {a : α} : reverse [a] = [a] := rfl
theorem reverse_concat {l : List α} {a : α} : (l ++ [a]).reverse = a :: l.reverse := by simp
@[simp] theorem reverse_eq_nil_iff {xs : List α} : xs.reverse = [] ↔ xs = [] := by cases xs <;> simp
@[simp] theorem reverse_inj {xs ys : List α} : xs.reverse = ys.reverse ↔ xs = ys :=
  ⟨fun h => by rw [← reverse_reverse xs, h, reverse_reverse], fun h => h ▸ rfl⟩
theorem reverse_eq_iff {as bs : List α} : as.reverse = bs ↔ as = bs.reverse := by
  rw [← reverse_inj, reverse_reverse]

/-! ## Map -/

@[simp] theorem length_map {as : List α} (f : α → β) : (as.map f).length = as.length := by
  induction as with
  | nil => rfl
  | cons a as ih => simp [ih]
@[simp] theorem map_append {f : α → β} {l₁ l₂ : List α} : map f (l₁ ++ l₂) = map f l₁ ++ map f l₂ := by
  induction l₁ with
  | nil => rfl
  | cons a l₁ ih => simp [ih]
@[simp] theorem map_id (l : List α) : map id l = l := by
  induction l with
  | nil => rfl
  | cons a l ih => simp [ih]
@[simp] theorem map_id' (l : List α) : map (fun a => a) l = l := map_id l
@[simp] theorem map_id_fun : map (id : α → α) = id := funext map_id
theorem map_singleton {f : α → β} {a : α} : map f [a] = [f a] := rfl
@[simp] theorem map_map {g : β → γ} {f : α → β} {l : List α} : map g (map f l) = map (g ∘ f) l := by
  induction l with
  | nil => rfl
  | cons a l ih => simp [ih]
@[simp] theorem map_reverse {f : α → β} {l : List α} : l.reverse.map f = (l.map f).reverse := by
  induction l with
  | nil => rfl
  | cons a l ih => simp [ih]
@[simp] theorem map_eq_nil_iff {f : α → β} {l : List α} : map f l = [] ↔ l = [] := by cases l <;> simp
theorem map_eq_foldr {f : α → β} {l : List α} : map f l = foldr (fun a bs => f a :: bs) [] l := by
  induction l with
  | nil => rfl
  | cons a l ih => simp [ih]
@[simp] theorem map_const {l : List α} {b : β} : map (Function.const α b) l = replicate l.length b := by
  induction l with
  | nil => rfl
  | cons a l ih => simp [ih, replicate_succ]

/-! ## Filter -/

theorem filter_cons {x : α} {xs : List α} {p : α → Bool} :
    (x :: xs).filter p = if p x then x :: (xs.filter p) else xs.filter p := by
  cases h : p x <;> simp [filter, h]
@[simp] theorem filter_cons_of_pos {p : α → Bool} {a : α} {l : List α} (pa : p a) :
    filter p (a :: l) = a :: filter p l := by simp [filter_cons, pa]
@[simp] theorem filter_cons_of_neg {p : α → Bool} {a : α} {l : List α} (pa : ¬p a) :
    filter p (a :: l) = filter p l := by simp [filter_cons, pa]
@[simp] theorem filter_append {p : α → Bool} (l₁ l₂ : List α) :
    filter p (l₁ ++ l₂) = filter p l₁ ++ filter p l₂ := by
  induction l₁ with
  | nil => rfl
  | cons a l₁ ih => by_cases h : p a <;> simp [filter_cons, h, ih]
@[simp] theorem filter_filter {p q : α → Bool} {l : List α} :
    filter p (filter q l) = filter (fun a => p a && q a) l := by
  induction l with
  | nil => rfl
  | cons a l ih => by_cases hq : q a <;> by_cases hp : p a <;> simp [filter_cons, hp, hq, ih]
theorem length_filter_le (p : α → Bool) (l : List α) : (l.filter p).length ≤ l.length := by
  induction l with
  | nil => exact Nat.le_refl 0
  | cons a l ih =>
    by_cases h : p a
    · simpa [filter_cons, h] using ih
    · simpa [filter_cons, h] using Nat.le_succ_of_le ih
@[simp] theorem filter_true {l : List α} : filter (fun _ => true) l = l := by
  induction l with
  | nil => rfl
  | cons a l ih => simp [filter_cons, ih]
@[simp] theorem filter_false {l : List α} : filter (fun _ => false) l = [] := by
  induction l with
  | nil => rfl
  | cons a l ih => simp [filter_cons, ih]

/-! ## Folds -/

@[simp] theorem foldl_append {f : β → α → β} {b : β} {l l' : List α} :
    (l ++ l').foldl f b = l'.foldl f (l.foldl f b) := by
  induction l generalizing b with
  | nil => rfl
  | cons a l ih => simp [ih]
@[simp] theorem foldr_append {f : α → β → β} {b : β} {l l' : List α} :
    (l ++ l').foldr f b = l.foldr f (l'.foldr f b) := by
  induction l with
  | nil => rfl
  | cons a l ih => simp [ih]
@[simp] theorem foldl_reverse {l : List α} {f : β → α → β} {b : β} :
    l.reverse.foldl f b = l.foldr (fun x y => f y x) b := by
  induction l with
  | nil => rfl
  | cons a l ih => simp [ih]
@[simp] theorem foldr_reverse {l : List α} {f : α → β → β} {b : β} :
    l.reverse.foldr f b = l.foldl (fun x y => f y x) b := by
  induction l generalizing b with
  | nil => rfl
  | cons a l ih => simp [ih]
theorem foldl_map {f : β → γ} {g : α → γ → α} {l : List β} {init : α} :
    (l.map f).foldl g init = l.foldl (fun x y => g x (f y)) init := by
  induction l generalizing init with
  | nil => rfl
  | cons a l ih => simp [ih]
theorem foldr_map {f : α → β} {g : β → γ → γ} {l : List α} {init : γ} :
    (l.map f).foldr g init = l.foldr (fun x y => g (f x) y) init := by
  induction l with
  | nil => rfl
  | cons a l ih => simp [ih]
@[simp] theorem foldr_cons_nil {l : List α} : l.foldr cons [] = l := by
  induction l with
  | nil => rfl
  | cons a l ih => simp [ih]
@[simp] theorem sum_nil [Add α] [Zero α] : ([] : List α).sum = 0 := rfl
@[simp] theorem sum_cons [Add α] [Zero α] {a : α} {l : List α} : (a :: l).sum = a + l.sum := rfl
@[simp] theorem sum_append_nat {l₁ l₂ : List Nat} : (l₁ ++ l₂).sum = l₁.sum + l₂.sum := by
  induction l₁ with
  | nil => exact (Nat.zero_add _).symm
  | cons a l ih => simp only [cons_append, sum_cons, ih, Nat.add_assoc]

/-! ## Flatten -/

@[simp] theorem flatten_append {L₁ L₂ : List (List α)} : flatten (L₁ ++ L₂) = flatten L₁ ++ flatten L₂ := by
  induction L₁ with
  | nil => rfl
  | cons a L₁ ih => simp [ih]
theorem map_flatten {f : α → β} {L : List (List α)} : (flatten L).map f = (map (map f) L).flatten := by
  induction L with
  | nil => rfl
  | cons a L ih => simp [ih]
theorem flatMap_def {l : List α} {f : α → List β} : l.flatMap f = flatten (map f l) := rfl
@[simp] theorem flatMap_append {xs ys : List α} {f : α → List β} :
    (xs ++ ys).flatMap f = xs.flatMap f ++ ys.flatMap f := by simp [flatMap_def]

/-! ## Take and drop -/

@[simp] theorem take_append_drop (i : Nat) (l : List α) : take i l ++ drop i l = l := by
  induction i generalizing l with
  | zero => rfl
  | succ i ih => cases l <;> simp [ih]
@[simp] theorem length_take {i : Nat} {l : List α} : (take i l).length = min i l.length := by
  induction i generalizing l with
  | zero => simp
  | succ i ih =>
    cases l with
    | nil => simp
    | cons a l =>
      simp only [take_succ_cons, length_cons, ih, Nat.min_def]
      split <;> rename_i h <;> simp [h, Nat.add_le_add_iff_right]
@[simp] theorem length_drop {i : Nat} {l : List α} : (drop i l).length = l.length - i := by
  induction i generalizing l with
  | zero => rfl
  | succ i ih => cases l <;> simp [ih]
theorem take_of_length_le {l : List α} {i : Nat} (h : l.length ≤ i) : take i l = l := by
  induction i generalizing l with
  | zero => cases l <;> simp_all
  | succ i ih => cases l <;> simp_all
theorem drop_of_length_le {l : List α} {i : Nat} (h : l.length ≤ i) : drop i l = [] := by
  induction i generalizing l with
  | zero => cases l <;> simp_all
  | succ i ih => cases l <;> simp_all
@[simp] theorem take_length {l : List α} : take l.length l = l := take_of_length_le (Nat.le_refl _)
@[simp] theorem drop_length {l : List α} : drop l.length l = [] := drop_of_length_le (Nat.le_refl _)
@[simp] theorem drop_drop {i j : Nat} {l : List α} : drop i (drop j l) = drop (j + i) l := by
  induction j generalizing l with
  | zero => simp
  | succ j ih => cases l <;> simp [ih, Nat.succ_add]
@[simp] theorem drop_left {l₁ l₂ : List α} : drop (length l₁) (l₁ ++ l₂) = l₂ := by
  induction l₁ with
  | nil => rfl
  | cons a l₁ ih => simp [ih]
@[simp] theorem take_left {l₁ l₂ : List α} : take (length l₁) (l₁ ++ l₂) = l₁ := by
  induction l₁ with
  | nil => rfl
  | cons a l₁ ih => simp [ih]
theorem map_take {f : α → β} {l : List α} {i : Nat} : (l.take i).map f = (l.map f).take i := by
  induction i generalizing l with
  | zero => rfl
  | succ i ih => cases l <;> simp [ih]
theorem map_drop {f : α → β} {l : List α} {i : Nat} : (l.drop i).map f = (l.map f).drop i := by
  induction i generalizing l with
  | zero => rfl
  | succ i ih => cases l <;> simp [ih]

/-! ## Replicate, range, zip -/

@[simp] theorem length_replicate {n : Nat} {a : α} : (replicate n a).length = n := by
  induction n with
  | zero => rfl
  | succ n ih => simp [replicate_succ, ih]
@[simp] theorem replicate_append_replicate {n m : Nat} {a : α} :
    replicate n a ++ replicate m a = replicate (n + m) a := by
  induction n with
  | zero => simp
  | succ n ih => simp [replicate_succ, Nat.succ_add, ih]
@[simp] theorem map_replicate {n : Nat} {a : α} {f : α → β} : (replicate n a).map f = replicate n (f a) := by
  induction n with
  | zero => rfl
  | succ n ih => simp [replicate_succ, ih]
@[simp] theorem range_zero : range 0 = [] := rfl
private theorem range_loop_eq (n : Nat) (acc : List Nat) : range.loop n acc = range n ++ acc := by
  suffices h : ∀ n : Nat, ∀ acc acc' : List Nat, range.loop n (acc ++ acc') = range.loop n acc ++ acc' from
    h n [] acc
  intro n
  induction n with
  | zero => exact fun _ _ => rfl
  | succ n ih => exact fun acc acc' => ih (n :: acc) acc'
theorem range_succ {n : Nat} : range (n + 1) = range n ++ [n] := range_loop_eq n [n]
@[simp] theorem length_range {n : Nat} : (range n).length = n := by
  induction n with
  | zero => rfl
  | succ n ih => simp [range_succ, ih]
@[simp] theorem length_zipWith {f : α → β → γ} {l₁ : List α} {l₂ : List β} :
    length (zipWith f l₁ l₂) = min (length l₁) (length l₂) := by
  induction l₁ generalizing l₂ with
  | nil => simp
  | cons a l₁ ih =>
    cases l₂ with
    | nil => simp
    | cons b l₂ =>
      simp only [zipWith_cons_cons, length_cons, ih, Nat.min_def]
      split <;> rename_i h <;> simp [h, Nat.add_le_add_iff_right]
@[simp] theorem length_zip {l₁ : List α} {l₂ : List β} : length (zip l₁ l₂) = min (length l₁) (length l₂) :=
  length_zipWith

end List
