import Lists.Basic

/-!
# Maps, filters and folds

The higher-order functions and the laws by which programs that use them are transformed.
-/

namespace Lists

universe u v w

variable {α : Type u} {β : Type v} {γ : Type w}

/-! ## Map -/

/-- `f` applied to every element. -/
def map (f : α → β) : List α → List β
  | [] => []
  | a :: as => f a :: map f as

theorem map_cons (f : α → β) (a : α) (as : List α) : map f (a :: as) = f a :: map f as :=
  rfl

theorem map_id (as : List α) : map (fun a => a) as = as := by
  induction as with
  | nil => rfl
  | cons a as ih => rw [map_cons, ih]

theorem map_map (g : β → γ) (f : α → β) (as : List α) : map g (map f as) = map (fun a => g (f a)) as := by
  induction as with
  | nil => rfl
  | cons a as ih => rw [map_cons, map_cons, map_cons, ih]

theorem map_append (f : α → β) (as bs : List α) : map f (as ++ bs) = map f as ++ map f bs := by
  induction as with
  | nil => rfl
  | cons a as ih =>
    show f a :: map f (as ++ bs) = f a :: (map f as ++ map f bs)
    rw [ih]

theorem length_map (f : α → β) : ∀ as : List α, (map f as).length = as.length
  | [] => rfl
  | _ :: as => congrArg Nat.succ (length_map f as)

theorem map_snoc (f : α → β) (as : List α) (a : α) : map f (snoc as a) = snoc (map f as) (f a) := by
  rw [snoc_eq_append, snoc_eq_append, map_append]
  rfl

theorem map_rev (f : α → β) (as : List α) : map f (rev as) = rev (map f as) := by
  induction as with
  | nil => rfl
  | cons a as ih =>
    rw [rev_cons, map_snoc, ih]
    rfl

theorem map_inj {f : α → β} (hf : ∀ a b, f a = f b → a = b) {as bs : List α} (h : map f as = map f bs) : as = bs := by
  induction as generalizing bs with
  | nil =>
    cases bs with
    | nil => rfl
    | cons b bs => exact absurd h.symm (cons_ne_nil _ _)
  | cons a as ih =>
    cases bs with
    | nil => exact absurd h (cons_ne_nil _ _)
    | cons b bs =>
      obtain ⟨hab, hs⟩ := cons_inj h
      rw [hf a b hab, ih hs]

theorem map_repeated (f : α → β) (a : α) (n : Nat) : map f (repeated a n) = repeated (f a) n := by
  induction n with
  | zero => rfl
  | succ n ih => exact congrArg (List.cons (f a)) ih

/-! ## Filter -/

/-- The elements that pass the test `p`. -/
def keep (p : α → Bool) : List α → List α
  | [] => []
  | a :: as => if p a = true then a :: keep p as else keep p as

theorem keep_of_pass {p : α → Bool} {a : α} (h : p a = true) (as : List α) : keep p (a :: as) = a :: keep p as :=
  if_pos h

theorem keep_of_fail {p : α → Bool} {a : α} (h : p a = false) (as : List α) : keep p (a :: as) = keep p as := by
  apply if_neg
  rw [h]
  intro hft
  exact Bool.noConfusion hft

theorem keep_append (p : α → Bool) (as bs : List α) : keep p (as ++ bs) = keep p as ++ keep p bs := by
  induction as with
  | nil => rfl
  | cons a as ih =>
    show keep p (a :: (as ++ bs)) = keep p (a :: as) ++ keep p bs
    cases h : p a with
    | true =>
      rw [keep_of_pass h, keep_of_pass h, ih]
      rfl
    | false => rw [keep_of_fail h, keep_of_fail h, ih]

theorem keep_keep (p q : α → Bool) (as : List α) : keep p (keep q as) = keep q (keep p as) := by
  induction as with
  | nil => rfl
  | cons a as ih =>
    cases hp : p a with
    | true =>
      rw [keep_of_pass hp]
      cases hq : q a with
      | true => rw [keep_of_pass hq, keep_of_pass hq, keep_of_pass hp, ih]
      | false => rw [keep_of_fail hq, keep_of_fail hq, ih]
    | false =>
      rw [keep_of_fail hp]
      cases hq : q a with
      | true => rw [keep_of_pass hq, keep_of_fail hp, ih]
      | false => rw [keep_of_fail hq, ih]

