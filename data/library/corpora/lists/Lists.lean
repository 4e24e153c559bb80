import Lists.Basic
import Lists.Maps
import Lists.Membership
import Lists.Permutations
import Lists.Sorting
import Lists.Trees
