"""What a text says, as far as it can be held against another."""
