/-! Evaluation: what `#eval` prints, and programs in `do` notation. -/

/-- info: 4 -/
#guard_msgs in
#eval 2 + 2

/-- info: [2, 3, 4] -/
#guard_msgs in
#eval [1, 2, 3].map (· + 1)

/-- info: some (1, true) -/
#guard_msgs in
#eval some (1, true)

/-- info: "ab\"c\n" -/
#guard_msgs in
#eval "ab" ++ "\"c\n"

/-- info: 'x' -/
#guard_msgs in
#eval 'x'

/-- info: true -/
#guard_msgs in
#eval 3 < 4 ∧ 2 ∣ 6

/-- info: 1267650600228229401496703205376 -/
#guard_msgs in
#eval 2 ^ 100

structure Point where
  x : Nat
  y : Nat
deriving Repr

/-- info: { x := 1, y := 2 } -/
#guard_msgs in
#eval ({ x := 1, y := 2 } : Point)

inductive Shape where
  | dot
  | box (size : Nat) (inner : Shape)
deriving Repr

/-- info: Shape.box 3 (Shape.dot) -/
#guard_msgs in
#eval Shape.box 3 .dot

/-- info: "x = 3, [1, 2]" -/
#guard_msgs in
#eval s!"x = {1 + 2}, {[1, 2]}"

#guard "hello".length == 5
#guard "hello".toUpper == "HELLO"
#guard "a,b".toList == ['a', ',', 'b']
#guard 17 % 5 == 2 && 17 / 5 == 3
#guard [3, 1, 2].contains 2
#guard (7 - 9) == 0
#guard max 3 5 == 5
#guard ([1, 2].zip ["a", "b"]).length == 2
#guard "12".toNat? == some 12
#guard toString 305 == "305"

def safeDiv (a b : Nat) : Option Nat := if b = 0 then none else some (a / b)

def average (xs : List Nat) : Option Nat := do
  let n := xs.length
  let total := xs.foldl (· + ·) 0
  let q ← safeDiv total n
  return q

#guard average [2, 4, 6] == some 4
#guard average [] == none

def sumSquares (n : Nat) : Nat := Id.run do
  let mut total := 0
  for i in List.range (n + 1) do
    total := total + i * i
  return total

#guard sumSquares 3 == 14

def firstBig (xs : List Nat) : Option Nat := do
  for x in xs do
    if x > 3 then
      return x
  none

#guard firstBig [1, 5, 2] == some 5

def counter : StateM Nat Unit := do
  modify (· + 1)
  let n ← get
  if n < 10 then
    set (n * 2)

#guard (counter.run 3).2 == 8

def validate (n : Nat) : Except String Nat :=
  if n > 100 then throw s!"{n} is too large" else pure n

/-- info: Except.error "200 is too large" -/
#guard_msgs in
#eval validate 200

def collatz (n : Nat) : Nat := Id.run do
  let mut steps := 0
  let mut m := n
  while m > 1 do
    m := if m % 2 == 0 then m / 2 else 3 * m + 1
    steps := steps + 1
  return steps

#guard collatz 6 == 8

example : (do let x ← some 1; let y ← none; return x + y) = (none : Option Nat) := rfl
example : (if let some x := some 3 then x else 0) = 3 := rfl
example : (match (2, "a") with | (n, s) => n + s.length) = 3 := rfl

/-- info: [-2, 4] -/
#guard_msgs in
#eval [(3 : Int) - 5, 4]