theorem keep_idem (p : α → Bool) (as : List α) : keep p (keep p as) = keep p as := by
  induction as with
  | nil => rfl
  | cons a as ih =>
    cases h : p a with
    | true => rw [keep_of_pass h, keep_of_pass h, ih]
    | false => rw [keep_of_fail h, ih]

theorem keep_all (as : List α) : keep (fun _ => true) as = as := by
  induction as with
  | nil => rfl
  | cons a as ih => rw [keep_of_pass rfl, ih]

theorem keep_none (as : List α) : keep (fun _ => false) as = [] := by
  induction as with
  | nil => rfl
  | cons a as ih => rw [keep_of_fail rfl, ih]

theorem length_keep_le (p : α → Bool) (as : List α) : (keep p as).length ≤ as.length := by
  induction as with
  | nil => exact Nat.le_refl 0
  | cons a as ih =>
    cases h : p a with
    | true =>
      rw [keep_of_pass h]
      exact Nat.succ_le_succ ih
    | false =>
      rw [keep_of_fail h]
      exact Nat.le_trans ih (Nat.le_succ _)

theorem keep_map (p : β → Bool) (f : α → β) (as : List α) : keep p (map f as) = map f (keep (fun a => p (f a)) as) := by
  induction as with
  | nil => rfl
  | cons a as ih =>
    cases h : p (f a) with
    | true => rw [map_cons, keep_of_pass h, keep_of_pass (p := fun a => p (f a)) h, map_cons, ih]
    | false => rw [map_cons, keep_of_fail h, keep_of_fail (p := fun a => p (f a)) h, ih]

/-- What passes and what fails together are as many as there were. -/
theorem length_keep_add (p : α → Bool) (as : List α) :
    (keep p as).length + (keep (fun a => Bool.not (p a)) as).length = as.length := by
  induction as with
  | nil => rfl
  | cons a as ih =>
    cases h : p a with
    | true =>
      have hn : Bool.not (p a) = false := congrArg Bool.not h
      rw [keep_of_pass h, keep_of_fail (p := fun a => Bool.not (p a)) hn]
      show (keep p as).length + 1 + (keep (fun a => Bool.not (p a)) as).length = as.length + 1
      rw [Nat.add_right_comm, ih]
    | false =>
      have hn : Bool.not (p a) = true := congrArg Bool.not h
      rw [keep_of_fail h, keep_of_pass (p := fun a => Bool.not (p a)) hn]
      exact congrArg Nat.succ ih

/-! ## Folds -/

/-- `f a (f b (f c init))`. -/
def foldRight (f : α → β → β) (init : β) : List α → β
  | [] => init
  | a :: as => f a (foldRight f init as)

/-- `f (f (f init a) b) c`. -/
def foldLeft (f : β → α → β) : β → List α → β
  | init, [] => init
  | init, a :: as => foldLeft f (f init a) as

theorem foldRight_cons_nil (as : List α) : foldRight List.cons [] as = as := by
  induction as with
  | nil => rfl
  | cons a as ih => exact congrArg (List.cons a) ih

theorem foldRight_append (f : α → β → β) (init : β) (as bs : List α) :
    foldRight f init (as ++ bs) = foldRight f (foldRight f init bs) as := by
  induction as with
  | nil => rfl
  | cons a as ih => exact congrArg (f a) ih

theorem foldLeft_append (f : β → α → β) (init : β) (as bs : List α) :
    foldLeft f init (as ++ bs) = foldLeft f (foldLeft f init as) bs := by
  induction as generalizing init with
  | nil => rfl
  | cons a as ih => exact ih (f init a)

theorem foldLeft_snoc (f : β → α → β) (init : β) (as : List α) (a : α) :
    foldLeft f init (snoc as a) = f (foldLeft f init as) a := by
  rw [snoc_eq_append, foldLeft_append]
  rfl

theorem foldLeft_rev (f : β → α → β) (init : β) (as : List α) :
    foldLeft f init (rev as) = foldRight (fun a b => f b a) init as := by
  induction as with
  | nil => rfl
  | cons a as ih =>
    rw [rev_cons, foldLeft_snoc, ih]
    rfl

theorem foldRight_map (g : β → γ → γ) (f : α → β) (init : γ) (as : List α) :
    foldRight g init (map f as) = foldRight (fun a c => g (f a) c) init as := by
  induction as with
  | nil => rfl
  | cons a as ih => exact congrArg (g (f a)) ih

