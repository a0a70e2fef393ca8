"""Postings of our own in many styles and languages, with what each says, and how much of it is read."""
