"""What grows with the number of articles, in memory or in temporary files: one way to ask for it, wherever it lies.

Records, columns of numbers, numbers under keys, and things as numbers. Stages that go across articles are written
once; whether they hold what they compare, or read it where it lies, is said by who calls them.
"""
