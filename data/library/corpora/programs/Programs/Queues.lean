/-!
# Queues, counters and merging

A queue made of two lists against its specification, a loop against its invariant, and merging sorted lists.
-/

namespace Programs

universe u

/-! ## A queue of two lists -/

/-- The front in order and the back in reverse. -/
structure Queue (α : Type u) where
  front : List α
  back : List α

namespace Queue

variable {α : Type u}

/-- The elements in the order in which they leave. -/
def toList (q : Queue α) : List α := q.front ++ q.back.reverse

/-- Nobody waits. -/
def empty : Queue α := ⟨[], []⟩

/-- `a` goes to the end. -/
def enqueue (q : Queue α) (a : α) : Queue α := ⟨q.front, a :: q.back⟩

/-- The first element and the others, where there is one. -/
def dequeue (q : Queue α) : Option (α × Queue α) :=
  match q.front with
  | a :: front => some (a, ⟨front, q.back⟩)
  | [] =>
    match q.back.reverse with
    | [] => none
    | a :: front => some (a, ⟨front, []⟩)

/-- All elements of a list queue up. -/
def enqueueAll (q : Queue α) : List α → Queue α
  | [] => q
  | a :: as => enqueueAll (q.enqueue a) as

theorem toList_empty : (empty : Queue α).toList = [] :=
  rfl

theorem toList_enqueue (q : Queue α) (a : α) : (q.enqueue a).toList = q.toList ++ [a] := by
  show q.front ++ (a :: q.back).reverse = q.front ++ q.back.reverse ++ [a]
  rw [List.reverse_cons, List.append_assoc]

theorem toList_enqueueAll (q : Queue α) (as : List α) : (q.enqueueAll as).toList = q.toList ++ as := by
  induction as generalizing q with
  | nil => exact (List.append_nil _).symm
  | cons a as ih =>
    show ((q.enqueue a).enqueueAll as).toList = _
    rw [ih, toList_enqueue, List.append_assoc]
    rfl

theorem toList_enqueueAll_empty (as : List α) : (empty.enqueueAll as).toList = as := by
  rw [toList_enqueueAll, toList_empty]
  rfl

theorem length_enqueue (q : Queue α) (a : α) : (q.enqueue a).toList.length = q.toList.length + 1 := by
  rw [toList_enqueue, List.length_append]
  rfl

theorem dequeue_front (a : α) (front back : List α) : dequeue ⟨a :: front, back⟩ = some (a, ⟨front, back⟩) :=
  rfl

theorem dequeue_empty : dequeue (empty : Queue α) = none :=
  rfl

/-- A queue gives its first element and keeps the others. -/
theorem toList_of_dequeue {q r : Queue α} {a : α} (h : q.dequeue = some (a, r)) : q.toList = a :: r.toList := by
  obtain ⟨front, back⟩ := q
  cases front with
  | cons b front =>
    rw [dequeue_front] at h
    cases h
    rfl
  | nil =>
    unfold dequeue at h
    cases hb : back.reverse with
    | nil =>
      rw [hb] at h
      exact absurd h (by intro h; cases h)
    | cons b front =>
      rw [hb] at h
      cases h
      show [] ++ back.reverse = a :: (front ++ [])
      rw [hb, List.append_nil]
      rfl

theorem toList_eq_nil_of_dequeue {q : Queue α} (h : q.dequeue = none) : q.toList = [] := by
  obtain ⟨front, back⟩ := q
  cases front with
  | cons b front => exact absurd h (by intro h; cases h)
  | nil =>
    unfold dequeue at h
    cases hb : back.reverse with
    | nil => exact hb
    | cons b front =>
      rw [hb] at h
      exact absurd h (by intro h; cases h)

/-- First in, first out. -/
theorem head_enqueue {q r : Queue α} {a : α} (h : q.dequeue = some (a, r)) (b : α) :
    (q.enqueue b).toList = a :: (r.enqueue b).toList := by
  rw [toList_enqueue, toList_of_dequeue h, toList_enqueue]
  rfl

end Queue

/-! ## Loops and their invariants -/

/-- `body` applied to the state for each of the numbers below `n`, from below. -/
def loop {σ : Type u} (body : Nat → σ → σ) : Nat → σ → σ
  | 0, s => s
  | n + 1, s => body n (loop body n s)

section Loop

variable {σ : Type u}

theorem loop_zero (body : Nat → σ → σ) (s : σ) : loop body 0 s = s :=
  rfl

theorem loop_succ (body : Nat → σ → σ) (n : Nat) (s : σ) : loop body (n + 1) s = body n (loop body n s) :=
  rfl

