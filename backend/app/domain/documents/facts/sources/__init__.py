"""What the cited sources say, taken together: the ground that a line stands on."""
