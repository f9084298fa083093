"""Which records of an article are one deed told again."""
