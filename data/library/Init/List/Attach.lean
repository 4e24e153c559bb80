prelude
import Init.List.Mem
import Init.Omega

/-!
# Lists whose elements know that they belong to them

`l.attach` is `l` with a proof of membership beside each element. Recursion through a nested list
(`args.map fun a => a.size`) is accepted because the elaborator rewrites such calls with these lemmas first.
-/

universe u v w

namespace List
variable {α : Type u} {β : Type v}

/-- `f` applied to the elements, which all satisfy `P`. -/
def pmap {P : α → Prop} (f : (a : α) → P a → β) : (l : List α) → (H : ∀ a, a ∈ l → P a) → List β
  | [], _ => []
  | a :: l, H => f a (H a (.head l)) :: pmap f l fun b h => H b (.tail a h)

def attachWith (l : List α) (P : α → Prop) (H : ∀ x, x ∈ l → P x) : List { x // P x } := pmap Subtype.mk l H

def attach (l : List α) : List { x // x ∈ l } := attachWith l _ fun _ h => h

/-- The elements without their proofs. -/
def unattach {P : α → Prop} (l : List { x // P x }) : List α := l.map (·.val)

@[simp] theorem unattach_nil {P : α → Prop} : ([] : List { x // P x }).unattach = [] := rfl
@[simp] theorem unattach_cons {P : α → Prop} {a : { x // P x }} {l : List { x // P x }} :
    (a :: l).unattach = a.val :: l.unattach := rfl
@[simp] theorem length_unattach {P : α → Prop} {l : List { x // P x }} : l.unattach.length = l.length := length_map _

@[simp] theorem pmap_nil {P : α → Prop} (f : (a : α) → P a → β) (H : ∀ a, a ∈ ([] : List α) → P a) :
    pmap f [] H = [] := rfl
@[simp] theorem pmap_cons {P : α → Prop} (f : (a : α) → P a → β) (a : α) (l : List α) (H : ∀ b, b ∈ a :: l → P b) :
    pmap f (a :: l) H = f a (H a (.head l)) :: pmap f l fun b h => H b (.tail a h) := rfl
@[simp] theorem length_pmap {P : α → Prop} {f : (a : α) → P a → β} {l : List α} {H : ∀ a, a ∈ l → P a} :
    (pmap f l H).length = l.length := by
  induction l with
  | nil => rfl
  | cons a l ih => simp [ih]

theorem pmap_eq_map {P : α → Prop} {f : α → β} {l : List α} (H : ∀ a, a ∈ l → P a) :
    pmap (fun a _ => f a) l H = l.map f := by
  induction l with
  | nil => rfl
  | cons a l ih => simp [ih]

theorem map_pmap {γ : Type w} {P : α → Prop} {g : β → γ} {f : (a : α) → P a → β} {l : List α} (H : ∀ a, a ∈ l → P a) :
    map g (pmap f l H) = pmap (fun a h => g (f a h)) l H := by
  induction l with
  | nil => rfl
  | cons a l ih => simp [ih]

@[simp] theorem length_attach {l : List α} : l.attach.length = l.length := length_pmap
@[simp] theorem attach_nil : ([] : List α).attach = [] := rfl
@[simp] theorem unattach_attach {l : List α} : l.attach.unattach = l := by
  rw [unattach, attach, attachWith, map_pmap, pmap_eq_map]
  simp
theorem attach_map_val {l : List α} {f : α → β} : (l.attach.map fun i => f i.val) = l.map f := by
  rw [attach, attachWith, map_pmap, pmap_eq_map]
@[simp] theorem attach_map_subtype_val (l : List α) : l.attach.map Subtype.val = l := unattach_attach
@[simp] theorem mem_attach (l : List α) : ∀ x, x ∈ l.attach
  | ⟨a, h⟩ => by
    have m : a ∈ l.attach.map Subtype.val := by rw [attach_map_subtype_val]; exact h
    obtain ⟨⟨b, hb⟩, hm, e⟩ := mem_map.1 m
    have e : b = a := e
    subst e
    exact hm

/-! ## Before a termination proof -/

@[wf_preprocess] theorem map_wfParam {xs : List α} {f : α → β} : (wfParam xs).map f = xs.attach.unattach.map f := by
  rw [unattach_attach, wfParam]
@[wf_preprocess] theorem map_unattach {P : α → Prop} {xs : List (Subtype P)} {f : α → β} :
    xs.unattach.map f = xs.map fun ⟨x, h⟩ => binderNameHint x f <| binderNameHint h () <| f (wfParam x) := by
  simp [unattach, wfParam, Function.comp_def]

@[wf_preprocess] theorem foldl_wfParam {xs : List α} {f : β → α → β} {x : β} :
    (wfParam xs).foldl f x = xs.attach.unattach.foldl f x := by
  rw [unattach_attach, wfParam]
@[wf_preprocess] theorem foldl_unattach {P : α → Prop} {xs : List (Subtype P)} {f : β → α → β} {x : β} :
    xs.unattach.foldl f x = xs.foldl (fun s ⟨x, h⟩ =>
      binderNameHint s f <| binderNameHint x (f s) <| binderNameHint h () <| f s (wfParam x)) x := by
  simp [unattach, wfParam, foldl_map]

@[wf_preprocess] theorem foldr_wfParam {xs : List α} {f : α → β → β} {x : β} :
    (wfParam xs).foldr f x = xs.attach.unattach.foldr f x := by
  rw [unattach_attach, wfParam]
@[wf_preprocess] theorem foldr_unattach {P : α → Prop} {xs : List (Subtype P)} {f : α → β → β} {x : β} :
    xs.unattach.foldr f x = xs.foldr (fun ⟨x, h⟩ s =>
      binderNameHint x f <| binderNameHint s (f x) <| binderNameHint h () <| f (wfParam x) s) x := by
  simp [unattach, wfParam, foldr_map]

private theorem filter_map' {f : α → β} {p : β → Bool} {l : List α} :
    (l.map f).filter p = (l.filter fun a => p (f a)).map f := by
  induction l with
  | nil => rfl
  | cons a l ih => by_cases h : p (f a) <;> simp [List.filter, h, ih]

@[wf_preprocess] theorem filter_wfParam {xs : List α} {f : α → Bool} :
    (wfParam xs).filter f = xs.attach.unattach.filter f := by
  rw [unattach_attach, wfParam]
@[wf_preprocess] theorem filter_unattach {P : α → Prop} {xs : List (Subtype P)} {f : α → Bool} :
    xs.unattach.filter f = (xs.filter (fun ⟨x, h⟩ =>
      binderNameHint x f <| binderNameHint h () <| f (wfParam x))).unattach := filter_map'

@[wf_preprocess] theorem flatMap_wfParam {xs : List α} {f : α → List β} :
    (wfParam xs).flatMap f = xs.attach.unattach.flatMap f := by
  rw [unattach_attach, wfParam]
@[wf_preprocess] theorem flatMap_unattach {P : α → Prop} {xs : List (Subtype P)} {f : α → List β} :
    xs.unattach.flatMap f = xs.flatMap fun ⟨x, h⟩ =>
      binderNameHint x f <| binderNameHint h () <| f (wfParam x) := by
  induction xs with
  | nil => rfl
  | cons a l ih =>
    rw [unattach_cons, flatMap_cons, flatMap_cons, ih]
    rfl

@[wf_preprocess] theorem all_wfParam {xs : List α} {f : α → Bool} :
    (wfParam xs).all f = xs.attach.unattach.all f := by
  rw [unattach_attach, wfParam]
@[wf_preprocess] theorem all_unattach {P : α → Prop} {xs : List (Subtype P)} {f : α → Bool} :
    xs.unattach.all f = xs.all fun ⟨x, h⟩ => binderNameHint x f <| binderNameHint h () <| f (wfParam x) := by
  induction xs with
  | nil => rfl
  | cons a l ih =>
    rw [unattach_cons, all_cons, all_cons, ih]
    rfl

@[wf_preprocess] theorem any_wfParam {xs : List α} {f : α → Bool} :
    (wfParam xs).any f = xs.attach.unattach.any f := by
  rw [unattach_attach, wfParam]
@[wf_preprocess] theorem any_unattach {P : α → Prop} {xs : List (Subtype P)} {f : α → Bool} :
    xs.unattach.any f = xs.any fun ⟨x, h⟩ => binderNameHint x f <| binderNameHint h () <| f (wfParam x) := by
  induction xs with
  | nil => rfl
  | cons a l ih =>
    rw [unattach_cons, any_cons, any_cons, ih]
    rfl

end List

theorem List.sizeOf_lt_of_mem {α : Type u} [SizeOf α] {a : α} {as : List α} (h : a ∈ as) : sizeOf a < sizeOf as := by
  induction as with
  | nil => exact absurd h not_mem_nil
  | cons b l ih =>
    rcases mem_cons.1 h with rfl | h
    · simp
      omega
    · have := ih h
      simp
      omega
