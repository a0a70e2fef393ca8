"""Numbers, money, shares, times and dates: how they are written, and what follows from them."""
