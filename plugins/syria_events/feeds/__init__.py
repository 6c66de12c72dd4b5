"""Which feeds there are, when to ask them, what an answer means, and the entries in it. No network, no database."""