theorem map_eq_foldRight (f : α → β) (as : List α) : map f as = foldRight (fun a bs => f a :: bs) [] as := by
  induction as with
  | nil => rfl
  | cons a as ih =>
    rw [map_cons, ih]
    rfl

/-- Fusion: a function that goes through one step of a fold goes through all of it. -/
theorem foldRight_fusion {f : α → β → β} {g : α → γ → γ} (h : β → γ) (hfg : ∀ a b, h (f a b) = g a (h b)) (init : β)
    (as : List α) : h (foldRight f init as) = foldRight g (h init) as := by
  induction as with
  | nil => rfl
  | cons a as ih =>
    show h (f a (foldRight f init as)) = g a (foldRight g (h init) as)
    rw [hfg, ih]

theorem foldLeft_eq_foldRight {f : α → α → α} {e : α} (hassoc : ∀ a b c, f (f a b) c = f a (f b c))
    (hleft : ∀ a, f e a = a) (hright : ∀ a, f a e = a) (as : List α) : foldLeft f e as = foldRight f e as := by
  have h : ∀ b, foldLeft f b as = f b (foldRight f e as) := by
    induction as with
    | nil =>
      intro b
      exact (hright b).symm
    | cons a as ih =>
      intro b
      show foldLeft f (f b a) as = f b (f a (foldRight f e as))
      rw [ih, hassoc]
  rw [h, hleft]

/-! ## Sums and joins -/

/-- The sum of a list of numbers. -/
def total : List Nat → Nat
  | [] => 0
  | n :: ns => n + total ns

/-- The lists of a list of lists, one after the other. -/
def join : List (List α) → List α
  | [] => []
  | as :: rest => as ++ join rest

theorem total_append (ms ns : List Nat) : total (ms ++ ns) = total ms + total ns := by
  induction ms with
  | nil => exact (Nat.zero_add _).symm
  | cons m ms ih =>
    show m + total (ms ++ ns) = m + total ms + total ns
    rw [ih, Nat.add_assoc]

theorem total_rev (ns : List Nat) : total (rev ns) = total ns := by
  induction ns with
  | nil => rfl
  | cons n ns ih =>
    rw [rev_cons, snoc_eq_append, total_append, ih]
    exact Nat.add_comm (total ns) n

theorem total_repeated (k n : Nat) : total (repeated k n) = n * k := by
  induction n with
  | zero => exact (Nat.zero_mul k).symm
  | succ n ih =>
    show k + total (repeated k n) = (n + 1) * k
    rw [ih, Nat.add_mul, Nat.one_mul, Nat.add_comm]

theorem total_map_const_one (as : List α) : total (map (fun _ => 1) as) = as.length := by
  induction as with
  | nil => rfl
  | cons a as ih =>
    show 1 + total (map (fun _ => 1) as) = as.length + 1
    rw [ih, Nat.add_comm]

theorem total_map_mul (c : Nat) (ns : List Nat) : total (map (fun n => c * n) ns) = c * total ns := by
  induction ns with
  | nil => rfl
  | cons n ns ih =>
    show c * n + total (map (fun n => c * n) ns) = c * (n + total ns)
    rw [ih, Nat.mul_add]

theorem join_append (xs ys : List (List α)) : join (xs ++ ys) = join xs ++ join ys := by
  induction xs with
  | nil => rfl
  | cons x xs ih =>
    show x ++ join (xs ++ ys) = x ++ join xs ++ join ys
    rw [ih, List.append_assoc]

theorem map_join (f : α → β) (xs : List (List α)) : map f (join xs) = join (map (map f) xs) := by
  induction xs with
  | nil => rfl
  | cons x xs ih =>
    show map f (x ++ join xs) = map f x ++ join (map (map f) xs)
    rw [map_append, ih]

theorem length_join (xs : List (List α)) : (join xs).length = total (map List.length xs) := by
  induction xs with
  | nil => rfl
  | cons x xs ih =>
    show (x ++ join xs).length = x.length + total (map List.length xs)
    rw [length_append, ih]

theorem join_join (xss : List (List (List α))) : join (join xss) = join (map join xss) := by
  induction xss with
  | nil => rfl
  | cons xs xss ih =>
    show join (xs ++ join xss) = join xs ++ join (map join xss)
    rw [join_append, ih]

theorem join_singletons (as : List α) : join (map (fun a => [a]) as) = as := by
  induction as with
  | nil => rfl
  | cons a as ih => exact congrArg (List.cons a) ih

end Lists
