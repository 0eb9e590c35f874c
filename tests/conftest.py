"""People and clocks that every test may use."""
