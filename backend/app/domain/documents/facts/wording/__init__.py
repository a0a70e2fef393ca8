"""Whether the words of a line are accounted for by its sources."""