/-- The rule for loops. -/
theorem loop_invariant {body : Nat → σ → σ} {I : Nat → σ → Prop} {s : σ} (start : I 0 s)
    (keep : ∀ i s, I i s → I (i + 1) (body i s)) (n : Nat) : I n (loop body n s) := by
  induction n with
  | zero => exact start
  | succ n ih => exact keep n _ ih

theorem loop_congr {f g : Nat → σ → σ} (h : ∀ i s, f i s = g i s) (n : Nat) (s : σ) : loop f n s = loop g n s := by
  induction n with
  | zero => rfl
  | succ n ih => rw [loop_succ, loop_succ, ih, h]

theorem loop_id (n : Nat) (s : σ) : loop (fun _ s => s) n s = s :=
  loop_invariant (I := fun _ t => t = s) rfl (fun _ _ h => h) n

theorem loop_measure {body : Nat → σ → σ} {f : σ → Nat} (h : ∀ i s, f (body i s) ≤ f s) (n : Nat) (s : σ) :
    f (loop body n s) ≤ f s := by
  apply loop_invariant (I := fun _ t => f t ≤ f s)
  · exact Nat.le_refl _
  · intro i t ht
    exact Nat.le_trans (h i t) ht

theorem loop_count (n m : Nat) : loop (fun _ k => k + 1) n m = m + n := by
  apply loop_invariant (I := fun i k => k = m + i)
  · rfl
  · intro i k hk
    rw [hk, Nat.add_assoc]

theorem loop_add_constant (c n : Nat) : loop (fun _ k => k + c) n 0 = n * c := by
  apply loop_invariant (I := fun i k => k = i * c)
  · exact (Nat.zero_mul c).symm
  · intro i k hk
    rw [hk, Nat.succ_mul]

theorem loop_sum_of_odds (n : Nat) : loop (fun i k => k + (2 * i + 1)) n 0 = n * n := by
  apply loop_invariant (I := fun i k => k = i * i)
  · rfl
  · intro i k hk
    rw [hk, Nat.add_one_mul i, Nat.mul_add_one]
    omega

end Loop

/-- One step to the next two Fibonacci numbers. -/
def fibStep (_ : Nat) (p : Nat × Nat) : Nat × Nat := (p.2, p.1 + p.2)

/-- Fibonacci numbers by the definition. -/
def slowFib : Nat → Nat
  | 0 => 0
  | 1 => 1
  | n + 2 => slowFib n + slowFib (n + 1)

/-- Fibonacci numbers by a loop. -/
def fastFib (n : Nat) : Nat := (loop fibStep n (0, 1)).1

theorem loop_fibStep (n : Nat) : loop fibStep n (0, 1) = (slowFib n, slowFib (n + 1)) := by
  apply loop_invariant (I := fun i p => p = (slowFib i, slowFib (i + 1)))
  · rfl
  · intro i p hp
    rw [hp]
    rfl

/-- The fast program computes what the slow one does. -/
theorem fastFib_eq_slowFib (n : Nat) : fastFib n = slowFib n := by
  unfold fastFib
  rw [loop_fibStep]

/-! ## Sums with an accumulator -/

/-- The sum of a list. -/
def total : List Nat → Nat
  | [] => 0
  | n :: ns => n + total ns

/-- The sum of a list in addition to `k`. -/
def totalFrom (k : Nat) : List Nat → Nat
  | [] => k
  | n :: ns => totalFrom (k + n) ns

theorem totalFrom_eq (k : Nat) (ns : List Nat) : totalFrom k ns = k + total ns := by
  induction ns generalizing k with
  | nil => rfl
  | cons n ns ih =>
    show totalFrom (k + n) ns = k + (n + total ns)
    rw [ih, Nat.add_assoc]

theorem totalFrom_zero (ns : List Nat) : totalFrom 0 ns = total ns := by
  rw [totalFrom_eq, Nat.zero_add]

theorem total_append (ms ns : List Nat) : total (ms ++ ns) = total ms + total ns := by
  induction ms with
  | nil => exact (Nat.zero_add _).symm
  | cons m ms ih =>
    show m + total (ms ++ ns) = m + total ms + total ns
    rw [ih, Nat.add_assoc]

theorem total_reverse (ns : List Nat) : total ns.reverse = total ns := by
  induction ns with
  | nil => rfl
  | cons n ns ih =>
    rw [List.reverse_cons, total_append, ih, Nat.add_comm]
    rfl

/-! ## Merging -/

