"""Plain texts that cite nothing: their lines, and the sources that they must rest on."""
