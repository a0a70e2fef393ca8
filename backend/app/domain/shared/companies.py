"""What stands behind a company's name in a register, in small letters and without points."""

LEGAL_FORMS = frozenset((
    "inc", "incorporated", "llc", "llp", "ltd", "limited", "plc", "corp", "corporation", "co", "company",
    "pty", "pte", "gmbh", "mbh", "ag", "kg", "ug", "se", "sa", "sas", "sarl", "sl", "spa", "srl", "bv", "nv",
    "ab", "as", "asa", "aps", "oy", "kk",
))  # fmt: skip
