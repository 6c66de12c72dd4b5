"""Words: an article as words, sentences and clauses, its numbers, and the word lists found in it."""
