"""Records in, reports out: the map of ``Checker.check`` over a corpus."""
