prelude
import Init.Do
import Init.Repr
import Init.Omega

/-!
# Ranges: `for i in [a:b:step] do`
-/

universe u v w

namespace Std.Legacy

/-- The numbers `start`, `start + step`, ... below `stop`. -/
structure Range where
  start : Nat := 0
  stop : Nat
  step : Nat := 1
  step_pos : 0 < step

instance : Membership Nat Range where
  mem r i := r.start ≤ i ∧ i < r.stop ∧ (i - r.start) % r.step = 0

namespace Range

/-- How many numbers it has. -/
@[simp] def size (r : Range) : Nat := (r.stop - r.start + r.step - 1) / r.step

private theorem mem_next {r : Range} {i : Nat} (hs : (i - r.start) % r.step = 0) (hl : r.start ≤ i) :
    (i + r.step - r.start) % r.step = 0 := by
  rw [Nat.sub_add_comm hl, Nat.add_mod_right, hs]

@[inline] protected def forIn' {β : Type u} {m : Type u → Type v} [Monad m] (range : Range) (init : β)
    (f : (i : Nat) → i ∈ range → β → m (ForInStep β)) : m β :=
  loop range f (range.stop - range.start) init range.start
    (by rw [Nat.sub_self, Nat.zero_mod]) (Nat.le_refl _)
where
  /-- The rest of the rounds from `i`; `fuel` bounds their number. -/
  @[specialize] loop {β : Type u} {m : Type u → Type v} [Monad m] (range : Range)
      (f : (i : Nat) → i ∈ range → β → m (ForInStep β)) (fuel : Nat) (b : β) (i : Nat)
      (hs : (i - range.start) % range.step = 0) (hl : range.start ≤ i) : m β :=
    if h : i < range.stop then
      match fuel with
      | 0 => pure b
      | fuel + 1 => do
        match (← f i ⟨hl, h, hs⟩ b) with
        | .done b => pure b
        | .yield b => loop range f fuel b (i + range.step) (mem_next hs hl) (Nat.le_add_right_of_le hl)
    else pure b

instance {m : Type u → Type v} [Monad m] : ForIn' m Range Nat inferInstance := ⟨Range.forIn'⟩

instance {m : Type u → Type v} [Monad m] : ForIn m Range Nat :=
  ⟨fun range init f => range.forIn' init fun i _ => f i⟩

/-- All of it. -/
def toList (r : Range) : List Nat := List.range' r.start r.size r.step

end Std.Legacy.Range

theorem Membership.get_elem_helper {i n : Nat} {r : Std.Legacy.Range} (h₁ : i ∈ r) (h₂ : r.stop = n) : i < n :=
  h₂ ▸ h₁.2.1

theorem Membership.mem.upper {i : Nat} {r : Std.Legacy.Range} (h : i ∈ r) : i < r.stop := h.2.1

theorem Membership.mem.lower {i : Nat} {r : Std.Legacy.Range} (h : i ∈ r) : r.start ≤ i := h.1
