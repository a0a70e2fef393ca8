"""Words, their forms, and which of them say the same, in four languages."""
