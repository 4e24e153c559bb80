import Lists.Basic
import Lists.Maps
import Lists.Membership
import Lists.Permutations
import Lists.Sorting
import Lists.Trees
import Lists.Slices
import Lists.Open

/-!
# Lists

Lists and binary trees, from reversal to sorting.
-/
