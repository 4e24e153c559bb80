-- Hypotheses with other names.
theorem t (p q : Prop) (h : p → q) (k : p) : q := sorry
-- candidate
theorem t (p q : Prop) (implies : p → q) (holds : p) : q := implies holds