/-- Both lists, always the smaller of the two heads next; `fuel` bounds the number of steps. -/
def merge : Nat → List Nat → List Nat → List Nat
  | 0, ms, ns => ms ++ ns
  | _ + 1, [], ns => ns
  | _ + 1, ms, [] => ms
  | fuel + 1, m :: ms, n :: ns =>
    if m ≤ n then m :: merge fuel ms (n :: ns) else n :: merge fuel (m :: ms) ns

theorem merge_nil_left (fuel : Nat) (ns : List Nat) : merge fuel [] ns = ns := by
  cases fuel with
  | zero => rfl
  | succ fuel => rfl

theorem merge_nil_right (fuel : Nat) (ms : List Nat) : merge fuel ms [] = ms := by
  cases fuel with
  | zero => exact List.append_nil ms
  | succ fuel =>
    cases ms with
    | nil => rfl
    | cons m ms => rfl

theorem merge_of_le {m n : Nat} (h : m ≤ n) (fuel : Nat) (ms ns : List Nat) :
    merge (fuel + 1) (m :: ms) (n :: ns) = m :: merge fuel ms (n :: ns) :=
  if_pos h

theorem merge_of_not_le {m n : Nat} (h : ¬m ≤ n) (fuel : Nat) (ms ns : List Nat) :
    merge (fuel + 1) (m :: ms) (n :: ns) = n :: merge fuel (m :: ms) ns :=
  if_neg h

theorem total_merge (fuel : Nat) (ms ns : List Nat) : total (merge fuel ms ns) = total ms + total ns := by
  induction fuel generalizing ms ns with
  | zero => exact total_append ms ns
  | succ fuel ih =>
    cases ms with
    | nil => exact (Nat.zero_add _).symm
    | cons m ms =>
      cases ns with
      | nil => rfl
      | cons n ns =>
        by_cases h : m ≤ n
        · rw [merge_of_le h]
          show m + total (merge fuel ms (n :: ns)) = m + total ms + total (n :: ns)
          rw [ih, Nat.add_assoc]
        · rw [merge_of_not_le h]
          show n + total (merge fuel (m :: ms) ns) = total (m :: ms) + (n + total ns)
          rw [ih, Nat.add_left_comm]

theorem length_merge (fuel : Nat) (ms ns : List Nat) : (merge fuel ms ns).length = ms.length + ns.length := by
  induction fuel generalizing ms ns with
  | zero => exact List.length_append
  | succ fuel ih =>
    cases ms with
    | nil => exact (Nat.zero_add _).symm
    | cons m ms =>
      cases ns with
      | nil => rfl
      | cons n ns =>
        by_cases h : m ≤ n
        · rw [merge_of_le h, List.length_cons, ih, List.length_cons (as := ms), Nat.add_right_comm]
        · rw [merge_of_not_le h, List.length_cons, ih, List.length_cons, List.length_cons, Nat.add_assoc]

/-- Bounded from below and each element at most the next. -/
def SortedFrom (k : Nat) : List Nat → Prop
  | [] => True
  | n :: ns => k ≤ n ∧ SortedFrom n ns

theorem SortedFrom.weaken {j k : Nat} {ns : List Nat} (h : SortedFrom k ns) (hjk : j ≤ k) : SortedFrom j ns := by
  cases ns with
  | nil => exact True.intro
  | cons n ns => exact ⟨Nat.le_trans hjk h.left, h.right⟩

/-- Merging sorted lists with enough fuel gives a sorted list. -/
theorem sortedFrom_merge {fuel k : Nat} {ms ns : List Nat} (hfuel : ms.length + ns.length ≤ fuel)
    (hm : SortedFrom k ms) (hn : SortedFrom k ns) : SortedFrom k (merge fuel ms ns) := by
  induction fuel generalizing k ms ns with
  | zero =>
    cases ms with
    | nil => exact hn
    | cons m ms =>
      rw [List.length_cons] at hfuel
      omega
  | succ fuel ih =>
    cases ms with
    | nil => exact hn
    | cons m ms =>
      cases ns with
      | nil => exact hm
      | cons n ns =>
        rw [List.length_cons, List.length_cons] at hfuel
        by_cases h : m ≤ n
        · rw [merge_of_le h]
          refine ⟨hm.left, ih ?_ hm.right ⟨h, hn.right⟩⟩
          rw [List.length_cons]
          omega
        · rw [merge_of_not_le h]
          refine ⟨hn.left, ih ?_ ⟨Nat.le_of_not_le h, hm.right⟩ hn.right⟩
          rw [List.length_cons]
          omega

end Programs
