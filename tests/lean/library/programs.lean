/-! Programs: `IO`, loops, exceptions, state, arrays, strings, machine words. -/

def main : IO Unit := do
  IO.println "hello"
  let mut x := 0
  for i in [0:10] do
    x := x + i
  IO.println s!"sum = {x}"
  let stdout ← IO.getStdout
  stdout.putStrLn "done"
/--
info: hello
sum = 45
done
-/
#guard_msgs in
#eval main
def sumTo (n : Nat) : Nat := Id.run do
  let mut s := 0
  for i in [1:n+1] do
    s := s + i
  return s
#eval sumTo 10
example : sumTo 10 = 55 := by decide
example : sumTo 10 = 55 := by rfl
def firstEven (xs : List Nat) : Option Nat := do
  for x in xs do
    if x % 2 == 0 then return x
  none
#eval firstEven [1,3,4]
def safeDiv (a b : Nat) : Except String Nat :=
  if b = 0 then throw "div by zero" else pure (a / b)
def calc2 : Except String Nat := do
  let x ← safeDiv 10 2
  let y ← safeDiv x 0
  return x + y
#eval calc2
#eval (do try calc2 catch _ => pure 7 : Except String Nat)
def counter : StateM Nat Nat := do
  modify (· + 1)
  let s ← get
  set (s * 2)
  return s
#eval counter.run 3
#eval (counter *> counter).run 3
def whileLoop : Nat := Id.run do
  let mut i := 0
  while i < 10 do
    i := i + 3
  return i
#eval whileLoop
def rd : ReaderM Nat Nat := do return (← read) + 1
#eval rd.run 5
def nested : StateT Nat (Except String) Unit := do
  if (← get) > 5 then throw "too big"
  modify (· + 10)
#eval nested.run 3
#eval nested.run 13
#eval [1,2,3].map (· * 2) |>.filter (· > 2) |>.foldl (· + ·) 0
#eval (some 3 >>= fun x => some (x + 1))
#eval (some (· + 1)) <*> some 2
#eval some 1 <|> none
#eval [1,2,3].mapM (fun x => if x > 0 then some x else none)
#eval do
  let xs := [1,2,3]
  for x in xs do
    IO.println s!"{x}"
def unless' (n : Nat) : IO Unit := do
  unless n > 3 do
    IO.println "small"
  if let some x := some n then IO.println s!"got {x}"
  let some y := some n | return ()
  match y with
  | 0 => IO.println "zero"
  | _ => pure ()
#eval unless' 2
def arr : Array Nat := Id.run do
  let mut a := #[]
  for i in [0:5] do
    a := a.push (i * i)
  return a
#eval arr
#eval arr.size
#eval arr[2]
#eval arr.foldl (· + ·) 0
#eval arr.toList
#eval arr.map (· + 1)
#eval #[3,1,2].qsort (· < ·)
#eval arr.contains 4
#eval (arr.set! 0 100)
#eval "abc".length
#eval "abc" ++ "def"
#eval "abc".toList
#eval 'a'.toNat
#eval "a,b,c".splitOn ","
#eval "abc".toUpper
#eval String.join ["a", "b"]
#eval s!"{1 + 1} and {[1,2]} and {(1, "x")}"
#eval toString 42
#eval (42 : Nat).repr
#eval "42".toNat?
#eval "42".toNat!
#eval 'x'.isAlpha
#eval "hello world".startsWith "hello"
#eval String.intercalate ", " ["a","b"]
#eval (255 : UInt8) + 1
#eval (5 : UInt64) * 3
#eval -5 / 2
#eval (-5 : Int) % 3
#eval max 3 5
#eval compare 3 5
#eval if 3 < 5 then "y" else "n"
#eval (1, 2).fst
#eval let x := 5; x * x
#eval [3,1,2].mergeSort
#eval List.range 5
#eval [1,2,3].zip ["a","b","c"]
#eval (List.range 10).filter (· % 2 = 0)
#eval [1,2,3].sum
#eval [[1],[2,3]].flatten
#eval [1,2,3].head?
#eval [1,2,3][1]
#eval [1,2,3][7]?
#eval [1,2,3].getLast?
#eval [1,2,3].take 2
#eval [1,2,3].contains 2
#eval [1,2,3].all (· < 5)
#eval [1,2,3].reverse
#eval ('a' : Char)
#eval "abc" < "abd"
#eval (fun x => x + 1) 2

#guard #[1, 2, 3].foldl (· + ·) 0 == 6
#guard #[3, 1, 2].qsort (· < ·) == #[1, 2, 3]
#guard #[1, 2, 3].filter (· > 1) == #[2, 3]
#guard "a,b,c".splitOn "," == ["a", "b", "c"]
#guard Id.run ((counter *> counter).run 3) == (9, 18)
#guard arr == #[0, 1, 4, 9, 16]
/-- error: bad -/
#guard_msgs in
#eval (throw (IO.userError "bad") : IO Unit)
