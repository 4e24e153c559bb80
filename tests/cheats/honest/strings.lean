-- Strings with signs of all kinds.
theorem t : "a \"quoted\" sorry ∀ λ 𝔸".length = 22 := sorry
-- candidate
theorem t : "a \"quoted\" sorry ∀ λ 𝔸".length = 22 := by decide
