import Init

/-!
# Mathlib's notation for numbers, and its namespaces

`open BigOperators Real Nat Topology Rat` stands at the head of most files with competition problems, so these
namespaces exist here. Real and complex numbers do not: whoever names them is told so, and nobody gets a
variable of that name by accident.
-/

notation "ℕ" => Nat
notation "ℤ" => Int

namespace BigOperators end BigOperators
namespace Real end Real
namespace Topology end Topology
namespace Rat end Rat

macro "ℝ" : term => Lean.Macro.throwError "`ℝ`: real numbers need Mathlib, the embedded engine has none"
macro "ℂ" : term => Lean.Macro.throwError "`ℂ`: complex numbers need Mathlib, the embedded engine has none"
macro "ℝ≥0" : term => Lean.Macro.throwError "`ℝ≥0`: real numbers need Mathlib, the embedded engine has none"
macro "NNReal" : term =>
  Lean.Macro.throwError "`NNReal`: real numbers need Mathlib, the embedded engine has none"
