import Lake
open Lake DSL

/-! The bundled corpora as a Lake package: `lake build` checks every theorem with the Lean that `lean-toolchain` names. -/

package leanloop

@[default_target]
lean_lib Logic where
  srcDir := "data/library/corpora/logic"

@[default_target]
lean_lib Naturals where
  srcDir := "data/library/corpora/naturals"

@[default_target]
lean_lib Lists where
  srcDir := "data/library/corpora/lists"

@[default_target]
lean_lib Integers where
  srcDir := "data/library/corpora/integers"

@[default_target]
lean_lib Algebra where
  srcDir := "data/library/corpora/algebra"

@[default_target]
lean_lib Programs where
  srcDir := "data/library/corpora/programs"
