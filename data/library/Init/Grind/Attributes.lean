prelude
import Init.Grind.Norm
import Init.List.Mem

/-!
# What `grind` uses without being told

Types that it splits, equality by components, and the laws of the library that it instantiates wherever their left side
occurs.
-/

attribute [grind cases eager] And Prod False Empty True PUnit Exists Subtype
attribute [grind cases] Or
attribute [grind ext] Prod Subtype Sigma PSigma
attribute [grind ext] funext

/-! ## Numbers -/

attribute [grind =] Nat.min_def Nat.max_def Int.min_def Int.max_def

/-! ## Functions, pairs and sums -/

attribute [grind =] Prod.map_apply Prod.map_fst Prod.map_snd Prod.swap_prod_mk Sum.elim_inl Sum.elim_inr

/-! ## Options -/

attribute [grind =] Option.map_some Option.map_none Option.bind_some Option.bind_none Option.isSome_some
  Option.isSome_none Option.isNone_some Option.isNone_none Option.getD_some Option.getD_none Option.get_some
  Option.some_get Option.orElse_some Option.orElse_none Option.some_or Option.none_or Option.filter_some
  Option.filter_none Option.toList_some Option.toList_none

/-! ## Lists: computation -/

attribute [grind =] List.length_nil List.length_cons List.nil_append List.cons_append List.append_nil List.map_nil
  List.map_cons List.filter_nil List.filter_cons List.reverse_nil List.reverse_cons List.foldl_nil List.foldl_cons
  List.foldr_nil List.foldr_cons List.flatten_nil List.flatten_cons List.flatMap_nil List.flatMap_cons List.take_nil
  List.take_zero List.take_succ_cons List.drop_nil List.drop_zero List.drop_succ_cons List.head?_nil List.head?_cons
  List.tail_nil List.tail_cons List.getLast?_nil List.replicate_zero List.replicate_succ List.sum_nil List.sum_cons
  List.all_nil List.all_cons List.any_nil List.any_cons List.zip_cons_cons List.zipWith_cons_cons List.isEmpty_nil
  List.isEmpty_cons List.count_nil List.count_cons List.countP_nil List.countP_cons List.range_zero List.range_succ
  List.getElem?_nil List.getElem?_cons_zero List.getElem?_cons_succ

/-! ## Lists: laws -/

attribute [grind =] List.length_append List.length_map List.length_reverse List.length_replicate List.length_take
  List.length_drop List.length_zip List.length_zipWith List.length_range List.map_append List.map_map List.map_id
  List.filter_append List.reverse_append List.reverse_reverse List.map_reverse List.foldl_append List.foldr_append
  List.flatten_append List.take_append_drop List.all_append List.any_append List.count_append List.countP_append

/-! ## Lists: membership -/

attribute [grind =] List.mem_nil_iff List.mem_cons List.mem_append List.mem_map List.mem_filter List.mem_reverse
  List.mem_flatten
  List.mem_flatMap List.mem_replicate List.mem_range List.nodup_cons List.pairwise_cons
attribute [grind _=_] List.append_assoc
attribute [grind ←] List.nodup_nil
attribute [grind →] List.Perm.length_eq List.Sublist.length_le
