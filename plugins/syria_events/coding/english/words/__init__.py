"""Words: an article as words and sentences, their forms, numbers, and the lexicons found in them."""
